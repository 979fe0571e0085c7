"""Numbers and formulas as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.writers.numerals import difference, related


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
