"""Numbers written in hanzi."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.language.hanzi import is_hanzi
from yoy.language.hanzi_numbers import hanzi_number_characters, read_hanzi


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"),
        ("二十三", "23"),
        ("两千四百五", "2450"),
        ("两千零五", "2005"),
        ("三万六千", "36000"),
        ("一亿二千万", "120000000"),
        ("7万5千4百", "75400"),
    ],
)
def test_value(text: str, value: str) -> None:
    found = read_hanzi(text)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize("text", ["", "百分", "年"])
def test_no_number(text: str) -> None:
    assert read_hanzi(text) is None


def test_vague_numbers_say_so() -> None:
    found = read_hanzi("二十余")
    assert found is not None
    assert (found.value, found.approx) == (Decimal(20), "余")


def test_digits_in_hanzi_are_hanzi_and_latin_letters_are_none() -> None:
    assert all(is_hanzi(sign) for sign in "一百万")
    assert not any(is_hanzi(sign) for sign in "a1，。")
    assert set("零一两十百千万亿") <= set(hanzi_number_characters())
