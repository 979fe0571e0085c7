"""Links of figures whose value in one report the other states or implies (较上年增长4%)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from yoy.align.figures.evidence.traits import Traits
    from yoy.model import Implied, Report

_FEW = 3
"""Values that fit what the other report implies, up to which the fit says something."""


def implied_links(
    reports: tuple[Report, Report],
    sides: tuple[Sequence[Traits], Sequence[Traits]],
    may_pair: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Links as (rank in prior, rank in current) whose value the other side implies, where few figures fit."""
    for teller, told in ((1, 0), (0, 1)):
        lanes = _by_value(sides[told])
        ranks = {t.quantity.id: t.rank for t in sides[teller]}
        levels = {t.quantity.baseline: t.quantity.id for t in sides[teller] if t.quantity.baseline}
        for implied in reports[teller].figures.implied:
            rank = ranks.get(levels.get(implied.quantity, implied.quantity))
            if rank is None or not _is_about(implied, reports[teller], reports[told]):
                continue
            lane = lanes.get(sides[teller][rank].quantity.kind, [])
            low = bisect_left(lane, (implied.low, -1))
            high = bisect_right(lane, (implied.high, len(sides[told])))
            links = [(other, rank) if told == 0 else (rank, other) for _, other in lane[low:high]]
            fits = [link for link in links if may_pair(*link)]
            if len(fits) <= _FEW:
                yield from fits


def _is_about(implied: Implied, teller: Report, told: Report) -> bool:
    year, own = told.document.period, teller.document.period
    if year is None or own is None:
        return False
    return implied.period == str(year) if implied.period else own - 1 == year


def _by_value(side: Sequence[Traits]) -> dict[str, list[tuple[Decimal, int]]]:
    """Amounts of results with their ranks, in order, for each kind."""
    lanes: dict[str, list[tuple[Decimal, int]]] = defaultdict(list)
    for t in side:
        if t.quantity.role == "result":
            lanes[t.quantity.kind].append((t.amount, t.rank))
    for lane in lanes.values():
        lane.sort()
    return lanes
