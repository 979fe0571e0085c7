"""Last year's value as this report states it, or as it follows from a level and its change.

The intervals are as wide as the printed digits leave open: half of the last digit either way.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import trim
from yoy.model import Implied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Quantity

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_POINTS = frozenset(("百分点", "percentage points"))
_RATIOS = frozenset(("%", "‰"))


def implied_values(quantities: Sequence[Quantity]) -> tuple[Implied, ...]:
    """Implied values of all levels, in order of the quantity that states or implies them."""
    by_id = {quantity.id: quantity for quantity in quantities}
    found: list[Implied] = []
    for quantity in quantities:
        found.extend(_stated(quantity, by_id))
        found.extend(_computed(quantity, by_id))
    return tuple(found)


def _stated(quantity: Quantity, by_id: Mapping[str, Quantity]) -> Iterator[Implied]:
    """A baseline printed beside the level: its own value, exactly as printed."""
    if quantity.baseline is None:
        return
    earlier = by_id[quantity.baseline]
    half = (
        earlier.quantum * _HALF
        if earlier.value != earlier.value.to_integral_value() or earlier.approx
        else Decimal(0)
    )
    yield Implied(
        quantity=earlier.id,
        sources=(earlier.id,),
        period=earlier.period if earlier.period != quantity.period else None,
        low=trim(earlier.value - half),
        high=trim(earlier.value + half),
        stated=True,
    )


def _computed(change: Quantity, by_id: Mapping[str, Quantity]) -> Iterator[Implied]:
    level = by_id.get(change.of or "")
    if level is None or change.direction is None or change.base_period is None or level.role == "target":
        return
    if level.value_max is not None or change.value_max is not None or level.approx or change.approx:
        return
    bounds = _bounds(level, change)
    if bounds:
        yield Implied(
            quantity=level.id,
            sources=(level.id, change.id),
            period=change.base_period,
            low=trim(min(bounds)),
            high=trim(max(bounds)),
            stated=False,
        )


def _bounds(level: Quantity, change: Quantity) -> tuple[Decimal, ...] | None:
    sign = 1 if change.direction == "up" else -1
    step = change.quantum * _HALF
    values = (
        (level.value,)
        if _exact(level)
        else (level.value - level.quantum * _HALF, level.value + level.quantum * _HALF)
    )
    moves = (change.value - step, change.value + step)
    if change.kind == "change_abs" and not (change.unit in _POINTS and level.unit not in _RATIOS):
        if level.kind == "rank" or level.unit == "类":
            return (level.value + sign * change.value,)
        if change.unit not in _POINTS and change.unit != level.unit:
            return None
        return tuple(value - sign * move for value in values for move in moves)
    factors = tuple(1 + sign * move / _HUNDRED for move in moves)
    if change.unit == "倍" or change.unit is None or any(factor <= 0 for factor in factors):
        return None
    return tuple(value / factor for value in values for factor in factors)


def _exact(level: Quantity) -> bool:
    """A count printed to the unit has no rounding; an amount in 万 or with decimals has."""
    return level.quantum == 1 and level.value == level.value.to_integral_value() and level.unit not in _RATIOS
