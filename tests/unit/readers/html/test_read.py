"""A web page gives its report: text whole, furniture out, tables as tables, whatever its charset."""

from __future__ import annotations

import pytest

from yoy.readers.html.read import read_html

BODY = "".join(
    f"<p>{n}、全区共办理审批事项{n}58项，比上年有所增加，群众满意度不断提高。</p>" for n in range(1, 6)
)
LINKS = "".join(f'<li><a href="/{n}.html">相关新闻标题第{n}条，欢迎点击阅读</a></li>' for n in range(8))


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_metadata_comes_from_meta_tags_and_portal_lines() -> None:
    head = '<meta charset="utf-8"><meta name="PubDate" content="2019-01-30 10:00">'
    head += '<meta name="ContentSource" content="区司法局">'
    made = read_html(page(f"<div>发文字号：某府〔2019〕3号</div><div id='zoom'>{BODY}</div>", head), "a.html")
    assert made.metadata["publish_date"].startswith("2019-01-30")
    assert made.metadata["source"] == "区司法局"
    assert made.metadata["document_number"] == "某府〔2019〕3号"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p><font>20</font><font>23</font>年</p>", "2023年"),
        ("<p>合计<span>1</span><b>,234</b>项</p>", "合计1,234项"),
        ("<p>第一行\n    第二行</p>", "第一行第二行"),
        ("<p>two\n   words</p>", "two words"),
        ("<p>甲<br>乙</p>", "甲\n乙"),
        ("<p>&nbsp;&nbsp;缩进　</p>", "缩进"),
        ("<p>可见<span style='display: none'>不可见</span></p>", "可见"),
        ("<p>前<script>var a = 1;</script>后</p>", "前后"),
        ("<ol start='3'><li>丙</li><li>丁</li></ol>", "3.丙\n4.丁"),
        ("<ol type='A'><li>one</li></ol>", "A. one"),
        ("<pre>一\n二</pre>", "一\n二"),
        ("<div>外<p>内</p>又外</div>", "外\n内\n又外"),
    ],
)
def test_lines_are_those_of_a_browser(source: str, expected: str) -> None:
    assert read_html(page(source), "a.html").text == expected


def test_headings_are_hints() -> None:
    made = read_html(page("<h1>报告</h1><h2>一、概况</h2><p>正文。</p>"), "a.html")
    assert [(hint.level, hint.span.of(made.text)) for hint in made.hints] == [(1, "报告"), (2, "一、概况")]


def test_a_table_keeps_its_cells_and_unit() -> None:
    rows = "<tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr><tr><th>2017年</th><th>2018年</th></tr>"
    rows += "<tr><td>收入</td><td>1,200</td><td>1,350</td></tr>"
    made = read_html(page(f"<p>表1 收支（单位：万元）</p><table>{rows}</table>"), "a.html")
    assert made.text == "表1 收支（单位：万元）\n项目\t金额\n2017年\t2018年\n收入\t1,200\t1,350"
    (table,) = made.tables
    assert (table.unit, table.header_rows, table.header_columns) == ("万元", 2, 1)
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)


def test_currency_signs_and_brackets_join_their_figures() -> None:
    rows = "<tr><td>Year</td><td></td><td colspan=3>2023</td><td colspan=3>2022</td></tr>"
    rows += "<tr><td>Net income</td><td></td><td>$</td><td>4,368</td><td></td>"
    rows += "<td>$</td><td>(9,752</td><td>)</td></tr>"
    rows += (
        "<tr><td>Margin</td><td></td><td></td><td>27.2</td><td>%</td><td></td><td>19.6</td><td>%</td></tr>"
    )
    text = read_html(page(f"<table>{rows}</table>"), "a.html").text
    assert text == "Year\t2023\t2022\nNet income\t$4,368\t$(9,752)\nMargin\t27.2%\t19.6%"


def test_layout_tables_are_lines() -> None:
    made = read_html(
        page(f"<table><tr><td><table><tr><td>{BODY}</td></tr></table></td></tr></table>"), "a.html"
    )
    assert made.tables == ()
    assert len(made.text.split("\n")) == 5


def test_a_table_of_fields_above_the_article_is_metadata() -> None:
    fields = "<table><tr><td>索引号</td><td>A-1</td><td>发布机构</td><td>区司法局</td></tr>"
    fields += "<tr><td>文号</td><td>某府〔2019〕3号</td><td>成文日期</td><td>2019-01-20</td></tr></table>"
    made = read_html(page(f"{fields}<div id='zoom'>{BODY}</div>"), "a.html")
    assert made.metadata["document_number"] == "某府〔2019〕3号"
    assert made.metadata["publisher"] == "区司法局"
    assert "索引号" not in made.text


def test_a_date_without_label_is_that_of_publication() -> None:
    made = read_html(
        page(
            f"<h1>某区2018年工作报告</h1><p>2019-01-30 09:20:26 来源：新华网</p><div id='zoom'>{BODY}</div>"
        ),
        "a",
    )
    assert made.metadata["publish_date"] == "2019-01-30 09:20:26"
    assert made.text.startswith("某区2018年工作报告")


def test_page_numbers_of_a_filing_are_furniture() -> None:
    pages = "".join(
        f"<div>Table of Contents</div><p>Item {n}. Text of the page, which is long enough and</p><p>{n}</p>"
        '<hr style="page-break-after:always"/>'
        for n in range(1, 5)
    )
    made = read_html(page(f"{pages}<div>Table of Contents</div><p>goes on here.</p>"), "a.html")
    assert [span.of(made.text) for span in made.shell].count("Table of Contents") == 5
    assert "Item 4. Text of the page, which is long enough and goes on here." in made.text
