"""Numbers in digits, hanzi and English words, alone and with units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.language.numerals import read_numeral, trim


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
