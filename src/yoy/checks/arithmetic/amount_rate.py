"""A change told twice, as an amount and as a rate: 13.2万人，比上年增加1.2万人，增长10%."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.arithmetic.levels import (
    is_average,
    is_cause,
    is_in_real_terms,
    level_of,
    names,
    owns,
    wholes_before,
)
from yoy.checks.finding import judged, make_finding, percent, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import in_one_unit, range_of, stops, vague
from yoy.language.tolerance import Range, agreement
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity, Scalar
    from yoy.options import Options

_HUNDRED = Decimal(100)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_BRACKETED = re.compile(r"\s*[（(]\s*|,? or ")


class _Told(NamedTuple):
    """A rate with the amount and the level that it must follow from."""

    rate: Quantity
    amount: Quantity
    level: Quantity

    @property
    def falls(self) -> bool:
        """Whether the level went down."""
        return "down" in (self.amount.direction, self.rate.direction)

    @property
    def before(self) -> Decimal:
        """The level that the change began at."""
        return self.level.value + (self.amount.value if self.falls else -self.amount.value)

    def possible(self) -> Range:
        """The rates that the printed figures allow: the amount is part of its base."""
        level, amount = range_of(self.level), range_of(self.amount)
        sign = 1 if self.falls else -1
        ends = [a / (b + sign * a) for a in (amount.low, amount.high) for b in (level.low, level.high)]
        return Range(min(ends), max(ends))

    def range_before(self) -> Range:
        """What that level can have been."""
        level, amount = range_of(self.level), range_of(self.amount)
        return level + amount if self.falls else level - amount


def check_amount_and_rate(view: View, _options: Options) -> Iterator[Finding]:
    """Rates that stand beside the amount of the same change."""
    for rate in view.figures:
        if rate.unit != "%" or rate.table is not None:
            continue
        told = _told(view, rate) if rate.kind == "change_rel" or _is_bracketed(view, rate) else None
        if told is None:
            continue
        readings = [told, *(told._replace(level=whole) for whole in wholes_before(view, rate, told.level))]
        fitting = next((each for each in readings if _fits(each)), told)
        yield from _judge(view, fitting, doubt=len(readings) > 1)


def _is_bracketed(view: View, rate: Quantity) -> bool:
    """An increase of £1.2 million (10%): the rate of the amount right before it."""
    before = view.mates_before(rate)
    if not before or before[-1].kind != "change_abs" or rate.kind != "ratio":
        return False
    return bool(_BRACKETED.fullmatch(view.text[before[-1].span.end : rate.span.start]))


def _told(view: View, rate: Quantity) -> _Told | None:
    level = level_of(view, rate) or _level_behind(view, rate) or _level_of_amount(view, rate)
    if level is None or level.kind != "level" or _has_base(view, level):
        return None
    amounts = [m for m in view.mates(rate) if _is_amount(view, m, rate, level)]
    terms = in_one_unit(amounts[0], level) if len(amounts) == 1 else None
    if terms is None or is_average(view, rate):
        return None
    told = _Told(rate, *terms)
    return told if told.before > 0 and told.range_before().low > 0 else None


def _has_base(view: View, level: Quantity) -> bool:
    """Whether the earlier level is told, so that the rate is judged by the two levels."""
    before = view.figure.get(level.baseline) if level.baseline else None
    return before is not None and same_family(before.unit, level.unit)


def _level_behind(view: View, rate: Quantity) -> Quantity | None:
    """增加1.2万人、增长10%，达到13.2万人: the level that a change led to."""
    behind = [m for m in view.mates(rate) if m.span.start >= rate.span.end and m.kind == "level"]
    if not behind or stops(view.text[rate.span.end : behind[0].span.start]):
        return None
    return behind[0] if pattern("amount_rate", "led_to").search(view.lead(behind[0])) else None


def _level_of_amount(view: View, rate: Quantity) -> Quantity | None:
    """The level of the amount that stands right before a rate."""
    before = view.mates_before(rate)
    return level_of(view, before[-1]) if before and before[-1].kind == "change_abs" else None


def _is_amount(view: View, amount: Quantity, rate: Quantity, level: Quantity) -> bool:
    """Whether a figure is the amount of the change that `rate` is the rate of."""
    if amount.kind != "change_abs" or not same_family(amount.unit, level.unit):
        return False
    if None not in (amount.direction, rate.direction) and amount.direction != rate.direction:
        return False
    first, second = sorted((amount, rate), key=lambda figure: figure.span.start)
    between = view.text[first.span.end : second.span.start]
    if stops(between) or _bases_differ(view, amount, rate) or amount.of not in (None, level.id):
        return False
    return amount.of == level.id or names(view, amount, level)


def _bases_differ(view: View, amount: Quantity, rate: Quantity) -> bool:
    bases = [_base(view, each) for each in (amount, rate)]
    return None not in bases and bases[0] != bases[1]


def _base(view: View, figure: Quantity) -> str | None:
    """The year that a change's own clause measures from."""
    lead = view.lead(figure)
    year = _YEAR.search(lead)
    if year:
        return year[0]
    last = pattern("amount_rate", "last_year").search(lead)
    return str(view.period - 1) if last and view.period is not None else None


def _fits(told: _Told) -> bool:
    stated, quantum = told.rate.value / _HUNDRED, told.rate.quantum / _HUNDRED
    return agreement(stated, quantum, told.amount.value / told.before, told.possible()) != "differs"


def _judge(view: View, told: _Told, *, doubt: bool) -> Iterator[Finding]:
    rate, amount, level = told
    recomputed, possible = amount.value / told.before, told.possible()
    stated, quantum = rate.value / _HUNDRED, rate.quantum / _HUNDRED
    differs = not _fits(told)
    formula = (
        f"{plain(amount.value)} / ({plain(level.value)} {'+' if told.falls else '-'} {plain(amount.value)})"
    )
    words: dict[str, Scalar] = {
        "level": level.surface,
        "before": plain(told.before),
        "value": percent(recomputed),
    }
    operands = [(view, amount), (view, level)]
    estimates = any(map(vague, (rate, amount, level)))
    if differs and (not owns(view, rate, level) or is_cause(view, rate, level)):
        return
    if differs and is_in_real_terms(view, rate, level):
        yield make_finding(
            view, "growth", "cannot_check", "growth_in_real_terms",
            claimed=rate, operands=operands, formula=formula,
            recomputed=recomputed, stated=stated, args=words,
        )  # fmt: skip
        return
    if differs and estimates and not _is_far(stated, recomputed):
        return
    yield judged(
        view, "growth", "growth",
        claimed=rate, operands=operands, formula=formula, stated=stated, quantum=quantum,
        recomputed=recomputed, possible=possible, doubt=estimates or doubt, args=words,
    )  # fmt: skip


def _is_far(stated: Decimal, recomputed: Decimal) -> bool:
    """Whether a stated rate is so far off that estimates can't explain it."""
    return abs(stated - recomputed) * 2 > max(abs(stated), abs(recomputed))
