"""Figures told of five years: a level at their end, their sum, or either."""

from __future__ import annotations

import pytest

from yoy.model import Document, Quantity, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures

HEAD = "一、“十三五”时期工作回顾\n\n五年来，全市面貌一新。\n\n"


def figures_of(text: str) -> dict[str, Quantity]:
    document = Document(
        source=Source(name="2021.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=HEAD + text + "\n",
        language="zh",
        period=2020,
        delivered=2021,
    )
    return {q.surface: q for q in find_figures(find_outline(document), LexiconOptions()).quantities}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("高新技术企业达到320家。", "320家"),
        ("高新技术企业增至320家。", "320家"),
        ("公园总数320个。", "320个"),
        ("常住人口320万人。", "320万人"),
        ("财政收入320亿元。", "320亿元"),
        ("农民合作社累计达到320家。", "320家"),
        ("城镇化率提高到62%。", "62%"),
        ("研发投入占比62%。", "62%"),
        ("总量居全省第3位。", "第3位"),
        ("累计净增企业80家、总量达320家。", "320家"),
    ],
)
def test_a_level_is_of_the_last_year(text: str, surface: str) -> None:
    figure = figures_of(text)[surface]
    assert (figure.period, figure.doubt) == ("2020", None)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("城镇新增就业32万人。", "32万人"),
        ("累计完成投资320亿元。", "320亿元"),
        ("实际利用外资累计达到32亿美元。", "32亿美元"),
        ("铁路里程新增320公里。", "320公里"),
        ("建成公园32个、广场12个。", "12个"),
        ("五年生产粮食320万吨。", "320万吨"),
        ("不良贷款压降62%。", "62%"),
    ],
)
def test_a_sum_is_of_all_years(text: str, surface: str) -> None:
    figure = figures_of(text)[surface]
    assert (figure.period, figure.doubt) == ("2016/2020", None)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("培育龙头企业32家。", "32家"),
        ("国家级示范园区12个。", "12个"),
        ("粮食产量稳定在320万吨。", "320万吨"),
        ("合作项目投资突破320亿元。", "320亿元"),
    ],
)
def test_what_no_word_tells_is_in_doubt(text: str, surface: str) -> None:
    figure = figures_of(text)[surface]
    assert (figure.period, figure.doubt) == ("2016/2020", "stock_or_flow")


def test_the_value_that_a_level_rose_from_is_not_last_years() -> None:
    figures = figures_of("城镇化率由55.1%提高到62.3%。")
    assert (figures["55.1%"].period, figures["62.3%"].period) == ("2015", "2020")


def test_a_year_of_the_clause_ends_the_stretch_for_it() -> None:
    figures = figures_of("2018年，建成公园3个。去年建成学校4所。")
    assert (figures["3个"].period, figures["4所"].period) == ("2018", "2020")


def test_in_a_year_only_the_clause_that_says_so_is_of_five() -> None:
    document = Document(
        source=Source(name="2021.txt", format="txt", encoding="utf-8", size=1, sha256="0" * 64),
        text="一、2020年工作回顾\n\n新增就业6万人，五年累计新增就业32万人。\n",
        language="zh",
        period=2020,
    )
    found = {q.surface: q.period for q in find_figures(find_outline(document), LexiconOptions()).quantities}
    assert found == {"6万人": "2020", "32万人": "2016/2020"}
