"""Tables: which rows and columns are heads, their unit and caption; tables in plain text and markdown."""

from __future__ import annotations

import pytest

from yoy.readers.layout.blocks import Grid, GridCell, GridRow, Paragraph, assemble, join_lines
from yoy.readers.layout.table_shape import header_shape, is_figure, unit_of
from yoy.readers.layout.text_tables import find_text_tables
from yoy.readers.markdown import read_markdown


def rows(*lines: str) -> list[GridRow]:
    return [GridRow(cells=tuple(GridCell(text=cell) for cell in line.split("|"))) for line in lines]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("项目|2017年|2018年", "收入|1|2"), (1, 1)),
        (("序号|项目|金额", "1|收入|20", "2|支出|30"), (1, 2)),
        (("|Year ended", "|2023|2022", "Revenue|$1,200|$900"), (2, 1)),
        (("名称|内容", "公司|某某银行", "地址|深圳"), (1, 1)),
        (("10|1|0", "5|0|0"), (0, 0)),
        (("项目|金额", "一、营业收入|", "利息|5"), (1, 1)),
    ],
)
def test_heads(lines: tuple[str, ...], expected: tuple[int, int]) -> None:
    assert header_shape(rows(*lines)) == expected


@pytest.mark.parametrize(
    "text",
    ["0", "1,234", "(63)", "-0.5%", "$4,368", "—", "不适用", "3个", "￥5.2", "5.2万元", "N/A", "+12.3"],
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "1.其他", "2.重复申请", "项目", "第二十条", "Item 1", "2024年12月31日"])
def test_no_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：万元", "万元"),
        ("（货币单位：人民币百万元）", "百万元"),
        ("表3 收入情况（单位:亿元）", "亿元"),
        ("(In millions, except per share data)", "millions"),
        ("各单位要认真落实。", None),
    ],
)
def test_units(line: str, unit: str | None) -> None:
    assert unit_of([line], ()) == unit


def test_a_line_that_opens_a_new_table_in_the_same_frame_is_its_caption() -> None:
    def banner(text: str) -> GridRow:
        return GridRow(cells=(GridCell(text=text, column_span=2),))

    grid = Grid(
        rows=(
            banner("第（一）项"),
            *rows("内容|数量", "规章|0"),
            banner("第（五）项"),
            *rows("内容|处理数", "许可|9"),
        )
    )
    first, second = assemble([grid]).tables
    assert (first.caption, second.caption) == ("第（一）项", "第（五）项")
    assert (second.header_rows, len(second.rows)) == (2, 3)


def test_empty_rows_vanish_and_spans_shrink_with_them() -> None:
    tall = GridRow(cells=(GridCell(text="合并", row_span=3), GridCell(text="1")))
    grid = Grid(rows=(tall, GridRow(cells=(GridCell(text=""),)), *rows("2")))
    made = assemble([Paragraph(text="前"), grid])
    assert made.text == "前\n合并\t1\n2"
    assert made.tables[0].rows[0][0].row_span == 2


def test_places_count_paragraphs_and_carry_pages() -> None:
    made = assemble(
        [
            Paragraph(text="甲", page=1),
            Paragraph(text="- 1 -", page=1, furniture=True),
            Paragraph(text="乙", page=2),
        ]
    )
    assert [(place.page, place.paragraph) for place in made.places] == [(1, 1), (1, None), (2, 2)]
    assert [span.of(made.text) for span in made.shell] == ["- 1 -"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("商业", "企业"), "商业企业"),
        (("two", "words"), "two words"),
        (("共", "20 项"), "共20 项"),
        (("", "甲"), "甲"),
    ],
)
def test_lines_of_a_cell(lines: tuple[str, ...], joined: str) -> None:
    assert join_lines(lines) == joined


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
