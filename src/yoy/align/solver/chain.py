"""The heaviest chain of links that run in the same order on both sides.

Sentence alignment, and the question which parts stayed in place, are both this one problem. With
the links given, a tree of prefix maxima solves it in n log n, so that cost follows the candidates and
never the product of the two lengths.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Link(NamedTuple):
    """Positions `prior` … `prior_end` of one side against those of the other (half-open)."""

    prior: int
    current: int
    prior_end: int
    current_end: int
    weight: float


def heaviest_chain(links: Sequence[Link]) -> list[Link]:
    """The links of greatest total weight that cross nowhere and share no position.

    Returns:
        the chain in order; of equal chains the one found first in ascending order of the links.
    """
    ordered = sorted(links)
    ends = sorted({link.current_end for link in ordered})
    best = _PrefixMaximum(len(ends))
    totals: list[float] = []
    before: list[int] = []
    waiting = sorted(range(len(ordered)), key=lambda index: (ordered[index].prior_end, index))
    admitted = 0
    for link in ordered:
        while admitted < len(waiting) and _is_over(ordered, waiting[admitted], link, totals):
            done = waiting[admitted]
            best.raise_to(bisect_left(ends, ordered[done].current_end), totals[done], done)
            admitted += 1
        total, previous = best.up_to(_last_not_after(ends, link.current))
        totals.append(total + link.weight)
        before.append(previous)
    return _trace(ordered, totals, before)


def _is_over(ordered: Sequence[Link], index: int, link: Link, totals: list[float]) -> bool:
    """Whether a link ends before another starts on the prior side, and its total is known."""
    return index < len(totals) and ordered[index].prior_end <= link.prior


def _last_not_after(ends: list[int], position: int) -> int:
    """Number of ends that are not after `position`."""
    return bisect_left(ends, position + 1)


def _trace(ordered: Sequence[Link], totals: list[float], before: list[int]) -> list[Link]:
    if not totals:
        return []
    index = max(range(len(totals)), key=lambda i: (totals[i], -i))
    chain = []
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]


class _PrefixMaximum:
    """Greatest total among the first n places, with the link that reached it."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def raise_to(self, place: int, total: float, link: int) -> None:
        place += 1
        while place < len(self._best):
            if total > self._best[place][0]:
                self._best[place] = (total, link)
            place += place & -place

    def up_to(self, count: int) -> tuple[float, int]:
        found = (0.0, -1)
        while count > 0:
            if self._best[count][0] > found[0]:
                found = self._best[count]
            count -= count & -count
        return found
