"""Amounts with their units, and which units convert into each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.language.units import UnitTable, convert, find_unit, kindred, read_amount, same_family
from yoy.options import UserUnit


@pytest.mark.parametrize(
    ("surface", "value", "unit"),
    [
        ("5292.8万元", "52928000", "元"),
        ("50元6角三分", "50.63", "元"),
        ("4天2小时", "98", "小时"),
        ("两米半", "2.5", "米"),
        ("￥300", "300", "元"),
        ("£(3.2)m", "-3200000", "£"),
        ("HK$12.6 billion", "12600000000", "HK$"),
        ("54微克/立方米", "54", "微克/立方米"),
        ("1千克", "1", "公斤"),
        ("300美圆", "300", "美元"),
        ("两万两", "20000", "两"),
    ],
)
def test_amount(surface: str, value: str, unit: str) -> None:
    amount = read_amount(surface)
    assert amount is not None
    assert amount.unit is not None
    assert (amount.numeral.value, amount.unit.name) == (Decimal(value), unit)


@pytest.mark.parametrize("surface", ["元", "5没有的单位", "2小时4天", "3元5天"])
def test_no_amount(surface: str) -> None:
    assert read_amount(surface) is None


def test_units_of_one_family_convert_and_others_do_not() -> None:
    assert convert(Decimal(2), "公顷", "平方米") == Decimal(20000)
    assert convert(Decimal(3), "小时", "分钟") is not None
    assert convert(Decimal(90), "分钟", "小时") == Decimal("1.5")
    assert convert(Decimal(667_000), "公顷", "亩") == Decimal(10_005_000)
    assert convert(Decimal(5), "元", "美元") is None
    assert convert(Decimal(5), "件", "件次") is None
    assert convert(Decimal(7), "件", "件") == Decimal(7)
    assert same_family("公里", "米")
    assert not same_family("人", "人次")
    assert not same_family("%", "百分点")
    assert same_family(None, None)


def test_counting_words_of_one_kind_are_kindred() -> None:
    assert kindred("台", "部")
    assert kindred("人", "名")
    assert not kindred("人", "人次")
    assert not kindred("元", "件")


def test_scale_and_quotient_of_a_unit() -> None:
    money, rate = find_unit("万元"), find_unit("人/百亿元")
    assert money is not None
    assert (money.name, money.scale) == ("元", Decimal(10000))
    assert rate is not None
    assert rate.name == "人/百亿元"
    assert find_unit(None) is None
    assert find_unit("没有") is None


def test_a_user_adds_units_to_a_family_or_apart() -> None:
    table = UnitTable(
        (UserUnit(name="担谷", base="公斤", factor=Decimal(50)), UserUnit(name="网格", base="网格"))
    )
    grain, grid = table.find("担谷"), table.find("万网格")
    assert grain is not None
    assert grain.family == "mass"
    assert grid is not None
    assert (grid.name, grid.scale) == ("网格", Decimal(10000))
