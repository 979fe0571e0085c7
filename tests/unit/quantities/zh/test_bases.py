"""What a change is measured from."""

from __future__ import annotations

import pytest

from yoy.model import Document, Source
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures


def change(text: str, *, five_years: bool = False) -> tuple[str | None, str | None]:
    """Period and base of the last figure."""
    title = "一、“十三五”时期工作回顾\n\n" if five_years else "一、2020年工作回顾\n\n"
    document = Document(
        source=Source(name="2021.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=title + text + "\n",
        language="zh",
        period=2020,
    )
    figure = find_figures(find_outline(document), LexiconOptions()).quantities[-1]
    return figure.period, figure.base_period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("生产总值增长6.2%。", ("2020", "2019")),
        ("生产总值比上年增长6.2%。", ("2020", "2019")),
        ("绿地面积比2015年增长16%。", ("2020", "2015")),
        ("绿地面积较“十二五”末增长16%。", ("2020", "2015")),
        ("增速高于全国平均2.1个百分点。", ("2020", None)),
        ("生产总值年均增长6.2%。", ("2020", None)),
    ],
)
def test_the_base_of_a_change_in_a_year(text: str, expected: tuple[str | None, str | None]) -> None:
    assert change(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绿地面积增长36%。", ("2016/2020", "2015")),
        ("生产总值年均增长6.2%。", ("2016/2020", "2015")),
        ("城乡居民收入年均分别增长6%、7%。", ("2016/2020", "2015")),
        ("绿地面积比2015年增长36%。", ("2020", "2015")),
        ("财政收入同比增长6%。", ("2020", "2019")),
    ],
)
def test_the_base_of_a_change_in_five_years(text: str, expected: tuple[str | None, str | None]) -> None:
    assert change(text, five_years=True) == expected
