"""What each column of a table is for, and which columns name the rows of which figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yoy.language.tables.grid import (
    CURRENCY,
    Grid,
    grid_of,
    is_data,
    is_mark,
    is_number,
    text_of,
    texts_of,
)
from yoy.language.tables.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Table

Use = Literal["name", "code", "note", "remark", "figure"]

_CODE = re.compile(r"\d{2,10}")
_CODE_LENGTHS = (frozenset((3, 5, 7)), frozenset((3, 5)), frozenset((5, 7)), frozenset((3, 7)))
"""Lengths of the numbers of classes, sections and items in the government's accounts (2010301)."""
_SIGN = re.compile(rf"^\s*[(（]?\s*(?P<sign>{CURRENCY})")
_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A table with its grid and the uses of its columns.

    Attributes:
        names: for every column of figures, the columns that name its rows.
        signs: the currency sign that a column prints; percents: columns whose first figure prints %.
        whole: most figures print no decimals.
    """

    table: Table
    grid: Grid
    width: int
    height: int
    uses: tuple[Use, ...]
    names: tuple[tuple[int, ...], ...]
    signs: tuple[str | None, ...]
    percents: tuple[bool, ...]
    whole: bool

    def heads(self, column: int) -> tuple[str, ...]:
        """The texts of the header rows over a column, the most general first."""
        return texts_of(self.grid.get((row, column)) for row in range(self.table.header_rows))

    def side(self, row: int, column: int) -> tuple[str, ...]:
        """The texts that name a row for a column of figures."""
        return texts_of(self.grid.get((row, at)) for at in self.names[column])

    def data_texts(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of figures with what they print in a row; a cell once, where it begins."""
        for column in range(self.width):
            if self.uses[column] == "figure":
                cell = self.grid.get((row, column))
                if cell is not None and cell is not self.grid.get((row, column - 1)):
                    yield column, text_of(cell)


def frame_of(table: Table) -> Frame:
    """The frame of a table."""
    grid = grid_of(table)
    width = max((column for _, column in grid), default=-1) + 1
    uses = tuple(_use(grid, table, column) for column in range(width))
    body = [_body(grid, table, column) for column in range(width)]
    signs = tuple(next((m["sign"] for text in texts if (m := _SIGN.match(text))), None) for texts in body)
    return Frame(
        table=table,
        grid=grid,
        width=width,
        height=len(table.rows),
        uses=uses,
        names=tuple(_names(uses, table, column, body) for column in range(width)),
        signs=signs,
        percents=tuple(
            not sign and bool(re.search(r"[%％]", next(filter(is_number, texts), "")))
            for sign, texts in zip(signs, body, strict=True)
        ),
        whole=_is_whole(
            [text for use, texts in zip(uses, body, strict=True) if use == "figure" for text in texts]
        ),
    )


def _is_whole(texts: list[str]) -> bool:
    numbers = [text for text in texts if is_number(text) and not re.search(r"[%％]", text)]
    return sum("." not in text for text in numbers) * 3 >= len(numbers) * 2


def _body(grid: Grid, table: Table, column: int) -> list[str]:
    cells = (grid.get((row, column)) for row in range(table.header_rows, len(table.rows)))
    return [text for cell in cells if (text := text_of(cell))]


def _use(grid: Grid, table: Table, column: int) -> Use:
    heads = texts_of(grid.get((row, column)) for row in range(table.header_rows))
    texts = _body(grid, table, column)
    figures = [text for text in texts if is_data(text)]
    last = heads[-1] if heads else ""
    if says("code", last) and not any(re.search(r"[.,，]\d", text) for text in figures):
        return "code"
    if column < table.header_columns:
        return "code" if _are_codes(texts) else "name"
    if says("note", last) or (texts and all(map(is_mark, texts)) and not heads):
        return "note"
    if says("remark", last):
        return "remark"
    words = len(texts) - len(figures)
    if words > 1 and len(figures) <= words:
        return "name"
    return "code" if not last and _are_codes(texts) else "figure"


def _are_codes(texts: list[str]) -> bool:
    """Whether the numbers of a column are codes of the government's accounts, told by their lengths."""
    codes = [text for text in texts if _CODE.fullmatch(text)]
    if len(codes) < _ENOUGH or len(codes) * 3 < len(texts) * 2:
        return False
    lengths = frozenset(map(len, codes))
    return lengths in _CODE_LENGTHS and len(set(codes)) == len(codes)


def _names(uses: tuple[Use, ...], table: Table, column: int, body: list[list[str]]) -> tuple[int, ...]:
    """The columns that name the rows of a column: the nearest words to its left under their own figures.

    Words that are the same in every row name the column: the row is still named by the first one.
    """
    leading = tuple(at for at in range(min(table.header_columns, column)) if uses[at] == "name")
    seen_figures = False
    for at in range(column - 1, table.header_columns - 1, -1):
        if uses[at] == "name":
            start = at
            while start > table.header_columns and uses[start - 1] == "name":
                start -= 1
            before = any(use == "figure" for use in uses[table.header_columns : start])
            if before:
                same = len(set(body[at])) == 1
                return (*leading[:1], at) if same else tuple(range(start, at + 1))
            return (*leading, *range(start, at + 1)) if not leading or not seen_figures else leading
        seen_figures = seen_figures or uses[at] == "figure"
    return leading


def has_figures(frame: Frame, row: int) -> bool:
    """Whether a row prints a number in a column of figures."""
    return any(is_number(text) for _, text in frame.data_texts(row))
