"""Role and time of a figure: from its passage, and from its own clause."""

from __future__ import annotations

import pytest

from yoy.model import Document, Quantity, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures

REVIEW, PLAN = "一、2020年工作回顾\n\n", "二、2021年工作安排\n\n"


def figure(text: str) -> Quantity:
    """The last figure."""
    document = Document(
        source=Source(name="2021.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text + "\n",
        language="zh",
        period=2020,
        delivered=2021,
    )
    return find_figures(find_outline(document), LexiconOptions()).quantities[-1]


@pytest.mark.parametrize(
    ("text", "role", "period"),
    [
        (REVIEW + "建成公园12座。", "result", "2020"),
        (PLAN + "建成公园12座。", "target", "2021"),
        (PLAN + "去年建成公园12座。", "result", "2020"),
        (PLAN + "到2025年建成公园12座。", "target", "2025"),
        (PLAN + "“十四五”末建成公园12座。", "target", "2025"),
        (REVIEW + "主要预期目标是：建成公园12座。", "target", "2021"),
        (REVIEW + "（一）主要目标任务如期完成。\n\n建成公园12座。", "result", "2020"),
        (REVIEW + "力争到2022年建成公园12座。", "target", "2022"),
        (PLAN + "（一）推进绿色发展取得新成效。\n\n建成公园12座。", "target", "2021"),
    ],
)
def test_role_and_period(text: str, role: str, period: str) -> None:
    found = figure(text)
    assert (found.role, found.period) == (role, period)


def test_a_figure_of_the_glossary_speaks_of_no_time() -> None:
    text = (
        REVIEW
        + "经济稳中有进。\n\n" * 9
        + PLAN
        + "抓好改革。\n\n" * 9
        + "名词解释\n\n1.“三个一”：指公园12座。"
    )
    assert figure(text).period is None


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("针对三季度增速回落的情况，出台政策，全年地区生产总值增长4.9%。", None),
        ("前三季度地区生产总值增长4.9%。", "2020-01/2020-09"),
    ],
)
def test_a_quarter_named_before_the_whole_year_is_not_its_time(text: str, partial: str | None) -> None:
    assert figure(REVIEW + text).partial == partial
