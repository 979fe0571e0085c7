"""Markdown: its marks go, its words and tables stay."""

from __future__ import annotations

from yoy.readers.markdown import read_markdown


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    source = (
        "---\ntitle: 报告\ndate: 2019-01-30\n---\n# 2018年报告\n\n**共**办理[558项](http://a.b)，`x_1`。\n\n"
    )
    source += "- 其一\n- 其二\n\n## 一、概况\n"
    made = read_markdown(source.encode(), "a.md")
    assert made.text == "2018年报告\n共办理558项，x_1。\n其一\n其二\n一、概况"
    assert [hint.level for hint in made.hints] == [1, 2]
    assert made.metadata["publish_date"] == "2019-01-30"


def test_markdown_tables() -> None:
    source = "表1（单位：元）\n\n| 项目 | 数 |\n|:--|--:|\n| 甲\\|乙 | 1 |\n| 丙 | **2** |\n"
    (table,) = read_markdown(source.encode(), "a.md").tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目", "数"],
        ["甲|乙", "1"],
        ["丙", "2"],
    ]
    assert table.unit == "元"


def test_wrapped_markdown_lines_are_one_paragraph() -> None:
    line = "This line of a source was broken only to keep it narrow, so it"
    assert (
        read_markdown(f"{line}\ngoes on here.\nA short one.\n".encode(), "a.md").text
        == f"{line} goes on here.\nA short one."
    )
