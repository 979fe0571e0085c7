"""What a Word document holds besides plain runs is read as what it is, or is a note."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from saving import package
from yoy.readers.docx.formulas import field_formula
from yoy.readers.docx.read import read_docx
from yoy.readers.raised import settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from yoy.readers.extraction import Extraction

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def raised(text: str, place: str = "superscript") -> str:
    return run(text, f'<w:vertAlign w:val="{place}"/>')


def part(name: str, *inner: str) -> str:
    return f"<m:{name}>" + "".join(inner) + f"</m:{name}>"


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def field(code: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Extraction]:
    """Reads a document of one paragraph; `styles` is its styles part."""

    def reader(inner: str, **parts: str) -> Extraction:
        target = tmp_path / "a.docx"
        package(target, f"<w:document {W} {R} {M}><w:body><w:p>{inner}</w:p></w:body></w:document>", **parts)
        return read_docx(target.read_bytes(), "a.docx")

    return reader


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("办结2156") + raised("2") + run("件"), "办结2156²件"),
        (run("办结2156") + raised("[") + raised("1") + raised("]") + run("件"), "办结2156[1]件"),
        (run("面积120km") + raised("2") + run("。"), "面积120km²。"),
        (run("CO") + raised("2", "subscript") + run("35吨"), "CO₂35吨"),
        (run("平常") + raised("2", "baseline") + run("件"), "平常2件"),
        (
            run("约") + part("oMath", part("f", part("num", m("1")), part("den", m("3")))) + run("的"),
            "约1/3的",
        ),
        (
            run("2") + part("oMath", part("f", part("num", m("1")), part("den", m("4")))) + run("亩"),
            "2 1/4亩",
        ),
        (part("oMath", part("sSup", part("e", m("10")), part("sup", m("6")))) + run("个"), "10⁶个"),
        (part("oMath", part("rad", part("deg"), part("e", m("x")))) + run("。"), "√(x)。"),
        (part("oMath", part("d", part("e", m("a+b")))) + run("。"), "(a+b)。"),
        (run("约") + field(r" EQ \f(1,3) ") + run("的"), "约1/3的"),
        (run("面积120km") + field(r"EQ \s\up6(2)") + run("。"), "面积120km²。"),
        (run("第") + field("PAGE 3") + run("页"), "第页"),
    ],
)
def test_formulas_and_raised_runs(read: Callable[..., Extraction], inner: str, expected: str) -> None:
    made = read(inner)
    assert (made.text, made.notes) == (expected, ())


def test_character_styles_raise_strike_and_hide(read: Callable[..., Extraction]) -> None:
    looks = {"a": '<w:vertAlign w:val="superscript"/>', "b": "<w:strike/>", "c": "<w:vanish/>"}
    styles = f"<w:styles {W}>" + "".join(
        f'<w:style w:type="character" w:styleId="{key}"><w:rPr>{look}</w:rPr></w:style>'
        for key, look in looks.items()
    )
    inner = "".join(
        run(text, f'<w:rStyle w:val="{key}"/>') for text, key in (("2", "a"), ("9件", "b"), ("8", "c"))
    )
    made = read(run("办结21件") + inner + run("。"), styles=styles + "</w:styles>")
    assert made.text == "办结21件²。"
    assert {note.code for note in made.notes} == {"struck_text", "hidden_text"}


def test_struck_text_is_a_note(read: Callable[..., Extraction]) -> None:
    made = read(run("旧") + run("案件77件", "<w:strike/>") + run("新案件78件", '<w:strike w:val="0"/>'))
    assert made.text == "旧新案件78件"
    (note,) = made.notes
    assert (note.code, dict(note.args)) == ("struck_text", {"count": 1, "first": "案件77件"})


def test_comments_and_formulas_that_fit_no_line_are_notes(read: Callable[..., Extraction]) -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    made = read(run("正文") + comment + field(r"EQ \i(1,2,x)"))
    assert [note.code for note in made.notes] == ["comments", "formulas_unread"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (r"EQ \f(12,5)", "12/5"),
        (r"EQ 2\f(1；3)", "2 1/3"),
        (r"EQ \r(,2)", "√(2)"),
        ("PAGEREF x", ""),
        (r"EQ \b(\f(1,2)", None),
    ],
)
def test_fields(code: str, expected: str | None) -> None:
    found = field_formula(code)
    assert (found if found is None else settled(found)) == expected


def with_chunk(target: Path, name: str, content: bytes) -> bytes:
    """A document with one paragraph behind an embedded part."""
    paragraph = "<w:p><w:r><w:t>正文301件。</w:t></w:r></w:p>"
    document = f"<w:document {W} {R}><w:body><w:altChunk r:id='r9'/>{paragraph}</w:body></w:document>"
    package(target, document)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    related = f'<Relationships xmlns="{space}"><Relationship Id="r9" Type="{kind}" Target="{name}"/></Relationships>'
    made = io.BytesIO()
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            if not item.filename.endswith("document.xml.rels"):
                new.writestr(item, old.read(item))
        new.writestr("word/_rels/document.xml.rels", related)
        new.writestr(f"word/{name}", content)
    return made.getvalue()


def test_embedded_parts_are_read(tmp_path: Path) -> None:
    page = "<p>嵌入办结案件302<sup>1</sup>件。</p>".encode()
    archive = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    inner = tmp_path / "inner.docx"
    package(
        inner,
        f"<w:document {W}><w:body><w:p>{run('嵌入办结案件302')}{raised('1')}{run('件。')}</w:p></w:body></w:document>",
    )
    for name, content in (("c.html", page), ("c.mht", archive), ("c.docx", inner.read_bytes())):
        made = read_docx(with_chunk(tmp_path / "a.docx", name, content), "a.docx")
        assert (made.text, made.notes) == ("嵌入办结案件302¹件。\n正文301件。", ())
    made = read_docx(with_chunk(tmp_path / "a.docx", "c.txt", "嵌入3件。\n另4件。".encode()), "a.docx")
    assert made.text == "嵌入3件。\n另4件。\n正文301件。"


@pytest.mark.parametrize(("name", "content"), [("c.rtf", rb"{\rtf1 3}"), ("c.docx", b"PK\x03\x04broken")])
def test_an_embedded_part_that_cant_be_read_is_a_note(tmp_path: Path, name: str, content: bytes) -> None:
    made = read_docx(with_chunk(tmp_path / "a.docx", name, content), "a.docx")
    assert made.text == "正文301件。"
    assert [(note.code, note.args["part"]) for note in made.notes] == [("part_unread", name)]


def test_text_in_an_unknown_wrapping_is_counted_as_lost(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    odd = f"<w:unheardOf><w:p>{run('遗漏的八十八个字88')}</w:p></w:unheardOf>"
    package(target, f"<w:document {W}><w:body><w:p>{run('正文')}</w:p>{odd}</w:body></w:document>")
    (note,) = read_docx(target.read_bytes(), "a.docx").notes
    assert (note.code, note.args["count"]) == ("text_lost", 10)
