"""Numbers in digits, hanzi and English words, alone and with units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.language.numerals import read_numeral, trim
from yoy.language.units import UnitTable, convert, find_unit, kindred, read_amount, same_family
from yoy.options import UserUnit


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("558", "558"),
        ("２０１８", "2018"),
        ("2,117", "2117"),
        ("178 495", "178495"),
        ("-9.5%", "-9.5"),
        ("(3.2)", "-3.2"),
        (".5", "0.5"),
        ("1 3/5", "1.6"),
        ("4800多万", "48000000"),
        ("7万5千4百", "75400"),
        ("2亿3000万", "230000000"),
        ("3万4000", "34000"),
        ("十", "10"),
        ("十五", "15"),
        ("两百", "200"),
        ("一百零五", "105"),
        ("两千四百五", "2450"),
        ("一万零三", "10003"),
        ("四千五百六十九万八千三百一十一亿", "4569831100000000"),
        ("廿三", "23"),
        ("壹佰伍拾", "150"),
        ("六點五成", "65"),
        ("三成半", "35"),
        ("九点五折", "95"),
        ("75折", "75"),
        ("百分之五点五", "5.5"),
        ("千分之一", "0.1"),
        ("三分之二", "0.666666666667"),
        ("三百五十又3分之1", "350.333333333333"),
        ("负3分之负六", "2"),
        ("二十几万", "200000"),
        ("三", "3"),
        ("5.4 million", "5400000"),
        ("2.1bn", "2100000000"),
        ("5 crore", "50000000"),
        ("forty-two", "42"),
        ("three hundred", "300"),
        ("one-third", "0.333333333333"),
        ("three quarters", "0.75"),
    ],
)
def test_value(surface: str, value: str) -> None:
    numeral = read_numeral(surface)
    assert numeral is not None
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize(
    "surface", ["", "多", "几", "abc", "二两", "1234两", "万元", "12.3.4", "one apple", "-", "()"]
)
def test_no_number(surface: str) -> None:
    assert read_numeral(surface) is None


@pytest.mark.parametrize(
    ("surface", "quantum"),
    [
        ("5292.8万", "1000"),
        ("16万", "10000"),
        ("558", "1"),
        ("82.09%", "0.01"),
        ("2.1bn", "100000000"),
        ("三点一四", "0.01"),
    ],
)
def test_one_unit_of_the_last_printed_digit(surface: str, quantum: str) -> None:
    numeral = read_numeral(surface)
    assert numeral is not None
    assert numeral.quantum == Decimal(quantum)


def test_percentages_and_marks_are_told() -> None:
    half, tens = read_numeral("两成"), read_numeral("二十几万")
    assert half is not None
    assert half.percent
    assert tens is not None
    assert tens.approx == "几"


def test_trimmed_values_have_no_exponent() -> None:
    assert str(trim(Decimal("1E+5"))) == "100000"
    assert str(trim(Decimal("5.20"))) == "5.2"
    assert str(trim(Decimal(2) / Decimal(3))) == "0.666666666667"


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
