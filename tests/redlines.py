"""Accepting and rejecting all changes of a Word document, and what a report's text is when it is written in one."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from yoy.model import Cell, Comparison, Report, Table
from yoy.readers.docx.read import read_docx
from yoy.readers.layout.blocks import clean, join_lines
from yoy.writers.docx.write import write_redline
from yoy.writers.options import WriteOptions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEPT = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
DROPPED = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
RANGES = tuple(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff\ud800-\udfff]")


def redline(comparison: Comparison, **options: str) -> bytes:
    stream = io.BytesIO()
    write_redline(comparison, stream, WriteOptions(**options))  # type: ignore[arg-type]
    return stream.getvalue()


def part(content: bytes, name: str = "word/document.xml") -> _Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def resolved(content: bytes, way: str) -> bytes:
    """The document with all changes accepted or rejected, by the rules of Word."""
    root = part(content)
    _rows(root, way)
    _runs(root, way)
    _paragraphs(root, way)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(stream, "w") as made:
        for name in archive.namelist():
            made.writestr(name, etree.tostring(root) if name == "word/document.xml" else archive.read(name))
    return stream.getvalue()


def tags(names: tuple[str, ...]) -> list[str]:
    return [f"{W}{name}" for name in names]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _rows(root: _Element, way: str) -> None:
    for row in list(root.iter(f"{W}tr")):
        marks = [mark for mark in row.iterfind(f"{W}trPr/*") if mark.tag in (f"{W}ins", f"{W}del")]
        for mark in marks:
            if mark.tag in tags(DROPPED[way]):
                _remove(row)
            else:
                _remove(mark)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)


def _runs(root: _Element, way: str) -> None:
    for element in list(root.iter(*tags(DROPPED[way]))):
        if element.find(f"{W}r") is not None or element.find("*") is not None:
            _remove(element)
    for element in reversed(list(root.iter(*tags(KEPT[way])))):
        parent = element.getparent()
        assert parent is not None
        if parent.tag == f"{W}rPr":
            continue
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at, child)
        _remove(element)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for change in list(root.iter(*RANGES)):
        _remove(change)


def _paragraphs(root: _Element, way: str) -> None:
    for paragraph in list(root.iter(f"{W}p")):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            continue
        dropped = any(properties.find(f"{W}rPr/{tag}") is not None for tag in tags(DROPPED[way]))
        was = properties.find(f"{W}pPrChange/{W}pPr")
        for run_properties in properties.findall(f"{W}rPr"):
            properties.remove(run_properties)
        for change in properties.findall(f"{W}pPrChange"):
            properties.remove(change)
        if was is not None and way == "reject":
            paragraph.replace(properties, deepcopy(was))
        if dropped:
            _join(paragraph)


def _join(paragraph: _Element) -> None:
    """A paragraph whose end goes joins the next one, whose properties stay."""
    following = paragraph.getnext()
    assert following is not None
    assert following.tag == f"{W}p", "no paragraph to join: an empty one would be left"
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
        following.insert(at, child)
    _remove(paragraph)


def text_of(content: bytes) -> str:
    """What yoy reads in a document."""
    return read_docx(content, "redline.docx").text


def written_text(report: Report) -> str:
    """A report's text as a Word document holds it: page furniture left out, lines that wrap joined, tables as rows."""
    text, parts, end = report.text, [], 0
    tables = {table.span.start: table for table in report.document.tables if _has_cells(table)}
    for passage in report.outline.passages:
        if passage.span.start < end:
            continue
        between = text[end : passage.span.start]
        parts.append("\n" if "\n" in between else between)
        end = passage.span.end
        table = next((t for t in tables.values() if t.span.contains(passage.span)), None)
        if table is not None:
            end = table.span.end
            parts.append("\n" + "\n".join(_row(row) for row in table.rows) + "\n")
        elif passage.kind == "shell":
            parts.append("\n")
        else:
            parts.append(_line(join_lines(text[passage.span.start : end].split("\n"))))
    lines = "".join(parts).split("\n")
    return "\n".join(filter(None, (line.rstrip("\t") if "\t" in line else clean(line) for line in lines)))


def _has_cells(table: Table) -> bool:
    cells = [cell.text for row in table.rows for cell in row]
    return len(cells) > 1 and all(len(text) <= 1500 for text in cells)


def _row(cells: tuple[Cell, ...]) -> str:
    return "\t".join(clean(CONTROLS.sub("", cell.text)) for cell in cells)


def _line(text: str) -> str:
    return CONTROLS.sub("", text).replace("\t", " ")


SIGNS = {"del": "[-{}-]", "ins": "{{+{}+}}", "moveFrom": "[<{}<]", "moveTo": "{{>{}>}}"}


def shown(content: bytes) -> list[str]:
    """Paragraphs and rows as lines: [-deleted-], {+inserted+}, [<moved from<], {>moved to>}; ¶ where an end changed."""
    body = part(content).find(f"{W}body")
    assert body is not None
    lines = []
    for block in body:
        if block.tag == f"{W}p":
            lines.append(_line_of(block))
        for row in block.iterfind(f"{W}tr"):
            cells = ["".join(map(_line_of, cell.iterfind(f"{W}p"))) for cell in row.iterfind(f"{W}tc")]
            marks = [str(mark.tag).removeprefix(W) for mark in row.iterfind(f"{W}trPr/*")]
            lines.append("".join(f"{mark}: " for mark in marks if mark in SIGNS) + " | ".join(cells))
    return lines


def _line_of(paragraph: _Element) -> str:
    line = ""
    for child in paragraph:
        name = str(child.tag).removeprefix(W)
        text = "".join(t.text or "" for t in child.iter(f"{W}t", f"{W}delText"))
        if text:
            line += SIGNS.get(name, "{}").format(text)
    for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*"):
        name = str(mark.tag).removeprefix(W)
        if name in SIGNS:
            line += SIGNS[name].format("¶")
    return line
