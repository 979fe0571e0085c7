"""Which changes ask for an explanation: the double threshold of analytical review."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.model import QuantityPair
    from yoy.options import FlagOptions

POINT_UNITS = frozenset(("%", "百分点", "‰"))
"""Units whose changes are given in points, not as a rate."""


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
