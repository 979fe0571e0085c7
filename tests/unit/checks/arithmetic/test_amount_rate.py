"""A change told as an amount and as a rate."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培育驿站132个，比上年增加12个，增长10%。", ["consistent 10% = 12 / (132 - 12)"]),
        ("培育驿站132个，比上年增加12个，增长20%。", ["inconsistent 20% = 12 / (132 - 12)"]),
        ("培育驿站132个，比上年增加12个，增长9.1%。", ["inconsistent 9.1% = 12 / (132 - 12)"]),
        ("培育驿站108个，比上年减少12个，下降10%。", ["consistent 10% = 12 / (108 + 12)"]),
        ("培育驿站比上年增加12个、增长10%，达到132个。", ["consistent 10% = 12 / (132 - 12)"]),
        ("租金支出13.2万元，比上年增加1.2万元，增长10.5%。", ["rounding 10.5% = 12000 / (132000 - 12000)"]),
        ("租金支出13.2万元，比上年增加1.2万元，增长10.6%。", ["inconsistent 10.6% = 12000 / (132000 - 12000)"]),
        ("绿地1200公顷，其中公园300公顷、林带900公顷，较上年增加60公顷，增长5.3%。", ["rounding 5.3% = 60 / (1200 - 60)"]),
        ("绿地1200公顷，其中公园300公顷、林带900公顷，较上年增加60公顷，增长9%。", ["suspect 9% = 60 / (900 - 60)"]),
        ("地区生产总值1320亿元，比上年增加120亿元，增长6%。", ["cannot_check 6% = 12000000000 / (132000000000 - 12000000000)"]),
    ],
)  # fmt: skip
def test_the_rate_follows_from_the_amount(text: str, expected: list[str]) -> None:
    assert said(text, "growth") == expected


@pytest.mark.parametrize(
    "text",
    [
        "培育驿站132个，比上年增加12个，到位率增长20%。",  # of something else
        "培育驿站132个，比2010年增加12个，比上年增长20%。",  # from another base
        "培育驿站132个，比上年增加12个。外资增长20%。",  # another sentence
        "培育驿站132个，比上年增加12家，增长20%。",  # another unit
        "培育驿站约132个，比上年增加12个，增长12%。",  # an estimate
        "培育驿站132个，比上年增加12个，年均增长20%。",  # a yearly average
        "培育驿站132个，增长20%。",
    ],
)
def test_what_does_not_belong_together_is_left_alone(text: str) -> None:
    assert said(text, "growth") == []


def test_in_english_the_rate_may_stand_in_brackets() -> None:
    text = "Parking income was £13.2 million, an increase of £1.2 million ({}) on last year."
    formula = "1200000 / (13200000 - 1200000)"
    assert said(text.format("10.0%"), "growth", language="en") == [f"consistent 10.0% = {formula}"]
    assert said(text.format("14.0%"), "growth", language="en") == [f"inconsistent 14.0% = {formula}"]
