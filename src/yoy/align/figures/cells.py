"""Figures in cells of paired tables that stand in paired rows and columns."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.align.figures.evidence.traits import Traits
    from yoy.model import TablePair


def linked_cells(
    prior: Sequence[Traits], current: Sequence[Traits], tables: Sequence[TablePair]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Links of ranks with the score of the pair of tables that makes them."""
    sides = _by_cell(prior), _by_cell(current)
    for pair in tables:
        rows = [(a, b) for a, b in pair.rows if a is not None and b is not None]
        columns = [(a, b) for a, b in pair.columns if a is not None and b is not None]
        for old, new in product(pair.prior, pair.current):
            for row, column in product(rows, columns):
                before = sides[0].get((old, row[0], column[0]), ())
                after = sides[1].get((new, row[1], column[1]), ())
                yield from ((link, float(pair.score)) for link in zip(before, after, strict=False))


def _by_cell(side: Sequence[Traits]) -> Mapping[tuple[str, int, int], list[int]]:
    cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for t in side:
        q = t.quantity
        if q.table is not None and q.row is not None and q.column is not None:
            cells[q.table, q.row, q.column].append(t.rank)
    return cells
