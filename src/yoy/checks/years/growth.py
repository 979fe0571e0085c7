"""Claimed changes against the two levels: inside one report, and against last year's report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.change import change_of
from yoy.checks.arithmetic.levels import level_of, names
from yoy.checks.finding import judged, make_finding, percent, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import vague
from yoy.language.tolerance import agreement
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.arithmetic.change import Change
    from yoy.checks.finding import Term
    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

# How far a figure can be from one that is called an estimate of it.
_ESTIMATE = Decimal("0.03")
_CHANGES = ("change_abs", "change_rel")


def check_growth(view: View, _options: Options) -> Iterator[Finding]:
    """Changes with both levels in the report: 由581项精简至558项,净减少23项; 27万件,较上年22.3万件增长21%."""
    for claim in view.figures:
        level = level_of(view, claim) if claim.kind in _CHANGES else None
        if level is None:
            continue
        before = view.figure.get(level.baseline) if level.baseline else None
        if before is not None and same_family(before.unit, level.unit):
            yield from _judge(view, claim, level, (view, before))
        else:
            yield from _from_both_changes(view, claim, level)


def _from_both_changes(view: View, claim: Quantity, level: Quantity) -> Iterator[Finding]:
    """增加约1.5万亿元、规模近9.8万亿元，增长18%: the level before follows from the difference."""
    if claim.kind != "change_rel":
        return
    amounts = [
        mate
        for mate in view.mates(claim)
        if mate.kind == "change_abs" and mate.direction == claim.direction and mate.unit == level.unit
    ]
    near = [m for m in amounts if m.of == level.id or m.span.end <= level.span.start]
    if len(near) != 1 or near[0].value >= level.value:
        return
    amount = near[0]
    step = -amount.value if claim.direction != "down" else amount.value
    before = replace(level, value=level.value + step, quantum=max(level.quantum, amount.quantum))
    change = change_of(claim, level, before)
    if change is None or (not _agrees(change) and not _is_far(change)):
        return
    base = f"({plain(level.value)} {'-' if step < 0 else '+'} {plain(amount.value)})"
    change = change._replace(formula=f"{plain(amount.value)} / {base}")
    yield _finding(view, claim, change, [(view, amount), (view, level)], doubt=True)


def _is_far(change: Change) -> bool:
    """Whether a stated rate is so far off that estimates can't explain it."""
    larger = max(abs(change.stated), abs(change.recomputed))
    return abs(change.stated - change.recomputed) * 2 > larger


def _judge(view: View, claim: Quantity, level: Quantity, before: Term) -> Iterator[Finding]:
    change = change_of(claim, level, before[1])
    if change is None:
        return
    unsure = vague(claim) or vague(level) or vague(before[1]) or _is_cause(view, claim, level)
    if not _agrees(change) and (unsure or not names(view, claim, level)):
        return
    yield _finding(view, claim, change, [(view, level), before])


def _is_cause(view: View, claim: Quantity, level: Quantity) -> bool:
    """Whether a change is named as a cause of another: to $1,056 million due to increases of 24%."""
    between = view.text[level.span.end : claim.span.start]
    return bool(pattern("growth", "cause").search(between))


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
        return
    estimates = [figure for figure in (claim, level, before) if vague(figure)]
    beyond = _is_beyond_levels(both, claim, level)
    if estimates and not beyond and both.is_sure(level) and _is_out_of_reach(change, estimates):
        yield _finding(view, claim, change, operands, doubt=True)
        return
    if beyond or estimates:
        yield _finding_open(view, claim, change, operands)
        return
    if not names(view, claim, level) or _is_cause(view, claim, level):
        return
    if both.is_sure(level) or both.is_likely(level):
        yield _finding(view, claim, change, operands, doubt=not both.is_sure(level))
        return
    yield _finding_open(view, claim, change, operands)


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


def _is_beyond_levels(both: PairView, claim: Quantity, level: Quantity) -> bool:
    """Whether growth is stated in real terms or like for like, which levels as printed can't show."""
    sentence = both.current.sentence(claim).of(both.current.text)
    start = max(0, level.span.start - both.current.sentence(claim).start - 24)
    around = sentence[start : claim.span.end - both.current.sentence(claim).start]
    return bool(pattern("growth", "real_terms").search(f"{around}{level.indicator}"))


def _finding_open(view: View, claim: Quantity, change: Change, operands: list[Term]) -> Finding:
    return make_finding(
        view,
        "growth",
        "cannot_check",
        "growth_open",
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
