"""A Word file, a web page and a PDF whose figures stand beside raised marks, in formulas, at line ends and in odd places.

Each comes with every figure that it holds as (surface, value, unit), and with the notes that must tell what it doesn't
read.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from printing import Sheet, make_pdf
from saving import package

if TYPE_CHECKING:
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"


class Hard(NamedTuple):
    """A file, its figures, and the codes of the notes it must have."""

    name: str
    content: bytes
    figures: tuple[tuple[str, str, str | None], ...]
    notes: frozenset[str]


def hard_docx(folder: Path) -> Hard:
    """Raised marks, Office Math, struck and hidden text, an embedded page and one that can't be read."""
    paragraphs = (
        _run("云溪区2018年工作报告"),
        _run("全年办结案件2156")
        + _run("2", '<w:vertAlign w:val="superscript"/>')
        + _run("件，绿地面积120km")
        + _run("2", '<w:vertAlign w:val="superscript"/>')
        + _run("，减排CO")
        + _run("2", '<w:vertAlign w:val="subscript"/>')
        + _run("35吨。"),
        _run("约") + _fraction("1", "3") + _run("的企业达标。"),
        _run("旧口径案件77件", "<w:strike/>") + _run("新口径案件78件。") + _run("内部数55件", "<w:vanish/>"),
    )
    body = "".join(f"<w:p>{inner}</w:p>" for inner in paragraphs)
    body += '<w:altChunk r:id="r8"/><w:altChunk r:id="r9"/>'
    target = folder / "2018.docx"
    package(
        target,
        f'<w:document xmlns:w="{_W}" xmlns:m="{_M}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
    )
    parts = {"a.html": "<p>嵌入的页面：调解纠纷302件。</p>".encode(), "b.rtf": b"{\\rtf1 9}"}
    figures = (
        ("2156²件", "2156", "件"),
        ("120km²", "120", "平方公里"),
        ("35吨", "35", "吨"),
        ("1/3", "0.333333333333", None),
        ("78件", "78", "件"),
        ("302件", "302", "件"),
    )
    notes = frozenset(("struck_text", "hidden_text", "part_unread"))
    return Hard("2018.docx", _with_parts(target, parts), figures, notes)


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def _fraction(top: str, bottom: str) -> str:
    num, den = (
        f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>" for name, text in (("num", top), ("den", bottom))
    )
    return f"<m:oMath><m:f>{num}{den}</m:f></m:oMath>"


def _with_parts(target: Path, parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    related = "".join(
        f'<Relationship Id="r{8 + at}" Type="{_R}/aFChunk" Target="{name}"/>' for at, name in enumerate(parts)
    )
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            if not item.filename.endswith("document.xml.rels"):
                new.writestr(item, old.read(item))
        new.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_P}">{related}</Relationships>')
        for name, content in parts.items():
            new.writestr(f"word/{name}", content)
    return made.getvalue()


def hard_html() -> Hard:
    """Raised marks, MathML, boxes nested 400 deep, struck text, a frame and a script that holds text."""
    told = "脚本里的说明文字，浏览器打开以后才能看到，共计九百件。" * 20
    body = (
        "<h1>云溪区2018年工作报告</h1>"
        "<p>全年办结案件2156<sup>2</sup>件，绿地面积120km<sup>2</sup>，减排CO<sub>2</sub>35吨。</p>"
        "<p>约<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>的企业达标，罚款12.5亿元<sup>(3)</sup>。</p>"
        "<p><s>旧口径案件77件</s>新口径案件78件。</p>"
        + "<div>" * 400
        + "<p>最深处调解纠纷302件。</p>"
        + f"<iframe src='body.html'></iframe><script>show('{told}')</script>"
    )
    page = f'<!DOCTYPE html><html><head><meta charset="rot13"></head><body>{body}</body></html>'
    figures = (
        ("2156²件", "2156", "件"),
        ("120km²", "120", "平方公里"),
        ("35吨", "35", "吨"),
        ("1/3", "0.333333333333", None),
        ("12.5亿元", "1250000000", "元"),
        ("78件", "78", "件"),
        ("302件", "302", "件"),
    )
    notes = frozenset(("struck_text", "frames_unread", "script_text"))
    return Hard("2018.html", page.encode(), figures, notes)


def hard_pdf() -> Hard:
    """Raised marks, a stacked fraction, a number at a line's end, print too small to be seen."""
    parts = (("The council closed 2156", 0), ("2", 4), (" cases on 120 km", 0), ("2", 4), (" of land.", 0))
    line = "".join(f"/F1 {6.5 if rise else 11} Tf {rise} Ts ({text}) Tj " for text, rise in parts)
    tiny = "BT /F1 0.1 Tf 0 Ts 72 560 Td (Invisible 999 cases) Tj ET"
    texts = [
        (72.0, 100.0, 14.0, "Annual report 2018"),
        (72.0, 222.0, 11.0, "About"),
        (106.0, 215.5, 11.0, "1"),
        (106.0, 229.0, 11.0, "3"),
        (117.0, 222.0, 11.0, "of the firms were visited."),
    ]
    sheet = Sheet(texts, [(105.0, 218.3, 114.0, 218.3)], code=f"BT 72 680 Td {line} ET {tiny}")
    figures = (
        ("2156² cases", "2156", "cases"),
        ("120 km²", "120", "square kilometres"),
        ("1/3", "0.333333333333", None),
    )
    return Hard("2018.pdf", make_pdf([sheet]), figures, frozenset(("unseen_text",)))
