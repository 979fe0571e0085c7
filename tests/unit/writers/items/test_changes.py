"""Which way figures turned, and how much in the unit that is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.model import Direction, Quantity, QuantityKind, QuantityPair, Span
from yoy.writers.items.changes import change_words, scale_of, unit_words


def figure(
    surface: str,
    value: str,
    unit: str | None,
    kind: QuantityKind = "level",
    direction: Direction | None = None,
) -> Quantity:
    return Quantity(
        id="q",
        key="k",
        span=Span(0, len(surface)),
        surface=surface,
        value=Decimal(value),
        unit=unit,
        kind=kind,
        quantum=Decimal(1),
        direction=direction,
    )


def pair(
    unit: str | None, difference: str, growth: str | None = None, indicator: str = "某指标"
) -> QuantityPair:
    way = "up" if Decimal(difference) > 0 else "down"
    return QuantityPair(
        id="n",
        key="k",
        prior="q",
        current="q",
        indicator=indicator,
        unit=unit,
        relation=way,  # type: ignore[arg-type]
        score=Decimal(1),
        difference=Decimal(difference),
        growth=Decimal(growth) if growth else None,
    )


@pytest.mark.parametrize(
    ("prior", "current", "number", "zh", "en"),
    [
        (
            figure("12.8%", "12.8", "%", "change_rel", "down"),
            figure("25.3%", "25.3", "%", "change_rel", "down"),
            pair("%", "-12.5"),
            "降幅扩大12.5个百分点",
            "the fall widened by 12.5 points",
        ),
        (
            figure("8.6%", "8.6", "%", "change_rel", "up"),
            figure("7.4%", "7.4", "%", "change_rel", "up"),
            pair("%", "-1.2"),
            "增幅收窄1.2个百分点",
            "the rise narrowed by 1.2 points",
        ),
        (
            figure("20亿元", "2000000000", "元", "level", "down"),
            figure("61亿元", "6100000000", "元", "level", "up"),
            pair("元", "8100000000", indicator="利润总额"),
            "+81亿元 由亏转盈",
            "+81 元 hundred million from a loss to a gain",
        ),
        (
            figure("5%", "5", "%", "change_rel", "down"),
            figure("3%", "3", "%", "change_rel", "up"),
            pair("%", "8"),
            "+8个百分点 由降转增",
            "+8 points from a fall to a rise",
        ),
        (
            figure("581项", "581", "项"),
            figure("558项", "558", "项"),
            pair("项", "-23", "-0.0396"),
            "−23项 −4.0%",
            None,
        ),
        (
            figure("2365万元", "23650000", "元"),
            figure("0.28亿元", "28000000", "元"),
            pair("元", "4350000", "0.1839"),
            "+0.0435亿元 +18.4%",
            None,
        ),
    ],
)
def test_changes_in_words(
    prior: Quantity, current: Quantity, number: QuantityPair, zh: str, en: str | None
) -> None:
    assert change_words(number, prior, current, "zh") == zh
    if en:
        assert change_words(number, prior, current, "en") == en


@pytest.mark.parametrize(
    ("surface", "value", "unit", "shown"),
    [
        ("5292.8万元", "52928000", "元", "万元"),
        ("12.35亿元", "1235000000", "元", "亿元"),
        ("1,235", "12350000", "元", "万元"),
        ("558项", "558", "项", "项"),
        ("83.2%", "83.2", "%", "%"),
        ("4天2小时", "98", "小时", "小时"),
        ("三分之二", "0.666667", None, ""),
    ],
)
def test_the_unit_is_the_printed_one(surface: str, value: str, unit: str | None, shown: str) -> None:
    one = figure(surface, value, unit)
    assert unit_words(one.unit, scale_of(one), "zh") == shown
