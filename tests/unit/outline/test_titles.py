"""What a title announces, and of which time."""

from __future__ import annotations

import pytest

from yoy.model import Document, Source
from yoy.outline.titles import Announcement, announcement, told_years


def document(period: int | None = 2020, language: str = "zh") -> Document:
    return Document(
        source=Source(name="a.txt", format="txt", encoding="utf-8", size=0, sha256="0" * 64),
        text="",
        language="en" if language == "en" else "zh",
        period=period,
        delivered=period + 1 if period else None,
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2020年工作回顾", Announcement("review", "2020")),
        ("2020年工作", Announcement("review", "2020")),
        ("2021年工作安排", Announcement("plan", "2021")),
        ("今年主要任务", Announcement("plan", "2021")),
        ("去年工作回顾", Announcement("review", "2020")),
        ("过去五年工作回顾", Announcement("review", "2016/2020")),
        ("“十三五”时期发展回顾", Announcement("review", "2016/2020")),
        ("“十四五”时期目标任务", Announcement("plan", "2021/2025")),
        ("2020年和“十三五”时期工作回顾", Announcement("review", "2020", mixed=True)),
        ("“十三五”时期和2020年工作回顾", Announcement("review", "2016/2020", mixed=True)),
        ("“十三五”发展成就和“十四五”主要目标", Announcement("review", "2016/2020", mixed=True)),
        ("“十四五”目标任务和2021年工作安排", Announcement("plan", "2021/2025", mixed=True)),
        ("工作总结和下一步打算", Announcement("review", None, mixed=True)),
        ("主要成效和存在的问题", Announcement("review")),
        ("存在的困难和问题", Announcement("problems")),
        ("2020年工作中的短板", Announcement("problems")),
        ("补齐民生短板", Announcement()),
        ("下一步工作思路", Announcement("plan")),
        ("关于第十四个五年规划纲要（草案）的说明", Announcement("plan", "2021/2025", mixed=True)),
        ("名词解释", Announcement("notes")),
        ("《政府工作报告》名词注释", Announcement("notes")),
        ("加强政府自身建设", Announcement()),
        ("“十三五”收官", Announcement()),
    ],
)
def test_a_title_announces(title: str, expected: Announcement) -> None:
    assert announcement(title, document()) == expected


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Outlook for 2021", "plan"),
        ("Review of the year", "review"),
        ("Challenges", "problems"),
        ("Revenue", None),
    ],
)
def test_an_english_title_announces(title: str, part: str | None) -> None:
    assert announcement(title, document(language="en")).part == part


@pytest.mark.parametrize(
    ("years", "period", "expected"),
    [
        ("2016/2020", 2020, ("2016/2020", False)),
        ("2016/2020", 2018, ("2016/2018", False)),
        ("2016/2020", 2016, ("2016", False)),
        ("2021/2025", 2020, ("2021/2025", True)),
    ],
)
def test_a_plan_that_is_not_over_ends_with_the_year_reported_on(
    years: str, period: int, expected: tuple[str, bool]
) -> None:
    assert tuple(told_years(years, period)) == expected


def test_without_a_year_no_time_is_told() -> None:
    assert announcement("2020年工作回顾", document(None)) == Announcement("review")
