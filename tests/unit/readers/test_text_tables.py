"""Tables in pasted text: rows by blanks, labels with figures, lost merged cells."""

from __future__ import annotations

import pytest

from yoy.readers.layout.text_tables import find_text_tables

ALIGNED = """一、申请办理情况
                      自然人      法人      总计
一、本年新收                 320       10      330
二、上年结转                   9        1       10
三、本年办理                 318       11      329
"""
PASTED = """三、申请情况
（勾稽关系：第一项加第二项等于第三项加第四项）\t申请人情况
自然人\t法人\t总计
一、本年新收\t95\t1\t96
二、上年结转\t5\t0\t5
三、本年度办理结果\t（一）予以公开\t50\t1\t51
（二）不予公开\t1.国家秘密\t42\t0\t42
2.其他\t3\t0\t3
（三）总计\t95\t1\t96
四、结转下年度\t5\t0\t5
"""


def test_rows_by_wide_blanks() -> None:
    (table,) = find_text_tables(ALIGNED)
    assert [[cell.text for cell in row] for row in table.rows][:2] == [
        ["", "自然人", "法人", "总计"],
        ["一、本年新收", "320", "10", "330"],
    ]
    assert (table.header_rows, table.header_columns) == (1, 1)
    assert all(cell.span.of(ALIGNED) == cell.text for row in table.rows for cell in row)


def test_numbered_heads_tell_the_merged_cells_that_were_lost() -> None:
    (table,) = find_text_tables(PASTED)
    assert (table.header_rows, table.header_columns) == (2, 3)
    result = table.rows[4][0]
    assert (result.text, result.row_span) == ("三、本年度办理结果", 4)
    refused = table.rows[5][0]
    assert (refused.text, refused.row_span) == ("（二）不予公开", 2)
    assert (table.rows[2][0].text, table.rows[2][0].column_span) == ("一、本年新收", 3)


def test_a_label_with_its_figure_in_one_cell() -> None:
    text = "行政复议\t维持 88\t纠正 18\t总计 106\n行政诉讼\t维持 7\t纠正 0\t总计 7\n"
    (table,) = find_text_tables(text)
    assert [cell.text for cell in table.rows[0]] == ["行政复议", "维持", "88", "纠正", "18", "总计", "106"]


@pytest.mark.parametrize(
    "text",
    [
        "全年办理 12 件，其中 3 件撤回。\n又受理 5 件，办结 4 件。\n",
        "第一章  总则\n第二章  职责\n第三章  附则\n",
        "- 3 -\n- 4 -\n",
        "1.1 Overview 12\n1.2 Results 14\n",
    ],
)
def test_running_text_is_no_table(text: str) -> None:
    assert find_text_tables(text) == ()


FORM = """信息内容 本年处理决定数量
行政许可 320
行政处罚 17
- 3 -
一、本年新收 95 1 96
二、上年结转 5 0 5
三
、
本
年
办
理
（一）予以公开 50 1 51
（二）部分公开（区分处理的，只计这一情
形，不计其他情形）
9 0 9
（三）不予公开
1.国家秘密 42 0 42
- 4 -
2.要求重新出具
已取得的信息
0 0 0
（四）总计 101 1 102
四、结转下年度 0 0 0
四、复议和诉讼
结果
维持
总计
10 1 0 0 0 11 5 0
五、存在的问题
"""


def told(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in find_text_tables(text)]


def test_a_form_printed_to_text_keeps_its_rows_over_pages_upright_words_and_wrapped_names() -> None:
    pairs, form, lone = told(FORM)
    assert pairs == [["信息内容", "本年处理决定数量"], ["行政许可", "320"], ["行政处罚", "17"]]
    assert [row[0] for row in form] == [
        "一、本年新收",
        "二、上年结转",
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情\n形，不计其他情形）",
        "1.国家秘密",
        "2.要求重新出具\n已取得的信息",
        "（四）总计",
        "四、结转下年度",
    ]
    assert form[3][1:] == ["9", "0", "9"]
    assert lone == [["10", "1", "0", "0", "0", "11", "5", "0"]]
    tables = find_text_tables(FORM)
    assert all(cell.span.of(FORM) == cell.text for table in tables for row in table.rows for cell in row)


def test_a_statement_whose_labels_wrap() -> None:
    text = "Other income, net of the tax on sales of\nquays and piers 310 290\nRents 640 610\nFares 12 9\n"
    ((_, first, *_),) = told("Fees 81 79\n" + text)
    assert first == ["Other income, net of the tax on sales of\nquays and piers", "310", "290"]


def test_one_row_under_heads_that_a_browser_left() -> None:
    text = "行政复议\t行政诉讼\n维持\t纠正\t总计\t维持\t纠正\t总计\n1\t1\t2\t0\t3\t3\n"
    (table,) = told(text)
    assert table[-1] == ["1", "1", "2", "0", "3", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "收入 12 11\n支出 10 9\n表二 支出决算表\n单位：万元\n教育 3 2\n农业 4 3\n",
        "收入 12 11\n支出 10 9\n以上数据不含下属单位，另有说明的除外。\n教育 3 2\n农业 4 3\n",
        "收入 12 11\n支出 10 9\n二、支出情况\n教育 3 2\n农业 4 3\n",
    ],
    ids=["a title", "a sentence", "a chapter"],
)
def test_two_tables_stay_two(text: str) -> None:
    assert len(find_text_tables(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "项目 数量\n完成了全部工作。\n",
        "办结率 98\n电话 0517 8729\n",
        "12 3 4\n",
        "2019 2020 2021\n见下图。\n",
    ],
)
def test_short_lines_are_no_table(text: str) -> None:
    assert find_text_tables(text) == ()
