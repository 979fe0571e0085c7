"""Title, issuer and year of a report, and the portal lines around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yoy.errors import ReadError
from yoy.readers.identity.find import find_issuer
from yoy.readers.identity.portal import find_portal
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


def test_portal_lines_are_shell_and_their_fields_are_read(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(PAGE, encoding="utf-8")
    document = read(file)
    assert document.title == "某某区人民政府2018年度法治政府建设情况报告"
    assert document.issuer == "某某区人民政府"
    assert document.period == 2018
    assert document.metadata["publish_date"] == "2019-01-30"
    assert document.metadata["document_number"] == "某府〔2019〕3号"
    assert document.metadata["publisher"] == "区政府办公室"
    shell = [span.of(document.text) for span in document.shell]
    assert shell[0].endswith("门户网站")
    assert shell[-1] == "当前页二维码"
    assert not any("558项" in line or "一、主要工作" in line for line in shell)


@pytest.mark.parametrize(
    "line",
    [
        "来源广泛，群众满意。",
        "时间安排：2018年底前完成审批事项清理，打印材料减少一半。",
        "名称预先核准1234件。",
    ],
)
def test_body_lines_with_portal_words_stay_body(line: str) -> None:
    text = f"某区2018年工作报告\n一、工作\n{line}\n" + "各部门认真落实各项任务。" * 20
    assert find_portal(text).shell == ()


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
