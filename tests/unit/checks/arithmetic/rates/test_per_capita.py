"""Amounts for each head against the total and the people."""

from __future__ import annotations

import pytest

from judging import said

PLACE = "全区常住人口120万人，"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值8.6万元。", ["consistent 8.6万元 = 103200000000 / 1200000"]),
        (f"{PLACE}人均地区生产总值8.6万元，地区生产总值1032亿元。", ["consistent 8.6万元 = 103200000000 / 1200000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值8.8万元。", ["rounding 8.8万元 = 103200000000 / 1200000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值84000元。", ["rounding 84000元 = 103200000000 / 1200000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值82000元。", ["inconsistent 82000元 = 103200000000 / 1200000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值860万元。", []),  # neither like it nor a slip of 万
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值0.86万元。", ["inconsistent 0.86万元 = 103200000000 / 1200000"]),
        ("全县常住人口10000人，公园绿地15万平方米，人均公园绿地面积18平方米。", ["inconsistent 18平方米 = 150000 / 10000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值9.4万元。", ["inconsistent 9.4万元 = 103200000000 / 1200000"]),
        (f"{PLACE}地区生产总值1032亿元，人均地区生产总值8.6元。", ["inconsistent 8.6元 = 103200000000 / 1200000"]),
        (f"{PLACE}公园绿地1800万平方米，人均公园绿地面积18平方米。", ["inconsistent 18平方米 = 18000000 / 1200000"]),
        (f"{PLACE}社会保障支出36亿元，人均3000元。", ["consistent 3000元 = 3600000000 / 1200000"]),
    ],
)  # fmt: skip
def test_the_quotient_is_judged(text: str, expected: list[str]) -> None:
    assert said(text, "per_capita") == expected
    assert said(text, "average") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The population was 1.2 million and GDP reached $60 billion, or GDP per capita of $50,000.",
            ["consistent $50,000 = 60000000000 / 1200000"],
        ),
        (
            "The population was 1.2 million and GDP reached $60 billion, or GDP per capita of $40,000.",
            ["inconsistent $40,000 = 60000000000 / 1200000"],
        ),
        (
            "With a population of 250,000, spending on roads reached $30 million; per capita spending on roads"
            " was $160.",
            ["inconsistent $160 = 30000000 / 250000"],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert said(text, "per_capita", language="en") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{PLACE}人均可支配收入5.2万元。",
        f"{PLACE}一般公共预算收入1032亿元，人均地区生产总值8.6万元。",
        f"{PLACE}地区生产总值1032亿元，高新区地区生产总值210亿元，人均地区生产总值9.6万元。",
        f"{PLACE}地区生产总值1032亿元，人均地区生产总值8.6万美元。",
        f"{PLACE}地区生产总值1032亿元，户均地区生产总值28.6万元。",
        "全村常住人口9999人，公园绿地15万平方米，人均公园绿地面积18平方米。",
        f"{PLACE}地区生产总值约1032亿元，人均地区生产总值9.6万元。",
        f"{PLACE}上半年地区生产总值510亿元，人均地区生产总值8.6万元。",
        f"{PLACE}居民收入600亿元，农村居民人均收入2.1万元。",
        f"{PLACE}地区生产总值1032亿元。\n力争人均地区生产总值达到9.5万元。",
        f"{PLACE}地区生产总值1032亿元。\n人均地区生产总值9.5万元。",
        f"{PLACE}社会保障支出36亿元，人均4000元。",
        "全区户籍人口90万人，地区生产总值1032亿元，人均地区生产总值8.6万元。",
        "农村人口40万人，地区生产总值1032亿元，人均地区生产总值8.6万元。",
        "常住人口120万人，老年人口22万人，地区生产总值1032亿元，人均地区生产总值9.6万元。",
        "全村人口2400人，集体收入120万元，人均集体收入900元。",
        f"{PLACE}绿地1800万平方米，人均绿地0.02平方米。",
    ],
)
def test_people_of_another_kind_and_other_amounts_are_left_alone(text: str) -> None:
    assert said(text, "per_capita") == []
