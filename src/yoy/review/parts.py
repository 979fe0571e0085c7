"""What a workbook holds that could not be carried over: it is refused before anything is written."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from yoy.errors import WriteError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 400_000_000
"""Bytes that a workbook may unpack to."""
_DROPPED = (
    ("threaded", re.compile(r"xl/threadedComments/|xl/persons/")),
    ("macro", re.compile(r"xl/vbaProject\.bin$|xl/macrosheets/")),
    ("pivot", re.compile(r"xl/pivotTables/|xl/slicers/|xl/timelines/")),
    ("control", re.compile(r"xl/ctrlProps/|xl/activeX/|xl/embeddings/")),
    ("external", re.compile(r"xl/externalLinks/externalLink")),
    ("chartsheet", re.compile(r"xl/chartsheets/")),
)
_SHAPES = re.compile(rb"<(?:\w+:)?(sp|pic|cxnSp|grpSp|contentPart)[\s>/]")
_CHARTS = re.compile(rb"<(?:\w+:)?graphicFrame[\s>]")
_TARGET = re.compile(r'Target="([^"]+)"')
_SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?:id="([^"]+)"')
_RELATION = re.compile(r"<Relationship\s[^>]*>")


def open_archive(content: bytes, name: str) -> zipfile.ZipFile:
    """The zip of a workbook, after a look at how much it unpacks to.

    Raises:
        WriteError: it is no workbook, or unpacks to more than any review needs.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except zipfile.BadZipFile as error:
        raise fail(WriteError, "not_a_workbook", file=name) from error
    if "xl/workbook.xml" not in archive.namelist():
        raise fail(WriteError, "not_a_workbook", file=name)
    if sum(member.file_size for member in archive.infolist()) > LARGEST:
        raise fail(WriteError, "review_too_large", file=name, limit=LARGEST // 1_000_000)
    return archive


def refuse_what_would_be_lost(archive: zipfile.ZipFile, name: str, charts: dict[str, int]) -> None:
    """Raise for shapes, pictures, threaded comments and the like; our own charts are made anew.

    Args:
        archive: the workbook.
        name: its file name, for the message.
        charts: how many charts of ours a sheet may hold, by the sheet's title.

    Raises:
        WriteError: something would be lost; the message says what and where.
    """
    for kind, pattern in _DROPPED:
        if any(pattern.match(member) for member in archive.namelist()):
            raise fail(WriteError, f"review_holds_{kind}", file=name)
    for title, drawing in _drawings(archive):
        content = archive.read(drawing)
        if _SHAPES.search(content):
            raise fail(WriteError, "review_holds_shape", file=name, sheet=title)
        if len(_CHARTS.findall(content)) > charts.get(title, 0):
            raise fail(WriteError, "review_holds_chart", file=name, sheet=title)


def _drawings(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Title and drawing part of every sheet that has one."""
    members = set(archive.namelist())
    for title, sheet in _sheets(archive):
        folder, file = posixpath.split(sheet)
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in members:
            continue
        for relation in _RELATION.findall(archive.read(relations).decode("utf-8", "replace")):
            target = _TARGET.search(relation)
            if target and "/relationships/drawing" in relation:
                path = _resolved(folder, target[1])
                if path in members:
                    yield title, path


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    workbook = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for relation in _RELATION.findall(relations):
        target, identity = _TARGET.search(relation), re.search(r'Id="([^"]+)"', relation)
        if target and identity:
            targets[identity[1]] = _resolved("xl", target[1])
    for title, identity in _SHEET.findall(workbook):
        if identity in targets:
            yield _unescaped(title), targets[identity]


def _resolved(folder: str, target: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def _unescaped(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
