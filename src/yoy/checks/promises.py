"""承诺跟踪: last year's plan, sentence by sentence, against what this year's report says of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.reuse import is_sentence
from yoy.language.identity import Occurrences
from yoy.language.tokens import grams, masked
from yoy.lexicon import data
from yoy.model import Promise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.checks.pair_view import PairView
    from yoy.checks.view import View
    from yoy.model import Finding, Passage, PromiseStatus, Quantity, QuantityPair
    from yoy.options import Options

# Share of what a promise says, rare words weighing more, that a passage must have to be its evidence.
_FOUND = 0.34
_SHORTEST = 10
_MODAL = re.compile(
    r"力争|确保|争取|努力|继续|持续|进一步|全面|切实|着力|大力|深入|不断|加快|年内|以上|以内|左右|达到|要|将|推进|推动|加强|完善|健全|提高|深化|优化|做好|开展|实施|落实|工作"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What this year's report has on a promise: the passage most like it, and its targets."""

    passage: Passage | None
    links: tuple[QuantityPair, ...]


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    return re.compile(data("promises")[section][name], re.IGNORECASE)


def track_promises(both: PairView) -> tuple[Promise, ...]:
    """Every commitment of the prior report with its status; one the report is silent on is not_mentioned."""
    weights = _weights(both)
    occurrences = Occurrences()
    made = []
    for promise in _commitments(both.prior):
        text = promise.span.of(both.prior.text)
        evidence = _evidence(both, promise, text, weights)
        made.append(
            Promise(
                key=occurrences.key("promise", masked(text)),
                prior=(promise.id,),
                current=(evidence.passage.id,) if evidence.passage else (),
                status=_status(both, text, evidence),
                numbers=tuple(link.id for link in evidence.links),
            )
        )
    return tuple(made)


def _commitments(view: View) -> Iterator[Passage]:
    verbs = _pattern("commitment", "verbs")
    for passage in view.passages:
        if not is_sentence(passage) or view.roles.of(passage.id) != "plan":
            continue
        text = passage.span.of(view.text)
        if len(masked(text)) >= _SHORTEST and verbs.search(text):
            yield passage


def _weights(both: PairView) -> Mapping[str, float]:
    """Weight of each term: how few sentences of this year's report have it."""
    counts: Counter[str] = Counter()
    total = 1
    for passage in both.current.passages:
        if is_sentence(passage):
            counts.update(set(_terms(passage.span.of(both.current.text))))
            total += 1
    return {term: log(1 + total / count) for term, count in counts.items()} | {"": log(1 + total)}


def _terms(text: str) -> list[str]:
    return grams(_MODAL.sub("", masked(text)))


def _evidence(both: PairView, promise: Passage, text: str, weights: Mapping[str, float]) -> _Evidence:
    own = {figure.id for figure in both.prior.of_passage.get(promise.id, ())}
    links = tuple(
        link
        for link in both.pair.numbers
        if link.relation == "target_result" and link.prior in own and link.current and not link.confirm
    )
    if links:
        figure = both.current.figure.get(links[0].current or "")
        return _Evidence(passage=both.current.passage.get(figure.passage) if figure else None, links=links)
    return _Evidence(passage=_likest(both.current, _terms(text), weights), links=())


def _likest(view: View, wanted: Sequence[str], weights: Mapping[str, float]) -> Passage | None:
    """The sentence on results that says most of what was promised."""
    default = weights[""]
    whole = sum(weights.get(term, default) for term in wanted)
    best: tuple[float, Passage] | None = None
    for passage in view.passages:
        if not is_sentence(passage) or view.roles.of(passage.id) != "results":
            continue
        have = set(_terms(passage.span.of(view.text)))
        score = sum(weights.get(term, default) for term in wanted if term in have) / whole if whole else 0.0
        if best is None or score > best[0]:
            best = (score, passage)
    return best[1] if best and best[0] >= _FOUND else None


def _status(both: PairView, promise: str, evidence: _Evidence) -> PromiseStatus:
    if evidence.passage is None:
        return "not_mentioned"
    said = evidence.passage.span.of(both.current.text)
    if evidence.links:
        if all(_is_met(both, promise, link) for link in evidence.links):
            return "done"
        return "progress" if _pattern("evidence", "under_way").search(said) else "behind"
    if _pattern("evidence", "behind").search(said):
        return "behind"
    if _pattern("evidence", "done").search(said) and not _pattern("evidence", "under_way").search(said):
        return "done"
    return "progress"


def _is_met(both: PairView, promise: str, link: QuantityPair) -> bool:
    """Whether the result reaches the target, at least or at most as the promise says."""
    target, result = both.prior.figure.get(link.prior or ""), both.current.figure.get(link.current or "")
    if target is None or result is None:
        return False
    return (
        result.value <= target.value if _is_ceiling(both, target, promise) else result.value >= target.value
    )


def _is_ceiling(both: PairView, target: Quantity, promise: str) -> bool:
    del promise
    around = both.prior.lead(target) + " " + both.prior.tail(target)
    return bool(_pattern("commitment", "most").search(around))


def check_promises(both: PairView, _options: Options) -> Iterator[Finding]:
    """Targets met and missed, promises behind, and promises that the report is silent on."""
    for promise in both.pair.promises:
        passage = both.prior.passage[promise.prior[0]]
        text = passage.span.of(both.prior.text)
        if promise.numbers:
            yield from _target_findings(both, promise, text)
        elif promise.status == "behind" or (promise.status == "not_mentioned" and _is_concrete(text)):
            yield _silent(both, promise, passage, text)


def _is_concrete(text: str) -> bool:
    """Whether a promise can be looked for: with a figure, a date, or a thing to be made."""
    return _pattern("commitment", "concrete").search(text) is not None


def _target_findings(both: PairView, promise: Promise, text: str) -> Iterator[Finding]:
    links = {link.id: link for link in both.pair.numbers}
    for number in promise.numbers:
        link = links[number]
        target, result = both.prior.figure.get(link.prior or ""), both.current.figure.get(link.current or "")
        if target is None or result is None:
            continue
        met = _is_met(both, text, link)
        sign = "<=" if _is_ceiling(both, target, text) else ">="
        yield make_finding(
            both.current,
            "promise",
            "consistent" if met else "suspect",
            "target_met" if met else "target_missed",
            claimed=result,
            operands=[(both.prior, target)],
            formula=f"{plain(result.value)} {sign} {plain(target.value)}",
            recomputed=result.value - target.value,
            args={"target": target.surface, "difference": plain(abs(result.value - target.value))},
        )


def _silent(both: PairView, promise: Promise, passage: Passage, text: str) -> Finding:
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
