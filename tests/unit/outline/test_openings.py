"""What a passage opens: time, part and how far that reaches."""

from __future__ import annotations

import pytest

from yoy.model import Document, Source
from yoy.outline.openings import opening_of


def document(delivered: int | None = 2021) -> Document:
    return Document(
        source=Source(name="a.txt", format="txt", encoding="utf-8", size=0, sha256="0" * 64),
        text="",
        language="zh",
        period=2020,
        delivered=delivered,
    )


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("五年来，我们坚持改革不停步。", ("review", "2016/2020", "section")),
        ("——这五年，城市面貌焕然一新。", ("review", "2016/2020", "section")),
        ("——这是产业升级步伐最快的五年。", ("review", "2016/2020", "section")),
        ("各位代表，过去五年，成绩来之不易。", ("review", "2016/2020", "section")),
        ("五年全市建成学校30所。", ("review", "2016/2020", "passage")),
        ("“十三五”时期，全市经济跃上新台阶。", ("review", "2016/2020", "section")),
        ("“十四五”时期是关键时期。", ("plan", "2021/2025", "section")),
        ("今后五年，要建成三个园区。", ("plan", "2021/2025", "section")),
        ("过去一年，极不平凡。", ("review", "2020", "section")),
        ("刚刚过去的2020年，全市经济稳中有进。", ("review", "2020", "section")),
        ("2020年，全市经济稳中有进。", ("review", "2020", "section")),
        ("2020年全市财政收入98亿元。", ("review", "2020", "passage")),
        ("2018年，全市启动改革。", ("review", "2018", "passage")),
        ("今年，要重点抓好五件事。", ("plan", "2021", "section")),
        ("下一步，我们将继续推进改革。", ("plan", None, "section")),
        ("今年经济社会发展主要预期目标是：生产总值增长6%。", ("plan", "2021", "passage")),
        ("同时，发展中还存在一些问题和不足。", ("problems", None, "section")),
    ],
)
def test_a_paragraph_opens(surface: str, expected: tuple[str, str | None, str]) -> None:
    opening = opening_of(surface, document(), leads=True)
    assert opening is not None
    assert (opening.part, opening.period, opening.reach) == expected


@pytest.mark.parametrize(
    "surface",
    [
        "2018年全市启动改革。",
        "“十三五”收官之年，任务繁重。",
        "五年规划已经编制完成。",
        "2035年前基本实现现代化。",
        "主要预期目标全面完成。",
        "同时，解决了一批群众关心的事。",
        "全市经济稳中有进。",
    ],
)
def test_nothing_opens(surface: str) -> None:
    assert opening_of(surface, document(), leads=True) is None


@pytest.mark.parametrize(
    ("surface", "reach"),
    [
        ("2020年，全市林地面积12万亩。", "passage"),
        ("一年来，全市上下齐心协力。", "paragraph"),
        ("五年来，全市上下齐心协力。", "section"),
    ],
)
def test_inside_a_paragraph_a_year_reaches_less_far(surface: str, reach: str) -> None:
    opening = opening_of(surface, document(), leads=False)
    assert opening is not None
    assert opening.reach == reach


def test_this_year_is_to_come_only_where_the_report_is_read_out_later() -> None:
    assert opening_of("今年，要重点抓好五件事。", document(2020), leads=True) is None
