"""A number in Chinese text is read from its first sign to its last, or not at all."""

from __future__ import annotations

import pytest

from yoy.quantities.zh.numbers import Numbers


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("3.5亿元", "3.5亿", "350000000"),
        ("三点五亿元", "三点五亿", "350000000"),
        ("零点三", "零点三", "0.3"),
        ("十亿3000万元", "十亿3000万", "1030000000"),
        ("3亿零500万元", "3亿零500万", "305000000"),
        ("100万两千元", "100万两千", "1002000"),
        ("1万亿5000亿元", "1万亿5000亿", "1500000000000"),
        ("2千多万元", "2千多万", "20000000"),
        ("4万多亿元", "4万多亿", "4000000000000"),
        ("5千瓦", "5", "5"),
        ("3百分点", "3", "3"),
        ("100万一次性", "100万", "1000000"),
        ("12 万人", "12 万", "120000"),
        ("1,234.5万", "1,234.5万", "12345000"),
        ("1 234 567元", "1 234 567", "1234567"),
        ("十几万人", "十几万", "100000"),
        ("二〇一八", "二〇一八", "2018"),
        ("八六人", "八六", None),
        ("四百五件", "四百五", None),
    ],
)
def test_run(text: str, surface: str, value: str | None) -> None:
    run = Numbers(thousands=True).at(text, 0, len(text))
    assert run is not None
    assert text[run.start : run.end] == surface
    assert (format(run.numeral.value, "f") if run.numeral else None) == value


@pytest.mark.parametrize("text", ["几个", "数据", "多", "件", "点三"])
def test_no_run(text: str) -> None:
    assert Numbers(thousands=True).at(text, 0, len(text)) is None


def test_blanks_and_full_width_commas_join_inside_a_line() -> None:
    run = Numbers(thousands=True).at("为1 234 567元", 1, 11)
    assert run is not None
    assert run.joined
    assert run.end == 10


@pytest.mark.parametrize(
    ("text", "ends"), [("十七八", (17, 18)), ("三五百", (300, 500)), ("一百四五十", (140, 150))]
)
def test_neighbours_are_the_ends_of_an_interval(text: str, ends: tuple[int, int]) -> None:
    run = Numbers(thousands=True).at(text, 0, len(text))
    assert run is not None
    assert run.numeral is not None
    assert (int(run.numeral.value), int(run.numeral.top or 0)) == ends
