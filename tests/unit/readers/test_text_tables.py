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
