"""Every check states its judgement in one way."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checked_reports import report
from yoy.checks.finding import judged, make_finding, numbered, percent, plain
from yoy.checks.view import view_of
from yoy.language.tolerance import Range
from yoy.model import Verdict

REPORT = report("审批事项441项，其中379项达到目标，占85.94%。")
VIEW = view_of(REPORT)
RATE = next(q for q in REPORT.figures.quantities if q.unit == "%")


def judge(stated: str, recomputed: str, *, doubt: bool = False) -> tuple[str, str]:
    found = judged(
        VIEW,
        "ratio",
        "ratio",
        claimed=RATE,
        operands=(),
        formula="379 / 441",
        stated=Decimal(stated),
        quantum=Decimal("0.01"),
        recomputed=Decimal(recomputed),
        possible=Range.exact(Decimal(recomputed)),
        doubt=doubt,
    )
    return found.verdict, found.code


@pytest.mark.parametrize(
    ("stated", "recomputed", "expected"),
    [
        ("85.94", "85.94", ("consistent", "ratio_agrees")),
        ("85.94", "85.9416", ("rounding", "ratio_agrees")),
        ("85.94", "85.9481", ("rounding", "ratio_truncated")),
        ("85.94", "86.21", ("inconsistent", "ratio_differs")),
    ],
)
def test_verdict_and_code_follow_the_printed_precision(
    stated: str, recomputed: str, expected: tuple[str, str]
) -> None:
    assert judge(stated, recomputed) == expected


def test_where_the_formula_is_doubtful_nothing_is_called_wrong() -> None:
    assert judge("85.94", "86.21", doubt=True) == ("suspect", "ratio_differs")


@pytest.mark.parametrize(
    ("verdict", "code", "reason"),
    [
        ("cannot_check", "growth_in_real_terms", "does_not_apply"),
        ("cannot_check", "wording_hardened", "does_not_apply"),
        ("cannot_check", "growth_without_base", "cannot_tell"),
        ("cannot_check", "indicator_dropped", "cannot_tell"),
        ("suspect", "reused_text", None),
        ("consistent", "ratio_agrees", None),
    ],
)
def test_what_cannot_be_checked_has_its_reason(verdict: Verdict, code: str, reason: str | None) -> None:
    made = make_finding(VIEW, "growth", verdict, code, claimed=RATE)
    assert made.args.get("reason") == reason


def test_findings_of_one_subject_have_keys_of_their_own() -> None:
    same = [make_finding(VIEW, "ratio", "suspect", "ratio_differs", claimed=RATE) for _ in range(2)]
    first, second = numbered(same)
    assert (first.id, second.id) == ("f1", "f2")
    assert first.key != second.key


def test_numbers_in_sentences_have_no_idle_digits() -> None:
    assert percent(Decimal("0.8594104")) == "85.94%"
    assert percent(Decimal("0.5")) == "50%"
    assert plain(Decimal("558.000")) == "558"
