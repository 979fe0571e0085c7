"""What a page holds and the report doesn't is read, or is a note that says so."""

from __future__ import annotations

from typing import Any

import pytest

from yoy.readers.html.read import read_html
from yoy.readers.html.source import flattened, lost_letters

BODY = "".join(
    f"<p>{n}、全区共办理审批事项{n}58项，比上年有所增加，群众满意度不断提高。</p>" for n in range(1, 6)
)


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )


def notes(source: bytes) -> dict[str, dict[str, Any]]:
    return {note.code: dict(note.args) for note in read_html(source, "a.html").notes}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>案件2156<sup>2</sup>件</p>", "案件2156²件"),
        ("<p>案件2156<sup><a href='#f'>[1]</a></sup>件</p>", "案件2156[1]件"),
        ("<p>案件2156<span style='vertical-align: super;font-size:8px'>2</span>件</p>", "案件2156²件"),
        ("<p>sales(1)<span style='position:relative;top:-3.5pt'>2</span> rose</p>", "sales(1)² rose"),
        ("<p>line<span style='position:relative;top:-0.5px'>2</span> rose</p>", "line2 rose"),
        ("<p>CO<sub>2</sub>35吨</p>", "CO₂35吨"),
        ("<p>约<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>的企业</p>", "约1/3的企业"),
        ("<p>粉尘<math><msup><mn>10</mn><mn>6</mn></msup></math>个</p>", "粉尘10⁶个"),
        ("<p>占<math><msqrt><mi>x</mi></msqrt></math>。</p>", "占√(x)。"),
        ("<p>旧<s>77件</s><del>78件</del>新79件</p>", "旧新79件"),
        ("<p>旧<span style='text-decoration: line-through'>77件</span>新79件</p>", "旧新79件"),
    ],
)
def test_a_line_shows_what_a_browser_does(source: str, expected: str) -> None:
    assert read_html(page(source), "a.html").text == expected


def test_a_cell_keeps_its_figure_beside_a_mark() -> None:
    rows = "<tr><td>项目</td><td>金额</td></tr><tr><td>收入<sup>1</sup></td><td>1,234<sup>2</sup></td></tr>"
    assert read_html(page(f"<table>{rows}</table>"), "a.html").text == "项目\t金额\n收入¹\t1,234²"


def test_struck_text_is_a_note_with_its_beginning() -> None:
    assert notes(page(f"{BODY}<p>旧<s>案件77件</s>新<s>、</s></p>"))["struck_text"] == {
        "count": 1,
        "first": "案件77件",
    }


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (
            "<p>报告2018</p><iframe src='https://example.invalid/b.html'></iframe>",
            "https://example.invalid/b.html",
        ),
        (f"{BODY}<iframe src='viewer?file=a.pdf'></iframe>", "viewer?file=a.pdf"),
        (f"<div>{BODY}<embed src='/files/a.pdf'></div>", "/files/a.pdf"),
    ],
)
def test_frames_of_the_report_are_notes(body: str, first: str) -> None:
    assert notes(page(body))["frames_unread"] == {"count": 1, "first": first}


def test_frames_around_a_report_are_none_of_it() -> None:
    more = BODY * 5
    around = f"<iframe src='/ad'></iframe><div><div id='zoom'>{more}</div></div>"
    assert notes(page(around)) == {}


def test_text_that_only_a_script_shows_is_a_note() -> None:
    told = "全区共办理审批事项三千余项，比上年有所增加，群众满意度不断提高。" * 20
    coded = "".join(f"\\u{ord(char):04x}" for char in told)
    for script in (f'render("{told}")', f"var body = '{coded}'"):
        assert notes(page(f"<h1>2018年报告</h1><script>{script}</script>"))["script_text"]["count"] > 200
    assert "script_text" not in notes(page(f"<p>{told}</p><script>render('{told}')</script>"))
    assert notes(page(f'{BODY}<script>if (a < b) {{ go("{"x" * 500}"); }}</script>')) == {}


def test_sentences_outside_the_report_are_a_note() -> None:
    outside = "<div><p>" + "另有一段说明文字，与正文无关，但写得很长。" * 8 + "</p></div>"
    made = notes(page(f"<div><div id='zoom'>{BODY * 12}</div>{outside * 2}</div>"))
    assert made["text_outside"]["count"] > 200


def exhibits(cell: str) -> str:
    rows = "".join(
        f"<tr><td>10.{n}</td><td><a href='https://example.invalid/{n}'>Form of Agreement {n}</a></td></tr>"
        for n in range(1, 9)
    )
    return f"<p>{cell}</p><table>{rows}</table>"


def test_an_index_of_documents_is_no_navigation() -> None:
    made = read_html(page(BODY * 3 + exhibits("Exhibits")), "a.html")
    assert "10.8 Form of Agreement 8" in made.text.split("\n")
    assert made.tables == ()  # its numbers are no figures


def test_described_documents_without_numbers_are_no_navigation() -> None:
    named = "Amended and restated certificate of incorporation, filed with the annual report of that year"
    links = "".join(f"<tr><td><a href='/{n}'>{named}</a></td></tr>" for n in range(6))
    assert named in read_html(page(f"{BODY * 5}<table>{links}</table>"), "a.html").text


def test_menus_inside_the_report_are_left_out_and_said_so() -> None:
    menu = "".join(f"<li><a href='/{n}.html'>相关新闻第{n}条</a></li>" for n in range(12))
    made = read_html(page(f"<div>{BODY}<ul>{menu}</ul>{BODY}</div>"), "a.html")
    assert "相关新闻" not in made.text
    (note,) = made.notes
    assert (note.code, note.args["count"]) == ("lists_left_out", 86)
    assert str(note.args["first"]).startswith("相关新闻第0条相关新闻第1条")


@pytest.mark.parametrize("tag", ["div", "b", "span", "font", "section"])
@pytest.mark.parametrize("count", [400, 5000])
def test_unclosed_tags_lose_no_paragraph(tag: str, count: int) -> None:
    source = page("".join(f"<{tag}><p>第{n}段，办结{n}件。</p>" for n in range(count)))
    text = read_html(source, "a.html").text
    assert all(f"第{n}段，办结{n}件。" in text for n in range(0, count, 7))
    assert f"第{count - 1}段" in text


def test_a_node_of_many_megabytes_is_whole() -> None:
    source = page(f"<p>{'全区办结案件若干。' * 450_000}末尾办结7件。</p>")
    assert read_html(source, "a.html").text.endswith("末尾办结7件。")


def test_what_a_parser_loses_is_counted() -> None:
    from lxml import html

    whole = "<p>" + "办结案件" * 50 + "</p>"
    assert lost_letters(whole, html.document_fromstring("<p>办结</p>")) > 100
    assert lost_letters(f"<script>var a = 1;</script><!-- x -->{whole}", html.document_fromstring(whole)) == 0


def test_a_flat_page_keeps_lines_and_tables() -> None:
    assert flattened("<div><b>甲</b></div><table><tr><td>1</td></tr></table>") == (
        "<p>甲<p><table><tr><td>1</td></tr></table>"
    )


@pytest.mark.parametrize("label", ["rot13", "zip", "undefined", "unicode_escape", "utf-16", "punycode", "x"])
def test_a_charset_that_is_none_gives_way_to_the_bytes(label: str) -> None:
    source = f'<html><head><meta charset="{label}"></head><body>{BODY}</body></html>'
    for encoding in ("utf-8", "gb18030"):
        assert "审批事项158项" in read_html(source.encode(encoding), "a.html").text


def test_utf8_goes_before_a_charset_that_fits_any_bytes() -> None:
    source = f'<html><head><meta charset="iso-8859-1"></head><body>{BODY}</body></html>'
    assert "审批事项158项" in read_html(source.encode(), "a.html").text
    french = (
        '<html><head><meta charset="iso-8859-1"></head><body><p>Séance de 2018, tenue à 9 heures.</p></body>'
    )
    assert "Séance" in read_html(french.encode("latin-1"), "a.html").text
