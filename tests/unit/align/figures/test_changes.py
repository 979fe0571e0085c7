from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from yoy.align.figures.changes import change_between, printed_unit
from yoy.model import Quantity, Span
from yoy.writers.numerals import as_change, growth


def figure(value: str, unit: str | None = "件", surface: str = "", **more: Any) -> Quantity:
    return Quantity(
        id="q0",
        key="k",
        span=Span(0, 1),
        surface=surface or value,
        value=Decimal(value),
        unit=unit,
        kind=more.pop("kind", "level"),
        quantum=Decimal(1),
        **more,
    )


@pytest.mark.parametrize(
    ("surface", "unit"),
    [
        ("5292.8万元", "万元"),
        ("1.3亿元", "亿元"),
        ("2万余户", "万余户"),
        ("581项", "项"),
        ("38", ""),
        ("三个", "个"),
        ("83.2%", "%"),
        ("４８件", "件"),
        ("$2.1bn", "bn"),
        ("19,000 residential units", ""),
        ("0.63 million", "million"),
        ("three per cent", ""),
        ("one-half", ""),
        ("$425 million to $475 million", "million"),
    ],
)
def test_the_unit_as_printed(surface: str, unit: str) -> None:
    assert printed_unit(figure("1", surface=surface)) == unit


def test_units_that_are_printed_in_two_ways_are_shown() -> None:
    change = change_between(figure("52000000", "元", "5200万元"), figure("130000000", "元", "1.3亿元"))
    assert (change.conversion, change.growth) == ("万元→亿元", Decimal("1.5"))


def test_units_of_one_family_are_converted_into_that_of_the_current_report() -> None:
    change = change_between(figure("85", "公顷", "85公顷"), figure("1275", "亩", "1275亩"))
    assert change.difference is not None
    assert abs(change.difference) < 1
    assert change.conversion == "公顷→亩"


def test_an_english_scale_word_is_shown_where_the_other_year_has_none() -> None:
    change = change_between(figure("612000", None, "612,000"), figure("630000", None, "0.63 million"))
    assert change.conversion == "1→million"
    homes = change_between(figure("180", "homes", "180 new homes"), figure("187", "homes", "187 homes"))
    assert homes.conversion is None


def test_a_unit_printed_elsewhere_is_no_conversion() -> None:
    assert (
        change_between(
            figure("38", "微克/立方米", "38"), figure("42", "微克/立方米", "42微克/立方米")
        ).conversion
        is None
    )


@pytest.mark.parametrize(
    ("prior", "current", "relation"),
    [
        (("3", "5"), ("4", "6"), "up"),
        (("3", "5"), ("3", "5"), "unchanged"),
        (("3", "5"), ("2", "4"), "down"),
        (("3", "5"), ("2", "7"), "incomparable"),
        (("3", "5"), ("3", "7"), "up"),
        (("5", None), ("6", "8"), "up"),
        (("7", None), ("6", "7"), "down"),
        (("6.5", None), ("6", "7"), "incomparable"),
    ],
)
def test_ranges_move_when_both_ends_do(prior: Any, current: Any, relation: str) -> None:
    one, other = (figure(low, value_max=Decimal(high) if high else None) for low, high in (prior, current))
    change = change_between(one, other)
    assert change.relation == relation
    assert relation == "unchanged" or change.growth is None


def test_what_is_said_to_be_incomparable_has_no_difference() -> None:
    change = change_between(figure("3"), figure("5"), "period")
    assert (change.relation, change.difference, change.growth) == ("incomparable", None, None)


def test_growth_of_a_negative_figure_has_the_sign_of_its_difference() -> None:
    change = change_between(figure("-200", "元"), figure("-150", "元"))
    assert (change.relation, change.difference, change.growth) == ("up", Decimal(50), Decimal("0.25"))


def test_what_passes_through_zero_has_no_growth() -> None:
    change = change_between(figure("8", "亿元", direction="down"), figure("50", "亿元", direction="up"))
    assert (change.relation, change.difference, change.growth) == ("up", Decimal(58), None)


def test_a_conversion_leaves_no_noise_in_the_difference() -> None:
    change = change_between(figure("667000", "公顷", "66.7万公顷"), figure("15000000", "亩", "1500万亩"))
    assert change.difference == Decimal(4_995_000)


def test_points_have_no_growth() -> None:
    change = change_between(
        figure("2.1", "百分点", kind="change_abs"), figure("10.3", "百分点", kind="change_abs")
    )
    assert (change.difference, change.growth) == (Decimal("8.2"), None)


def test_absurd_growth_is_left_open() -> None:
    assert change_between(figure("1E-12"), figure("1E+20")).growth is None


def test_a_growth_is_rounded_once() -> None:
    prior, current = figure("2.49"), figure("2.8")
    assert growth(change_between(prior, current).growth) == "+12.4%"


def test_a_fall_shows_its_sign_outside_its_sentence() -> None:
    fall = figure("7.6", "%", "7.6%", kind="change_rel", direction="down")
    assert as_change(fall) == "−7.6%"
    assert as_change(figure("7.6", "%", "7.6%", kind="change_rel", direction="up")) == "7.6%"
