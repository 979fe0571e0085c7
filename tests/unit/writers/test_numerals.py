"""Numbers and formulas as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.writers.numerals import difference, grouped, growth, readable, related, share


@pytest.mark.parametrize(
    ("value", "unit", "lang", "words"),
    [
        ("409000000000000", "元", "zh", "+409万亿元"),
        ("560000000000", "元", "zh", "+5,600亿元"),
        ("4995000", "亩", "zh", "+499.5万亩"),
        ("62800000000", "$", "en", "+$62.8 billion"),
        ("-1900000", "$", "en", "−$1.9 million"),
        ("-4.58", "%", "zh", "−4.58个百分点"),
    ],
)
def test_a_difference_has_the_scale_in_which_it_is_short_and_exact(
    value: str, unit: str, lang: str, words: str
) -> None:
    assert difference(Decimal(value), unit, lang) == words


@pytest.mark.parametrize(
    ("formula", "holds", "words"),
    [
        ("13 <= 37", True, "13 ≤ 37"),
        ("182 <= 164", False, "182 > 164"),
        ("46 >= 71", False, "46 < 71"),
        ("248 = 254", False, "248 ≠ 254"),
        ("79 + 147 + 8", False, "79 + 147 + 8"),
        (None, True, ""),
    ],
)
def test_a_comparison_says_whether_it_holds(formula: str | None, holds: bool, words: str) -> None:
    assert related(formula, holds=holds) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("1234567.50", "1,234,567.5"), ("-0.00", "0"), ("-1200", "−1,200"), ("1E+3", "1,000"), ("0.05", "0.05")],
)
def test_a_value_in_full(value: str, words: str) -> None:
    assert grouped(Decimal(value)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("-0.0396", "−4.0%"),
        ("0.0004", "+0.04%"),
        ("0", "0.0%"),
        ("12.5", "+1,250.0%"),
        (None, ""),
    ],
)
def test_growth_never_shows_zero_for_a_change(value: str | None, words: str) -> None:
    assert growth(Decimal(value) if value is not None else None) == words


@pytest.mark.parametrize(
    ("value", "words"), [("0.314", "31%"), ("0.004", "0.4%"), ("0", "0%"), ("1", "100%")]
)
def test_a_share_in_whole_per_cent_or_tenths(value: str, words: str) -> None:
    assert share(Decimal(value)) == words


def test_a_scale_word_stands_only_where_nothing_is_lost() -> None:
    assert readable(Decimal(123_450_000), "zh") == "1.2345亿"
    assert readable(Decimal(123_456_789), "zh") == "123,456,789"
    assert readable(Decimal(9_999), "zh") == "9,999"
