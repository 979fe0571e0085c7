"""Raised, lowered and divided print keeps apart from the digits beside it."""

from __future__ import annotations

import pytest

from yoy.readers.raised import down, opened, over, raised_digits, settled, unmarked, unraised, up


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"办结案件2156{up('2')}件", "办结案件2156²件"),
        (f"面积120km{up('2')}", "面积120km²"),
        (f"罚款10{up('6')}元", "罚款10⁶元"),
        (f"a factor of 10{up('-3')}", "a factor of 10⁻³"),
        (f"收入1,234{up('(1)')}", "收入1,234(¹)"),
        (f"收入12件{up('[')}{up('3')}{up(']')}。", "收入12件[3]。"),
        (f"收入12件{up('〔3〕')}。", "收入12件[3]。"),
        (f"收入12件{up('注2')}。", "收入12件注²。"),
        (f"{up('1')} GDP为初步数", "¹ GDP为初步数"),
        (f"{up('(1)')} Includes stores", "(1) Includes stores"),
        (up("1,234"), "1,234"),
        (f"the 5{up('th')} year", "the 5th year"),
        (f"CO{down('2')}减排", "CO2减排"),
        (f"PM{down('2.5')}浓度", "PM2.5浓度"),
        (f"CO{down('2')}35吨", "CO₂35吨"),
        (f"约{over('1', '3')}的企业", "约1/3的企业"),
        (f"2{over('1', '4')}亩", "2 1/4亩"),
        (f"{over('1', '4')}5", "1/4 5"),
        (f"x={over('a+b', 'c')}", "x=(a+b)/c"),
        (f"3{up('1')}/{down('2')} acres", "3 1/2 acres"),
        (f"3{up('1')}⁄{down('2')} acres", "3 1/2 acres"),
        (f"3{up('1/2')} acres", "3 1/2 acres"),
        (f"案件{opened('up')}没有收尾", "案件没有收尾"),
        ("没有标记的2156件", "没有标记的2156件"),
    ],
)
def test_a_line_is_written_as_what_it_is(line: str, expected: str) -> None:
    made = settled(line) if "\x13" in line else unmarked(line)
    assert made == expected


def test_a_file_brings_no_signs_of_ours() -> None:
    assert unmarked(f"{up('2')}件") == "2件"


def test_raised_digits_are_no_digits_of_a_number() -> None:
    assert not any(char.isdecimal() for char in raised_digits("0123456789"))
    assert unraised(raised_digits("0123456789")) == "0123456789"
