"""Title, issuer and year of a report, and the portal lines around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.errors import ReadError
from yoy.readers.identity.find import find_issuer
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
