"""Figures of one family in two units: true claims stay true and false ones are refuted, in each check."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from checked_reports import report, told
from judging import said, said_of_years
from yoy.checks.view import in_one_unit, in_unit, range_of
from yoy.model import Quantity
from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read


def figures(text: str) -> tuple[Quantity, ...]:
    return report(text).figures.quantities


def test_value_and_precision_go_together() -> None:
    length, other = figures("新建管网5公里、道路4980米。")
    metres = in_unit(length, "米")
    assert metres is not None
    assert [metres.value, metres.quantum] == [5000, 1000]
    assert (metres.unit, metres.id) == ("米", length.id)
    assert [range_of(metres).low, range_of(metres).high] == [4500, 5500]
    back = in_unit(other, "公里")
    assert back is not None
    assert (back.value, back.quantum) == (Decimal("4.98"), Decimal("0.001"))


def test_the_finest_unit_is_taken() -> None:
    length, other = figures("新建管网5公里、道路4980米。")
    for pair in ((length, other), (other, length)):
        assert [each.unit for each in in_one_unit(*pair) or ()] == ["米", "米"]
    assert in_one_unit(length, length) == (length, length)


def test_what_does_not_convert_is_not_restated() -> None:
    length, houses = figures("新建管网5公里、住房4980套。")
    assert in_unit(length, "套") is None
    assert in_one_unit(length, houses) is None
    assert in_unit(houses, "套") is houses


def test_a_range_is_restated_at_both_ends() -> None:
    (width,) = figures("管网埋深3至5公里。")
    restated = in_unit(width, "米")
    assert restated is not None
    assert [restated.value, restated.value_max] == [3000, 5000]


@pytest.mark.parametrize(
    ("text", "check", "expected"),
    [
        ("新建管网共5.2公里，分别为雨水管3200米、污水管2000米。", "sum", ["consistent 5.2公里 = 3200 + 2000"]),
        ("新建管网共5.2公里，分别为雨水管3200米、污水管2040米。", "sum", ["rounding 5.2公里 = 3200 + 2040"]),
        ("新建管网共5.2公里，分别为雨水管3200米、污水管2300米。", "sum", ["inconsistent 5.2公里 = 3200 + 2300"]),
        ("新建管网共5.2公里，分别为雨水管3200米、污水管200米。", "sum", ["inconsistent 5.2公里 = 3200 + 200"]),
        ("新建管网5200米，其中雨水管3.2公里、污水管2.0公里。", "sum", ["consistent 5200米 = 3200 + 2000"]),
        ("新建管网6公里，其中雨水管3200米。", "containment", ["consistent 6公里 = 3200 <= 6000"]),
        ("新建管网5公里，其中雨水管5200米。", "containment", ["consistent 5公里 = 5200 <= 5000"]),
        ("新建管网5公里，其中雨水管6200米。", "containment", ["inconsistent 6200米 = 6200 <= 5000"]),
        ("管网总长12.5公里，比上年增加500米，增长4.2%。", "growth", ["rounding 4.2% = 500 / (12500 - 500)"]),
        ("管网总长12.5公里，比上年增加500米，增长8.2%。", "growth", ["inconsistent 8.2% = 500 / (12500 - 500)"]),
        ("计划新建管网5.0公里，实际建成4750米，完成率为95%。", "completion", ["consistent 95% = 4750 / 5000"]),
        ("计划新建管网5.0公里，实际建成4750米，完成率为85%。", "completion", ["inconsistent 85% = 4750 / 5000"]),
        ("计划新建管网5公里，实际建成4750米，完成率为90%。", "completion", ["rounding 90% = 4750 / 5000"]),
        ("清运垃圾12.0吨，惠及农户20户，户均600公斤。", "average", ["consistent 600公斤 = 12000 / 20"]),
        ("清运垃圾12.0吨，惠及农户20户，户均601公斤。", "average", ["rounding 601公斤 = 12000 / 20"]),
        ("清运垃圾12.0吨，惠及农户20户，户均620公斤。", "average", ["inconsistent 620公斤 = 12000 / 20"]),
        ("投资由1.2万亿元增加到11995亿元。", "difference", ["consistent 11995亿元 = 1199500000000 >= 1200000000000"]),
        ("投资由1.2万亿元增加到11095亿元。", "difference", ["inconsistent 11095亿元 = 1109500000000 >= 1200000000000"]),
    ],
)  # fmt: skip
def test_one_report(text: str, check: str, expected: list[str]) -> None:
    assert said(text, check) == expected


TABLE = """# 江州市云溪区水务局2018年度部门决算

## 一、建设情况

{sentence}

| 项目 | 长度（公里） |
|---|---|
| 雨水管网建设 | 5.2 |
| 污水管网建设 | 8.1 |
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年雨水管网建设5200米。", ["disagreement consistent 5200米"]),
        ("全年雨水管网建设5240米。", ["disagreement rounding 5240米"]),
        ("全年雨水管网建设5400米。", ["disagreement inconsistent 5400米"]),
    ],
)
def test_text_against_table(tmp_path: Path, sentence: str, expected: list[str]) -> None:
    file = tmp_path / "2018.md"
    file.write_text(TABLE.format(sentence=sentence), encoding="utf-8")
    made = analyse(read(file), "2018", Options())
    assert told([made], (f for f in made.findings if f.check == "disagreement")) == expected


@pytest.mark.parametrize(
    ("prior", "quoted", "verdict"),
    [
        ("城市管网总长4850米。", "城市管网总长由5公里增加到6公里。", "rounding"),
        ("城市管网总长4850米。", "城市管网总长由上年的4.7公里增加到6.2公里。", "inconsistent"),
        ("城市管网总长5.0公里。", "城市管网总长由上年的5000米增加到6200米。", "consistent"),
        ("城市管网总长5.0公里。", "城市管网总长由上年的5200米增加到6200米。", "inconsistent"),
        ("固定资产投资12000亿元。", "固定资产投资由上年的1.2万亿元增加到1.3万亿元。", "consistent"),
        ("固定资产投资11800亿元。", "固定资产投资由上年的1.2万亿元增加到1.3万亿元。", "rounding"),
        ("固定资产投资11300亿元。", "固定资产投资由上年的1.2万亿元增加到1.3万亿元。", "inconsistent"),
    ],
)
def test_last_year_quoted(prior: str, quoted: str, verdict: str) -> None:
    assert [line.split()[0] for line in said_of_years(prior, quoted, "restated")] == [verdict]


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("城市管网总长6.0公里，同比增长20%。", ["consistent 20% = 6000 / 5000 - 1"]),
        ("城市管网总长6.0公里，同比增长30%。", ["inconsistent 30% = 6000 / 5000 - 1"]),
    ],
)
def test_growth_on_last_year(current: str, expected: list[str]) -> None:
    assert said_of_years("城市管网总长5000米。", current, "growth") == expected
