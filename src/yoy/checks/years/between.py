"""A level between two years: what the growth told of it and the growth told from it both deny.

2016年100件; 2017年130件，增长10%; 2018年121件，增长10%: both rates lead to 110, so 130 is what is wrong.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.arithmetic.levels import is_average, is_cause, is_in_real_terms, level_of, owns, wholes_before
from yoy.checks.finding import judged, plain
from yoy.checks.view import in_one_unit, is_stretch, range_of, unlike, vague
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity

_HUNDRED = Decimal(100)


class _Growth(NamedTuple):
    """A level with the rate at which it grew, and last year's level."""

    rate: Quantity
    level: Quantity
    before: Quantity


def check_between(first: PairView, second: PairView) -> Iterator[Finding]:
    """Levels of the middle year, where `first` leads to it and `second` from it."""
    grown = {growth.level.id: growth for growth in _growths(first)}
    for later in _growths(second):
        earlier = grown.get(later.before.id)
        if earlier is not None:
            yield from _judge(first, second, earlier, later)


def _growths(both: PairView) -> Iterator[_Growth]:
    """Rates of growth on last year that surely are their level's, as printed."""
    view = both.current
    for rate in view.figures:
        if rate.kind != "change_rel" or rate.unit != "%" or rate.role == "target" or rate.table is not None:
            continue
        level = level_of(view, rate)
        before = both.last_year(level) if level is not None else None
        if level is None or before is None or not (both.is_sure(level) or both.is_likely(level)):
            continue
        if _is_plain(both, rate, level) and unlike((view, level), (both.prior, before)) is None:
            yield _Growth(rate, level, before)


def _is_plain(both: PairView, rate: Quantity, level: Quantity) -> bool:
    """Whether a rate is of one level and one year, no estimate and not in constant prices."""
    view = both.current
    if vague(rate) or vague(level) or is_stretch(rate) or is_stretch(level) or rate.direction is None:
        return False
    if rate.base_period not in (None, str(both.prior.period)) or is_average(view, rate):
        return False
    if wholes_before(view, rate, level) or is_cause(view, rate, level) or both.is_kept(rate):
        return False
    return owns(view, rate, level) and not is_in_real_terms(view, rate, level)


def _judge(first: PairView, second: PairView, earlier: _Growth, later: _Growth) -> Iterator[Finding]:
    told = in_one_unit(earlier.before, earlier.level, later.level)
    if told is None or vague(earlier.before):
        return
    start, level, end = told
    forward, backward = _factor(earlier.rate), _factor(later.rate)
    if forward.low <= 0 or backward.low <= 0 or range_of(start).low <= 0:
        return
    reached, left = _product(range_of(start), forward), range_of(end) / backward
    result = end.value / _growth(later.rate)
    outcomes = [
        agreement(level.value, level.quantum, *each)
        for each in ((start.value * _growth(earlier.rate), reached), (result, left))
    ]
    if set(outcomes) != {"differs"} or not reached.meets(left):
        return
    sure = all(both.is_sure(each.level) for both, each in ((first, earlier), (second, later)))
    sure = sure and first.is_of_one_name(earlier.level) and second.is_of_one_name(later.level)
    yield judged(
        second.prior,
        "growth",
        "between",
        claimed=earlier.level,
        operands=[
            (second.current, later.level),
            (second.current, later.rate),
            (second.prior, earlier.rate),
        ],
        formula=f"{plain(end.value)} / {plain(_growth(later.rate))}",
        stated=level.value,
        quantum=level.quantum,
        recomputed=result,
        possible=left,
        doubt=not sure,
        args={
            "before": earlier.before.surface,
            "rate": earlier.rate.surface,
            "later": later.level.surface,
            "next_rate": later.rate.surface,
        },
    )


def _growth(rate: Quantity) -> Decimal:
    return 1 + (-rate.value if rate.direction == "down" else rate.value) / _HUNDRED


def _factor(rate: Quantity) -> Range:
    return Range.printed(_growth(rate), rate.quantum / _HUNDRED)


def _product(one: Range, other: Range) -> Range:
    """The product of two ranges above 0."""
    return Range(one.low * other.low, one.high * other.high)
