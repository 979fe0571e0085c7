"""The changes that every output puts in front."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from findings_by_hand import REPORT, finding, number, pair_of
from yoy.checks.headline import headline_of


def test_the_highest_rate_comes_first_and_points_count_as_of_a_hundred() -> None:
    rates = pair_of(
        number("n1", growth=Decimal("0.05")),
        number("n2", growth=Decimal("-0.4"), relation="down", difference=Decimal(-60)),
        number("n3", "q1", unit="%", growth=Decimal(9), difference=Decimal(20)),
    )
    assert headline_of(rates, REPORT) == ("n2", "n3", "n1")


@pytest.mark.parametrize(
    "change",
    [
        {"confirm": True},
        {"relation": "added", "prior": None},
        {"relation": "removed", "current": None},
        {"relation": "unchanged", "difference": Decimal(0)},
        {"relation": "incomparable"},
        {"current": "q2"},
    ],
)
def test_doubt_plans_and_what_is_not_like_for_like_are_left_out(change: dict[str, Any]) -> None:
    assert headline_of(pair_of(number(**change)), REPORT) == ()


def test_a_figure_counted_otherwise_than_last_year_is_left_out() -> None:
    both = replace(pair_of(number()), findings=(finding("basis", "suspect"),))
    assert headline_of(both, REPORT) == ()
    sure = replace(pair_of(number()), findings=(finding("basis", "cannot_check"),))
    assert headline_of(sure, REPORT) == ("n1",)
