"""What became of a figure: up or down, by how much, in which unit, or why that cannot be said."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.numerals import trim
from yoy.language.units import convert, find_unit
from yoy.lexicon import pattern

if TYPE_CHECKING:
    from yoy.model import Incomparable, NumberRelation, Quantity

_GROWTH_PLACES = Decimal("0.00000001")
_POINTS = ("%", "‰", "百分点", "percentage point", "percentage points", "pp")
_LATIN = re.compile(r"[A-Za-z]{2}|[$£€]")
_NO_MEASURES = ("money", "percent", "points", "times")


class Change(NamedTuple):
    """The outcome of holding two figures against each other; see `QuantityPair` for the fields."""

    relation: NumberRelation
    difference: Decimal | None = None
    growth: Decimal | None = None
    conversion: str | None = None
    incomparable: Incomparable | None = None


def change_between(prior: Quantity, current: Quantity, incomparable: Incomparable | None = None) -> Change:
    """What became of `prior`, in the unit of `current`.

    A decrease counts as negative: 下降6.2% → 下降11.5% is down by 5.3 points.

    Args:
        incomparable: why the two can be linked and not compared, where that is known already.
    """
    conversion = _conversion(prior, current)
    before = convert(prior.value, prior.unit, current.unit)
    if incomparable is not None:
        return Change("incomparable", conversion=conversion, incomparable=incomparable)
    before, after = _signed(prior, current, prior.value if before is None else before)
    difference = trim(after - before)
    if prior.value_max != current.value_max:
        return _ranges(prior, current, conversion)
    relation: NumberRelation = "up" if difference > 0 else "down" if difference < 0 else "unchanged"
    return Change(relation, difference, _growth(before, difference, current), conversion)


def _signed(prior: Quantity, current: Quantity, before: Decimal) -> tuple[Decimal, Decimal]:
    return (
        -before if prior.direction == "down" else before,
        -current.value if current.direction == "down" else current.value,
    )


def _growth(before: Decimal, difference: Decimal, current: Quantity) -> Decimal | None:
    """Difference as a fraction of the prior value; None for percentages, ranks and a prior of zero.

    Nor has what passes through zero one: a deficit that becomes a surplus has not grown by so many per cent.
    """
    if not before or current.unit in _POINTS or current.kind in ("ratio", "rank", "change_rel"):
        return None
    if before * (before + difference) < 0:
        return None
    try:
        return trim((difference / abs(before)).quantize(_GROWTH_PLACES, ROUND_HALF_UP))
    except InvalidOperation:  # more digits than a growth can mean anything with
        return None


def _ranges(prior: Quantity, current: Quantity, conversion: str | None) -> Change:
    """Ranges move only when both their ends do; how far cannot be told by one number.

    A single value that lies within the range of the other year has neither risen nor fallen; one that is
    an end of it has: 5.5% → 5%—5.5% is lower.
    """
    before, after = _ends(prior, current.unit), _ends(current, current.unit)
    low, high = _compare(before[0], after[0]), _compare(before[1], after[1])
    if low * high < 0:
        return Change("incomparable", conversion=conversion, incomparable="basis")
    return Change("up" if low + high > 0 else "down", conversion=conversion)


def _ends(quantity: Quantity, unit: str | None) -> tuple[Decimal, Decimal]:
    """Both ends of a figure in `unit`, or as they are where that cannot be."""
    low, high = quantity.value, quantity.value if quantity.value_max is None else quantity.value_max
    first, last = convert(low, quantity.unit, unit), convert(high, quantity.unit, unit)
    return (low, high) if first is None or last is None else (first, last)


def _compare(before: Decimal, after: Decimal) -> int:
    return (after > before) - (after < before)


def _conversion(prior: Quantity, current: Quantity) -> str | None:
    """Both printed units (万元→亿元) where they differ; None where one is printed elsewhere.

    In English a number can be printed without a scale word: 612,000 and 0.63 million are 1→million.
    """
    before, after = printed_unit(prior), printed_unit(current)
    if before == after:
        return None
    if not before or not after:
        scaled = prior.unit == current.unit and pattern("figures.en.scale_word").fullmatch(before or after)
        return f"{before or 1}→{after or 1}" if scaled else None
    return f"{before}→{after}"


def printed_unit(quantity: Quantity) -> str:
    """The unit behind the number as printed, with its 万 or 亿; empty where it stands elsewhere.

    Of an English figure it is the scale word and a unit of measure: a noun that is counted is none.
    """
    surface = unicodedata.normalize("NFKC", quantity.surface).strip()
    if _LATIN.search(surface):
        scale, unit = pattern("figures.en.scale_word").search(surface), find_unit(quantity.unit)
        is_measure = unit and unit.name.isascii() and not unit.family.startswith(_NO_MEASURES)
        measure = unit.name if unit and is_measure else ""
        return f"{scale[0].lower() if scale else ''} {measure}".strip()
    return pattern("figures.zh.before_unit").sub("", surface, count=1).strip(" )余多")
