"""Sums over the levels of accounts: a class is the sum of its sections, a section that of its items."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yoy.checks.patterns import pattern
from yoy.checks.tables.leading import Total
from yoy.language.tables.frame import frame_of
from yoy.language.tables.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.checks.tables.grid import Grid
    from yoy.language.tables.frame import Frame

_LONGEST = 12


def level_totals(grid: Grid) -> Iterator[Total]:
    """Every figure of a row whose code opens the codes of two or more rows: 201 of 20103 and 20105.

    A total without a code is the sum of the rows that no other is above.
    """
    codes = _codes(frame_of(grid.table))
    parts = _parts(codes)
    top = [row for row in codes if not any(row in below for below in parts.values())]
    if len(top) > 1 and len(top) < len(codes):
        named = [row for row in range(grid.height) if pattern("table", "total").match(grid.name(row))]
        parts |= {row: top for row in named if row not in codes} if len(named) == 1 else {}
    for row, below in parts.items():
        for column in range(grid.width):
            cell = grid.figure(row, column)
            figures = tuple(figure for part in below if (figure := grid.figure(part, column)) is not None)
            if cell is not None and cell.unit != "%" and len(figures) == len(below) > 1:
                yield Total(cell, (figures,), ("levels", 0))


def _codes(frame: Frame) -> Mapping[int, str]:
    """The code of each row, its parts joined (201, 03, 01); none where two rows have one."""
    columns = [
        at
        for at in range(frame.width)
        if frame.uses[at] == "code"
        and (not frame.heads(at) or any(says("account_code", h) for h in frame.heads(at)))
    ]
    codes: dict[int, str] = {}
    for row in range(frame.table.header_rows, frame.height):
        places = [(row, at) for at in columns if (row, at) in frame.grid]
        code = "".join(text for place in places if (text := frame.grid[place].text.strip()).isdigit())
        if code and len(code) <= _LONGEST:
            codes[row] = code
    twice = {code for code, count in Counter(codes.values()).items() if count > 1}
    return {} if twice else codes


def _parts(codes: Mapping[int, str]) -> dict[int, list[int]]:
    """The rows right below each row that has some."""
    rows = {code: row for row, code in codes.items()}
    below: dict[int, list[int]] = defaultdict(list)
    for row, code in codes.items():
        above = next((rows[code[:end]] for end in range(len(code) - 1, 0, -1) if code[:end] in rows), None)
        if above is not None:
            below[above].append(row)
    return dict(below)
