"""Title, issuer and year of a report, and the portal lines around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.errors import ReadError
from yoy.readers.identity.find import find_issuer, find_period
from yoy.readers.registry import read

PAGE = """某某区2018年法治政府建设情况报告_政务公开_某某区人民政府门户网站

某某区人民政府2018年度法治政府建设情况报告

信息来源: 区司法局 发布时间 2019-01-30
【字号 大 中 小】
  • 发文字号: 某府〔2019〕3号
  • 机构名称: 区政府办公室

2018年，本区全面推进依法行政，各项工作取得新的成绩，现将有关情况报告如下。

一、主要工作

审批事项558项。

  • 附件下载

当前页二维码
"""


@pytest.mark.parametrize(
    ("title", "stem", "text", "label", "expected"),
    [
        ("某区2018年度法治政府建设情况报告", "2019", "", None, (2018, None)),
        ("某区2018年度法治政府建设情况报告", "2019", "", 2017, (2017, None)),
        ("", "2016", "", None, (2016, None)),
        ("2026年某市政府工作报告", "2026", "一、2025年工作回顾\n", None, (2025, 2026)),
        ("政府工作报告", "2021", "——2021年3月5日在大会上\n一、2020年工作回顾\n", None, (2020, 2021)),
        ("某区统计公报", "报告", "现将2019年的情况公布如下", None, (2019, None)),
        ("某区统计公报", "报告", "没有年份", None, (None, None)),
    ],
)
def test_year_reported_on(
    title: str, stem: str, text: str, label: int | None, expected: tuple[int | None, int | None]
) -> None:
    period = find_period(text, title=title, stem=stem, label=label)
    assert (period.reported, period.delivered) == expected


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("宝山区人民政府2018年度法治政府建设情况报告", "宝山区人民政府"),
        ("2026年北京市政府工作报告", "北京市"),
        ("淮安市洪泽区2024年政府信息公开工作年度报告", "淮安市洪泽区"),
        ("某某市财政局2020年部门决算", "某某市财政局"),
        ("政府工作报告", ""),
        ("Harbour District Council Annual Report 2018", "Harbour District Council"),
        ("The Walt Disney Company Annual Report", "Walt Disney Company"),
        ("Annual Report 2018", ""),
    ],
)
def test_issuer_stands_before_the_year(title: str, issuer: str) -> None:
    assert find_issuer(title, {}) == issuer


@pytest.mark.parametrize("label", ["18", "abcd", "20180"])
def test_a_label_is_a_year(tmp_path: Path, label: str) -> None:
    file = tmp_path / "x.txt"
    file.write_text(PAGE, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read(file, label=label)
    assert caught.value.slug == "bad_label"


@pytest.mark.parametrize(
    ("title", "label", "told"),
    [
        ("云溪区2016年度法治政府建设情况报告", 2018, True),
        ("云溪区2016年度法治政府建设情况报告", 2016, False),
        ("云溪区法治政府建设情况报告", 2018, False),
        ("2017年云溪区政府工作报告", 2016, False),
    ],
)
def test_a_label_that_the_title_contradicts_is_told(title: str, label: int, *, told: bool) -> None:
    text = f"{title}\n\n一、2016年工作回顾\n"
    notes = find_period(text, title=title, stem="", label=label).notes
    assert [note.code for note in notes] == ["label_differs"] * told


def test_an_issuer_on_the_line_above_belongs_to_the_title(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "洪泽区人民政府\n2023年政府信息公开工作年度报告\n\n一、总体情况\n\n共5件。\n", encoding="utf-8"
    )
    document = read(file)
    assert document.title == "洪泽区人民政府2023年政府信息公开工作年度报告"
    assert document.issuer == "洪泽区人民政府"


def test_an_english_head_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(
        "Harbour District Council\nAnnual Report 2018\n\nPublished 12 March 2019 | Reference HDC/1\n\n"
        "1. Finance\nThe Council spent $5.4 million in the year, which was less than it had planned to spend.\n",
        encoding="utf-8",
    )
    document = read(file)
    assert document.title == "Harbour District Council Annual Report 2018"
    assert document.issuer == "Harbour District Council"
    assert document.metadata["publish_date"] == "12 March 2019"
    assert document.period == 2018
