"""Claimed changes against the two levels: inside one report, and against last year's report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.change import change_of
from yoy.checks.arithmetic.levels import (
    as_change,
    is_average,
    is_cause,
    is_in_real_terms,
    leaves_prices_open,
    level_of,
    owns,
    wholes_before,
)
from yoy.checks.finding import judged, make_finding, percent, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import in_unit, is_stretch, unlike, vague
from yoy.language.tolerance import agreement
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.arithmetic.change import Change
    from yoy.checks.view import Term, View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

# How far a figure can be from one that is called an estimate of it.
_ESTIMATE = Decimal("0.03")
_CHANGES = ("change_abs", "change_rel")
# Two levels further apart than this are hardly of one thing when a small change is claimed.
_FAR = Decimal(2)
# How much of a growth rate prices, or a base counted anew, can explain where nothing is said of them.
_PRICES = Decimal("0.02")
_ZERO, _ONE = Decimal(0), Decimal(1)


def check_growth(view: View, _options: Options) -> Iterator[Finding]:
    """Changes with both levels in the report: 由581项精简至558项,净减少23项; 27万件,较上年22.3万件增长21%."""
    for figure in view.figures:
        claim = as_change(view, figure)
        level = level_of(view, claim) if claim.kind in _CHANGES else None
        if level is None:
            continue
        before = view.figure.get(level.baseline) if level.baseline else None
        if before is not None and same_family(before.unit, level.unit):
            yield from _judge(view, claim, level, (view, before))


def _judge(view: View, claim: Quantity, level: Quantity, before: Term) -> Iterator[Finding]:
    change = change_of(claim, level, before[1])
    if change is None:
        return
    if _agrees(change):
        yield _finding(view, claim, change, [(view, level), before])
        return
    unsure = vague(claim) or vague(level) or vague(before[1]) or is_cause(view, claim, level)
    unsure = unsure or bool(wholes_before(view, claim, level))
    average = is_average(view, claim) or is_stretch(claim)
    if unsure or average or not owns(view, claim, level):
        return
    operands = [(view, level), before]
    if change.relative and is_in_real_terms(view, claim, level):
        yield _finding_open(view, claim, change, operands, "growth_in_real_terms")
        return
    yield _finding(view, claim, change, operands)


def _agrees(change: Change) -> bool:
    return agreement(change.stated, change.quantum, change.recomputed, change.possible) != "differs"


def check_growth_on_last_year(both: PairView, _options: Options) -> Iterator[Finding]:
    """信访总量7623件，同比下降15.9% against the level in last year's report."""
    view = both.current
    for claim in view.figures:
        level = level_of(view, claim) if claim.kind in _CHANGES and claim.role != "target" else None
        if level is None or level.role == "target" or not _on_last_year(both, claim, level):
            continue
        before = both.last_year(level)
        if before is None:
            yield _without_base(view, claim, level)
        elif same_family(before.unit, level.unit) or both.is_sure(level):
            yield from _against(both, claim, level, before)


def _on_last_year(both: PairView, claim: Quantity, level: Quantity) -> bool:
    """Whether the change starts from the prior report's year, as far as the text says."""
    base = claim.base_period or level.base_period
    year = both.prior.period
    if base and year and base[:4] != str(year):
        return False
    around = both.current.lead(claim) + both.current.tail(claim)
    if both.current.report.document.language == "en":
        around += both.current.text[claim.span.end : both.current.sentence(claim).end]
    if pattern("growth", "average").search(around) or pattern("growth", "other_base").search(around):
        return False
    if both.is_kept(claim):
        return False
    stated = both.current.figure.get(level.baseline) if level.baseline else None
    return stated is None or stated.period in (None, str(year))


def _without_base(view: View, claim: Quantity, level: Quantity) -> Finding:
    return make_finding(
        view,
        "growth",
        "cannot_check",
        "growth_without_base",
        claimed=claim,
        operands=[(view, level)],
        args={"level": level.surface},
    )


def _against(both: PairView, claim: Quantity, level: Quantity, before: Quantity) -> Iterator[Finding]:
    view = both.current
    meant = replace(claim, kind="change_rel", unit="%") if _is_misused(claim, level) else claim
    change = change_of(meant, level, before)
    if change is None or (meant is not claim and not _agrees(change)):
        return
    operands = [(view, level), (both.prior, before)]
    if _agrees(change):
        yield _finding(view, claim, change, operands)
    elif change.relative and is_in_real_terms(view, claim, level):
        if leaves_prices_open(view, claim, level) and abs(change.stated - change.recomputed) > _PRICES:
            yield from _differing(both, claim, change, operands, doubt=True)
        else:
            yield _finding_open(view, claim, change, operands, "growth_in_real_terms")
    else:
        yield from _differing(both, claim, change, operands)


def _differing(
    both: PairView, claim: Quantity, change: Change, operands: list[Term], *, doubt: bool = False
) -> Iterator[Finding]:
    """What a claim that last year's level doesn't bear out is called: wrong, doubtful or open."""
    view, (level, before) = both.current, (operands[0][1], operands[1][1])
    estimates = [figure for figure in (claim, level, before) if vague(figure)]
    if estimates:
        if both.is_sure(level) and _is_out_of_reach(change, estimates):
            yield _finding(view, claim, change, operands, doubt=True)
        else:
            yield _finding_open(view, claim, change, operands)
        return
    if not owns(view, claim, level) or is_cause(view, claim, level):
        return
    told = in_unit(before, level.unit) or before
    apart = _is_of_another_kind(both, claim, level, before) or _is_elsewhere(change, level, told)
    if apart or not (both.is_sure(level) or both.is_likely(level)):
        yield _finding_open(view, claim, change, operands)
        return
    certain = both.is_sure(level) and both.is_of_one_name(level) and not wholes_before(view, claim, level)
    if not certain and change.recomputed * change.stated < 0:
        yield _finding_open(view, claim, change, operands)
        return
    yield _finding(view, claim, change, operands, doubt=doubt or not certain)


def _is_of_another_kind(both: PairView, claim: Quantity, level: Quantity, before: Quantity) -> bool:
    """Whether the levels differ in scope, basis or years, are planned, or count newcomers alone."""
    view = both.current
    if unlike((view, level), (both.prior, before)) is not None or is_stretch(claim):
        return True
    if pattern("growth", "net_new").search(view.lead(level)) and claim.kind == "change_rel":
        return True
    sides = ((view, level), (both.prior, before))
    planned = [bool(pattern("growth", "planned").search(owner.lead(figure))) for owner, figure in sides]
    return planned[0] != planned[1] or not all(owner.tells_results(f.passage) for owner, f in sides)


def _is_elsewhere(change: Change, level: Quantity, before: Quantity) -> bool:
    """Whether two levels lie so far apart, and so far from the claim, that they can't be one thing's."""
    larger, smaller = max(level.value, before.value), min(level.value, before.value)
    stated = abs(change.stated) if change.relative else abs(change.stated) / max(before.value, _ONE)
    return larger > _FAR * max(smaller, _ZERO) and stated < 1


def _is_out_of_reach(change: Change, estimates: Sequence[Quantity]) -> bool:
    """Whether a rate is off by more than estimates (约430) explain; bounds (超430) explain anything."""
    if not change.relative or any(
        (figure.approx or "").casefold() not in words("growth", "estimates") for figure in estimates
    ):
        return False
    reach = _ESTIMATE * len(estimates) + change.quantum
    return not change.possible.low - reach <= change.stated <= change.possible.high + reach


def _is_misused(claim: Quantity, level: Quantity) -> bool:
    """百分点 on a count, which is another check's matter."""
    return claim.unit == "百分点" and level.unit != "%"


def _finding_open(
    view: View, claim: Quantity, change: Change, operands: list[Term], code: str = "growth_open"
) -> Finding:
    return make_finding(
        view,
        "growth",
        "cannot_check",
        code,
        claimed=claim,
        operands=operands,
        formula=change.formula,
        recomputed=change.recomputed,
        stated=change.stated,
        args=_words(change, operands),
    )


def _finding(
    view: View, claim: Quantity, change: Change, operands: list[Term], *, doubt: bool = False
) -> Finding:
    return judged(
        view,
        "growth" if change.relative or claim.unit == "百分点" else "difference",
        "growth" if change.relative else "difference",
        claimed=claim,
        operands=operands,
        formula=change.formula,
        stated=change.stated,
        quantum=change.quantum,
        recomputed=change.recomputed,
        possible=change.possible,
        doubt=doubt,
        args=_words(change, operands),
    )


def _words(change: Change, operands: list[Term]) -> dict[str, str | int | bool | None]:
    return {
        "level": operands[0][1].surface,
        "before": operands[1][1].surface,
        "value": percent(change.recomputed) if change.relative else plain(change.recomputed),
    }
