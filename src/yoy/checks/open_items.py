"""What a person must decide, in the order in which to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import OpenItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yoy.model import Finding, Report, ReportPair

_PROMISE = "promise"
_UNKEPT = ("behind", "not_mentioned")
_DROPPED = "dropped_indicator"


def open_items(pair: ReportPair, prior: Report, current: Report, *, is_first: bool) -> tuple[OpenItem, ...]:
    """The open items of a pair; what is wrong in the oldest report stands with the first pair.

    Args:
        is_first: whether no earlier pair tells what is wrong in `prior`.
    """
    findings = (*(prior.findings if is_first else ()), *current.findings, *pair.findings)
    return (
        *_of_findings(findings, "inconsistent"),
        *_of_findings(findings, "suspect"),
        *_to_confirm(pair),
        *_flagged(pair),
        *_dropped(pair, prior),
        *_promises(pair, prior),
    )


def _of_findings(findings: Iterable[Finding], verdict: str) -> Iterator[OpenItem]:
    """Findings of one verdict; promises and figures no longer given have kinds of their own."""
    for finding in findings:
        if finding.verdict == verdict and finding.check not in (_PROMISE, _DROPPED):
            yield OpenItem(
                key=finding.key,
                kind="inconsistent" if verdict == "inconsistent" else "suspect",
                finding=finding.id,
            )


def _to_confirm(pair: ReportPair) -> Iterator[OpenItem]:
    for number in pair.numbers:
        if number.confirm:
            yield OpenItem(key=number.key, kind="confirm", number=number.id)
    for link in pair.sections:
        if link.confirm:
            yield OpenItem(key=link.key, kind="confirm", link=link.key)


def _flagged(pair: ReportPair) -> Iterator[OpenItem]:
    for number in pair.numbers:
        if number.flagged and not number.confirm:
            yield OpenItem(key=number.key, kind="flagged", number=number.id)


def _dropped(pair: ReportPair, prior: Report) -> Iterator[OpenItem]:
    """Results no longer given; plans run out, and the count of a sentence's own list is no indicator."""
    told = {q.id for q in prior.figures.quantities if q.role == "result" and q.doubt != "list_count"}
    for number in pair.numbers:
        if number.relation == "removed" and number.prior in told:
            yield OpenItem(key=number.key, kind="dropped", number=number.id)


def _promises(pair: ReportPair, prior: Report) -> Iterator[OpenItem]:
    """Promises that a finding asks about: what can be looked for, and is behind, missed or not told of."""
    asked = {
        place.span
        for finding in pair.findings
        if finding.check == _PROMISE and finding.verdict != "consistent"
        for place in finding.spans
        if place.report == prior.id
    }
    spans = {passage.id: passage.span for passage in prior.outline.passages}
    for promise in pair.promises:
        if promise.status in _UNKEPT and asked.intersection(spans[i] for i in promise.prior if i in spans):
            yield OpenItem(key=promise.key, kind="promise", link=promise.key)
