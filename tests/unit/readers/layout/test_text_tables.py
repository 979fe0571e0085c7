"""Tables in plain text."""

from __future__ import annotations

import pytest

from yoy.readers.layout.text_tables import find_text_tables


@pytest.mark.parametrize(
    "text",
    [
        "前文。\n项目\t2017年\t2018年\n收入\t1\t2\n支出\t3\t4\n后文。",
        "前文。\n| 项目 | 2017年 | 2018年 |\n|---|:-:|---|\n| 收入 | 1 | 2 |\n| 支出 | 3 | 4 |\n后文。",
        "前文。\n┌──┬──┬──┐\n│项目│2017年│2018年│\n├──┼──┼──┤\n│收入│1│2│\n│支出│3│4│\n└──┴──┴──┘\n后文。",
    ],
)
def test_tables_in_plain_text(text: str) -> None:
    (table,) = find_text_tables(text)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目", "2017年", "2018年"],
        ["收入", "1", "2"],
        ["支出", "3", "4"],
    ]
    assert all(cell.span.of(text) == cell.text for row in table.rows for cell in row)
    assert (table.header_rows, table.header_columns) == (1, 1)


@pytest.mark.parametrize(
    "text", ["\t一、标题\n\t正文，共5项。\n\t又一段。", "甲|乙\n只有一行", "a|b\nc|d\ne|f\nno figures"]
)
def test_no_tables_in_plain_text(text: str) -> None:
    assert find_text_tables(text) == ()
