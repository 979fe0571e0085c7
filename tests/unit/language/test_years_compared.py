"""Titles of English chapters that compare two years."""

from __future__ import annotations

import pytest

from yoy.language.years import compared_year, without_years


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("RESULTS OF OPERATIONS - 2012 vs. 2011", 2012),
        ("Results of Operations – 2018 Versus 2017", 2018),
        ("Annual Report 2018", None),
        ("Outlook", None),
    ],
)
def test_the_later_year_is_the_one_told_of(title: str, year: int | None) -> None:
    assert compared_year(title) == year


def test_a_title_without_its_years_is_the_same_every_year() -> None:
    assert without_years("Results - 2012 vs. 2011") == without_years("Results - 2013 vs. 2012") == "Results"
    assert without_years("Annual Report 2018") == "Annual Report 2018"
