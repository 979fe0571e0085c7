"""A table as a rectangle of figures, with the names of its rows and columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.checks.view import View
    from yoy.model import Cell, Quantity, Table

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Cells by row and column, merged ones in every place they cover; figures where a cell holds one."""

    table: Table
    height: int
    width: int
    cells: Mapping[tuple[int, int], Cell]
    found: Mapping[tuple[int, int], Quantity]

    def figure(self, row: int, column: int) -> Quantity | None:
        """The figure of a cell, at the first place that the cell covers only."""
        return self.found.get((row, column))

    def figures_of_row(self, row: int, start: int, end: int) -> tuple[Quantity, ...]:
        """Figures of a row from column `start` to before `end`."""
        cells = (self.figure(row, column) for column in range(start, end))
        return tuple(cell for cell in cells if cell is not None)

    def figures_of_column(self, column: int, start: int, end: int) -> tuple[Quantity, ...]:
        """Figures of a column from row `start` to before `end`."""
        cells = (self.figure(row, column) for row in range(start, end))
        return tuple(cell for cell in cells if cell is not None)

    def labels(self, row: int) -> tuple[str, ...]:
        """Texts left of the first figure of a row, merged cells included, outermost first."""
        first = next((column for column in range(self.width) if self.figure(row, column)), self.width)
        texts = [self._text(row, column) for column in range(first)]
        return tuple(dict.fromkeys(text for text in texts if text))

    def name(self, row: int) -> str:
        """The innermost label of a row."""
        labels = self.labels(row)
        return labels[-1] if labels else ""

    def head(self, column: int) -> str:
        """The innermost heading of a column: the last text above its first figure."""
        named = self._headings(column)
        return named[-1] if named else ""

    def group(self, column: int) -> str:
        """The heading right above the innermost, which spans the columns of a group; empty for none."""
        named = self._headings(column)
        return named[-2] if len(named) > 1 else ""

    def heads(self, column: int) -> str:
        """All headings of a column, outermost first."""
        return "".join(self._headings(column))

    def _headings(self, column: int) -> tuple[str, ...]:
        first = next((row for row in range(self.height) if self.figure(row, column)), self.height)
        texts = (self._text(row, column) for row in range(first))
        return tuple(dict.fromkeys(text for text in texts if text))

    def _text(self, row: int, column: int) -> str:
        cell = self.cells.get((row, column))
        return _BLANK.sub("", cell.text) if cell else ""


def grids(view: View) -> Iterator[Grid]:
    """The tables of a report that hold figures; pasted text without heads has lost what it adds up to."""
    pasted = view.report.document.source.format == "txt"
    for table in view.report.document.tables:
        if pasted and not table.header_rows:
            continue
        grid = _grid(view, table)
        if grid.found:
            yield grid


def _grid(view: View, table: Table) -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    first: dict[tuple[int, int], Cell] = {}
    for row, line in enumerate(table.rows):
        column = 0
        for cell in line:
            while (row, column) in cells:
                column += 1
            first[row, column] = cell
            for down in range(cell.row_span):
                for across in range(cell.column_span):
                    cells.setdefault((row + down, column + across), cell)
            column += cell.column_span
    low = bisect_left(view.starts, table.span.start)
    inside = view.figures[low : bisect_right(view.starts, table.span.end)]
    by_start = {figure.span.start: figure for figure in inside}
    found = {place: figure for place, cell in first.items() if (figure := _only(cell, by_start)) is not None}
    return Grid(
        table=table,
        height=max((row for row, _ in cells), default=-1) + 1,
        width=max((column for _, column in cells), default=-1) + 1,
        cells=cells,
        found=found,
    )


def _only(cell: Cell, by_start: Mapping[int, Quantity]) -> Quantity | None:
    """The figure that is all a cell holds."""
    start = cell.span.start + len(cell.text) - len(cell.text.lstrip()) if cell.text else cell.span.start
    figure = by_start.get(start) or by_start.get(cell.span.start)
    if figure is None or len(figure.surface.strip()) < len(cell.text.strip()) - 2:
        return None
    return figure
