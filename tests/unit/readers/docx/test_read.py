"""What a Word document shows is what is read: numbers, changes, tables, notes, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from saving import package
from yoy.errors import ReadError
from yoy.readers.docx.read import read_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from yoy.readers.extraction import Extraction

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

Reader = "Callable[..., Extraction]"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Extraction]:
    """Reads a document whose body is given, with further parts by name."""

    def reader(body: str, numbering: str | None = None, **parts: str) -> Extraction:
        target = tmp_path / "a.docx"
        document = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
        package(target, document, numbering, **parts)
        return read_docx(target.read_bytes(), "a.docx")

    return reader


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(*levels: str, extra: str = "") -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/>{level}</w:lvl>' for i, level in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{extra}</w:numbering>'
    )


CHINESE = numbering(
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>',
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/>',
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/>',
    extra='<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)
LEGAL = numbering(
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1"/>',
    '<w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>',
)


def test_automatic_numbers_become_part_of_the_text(read: Callable[..., Extraction]) -> None:
    body = (
        numbered("总体情况")
        + numbered("机构", 1)
        + numbered("机构改革。", 2)
        + numbered("执法", 1)
        + numbered("问题")
    )
    text = read(body, CHINESE).text
    assert text == "一、总体情况\n（一）机构\n1.机构改革。\n（二）执法\n二、问题"


def test_deeper_levels_start_anew_under_each_heading(read: Callable[..., Extraction]) -> None:
    body = numbered("甲") + numbered("子", 1) + numbered("乙") + numbered("子", 1)
    assert read(body, CHINESE).text == "一、甲\n（一）子\n二、乙\n（一）子"


def test_a_list_can_start_anew(read: Callable[..., Extraction]) -> None:
    body = numbered("甲") + numbered("乙") + numbered("丙", number=2) + numbered("丁", number=2)
    assert read(body, CHINESE).text == "一、甲\n二、乙\n一、丙\n二、丁"


def test_legal_numbering_prints_all_levels_in_digits(read: Callable[..., Extraction]) -> None:
    body = numbered("Business") + numbered("Risk", 1) + numbered("More", 1)
    assert read(body, LEGAL).text == "Part I Business\n1.1 Risk\n1.2 More"


def test_an_empty_paragraph_uses_no_number(read: Callable[..., Extraction]) -> None:
    assert read(numbered("甲") + numbered("") + numbered("乙"), CHINESE).text == "一、甲\n二、乙"


def test_tracked_changes_are_accepted_and_counted(read: Callable[..., Extraction]) -> None:
    body = (
        "<w:p><w:r><w:t>审批事项</w:t></w:r><w:del><w:r><w:delText>581</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>558</w:t></w:r></w:ins><w:r><w:t>项</w:t></w:r></w:p>"
    )
    made = read(body)
    assert made.text == "审批事项558项"
    assert [(note.code, note.args["count"]) for note in made.notes] == [("tracked_changes", 2)]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read: Callable[..., Extraction]) -> None:
    made = read(p("前半句，", "<w:rPr><w:del/></w:rPr>") + p("后半句。"))
    assert made.text == "前半句，后半句。"


def test_hidden_text_and_field_codes_are_not_read(read: Callable[..., Extraction]) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>秘密99</w:t></w:r>"
        "<w:r><w:instrText>PAGE 3</w:instrText></w:r>"
        "<w:r><w:t>看得见</w:t></w:r></w:p>"
    )
    made = read(body)
    assert made.text == "看得见"
    assert made.notes[0].code == "hidden_text"


def test_numbers_cut_into_runs_are_whole(read: Callable[..., Extraction]) -> None:
    body = "<w:p><w:r><w:t>20</w:t></w:r><w:bookmarkStart/><w:r><w:t>23年</w:t></w:r></w:p>"
    assert read(body).text == "2023年"


def test_content_controls_and_links_are_read(read: Callable[..., Extraction]) -> None:
    link = "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    body = f"<w:sdt><w:sdtContent>{p('控件内')}</w:sdtContent></w:sdt>{link}"
    assert read(body).text == "控件内\n链接"


def test_an_automatic_contents_list_is_furniture(read: Callable[..., Extraction]) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    made = read(f"<w:sdt>{gallery}<w:sdtContent>{p('一、概况 1')}</w:sdtContent></w:sdt>{p('一、概况')}")
    assert [span.of(made.text) for span in made.shell] == ["一、概况 1"]


def test_text_boxes_are_read_once(read: Callable[..., Extraction]) -> None:
    box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read(body).text == "正文\n框内文字"


def test_heading_styles_and_outline_levels_are_hints(read: Callable[..., Extraction], tmp_path: Path) -> None:
    body = p("标题", '<w:outlineLvl w:val="1"/>') + p("正文。")
    made = read(body)
    assert [(hint.level, hint.span.of(made.text)) for hint in made.hints] == [(2, "标题")]


def test_merged_cells_are_held_once(read: Callable[..., Extraction]) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    rows = (
        cell("项目", '<w:vMerge w:val="restart"/>') + cell("本年", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("件数") + cell("金额（单位：万元）"),
        cell("收费") + cell("3") + cell("7730.28"),
    )
    made = read(p("表1 收费情况") + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    assert made.text == "表1 收费情况\n项目\t本年\n件数\t金额（单位：万元）\n收费\t3\t7730.28"
    (table,) = made.tables
    assert (table.header_rows, table.header_columns, table.caption) == (2, 1, "表1 收费情况")
    assert [(c.text, c.row_span, c.column_span) for c in table.rows[0]] == [("项目", 2, 1), ("本年", 1, 2)]
    assert all(c.span.of(made.text) == c.text for row in table.rows for c in row)


def test_a_table_around_the_text_is_layout(read: Callable[..., Extraction]) -> None:
    made = read(f"<w:tbl><w:tr><w:tc>{p('第一段。')}{p('第二段。')}</w:tc></w:tr></w:tbl>")
    assert (made.text, made.tables) == ("第一段。\n第二段。", ())


def test_footnotes_follow_the_text(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2">{p("注一。")}</w:footnote>'
    line = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    target = tmp_path / "a.docx"
    body = '<w:p><w:r><w:t>共558项</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    package(
        target,
        f"<w:document {W}><w:body>{body}</w:body></w:document>",
        footnotes=f"<w:footnotes {W}>{line}{note}</w:footnotes>",
    )
    assert read_docx(target.read_bytes(), "a.docx").text == "共558项\n注一。"


def test_a_web_page_named_docx_is_refused_with_advice() -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(b"%PDF-1.7 and more", "a.docx")
    assert caught.value.slug == "wrong_suffix"
    assert ".pdf" in caught.value.hint
