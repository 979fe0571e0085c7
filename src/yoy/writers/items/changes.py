"""What became of a figure, in words: how much in the unit of this year's report, and which way it turned."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from yoy.language.numerals import printed_scale
from yoy.language.units import POINT_UNITS, convert
from yoy.lexicon import data, phrase
from yoy.writers.numerals import CURRENCY_SIGNS, MINUS, WIDE, grouped, growth, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import Quantity, QuantityPair

_MOST_PLACES = 6
"""Decimals of an amount that are shown."""


def scale_of(quantity: Quantity | None) -> Decimal:
    """What 1 of the printed number stands for; 1 where there is no figure."""
    return printed_scale(quantity.surface, quantity.value) if quantity else Decimal(1)


def unit_words(unit: str | None, scale: Decimal, lang: str) -> str:
    """A unit with the scale word that is printed before it: 亿元, $ million."""
    word = phrase("open", f"scale_{scale:.0f}", lang) if scale != 1 else ""
    if lang == "zh":
        return word + (unit or "")
    return " ".join(filter(None, (unit or "", word)))


def amount(value: Decimal, unit: str | None, scale: Decimal, lang: str) -> str:
    """A signed difference in the scale of the figure it belongs to; percentages differ in points."""
    number = signed(grouped(_short(value / scale)))
    if unit in POINT_UNITS:
        return number + phrase("open", "points", lang)
    if unit and unit[-1] in CURRENCY_SIGNS:
        sign, digits = (number[0], number[1:]) if number[0] in f"+{MINUS}" else ("", number)
        return f"{sign}{unit}{digits} {unit_words(None, scale, lang)}".strip()
    words = unit_words(unit, scale, lang)
    return f"{number}{words}" if lang == "zh" else f"{number} {words}".strip()


def _short(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _MOST_PLACES:
        return value.quantize(Decimal(1).scaleb(-_MOST_PLACES), ROUND_HALF_UP, WIDE)
    return value


def is_turned(prior: Quantity, current: Quantity) -> bool:
    """Whether one of the two is a fall, a loss or a deficit and the other is not."""
    return (signed_value(prior) < 0) != (signed_value(current) < 0)


def signed_value(quantity: Quantity) -> Decimal:
    """A figure with the sign that its words give it: 下降12.8% is −12.8."""
    return -abs(quantity.value) if quantity.direction == "down" else quantity.value


def direction_words(number: QuantityPair, prior: Quantity, current: Quantity, lang: str) -> str:
    """Which way a change turned: 降幅扩大12.5个百分点, 由亏转盈; empty for levels that only rose or fell."""
    if number.relation in ("incomparable", "target_result") or number.difference is None:
        return ""
    if is_turned(prior, current):
        return phrase("open", _turn(number, prior, current), lang)
    both = prior.kind == current.kind and current.kind in ("change_rel", "change_abs")
    if not both or prior.direction != current.direction or current.direction is None:
        return ""
    before = convert(abs(prior.value), prior.unit, current.unit)
    if before is None or before == abs(current.value):
        return ""
    wider = abs(current.value) > before
    by = amount(abs(current.value) - before, current.unit, scale_of(current), lang).lstrip("+−")
    way = "fall" if current.direction == "down" else "rise"
    return phrase("open", f"{way}_{'wider' if wider else 'narrower'}", lang, amount=by)


def _turn(number: QuantityPair, prior: Quantity, current: Quantity) -> str:
    """The code of a turn: of results of trade, of changes, of plain signs."""
    way = "up" if signed_value(current) > signed_value(prior) else "down"
    name = number.indicator.casefold()
    if any(word in name for word in _balances()) and current.kind != "change_rel":
        return f"turned_{way}_balance"
    is_change = "change_rel" in (prior.kind, current.kind) or prior.direction or current.direction
    return f"turned_{way}_{'change' if is_change else 'sign'}"


@cache
def _balances() -> Mapping[str, None]:
    """Words of indicators that are a gain or a loss."""
    return dict.fromkeys(word.casefold() for word in data("open_items")["balances"])


def change_words(number: QuantityPair, prior: Quantity | None, current: Quantity | None, lang: str) -> str:
    """Difference, growth and direction of a pair, as one line; what turned has no growth."""
    if prior is None or current is None or number.difference is None:
        return ""
    told = direction_words(number, prior, current, lang)
    if told and current.unit in POINT_UNITS and not is_turned(prior, current):
        return told
    rate = "" if told or number.relation == "unchanged" else growth(number.growth)
    by = amount(number.difference, number.unit, scale_of(current), lang)
    return " ".join(filter(None, (by, rate, told)))
