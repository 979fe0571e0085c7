"""承诺跟踪: last year's plan, sentence by sentence, against what this year's report says of it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.checks.finding import as_printed, make_finding, plain
from yoy.checks.years.evidence import Sources
from yoy.checks.years.reuse import is_sentence
from yoy.language.identity import Occurrences
from yoy.language.tokens import masked
from yoy.language.units import convert, counts_classes
from yoy.model import Promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.checks.years.evidence import Evidence
    from yoy.checks.years.pair_view import Outcome, PairView
    from yoy.model import Finding, Passage, PromiseStatus
    from yoy.options import Options

_SHORTEST = 9
_LEEWAY = Decimal("0.05")
"""How far a result may fall short of a target that says 左右."""
_NO_PROMISE = ("：", ":", "！", "!")
"""What announces a list, and what calls upon the audience."""


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    words = lexicon.data("promises")[section][name]
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def track_promises(both: PairView) -> tuple[tuple[Promise, ...], dict[str, tuple[Outcome, ...]]]:
    """Every commitment of the prior report with its status, and the figures for its targets by its passage.

    A commitment that the report is silent on is not_mentioned.
    """
    sources = Sources(both)
    occurrences = Occurrences()
    made = []
    outcomes = {}
    for passage in _commitments(both.prior):
        evidence = sources.evidence(passage)
        outcomes[passage.id] = evidence.outcomes
        made.append(
            Promise(
                key=occurrences.key("promise", masked(passage.span.of(both.prior.text))),
                prior=(passage.id,),
                current=(evidence.passage.id,) if evidence.passage else (),
                status=_status(both, passage, evidence),
                numbers=tuple(outcome.link for outcome in evidence.outcomes if outcome.link),
            )
        )
    return tuple(made), outcomes


def _commitments(view: View) -> Iterator[Passage]:
    verbs = _pattern("commitment", "verbs")
    for passage in view.passages:
        if not is_sentence(passage) or not view.plans_a_year(passage):
            continue
        text = passage.span.of(view.text)
        if len(masked(text)) >= _SHORTEST and verbs.search(text) and not text.rstrip().endswith(_NO_PROMISE):
            yield passage


def _status(both: PairView, passage: Passage, evidence: Evidence) -> PromiseStatus:
    if evidence.passage is None:
        return "not_mentioned"
    said = evidence.passage.span.of(both.current.text)
    if evidence.outcomes:
        if all(is_met(both, outcome) for outcome in evidence.outcomes):
            return "done" if _is_told_whole(both, passage, evidence) else "progress"
        return "progress" if _pattern("evidence", "under_way").search(said) else "behind"
    if _pattern("evidence", "behind").search(said):
        return "behind"
    whole = lexicon.pattern("promises.evidence.done_whole").search(evidence.clause)
    finished = whole or _pattern("evidence", "done").search(evidence.clause)
    return "done" if finished and not _pattern("evidence", "under_way").search(said) else "progress"


def _is_told_whole(both: PairView, promise: Passage, evidence: Evidence) -> bool:
    """Whether every target of a promise has its result, by sure links or where its words lead as well."""
    told = both.prior.of_passage.get(promise.id, ())
    targets = [f for f in told if f.role == "target" and not counts_classes(f.unit)]
    sure = evidence.agreed or all(outcome.sure for outcome in evidence.outcomes)
    return sure and len(targets) <= len(evidence.outcomes)


def is_met(both: PairView, outcome: Outcome) -> bool:
    """Whether a result reaches its target, at least, at most or nearly as the promise says."""
    result, target = _in_target_unit(outcome), outcome.target
    about = target.approx is not None and _pattern("commitment", "around").search(target.approx)
    leeway = abs(target.value) * _LEEWAY if about else Decimal(0)
    return result <= target.value + leeway if _is_ceiling(both, outcome) else result >= target.value - leeway


def _in_target_unit(outcome: Outcome) -> Decimal:
    """The result in the target's unit; counts in other words (台 for 部) are compared as they are.

    A change that goes the other way than its target counts as negative: 增长8% and 下降2.1%.
    """
    result, target = outcome.result, outcome.target
    value = convert(result.value, result.unit, target.unit)
    value = result.value if value is None else value
    changes = result.kind.startswith("change") and target.kind.startswith("change")
    return -value if changes and (result.direction == "down") != (target.direction == "down") else value


def _is_ceiling(both: PairView, outcome: Outcome) -> bool:
    """Whether a target is an upper bound: it says so, or less of the thing is better (失业率)."""
    target = outcome.target
    if target.direction == "down":
        return False
    lead, tail = both.prior.lead(target), both.prior.tail(target)
    if _bounded("most", lead, tail):
        return True
    less = _pattern("commitment", "less_is_better").search(f"{target.indicator}{lead}")
    return less is not None and not _bounded("least", lead, tail)


def _bounded(way: str, lead: str, tail: str) -> bool:
    """Whether words beside a figure bound it: 不超过 before, 以内 behind; 3岁以下 before it bounds an age."""
    before, behind = _pattern("commitment", f"{way}_before"), _pattern("commitment", f"{way}_behind")
    return bool(before.search(lead) or behind.search(tail))


def check_promises(both: PairView, _options: Options) -> Iterator[Finding]:
    """Targets met and missed, promises behind, and concrete promises that the report is silent on."""
    for promise in both.pair.promises:
        passage = both.prior.passage[promise.prior[0]]
        text = passage.span.of(both.prior.text)
        outcomes = both.outcomes[passage.id]
        for outcome in outcomes:
            yield _target_finding(both, outcome)
        silent = promise.status == "not_mentioned" and _is_concrete(text)
        if not outcomes and (silent or promise.status == "behind"):
            yield _untold(both, promise, passage, text)


def _is_concrete(text: str) -> bool:
    """Whether a promise can be looked for: with a figure, a date, or a thing to be made."""
    return any(map(str.isdigit, text)) or _pattern("commitment", "concrete").search(text) is not None


def _target_finding(both: PairView, outcome: Outcome) -> Finding:
    """A target that no pair links to its result is called neither met nor missed: a person must see."""
    met = is_met(both, outcome)
    target, result = outcome.target, outcome.result
    value = _in_target_unit(outcome)
    return make_finding(
        both.current,
        "promise",
        "cannot_check" if not outcome.sure else "consistent" if met else "suspect",
        "target_met" if met else "target_missed",
        claimed=result,
        operands=[(both.prior, target)],
        formula=f"{plain(value)} {'<=' if _is_ceiling(both, outcome) else '>='} {plain(target.value)}",
        recomputed=value - target.value,
        args={"target": target.surface, "difference": as_printed(abs(value - target.value), target)},
    )


def _untold(both: PairView, promise: Promise, passage: Passage, text: str) -> Finding:
    behind = promise.status == "behind"
    spans = [(both.prior, passage.span)]
    spans += [(both.current, both.current.passage[each].span) for each in promise.current]
    return make_finding(
        both.prior,
        "promise",
        "suspect" if behind else "cannot_check",
        "promise_behind" if behind else "promise_not_mentioned",
        subject=masked(text),
        spans=spans,
        args={"text": text.strip()[:60], "year": both.current.id},
    )
