"""Totals that stand before their parts: a first row 合计, a first column 合计."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.tables.grid import Grid
    from yoy.model import Quantity

_CODE = re.compile(r"\d{3,9}")


class Total(NamedTuple):
    """A total cell with each reading of what its parts are, the likeliest first.

    Attributes:
        line: names the row or column that the totals of one kind share.
        bound: one heading spans just the parts and their total.
    """

    cell: Quantity
    readings: tuple[tuple[Quantity, ...], ...]
    line: tuple[str, int]
    bound: bool = False


def leading_totals(grid: Grid) -> Iterator[Total]:
    """Every total with figures behind it and none before."""
    yield from _rows(grid)
    yield from _columns(grid)


def _rows(grid: Grid) -> Iterator[Total]:
    """The first row of figures, where it is a total: the rows below are its parts."""
    filled = [row for row in range(grid.height) if any(grid.figure(row, c) for c in range(grid.width))]
    if not filled or not _is_total(grid.name(filled[0])):
        return
    first, below = filled[0], [row for row in filled[1:] if not _is_no_part(grid.name(row))]
    if any(_is_total(grid.name(row)) for row in below):
        return
    rows = _top_rows(grid, below)
    for column in range(grid.width):
        cell = grid.figure(first, column)
        parts = tuple(part for row in rows if (part := grid.figure(row, column)) is not None)
        if cell is not None and len(parts) > 1:
            yield Total(cell, (parts,), ("leading row", first))


def _top_rows(grid: Grid, rows: Sequence[int]) -> list[int]:
    """Of rows with codes of several lengths (201, 20101) the shortest: the others are their parts."""
    lengths = {row: len(code[0]) for row in rows if (code := _CODE.match("".join(grid.labels(row)[:1])))}
    if len(lengths) < len(rows):
        return list(rows)
    return [row for row in rows if lengths[row] == min(lengths.values())]


def _columns(grid: Grid) -> Iterator[Total]:
    """The first column of figures, where it is headed 合计: the columns behind it are its parts."""
    filled = [c for c in range(grid.width) if any(grid.figure(row, c) for row in range(grid.height))]
    if not filled or not _is_total(grid.head(filled[0])):
        return
    behind = [column for column in filled[1:] if not _is_no_part(grid.heads(column))]
    if any(_is_total(grid.head(column)) for column in behind):
        return
    for row in range(grid.height):
        cell = grid.figure(row, filled[0])
        parts = tuple(part for column in behind if (part := grid.figure(row, column)) is not None)
        if cell is not None and len(parts) > 1:
            yield Total(cell, (parts,), ("leading column", filled[0]))


def _is_total(name: str) -> bool:
    return bool(pattern("table", "total").match(name))


def _is_no_part(name: str) -> bool:
    return bool(pattern("table", "no_part").search(name))
