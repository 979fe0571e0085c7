"""A table as a grid: every place with the cell that fills it, and what a printed cell is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.language.hanzi import HANZI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.model import Cell, Table

Grid = dict[tuple[int, int], "Cell"]

NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+(?:[.．]\d+)?"
CURRENCY = r"(?:US|HK|NT|RMB|C|A)?[$¥￥£€]"
_SPACE = re.compile(r"\s+")
_FIGURE = re.compile(
    rf"\s*[(（]?\s*[-−－–+＋△▲↑↓]?\s*(?:{CURRENCY})?\s*[(（]?\s*[-−－–]?\s*(?:{NUMBER})\s*[%％‰]?[)）]?\s*[%％‰]?\s*[^\s\d,.，()（）]{{0,8}}[)）]?\s*(?:[(（]\w{{1,2}}[)）]\s*)*"
)
_RANGE = re.compile(
    rf"\s*(?:{NUMBER}|[-—])\s*%?\s*(?:[-–—~]|to|至)\s*(?:{NUMBER}|[-—])\s*(?:%|[a-z]{{4,6}})?\s*"
)
_DASH = re.compile(rf"\s*(?:{CURRENCY})?\s*[-−－–—/／*×]+\s*%?\s*")
_ABSENT = re.compile(r"\s*(?:N/?A|n/?m|NM|不适用|无|未披露)\s*")
_MARK = re.compile(r"\s*[(（]\s*(?:[\d¹²³⁰⁴-⁹]{1,2}|[a-z])\s*[)）]\s*")


def grid_of(table: Table) -> Grid:
    """Every place of the grid with the cell that fills it."""
    grid: Grid = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in grid:
                column += 1
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    if row + down < len(table.rows):
                        grid.setdefault((row + down, column + right), cell)
            column += cell.column_span
    return grid


def is_origin(grid: Grid, row: int, column: int) -> bool:
    """Whether a place is the first one that its cell fills."""
    cell = grid[row, column]
    return grid.get((row - 1, column)) is not cell and grid.get((row, column - 1)) is not cell


def text_of(cell: Cell | None) -> str:
    """The text of a cell, hanzi without blanks."""
    if cell is None:
        return ""
    return _SPACE.sub("", cell.text) if HANZI.search(cell.text) else cell.text.strip()


def texts_of(cells: Iterable[Cell | None]) -> tuple[str, ...]:
    """Texts of cells without blanks and repeats."""
    found: list[str] = []
    for cell in cells:
        text = text_of(cell)
        if text and (not found or found[-1] != text):
            found.append(text)
    return tuple(found)


def is_number(text: str) -> bool:
    """Whether a cell prints a number."""
    return bool(_FIGURE.fullmatch(text))


def is_dash(text: str) -> bool:
    """Whether a cell prints a dash or stroke for a figure."""
    return bool(_DASH.fullmatch(text))


def is_absent(text: str) -> bool:
    """Whether a cell says that there is no figure (N/A, 不适用)."""
    return bool(_ABSENT.fullmatch(text))


def is_data(text: str) -> bool:
    """Whether a cell prints a figure or its stand-in."""
    return is_number(text) or is_dash(text) or is_absent(text) or bool(_RANGE.fullmatch(text))


def is_mark(text: str) -> bool:
    """Whether a cell prints only the mark of a footnote: (1), (a)."""
    return bool(_MARK.fullmatch(text))
