"""Days in text and the fiscal year that an issuer counts them to."""

from __future__ import annotations

from datetime import date

import pytest

from yoy.language.calendar import Calendar, days, fiscal_calendar, with_year


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as of January 29, 2023", date(2023, 1, 29)),
        ("Balances, Jan 31, 2021", date(2021, 1, 31)),
        ("31 March 2024", date(2024, 3, 31)),
        ("2024年12月31日", date(2024, 12, 31)),
        ("2024-12-31", date(2024, 12, 31)),
    ],
)
def test_days(text: str, found: date) -> None:
    assert [day.day for day in days(text)] == [found]


@pytest.mark.parametrize("text", ["fiscal 2024", "May 2024", "February 30, 2024", "2024年12月"])
def test_no_days(text: str) -> None:
    assert not list(days(text))


def test_a_day_without_its_year() -> None:
    assert with_year("Year Ended December 31,", 2023) == date(2023, 12, 31)
    assert with_year("Fiscal", 2023) is None


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 2, 2), 2024),
        (date(2024, 1, 28), 2023),
        (date(2022, 1, 30), 2021),
        (date(2024, 6, 18), 2024),
        (date(2024, 2, 1), 2023),
    ],
)
def test_a_fiscal_year_is_the_issuers_own(day: date, year: int) -> None:
    assert Calendar(2024, date(2025, 2, 2)).year_of(day) == year


def test_the_first_day_of_a_year_belongs_to_the_balance_before() -> None:
    assert Calendar().year_of(date(2024, 1, 1)) == 2023
    assert Calendar(2024, date(2024, 12, 31)).year_of(date(2022, 1, 1)) == 2021


@pytest.mark.parametrize(
    ("spoken", "label"),
    [
        ("In fiscal 2024 we sold more than in fiscal 2023. In fiscal 2024 we grew.", 2024),
        ("In fiscal 2025 we sold more than in fiscal 2024. Fiscal 2025 was long.", 2025),
        ("", 2025),
    ],
)
def test_the_label_is_told_by_the_text_where_the_year_ends_early(spoken: str, label: int) -> None:
    cover = f"FORM 10-K\nFor the fiscal year ended February 2, 2025\n{spoken}"
    found = fiscal_calendar(cover)
    assert found == Calendar(label, date(2025, 2, 2))


def test_a_page_without_such_a_cover_has_no_calendar() -> None:
    assert fiscal_calendar("Annual report 2024") is None
