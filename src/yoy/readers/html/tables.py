"""Tables of web pages: told from layout, cells put back together, empty columns taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.readers.layout.blocks import Grid, join_lines
from yoy.readers.layout.grids import Placed, grid_rows
from yoy.readers.layout.table_shape import is_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

_SPAN_LIMIT = 200
_AREA_LIMIT = 400_000
_LONG_CELL = 1500
_CURRENCY = re.compile(r"(?:[A-Z]{0,3}[$€£¥￥]|RMB|USD|HKD)")
_TAIL = re.compile(r"[)%）％]{1,3}|pts?\.?|bps")
_PAGE = re.compile(r"\d{1,4}|[ivxlc]{1,6}|N/A", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    """Cells of one row while it is being put together."""

    cells: list[Placed]


def table_grid(table: HtmlElement, text_of: Callable[[HtmlElement], list[str]]) -> Grid | None:
    """The table as a grid; None where it only lays out the page.

    Layout is a table with tables in it, of one row or one column, or with pages of text in a cell.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return None
    elements = [row for row in table.iter("tr") if any(cell.tag in ("td", "th") for cell in row)]
    if len(elements) < 2:  # noqa: PLR2004 - a row alone lays out
        return None
    placed = _placed(elements, text_of)
    if placed is None or any(len(cell.text) > _LONG_CELL for cell in placed):
        return None
    _rejoin(placed, len(elements))
    filled = [cell for cell in placed if cell.text]
    columns = {cell.column for cell in filled}
    rows = {cell.row for cell in filled}
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - a list or a line
        return None
    caption = table.find("caption")
    return Grid(
        rows=grid_rows(placed, len(elements)),
        caption=None if caption is None else join_lines(text_of(caption)) or None,
    )


def is_contents(table: HtmlElement, grid: Grid) -> bool:
    """Whether a table lists the page's own parts: links within the page and page numbers."""
    links = sum(str(link.get("href") or "").startswith("#") for link in table.iter("a"))
    last = [[cell.text for cell in row.cells if cell.text][-1:] for row in grid.rows]
    pages = sum(bool(texts) and _PAGE.fullmatch(texts[0]) is not None for texts in last)
    return links * 2 >= len(grid.rows) and pages * 2 >= len(grid.rows)


def _placed(rows: list[HtmlElement], text_of: Callable[[HtmlElement], list[str]]) -> list[Placed] | None:
    """Cells at their rows and columns; None for spans that no honest table has."""
    made: list[Placed] = []
    free: dict[int, int] = {}
    area = 0
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while free.get(column, 0) > index:
                column += 1
            width = _span(cell.get("colspan"), _SPAN_LIMIT)
            height = min(_span(cell.get("rowspan"), len(rows)), len(rows) - index)
            area += width * height
            if area > _AREA_LIMIT:
                return None
            text = " ".join(join_lines(text_of(cell)).split())
            made.append(Placed(index, column, height, width, text, header=cell.tag == "th"))
            for at in range(column, column + width):
                free[at] = index + height
            column += width
    return made


def _span(text: str | None, limit: int) -> int:
    stripped = str(text or "").strip()
    if not stripped.isdecimal() or len(stripped) > 6:  # noqa: PLR2004
        return 1
    return limit if stripped == "0" else max(1, min(int(stripped), limit))


def _rejoin(placed: list[Placed], height: int) -> None:
    """Currency signs before and brackets or % after a figure, which pages set in cells of their own."""
    rows: list[_Row] = [_Row([]) for _ in range(height)]
    for cell in placed:
        if cell.text:
            rows[cell.row].cells.append(cell)
    for row in rows:
        for before, after in _neighbours(row.cells):
            if _CURRENCY.fullmatch(before.text) and is_figure(after.text):
                after.text = before.text + after.text
                after.width += after.column - before.column
                after.column = before.column
                before.text = ""
            elif _TAIL.fullmatch(after.text) and is_figure(before.text):
                before.text += after.text
                before.width = after.column + after.width - before.column
                after.text = ""


def _neighbours(cells: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Pairs of cells next to each other, skipping those that were emptied meanwhile."""
    left: Placed | None = None
    for cell in cells:
        if left is not None and left.text:
            yield left, cell
        if cell.text:
            left = cell
