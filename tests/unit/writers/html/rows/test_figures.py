"""Formulas of checks as a person writes them: in the unit that the report prints."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from yoy.model import Finding, Quantity, Span
from yoy.writers.html.rows.figures import readable_formula

if TYPE_CHECKING:
    from yoy.model import Verdict


def finding(formula: str, verdict: Verdict = "consistent") -> Finding:
    return Finding(
        id="f1", key="k", check="growth", verdict=verdict, report="2018", code="c", formula=formula
    )


def printed(surface: str, value: int) -> Quantity:
    return Quantity(
        id="q1",
        key="k",
        span=Span(0, len(surface)),
        surface=surface,
        value=Decimal(value),
        unit="元",
        kind="level",
        quantum=Decimal(1),
    )


@pytest.mark.parametrize(
    ("formula", "surface", "value", "expected"),
    [
        ("35000000 = 36000000", "3500万元", 35_000_000, "3,500 = 3,600"),
        ("1200000000 / 1000000000 - 1", "12亿元", 1_200_000_000, "12 ÷ 10 − 1"),
        ("1200000000 / 5000", "12亿元", 1_200_000_000, "1200000000 ÷ 5000"),
        ("10000000 = 3333333", "1000万元", 10_000_000, "1,000 = 333.3333"),
        ("79 + 147", "226项", 226, "79 + 147"),
    ],
)
def test_numbers_stand_in_the_unit_that_is_printed_where_all_of_them_can(
    formula: str, surface: str, value: int, expected: str
) -> None:
    assert readable_formula(finding(formula), printed(surface, value)) == expected


def test_a_formula_that_fails_says_so() -> None:
    assert readable_formula(finding("236 = 234", "inconsistent")) == "236 ≠ 234"
