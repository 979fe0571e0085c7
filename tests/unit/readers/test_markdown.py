"""Markdown gives its text without marks, nothing melted and nothing lost, in time that grows with its length."""

from __future__ import annotations

import time

import pytest

from yoy.readers.markdown import read_markdown


def text_of(source: str) -> str:
    return read_markdown(source.encode(), "a.md").text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 云溪区报告 #", "云溪区报告"),
        ("#   一、概况   ", "一、概况"),
        ("#没有空格", "#没有空格"),
        ("- 5 - 3 之间", "5 - 3 之间"),
        ("2017 - 2018年", "2017 - 2018年"),
        ("面积120km<sup>2</sup>，案件2156^2^件", "面积120km²，案件2156²件"),
        ("案件78件[^1]。", "案件78件[1]。"),
        ("~~旧案件77件~~新案件78件", "新案件78件"),
        ("|甲|乙|\n|---|:-:|\n|1|2|", "甲\t乙\n1\t2"),
    ],
)
def test_lines(source: str, expected: str) -> None:
    assert text_of(source) == expected


def test_struck_text_is_a_note() -> None:
    (note,) = read_markdown("~~旧案件77件~~新案件78件".encode(), "a.md").notes
    assert (note.code, dict(note.args)) == ("struck_text", {"count": 1, "first": "旧案件77件"})


def test_a_number_broken_by_the_width_of_the_source_is_whole() -> None:
    long = "全区认真贯彻落实各项决策部署，扎实推进重点工作，全年共办理各类案件12"
    assert "各类案件12345件，同比增长12.5%" in text_of(f"{long}\n345件，同比增长1\n2.5%。")


@pytest.mark.parametrize("shape", ["# a{}b", "#{}x", "a|b\n{}|{}-x", "a|b\n-|-\n|{}x{}y", "{}- x"])
def test_blanks_take_no_more_time_than_their_number(shape: str) -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        text_of("第1段。\n\n" + shape.replace("{}", " " * count))
        return time.process_time() - begun

    seconds(10)
    assert seconds(200_000) < 1.0


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
