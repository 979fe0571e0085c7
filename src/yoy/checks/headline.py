"""The changes that every output puts in front."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS

if TYPE_CHECKING:
    from yoy.model import QuantityPair, Report, ReportPair


def headline_of(pair: ReportPair, current: Report) -> tuple[str, ...]:
    """Ids of like-for-like changes of results, the highest rate first, points counted as if of a hundred.

    Doubtful pairs, plans, and figures that a check holds to be counted otherwise than last year are
    left out.
    """
    figures = {quantity.id: quantity for quantity in current.figures.quantities}
    otherwise = {f.claimed for f in pair.findings if f.check == "basis" and f.verdict == "suspect"}
    changed = [
        number
        for number in pair.numbers
        if number.relation in ("up", "down")
        and not number.confirm
        and number.difference
        and number.current is not None
        and number.current not in otherwise
        and figures[number.current].role == "result"
    ]
    return tuple(number.id for number in sorted(changed, key=_rate, reverse=True))


def _rate(number: QuantityPair) -> Decimal:
    if number.growth is not None and number.unit not in POINT_UNITS:
        return abs(number.growth)
    return abs(number.difference or Decimal(0)) / 100
