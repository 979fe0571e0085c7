"""Which changes ask for an explanation: the double threshold of analytical review (变动分析)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.model import QuantityPair
    from yoy.options import FlagOptions


def with_flags(numbers: Iterable[QuantityPair], flags: FlagOptions) -> tuple[QuantityPair, ...]:
    """The pairs with `flagged` set on those that need an explanation."""
    return tuple(
        replace(number, flagged=True) if needs_explanation(number, flags) else number for number in numbers
    )


def needs_explanation(number: QuantityPair, flags: FlagOptions) -> bool:
    """Whether a changed figure passes both thresholds; percentages have one, in points.

    A figure that starts from zero has no growth: its amount alone decides.
    """
    if number.relation not in {"up", "down"} or number.difference is None:
        return False
    if number.unit in POINT_UNITS:
        return abs(number.difference) >= flags.points
    if abs(number.difference) < flags.amounts.get(number.unit or "", flags.amount):
        return False
    return number.growth is None or abs(number.growth) >= flags.growth
