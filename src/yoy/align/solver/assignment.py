"""The best one-to-one assignment of a sparse score table.

Scores are few beside all pairs that could be, so the table is cut into its connected parts and each
is solved on its own: shortest augmenting paths with potentials (Jonker and Volgenant 1987) over the
pairs that there are, 10 ms for a full table of 60 × 60 in plain Python. scipy would do the same for 143 MB
and half a second of import.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]
_SOLVED_EXACTLY = 400
"""Rows or columns of the largest part that is solved exactly; full ones take half a second and grow as n³."""


def assign(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs (row, column), each row and column at most once, with the greatest sum of scores.

    Args:
        scores: positive scores; a pair that is absent is never chosen.

    Returns:
        the pairs in ascending order. Parts beyond the size solved exactly are paired best first.
    """
    chosen: list[Pair] = []
    for part in _parts(scores):
        if len(part) == 1:
            chosen += part
        elif undisputed := _undisputed(scores, part):
            chosen += undisputed
        elif max(len(set(lines)) for lines in zip(*part, strict=True)) > _SOLVED_EXACTLY:
            chosen += best_first({pair: scores[pair] for pair in part})
        else:
            chosen += _solve(scores, part)
    return sorted(chosen)


def _undisputed(scores: Mapping[Pair, float], part: Sequence[Pair]) -> list[Pair]:
    """The best pair of each row, where each is the only best and no two want one column; else none.

    The scores are positive, so that no row is better off alone.
    """
    best: dict[int, Pair] = {}
    tied: set[int] = set()
    for pair in part:
        known = best.get(pair[0])
        if known is None or scores[pair] > scores[known]:
            best[pair[0]] = pair
            tied.discard(pair[0])
        elif scores[pair] == scores[known]:
            tied.add(pair[0])
    return [] if tied or len({column for _, column in best.values()}) < len(best) else list(best.values())


def best_first(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs taken greedily from the highest score down, ties in ascending order of the pair."""
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for row, column in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            chosen.append((row, column))
    return sorted(chosen)


def _parts(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs grouped so that no row or column appears in two groups."""
    # Rows are the nodes 0, 1, …, columns -1, -2, …
    root: dict[int, int] = {}

    def find(node: int) -> int:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    ordered = sorted(pairs)
    for row, column in ordered:
        root[find(row)] = find(-1 - column)
    groups: dict[int, list[Pair]] = {}
    for row, column in ordered:
        groups.setdefault(find(row), []).append((row, column))
    return list(groups.values())


def _solve(scores: Mapping[Pair, float], part: Sequence[Pair]) -> list[Pair]:
    """The best pairs of one part; each row may also stay alone, at no gain."""
    costs: dict[int, list[tuple[int, float]]] = {}
    for row, column in part:
        costs.setdefault(row, []).append((column, -scores[row, column]))
    table = _Table(costs)
    for row in costs:
        table.place(row)
    return [(row, column) for column, row in table.owner.items()]


class _Table:
    """Rows that were placed so far, each in a column of its own or alone, at the least cost.

    The prices make every cost that is left, cost - price of row - price of column, zero for the pairs
    chosen and not below zero for all others; a row alone costs nothing.
    """

    def __init__(self, costs: Mapping[int, Sequence[tuple[int, float]]]) -> None:
        self.owner: dict[int, int] = {}
        self._costs = costs
        self._row_price: dict[int, float] = defaultdict(float)
        self._column_price: dict[int, float] = defaultdict(float)

    def place(self, start: int) -> None:
        """Places one more row, along the shortest path to a free column or to a row that is left alone."""
        came_from: dict[int, int | None] = {}
        least: dict[int, float] = {}
        frontier: list[tuple[float, int]] = []
        tree: list[tuple[int, int | None, float]] = []
        row, column, distance = start, None, 0.0
        alone: tuple[float, int | None] = (inf, None)
        while True:
            tree.append((row, column, distance))
            base = distance - self._row_price[row]
            if base < alone[0]:
                alone = (base, column)
            for reached, cost in self._costs[row]:
                further = base + cost - self._column_price[reached]
                if further < least.get(reached, inf):
                    least[reached], came_from[reached] = further, column
                    heappush(frontier, (further, reached))
            while frontier and frontier[0][0] > least[frontier[0][1]]:
                heappop(frontier)
            if not frontier or alone[0] < frontier[0][0]:
                distance, column = alone
                break
            distance, column = heappop(frontier)
            least[column] = -inf
            if column not in self.owner:
                break
            row = self.owner[column]
        self._settle(tree, distance)
        while column is not None:
            before = came_from[column]
            self.owner[column] = start if before is None else self.owner[before]
            column = before

    def _settle(self, tree: Sequence[tuple[int, int | None, float]], distance: float) -> None:
        """Moves the prices of what the search has passed along."""
        for row, column, passed in tree:
            self._row_price[row] += distance - passed
            if column is not None:
                self._column_price[column] -= distance - passed
