"""Figures of Chinese text with value, upper end, unit and rule; and that doubled text takes twice the steps."""

from __future__ import annotations

import time

import pytest

from yoy.language.units import default_units
from yoy.quantities.figure import Aside, Figure
from yoy.quantities.zh.grammar import ChineseGrammar

GRAMMAR = ChineseGrammar(default_units(), thousands=True)


def told(text: str) -> list[str]:
    return [_told(text, found) for found in GRAMMAR.figures(text, 0, len(text))]


def _told(text: str, found: Figure | Aside) -> str:
    surface = found.span.of(text)
    if isinstance(found, Aside):
        return f"{surface} {found.reason} {found.doubt or ''}".strip()
    top = f"–{found.value_max}" if found.value_max is not None else ""
    doubt = f" {found.doubt}" if found.doubt else ""
    return f"{surface} {found.value}{top} {found.unit or ''} {found.rule}{doubt}".replace("  ", " ")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("投资三点五亿元", ["三点五亿元 350000000 元 zh.words"]),
        ("增长两倍半", ["两倍半 2.5 倍 zh.half"]),
        ("提高5个半百分点", ["5个半百分点 5.5 百分点 zh.half"]),
        ("12家半导体企业", ["12家 12 家 zh.amount"]),
        ("利润-56.7万元", ["-56.7万元 -567000 元 zh.amount"]),
        ("共计-8家", ["8家 8 家 zh.amount sign"]),
        ("减负3亿元", ["3亿元 300000000 元 zh.amount"]),
        ("净利润（12.5）亿元", ["（12.5）亿元 -1250000000 元 zh.amount"]),
        ("气温在-5℃至-3℃", ["-5℃至-3℃ -5–-3 摄氏度 zh.range"]),
        ("二至三项", ["二至三项 2–3 项 zh.range"]),
        ("从3家到5家", ["3家 3 家 zh.amount", "5家 5 家 zh.amount"]),
        ("发病率6.5例/10万人", ["6.5例/10万人 6.5 例/十万人 zh.amount"]),
        ("每10万人", ["10万人 per"]),
        ("突破5万亿大关", ["5万亿 5000000000000 zh.scaled"]),
        ("由0.3升至0.38", ["0.3 0.3 zh.bare", "0.38 0.38 zh.bare"]),
        ("上千名干部", ["千名 1000 名 zh.words"]),
        ("千名干部", []),
        ("居全省首位", ["首位 1 zh.first_place"]),
        ("占百分之五至百分之八", ["百分之五至百分之八 5–8 % zh.percent_words"]),
        ("共八六人", ["八六人 bare unread"]),
        ("共1,2345件", ["1,2345 bare goes_on"]),
        ("3×10^6立方米", ["3×10^6立方米 3000000 立方米 zh.power"]),
        ("28项目标", ["28项 28 项 zh.amount"]),
        ("28项目", ["28 28 zh.bare"]),
        ("三类8件", ["8件 8 件 zh.amount"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def _seconds(text: str) -> float:
    start = time.process_time()
    list(GRAMMAR.figures(text, 0, len(text)))
    return time.process_time() - start


@pytest.mark.parametrize("shape", ["其中5件", "几", "1,", "3至", "（1", "三分之", "百", "1 ", "3亿", "负"])
def test_doubled_text_takes_no_four_times_as_long(shape: str) -> None:
    _seconds(shape * 200)
    once = min(_seconds(shape * 2000) for _ in range(3))
    assert min(_seconds(shape * 4000) for _ in range(3)) < 3.5 * once + 0.02
