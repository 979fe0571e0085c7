"""What a person must decide, and in which order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from findings_by_hand import REPORT, finding, number, pair_of, with_findings
from yoy.checks.open_items import open_items
from yoy.model import Promise, ReportSpan, SectionPair

DOUBTFUL = SectionPair(
    prior=("s1",), current=("s1",), relation="renamed", score=Decimal("0.4"), key="link", confirm=True
)
ITS_PLACE = (ReportSpan(report="2018", span=REPORT.outline.passages[1].span),)


def kinds(pair: object, prior: object, current: object, *, is_first: bool = False) -> list[str]:
    return [item.kind for item in open_items(pair, prior, current, is_first=is_first)]  # type: ignore[arg-type]


def test_wrong_before_suspect_before_doubt_before_changes_before_what_is_missing() -> None:
    both = pair_of(
        number("n1", confirm=True),
        number("n2", flagged=True),
        number("n3", None, relation="removed", difference=None, growth=None),
        sections=(DOUBTFUL,),
        promises=(Promise(key="p", prior=("p1",), current=(), status="not_mentioned"),),
        findings=(
            finding("wording", "suspect", None),
            finding("restated", "inconsistent"),
            finding("promise", "cannot_check", None, spans=ITS_PLACE),
        ),
    )
    assert kinds(both, with_findings(), with_findings()) == [
        "inconsistent",
        "suspect",
        "confirm",
        "confirm",
        "flagged",
        "dropped",
        "promise",
    ]


def test_what_agrees_or_was_kept_is_nobodys_business() -> None:
    both = pair_of(
        number(),
        promises=(Promise(key="p", prior=("p1",), current=("p2",), status="done"),),
        findings=(finding("restated", "consistent"), finding("growth", "cannot_check")),
    )
    assert kinds(both, with_findings(), with_findings()) == []


def test_the_oldest_report_is_judged_with_the_first_pair_only() -> None:
    wrong = with_findings(finding("sum", "inconsistent"), report_id="2017")
    assert kinds(pair_of(), wrong, with_findings(), is_first=True) == ["inconsistent"]
    assert kinds(pair_of(), wrong, with_findings()) == []


def test_a_broken_promise_is_listed_once() -> None:
    both = replace(
        pair_of(promises=(Promise(key="p", prior=("p1",), current=("p2",), status="behind"),)),
        findings=(finding("promise", "suspect", None, spans=ITS_PLACE),),
    )
    assert kinds(both, with_findings(), with_findings()) == ["promise"]


def test_a_doubtful_change_is_asked_about_once() -> None:
    assert kinds(pair_of(number(confirm=True, flagged=True)), with_findings(), with_findings()) == ["confirm"]


def test_a_sentence_that_promises_nothing_to_look_for_is_nobodys_business() -> None:
    both = pair_of(promises=(Promise(key="p", prior=("p1",), current=(), status="not_mentioned"),))
    assert kinds(both, with_findings(), with_findings()) == []
