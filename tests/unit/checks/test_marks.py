"""What a reader sees beside a figure: what the checks made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from findings_by_hand import finding, pair_of, with_findings
from yoy.checks.marks import with_marks


def mark(*verdicts: tuple[str, str]) -> str:
    (marked,) = with_marks([with_findings(*(finding(*v) for v in verdicts))], [])
    return marked.figures.quantities[0].mark


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((("sum", "consistent"),), "verified"),
        ((("ratio", "rounding"),), "rounded"),
        ((("growth", "inconsistent"),), "contradicted"),
        ((("restated", "inconsistent"),), "restated"),
        ((("carry_forward", "inconsistent"),), "restated"),
        ((("contradiction", "suspect"),), "unchecked"),
        ((("growth", "cannot_check"),), "unchecked"),
        ((), "unchecked"),
    ],
)
def test_mark_of_a_verdict(verdicts: tuple[tuple[str, str], ...], expected: str) -> None:
    assert mark(*verdicts) == expected


def test_the_gravest_of_several_judgements_counts() -> None:
    assert mark(("sum", "consistent"), ("growth", "inconsistent"), ("ratio", "rounding")) == "contradicted"
    assert mark(("restated", "inconsistent"), ("sum", "consistent")) == "restated"


def test_only_the_figure_that_is_judged_is_marked() -> None:
    (marked,) = with_marks([with_findings(finding("sum", "consistent", "q1"))], [])
    assert [q.mark for q in marked.figures.quantities] == ["unchecked", "verified", "unchecked"]


def test_what_the_pair_found_marks_the_report_that_claims_it() -> None:
    both = replace(pair_of(), findings=(finding("restated", "inconsistent", "q0"),))
    last, this = with_marks([with_findings(report_id="2017"), with_findings()], [both])
    assert last.figures.quantities[0].mark == "unchecked"
    assert this.figures.quantities[0].mark == "restated"
