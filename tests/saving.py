"""Saves a plain report the way people do: as Word with automatic numbers, as a web page, as a PDF."""

from __future__ import annotations

import html
import re
import subprocess
import zipfile
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NUMBER = re.compile(r"^(?:([一二三四五六七八九十]+)、|[（(]([一二三四五六七八九十]+)[)）]|(\d+)、)")
_HAN = ["零", *"一二三四五六七八九十", *("十" + c for c in "一二三四五六七八九"), "二十"]
_TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/></Relationships>"""
_STYLE = """body{font:16px/1.75 "Noto Serif CJK SC",serif;max-width:60em}p{text-indent:2em;margin:0 0 .6em}
h1{text-align:center;font-size:24px}h2,h3{font-size:18px}@page{size:A4;margin:25mm 27mm}"""


def lines_of(path: Path) -> list[str]:
    """The lines of a plain report that hold text."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    return [line.strip() for line in text.split("\n") if line.strip()]


def save_docx(lines: list[str], target: Path) -> None:
    """Word, its numbers automatic wherever Word would count the same."""
    counts = [0, 0, 0]
    bracket = next((line[0] for line in lines if line[0] in "(（"), "(")
    body = "".join(_paragraph(line, counts, bracket) for line in lines)
    package(target, f"<w:document {_W}><w:body>{body}</w:body></w:document>", _numbering(bracket))


def package(target: Path, document: str, numbering: str | None = None, **parts: str) -> None:
    """A Word file of these parts."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="word/document.xml"))
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", _related(["numbering", *parts]))
        if numbering is not None:
            archive.writestr("word/numbering.xml", numbering)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)


def _related(kinds: list[str]) -> str:
    each = "".join(
        f'<Relationship Id="r{index}" Target="{kind}.xml"'
        f' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        for index, kind in enumerate(kinds)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{each}</Relationships>'


def _numbering(bracket: str) -> str:
    close = ")" if bracket == "(" else "）"
    levels = (("chineseCounting", "%1、"), ("chineseCounting", f"{bracket}%2{close}"), ("decimal", "%3、"))
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _paragraph(line: str, counts: list[int], bracket: str) -> str:
    match = _NUMBER.match(line)
    properties = ""
    if match:
        level = next(i for i in range(3) if match[i + 1])
        value = int(match[3]) if level == 2 else _HAN.index(match[level + 1])
        bracketed = level != 1 or line[0] == bracket
        if value == counts[level] + 1 and bracketed:
            counts[level:] = [value, *[0] * (2 - level)]
            line = line[match.end() :]
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    cut = len(line) // 3
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'
        for part in (line[:cut], line[cut:])
    )
    return f"<w:p>{properties}{runs}</w:p>"


def save_html(lines: list[str], target: Path) -> None:
    """A web page whose numbers are cut by inline tags, as editors leave them."""
    made = []
    for index, line in enumerate(lines):
        shown = re.sub(r"(\d)(\d)", r"<font>\1</font><font>\2</font>", html.escape(line, quote=False))
        tag = "h1" if index == 0 else "h2" if re.match(r"[一二三四五六七八九十]+、\S{2,30}$", line) else "p"
        made.append(f"<{tag}>{shown}</{tag}>")
    page = f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><style>{_STYLE}</style></head><body>'
    target.write_text(page + "\n".join(made) + "</body></html>", encoding="utf-8")


def save_pdf(page: Path, target: Path, browser: str) -> None:
    """The web page printed by a browser."""
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [*command, f"--user-data-dir={target.parent / 'browser'}", f"--print-to-pdf={target}", page.as_uri()],
        check=True,
        timeout=120,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
