"""What holds of the figures of any text: every digit in one list, spans, links, same in same out."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yoy.model import Document, Figures, Quantity, SetAside, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.readers.registry import read

DIGITS = re.compile(r"[0-9０-９]+")
REAL = (
    "cn-baoshan-fazhi/2018.txt",
    "cn-beijing-gwr/2025.docx",
    "cn-beijing-gwr/2026.txt",
    "cn-hongze-disclosure/2023.pdf",
    "cn-hongze-disclosure/2024.pdf",
    "cn-national-gwr-dev/2021.txt",
    "cn-national-gwr-dev/2022.txt",
    "cn-national-gwr-gbk-dev/2015.txt",
    "cn-national-gwr-gbk-dev/2016.txt",
    "cn-shanghai-gwr/2025.docx",
    "cn-shanghai-gwr/2026.txt",
    "en-disney-10k/2012.txt",
    "en-disney-10k/2013.txt",
    "en-disney-10k/2014.txt",
    "en-hk-budget-dev/2016.txt",
    "en-hk-budget-dev/2017.txt",
)
# Pieces that reports are made of, joined at random: numbers beside everything that can change their reading.
PIECES = (
    "2018年",
    "1—9月",
    "（一）",
    "1、",
    "一是",
    "《2018年要点》",
    "“1+16”",
    "〔2018〕29号",
    "第3名",
    "前十",
    "第二批",
    "50强",
    "558项",
    "4800多万人次",
    "38、54微克/立方米",
    "9.5%",
    "5%—8%",
    "三分之二",
    "两成",
    "翻一番",
    "0",
    "２０１８",
    "３５％",
    "由581项",
    "精简至558项",
    "同比下降15.9%",
    "提高11个百分点",
    "4天2小时",
    "94批2144人次",
    "2,117项",
    "十名",
    "数百家",
    "其中",
    "分别为",
    "受理",
    "审结",
    "达",
    "约",
    "，",
    "。",
    "；",
    "、",
    "\n",
    " ",
    "\t",
    "(22.3万件)",
    "-",
    "—",
    "/",
    "%",
    "$2.1bn",
    "£(3.2)m",
    "1 234 567",
    "3.4 per cent",
    "from $474 million to $531 million",
    "three hotels",
    "Note 10",
    "2015-16",
    "half of",
    "０５１７－８７２９０６０６",
    "Ⅱ类",
    "PM2.5",
    "千亿元",
    "一半",
    "1/4",
    "11.3年",
    "365天24小时",
    "全区",
    "增长",
    "的",
    "a",
    "·",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120),
    st.text(alphabet="0123456789０５.,%年月日万亿个第前（）-—、，。 \n一二十百至到增降", max_size=80),
)


def figures_of(text: str, language: str = "zh") -> Figures:
    document = Document(
        source=Source(name="x.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="en" if language == "en" else "zh",
        period=2018,
    )
    return find_figures(find_outline(document), LexiconOptions())


def assert_sound(text: str, figures: Figures) -> None:
    """Every digit run in one list, nothing overlaps, spans hold their surfaces, links lead somewhere."""
    owner: dict[int, str] = {}
    entries: list[Quantity | SetAside] = [*figures.quantities, *figures.set_aside]
    for entry in entries:
        assert entry.surface == entry.span.of(text)
        assert entry.surface
        for position in range(entry.span.start, entry.span.end):
            assert position not in owner, (entry.surface, owner[position])
            owner[position] = entry.surface
    for match in DIGITS.finditer(text):
        holders = {owner.get(position) for position in range(*match.span())}
        assert len(holders) == 1, (match.group(), holders)
        assert None not in holders, match.group()
    ids = {quantity.id for quantity in figures.quantities}
    assert len(ids) == len(figures.quantities)
    assert len({quantity.key for quantity in figures.quantities}) == len(figures.quantities)
    for quantity in figures.quantities:
        assert quantity.quantum > 0
        assert quantity.value.is_finite()
        assert {quantity.of, quantity.baseline} - {None} <= ids
        assert (quantity.direction is None) or quantity.kind.startswith("change")
        assert len(quantity.indicator) <= 80
        if quantity.value_max is not None:
            assert quantity.value_max > quantity.value
    for implied in figures.implied:
        assert implied.low <= implied.high
        assert {implied.quantity, *implied.sources} <= ids


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(("zh", "en")))
def test_every_digit_is_in_one_list(text: str, language: str) -> None:
    assert_sound(text, figures_of(text, language))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_same_text_same_figures(text: str) -> None:
    assert figures_of(text) == figures_of(text)


@pytest.mark.parametrize("name", REAL)
def test_every_digit_of_real_reports_is_in_one_list(shared: Path, name: str) -> None:
    document = read(shared / "data" / name)
    assert_sound(document.text, find_figures(find_outline(document), LexiconOptions()))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 10**7),
    st.sampled_from(("件", "户", "万元", "亿元", "%", "公里", "人次", "个百分点")),
    st.sampled_from(("", "约", "超过")),
)
def test_a_printed_number_is_read_back(number: int, unit: str, approx: str) -> None:
    figures = figures_of(f"全年受理案件总量达{approx}{number}{unit}。")
    [quantity] = figures.quantities
    scale = {"万元": 10**4, "亿元": 10**8}.get(unit, 1)
    assert quantity.value == Decimal(number) * scale
    assert quantity.surface == f"{number}{unit}"


def test_cost_grows_with_length_not_with_its_square() -> None:
    sentence = (
        "全年共受理行政复议申请154件，同比增长6.2%，其中审结110件，结案率为82.09%；"
        "PM2.5、PM10浓度分别为38、54微克/立方米。\n"
    )

    def seconds(copies: int) -> float:
        text = sentence * copies
        started = time.process_time()
        figures_of(text)
        return time.process_time() - started

    seconds(20)
    short, long = min(seconds(100) for _ in range(3)), seconds(1000)
    assert long < 25 * short
