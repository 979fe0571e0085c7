"""Figures that are one level over another: how much of a plan was done, and averages for each."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.rates.per_capita import is_population
from yoy.checks.finding import judged, percent, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import in_one_unit, range_of, stops, vague
from yoy.language.tolerance import agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_HUNDRED = Decimal(100)
_MYRIAD = Decimal(10_000)
_CLOSE = Decimal("0.01")


def check_completion(view: View, _options: Options) -> Iterator[Finding]:
    """年初预算10万元，支出决算8.9万元，完成年初预算的89%: the outcome over the plan."""
    for rate in view.figures:
        if not is_completion(view, rate):
            continue
        near = _levels_near(view, rate)
        plans = [f for f in near if _is_plan(view, f)]
        done = [f for f in near if f not in plans and _is_done(view, f)]
        told = [pair for p in plans for d in done if (pair := in_one_unit(d, p)) is not None]
        pairs = [(d, p) for d, p in told if range_of(p).low > 0]
        yield from _judge_rate(view, rate, pairs)


def is_completion(view: View, figure: Quantity) -> bool:
    """Whether a percentage says how much of a plan was done."""
    if figure.unit != "%" or figure.kind != "ratio" or figure.role == "target" or figure.table is not None:
        return False
    lead = view.lead(figure)
    if view.report.document.language == "en":
        behind = view.text[figure.span.end : figure.span.end + 40]
        of_plan = pattern("completion", "english_of").search(behind)
        rate = pattern("completion", "english_rate").search(lead)
        return bool(of_plan or rate)
    before = view.mates_before(figure)
    if lead == "的" and before:
        return bool(pattern("completion", "fulfilled").search(view.lead(before[-1])))
    return any(pattern("completion", name).search(lead) for name in ("rate", "of_plan"))


def _levels_near(view: View, rate: Quantity) -> list[Quantity]:
    """The levels of the sentence, no semicolon between them and the rate."""
    found = []
    for mate in view.mates(rate):
        first, second = sorted((mate, rate), key=lambda figure: figure.span.start)
        apart = stops(view.text[first.span.end : second.span.start])
        if mate.kind == "level" and mate.table is None and not apart:
            found.append(mate)
    return found


def _is_plan(view: View, figure: Quantity) -> bool:
    name = "english_plan" if view.report.document.language == "en" else "plan"
    return bool(pattern("completion", name).search(view.lead(figure)))


def _is_done(view: View, figure: Quantity) -> bool:
    if view.report.document.language == "en":
        return True
    return bool(pattern("completion", "done").search(view.lead(figure)))


def _judge_rate(view: View, rate: Quantity, pairs: Sequence[tuple[Quantity, Quantity]]) -> Iterator[Finding]:
    """The pair that gives the rate; wrong only where there is one pair to choose from."""
    stated, quantum = rate.value / _HUNDRED, rate.quantum / _HUNDRED
    fits = [
        (d, p)
        for d, p in pairs
        if agreement(stated, quantum, d.value / p.value, range_of(d) / range_of(p)) != "differs"
    ]
    chosen = fits or (pairs if len(pairs) == 1 else [])
    if not chosen or (not fits and any(map(vague, (rate, *chosen[0])))):
        return
    part, base = chosen[0]
    share = part.value / base.value
    yield judged(
        view, "completion", "completion",
        claimed=rate, operands=[(view, part), (view, base)],
        formula=f"{plain(part.value)} / {plain(base.value)}",
        stated=stated, quantum=quantum, recomputed=share, possible=range_of(part) / range_of(base),
        args={"part": part.surface, "base": base.surface, "share": percent(share)},
    )  # fmt: skip


def check_average(view: View, _options: Options) -> Iterator[Finding]:
    """培训12场，1200人次参加，平均每场100人次: the total over the count."""
    for claim in view.figures:
        each = _told_for(view, claim)
        if each is None:
            continue
        near = [f for f in _levels_near(view, claim) if f.id != claim.id and f.period == claim.period]
        told = [terms for f in near if (terms := in_one_unit(claim, f)) is not None]
        others = [f for f in near if in_one_unit(claim, f) is None]
        counts = [f for f in others if _counts(view, f, each) and range_of(f).low > 0]
        if len(told) == len(counts) == 1:
            average, whole = told[0]
            yield from _judge_average(view, average, whole, counts[0])


def _told_for(view: View, claim: Quantity) -> str | None:
    """What an average is told for: 人, 户, session."""
    if claim.kind != "level" or claim.table is not None or claim.role == "target":
        return None
    if view.report.document.language == "en":
        opens = pattern("average", "english").search(view.lead(claim))
        told = pattern("average", "english_each").search(view.text[claim.span.end : claim.span.end + 40])
        return told["unit"] if opens and told else None
    found = pattern("average", "lead").search(view.lead(claim))
    return (found["each"] or found["short"][0]) if found else None


def _counts(view: View, figure: Quantity, each: str) -> bool:
    """Whether a figure counts what an average is told for; the people of a place are another check's."""
    if is_population(view, figure):
        return False
    if view.report.document.language == "en":
        behind = view.text[figure.span.start : figure.span.end + 24].casefold()
        return bool(re.search(rf"\b{re.escape(each)}(?:s|es)?\b", behind))
    return (figure.unit or "").startswith(each)


def _is_slip(stated: Decimal, recomputed: Decimal) -> bool:
    """Whether a figure is off by 万: a unit left out or put twice."""
    return recomputed > 0 and abs(stated / recomputed / _MYRIAD - 1) < _CLOSE


def _judge_average(view: View, claim: Quantity, whole: Quantity, count: Quantity) -> Iterator[Finding]:
    """The average of the total and the count, of which there is one each."""
    if whole.value < claim.value and not _is_slip(claim.value, whole.value / count.value):
        return
    result, possible = whole.value / count.value, range_of(whole) / range_of(count)
    differs = agreement(claim.value, claim.quantum, result, possible) == "differs"
    if differs and any(map(vague, (claim, whole, count))):
        return
    yield judged(
        view, "average", "average",
        claimed=claim, operands=[(view, whole), (view, count)],
        formula=f"{plain(whole.value)} / {plain(count.value)}",
        stated=claim.value, quantum=claim.quantum, recomputed=result, possible=possible,
        args={"total": whole.surface, "count": count.surface},
    )  # fmt: skip
