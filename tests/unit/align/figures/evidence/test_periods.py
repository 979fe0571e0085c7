"""When a figure speaks of, as seen from its report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marked_reports import report
from yoy.align.figures.evidence.periods import distance_of, end_together, months_of, years_from

REPORT = report(2018, "# 一、工作\n办理{558件|提案件数}。")
FIGURE = REPORT.figures.quantities[0]


@pytest.mark.parametrize(
    ("period", "years"),
    [("2018", (0,)), ("2017", (-1,)), ("2019", (1,)), ("2014/2018", (-4, 0)), (None, None)],
)
def test_years_are_counted_from_the_one_reported_on(
    period: str | None, years: tuple[int, ...] | None
) -> None:
    assert years_from(REPORT, replace(FIGURE, period=period)) == years


def test_months_are_told_without_their_year() -> None:
    assert months_of(replace(FIGURE, partial="2018-01/2018-09")) == "01/09"
    assert months_of(FIGURE) is None


def test_how_far_back_a_change_looks() -> None:
    change = replace(FIGURE, kind="change_rel", period="2018", base_period="2015")
    assert distance_of(change) == 3
    assert distance_of(FIGURE) is None


def test_a_sum_of_years_and_their_last_end_together() -> None:
    assert end_together((-4, 0), (0,))
    assert not end_together((0,), (0,))
    assert not end_together(None, (0,))
