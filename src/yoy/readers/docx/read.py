"""Word documents (.docx): their XML walked as Word shows it, changes accepted, numbers computed."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from yoy.errors import ReadError
from yoy.lexicon import fail
from yoy.model import Note
from yoy.readers.docx.body import Body
from yoy.readers.docx.numbering import read_numbering
from yoy.readers.docx.styles import read_styles
from yoy.readers.extraction import Extraction
from yoy.readers.identity.titles import confirmed_title
from yoy.readers.layout.blocks import assemble
from yoy.readers.limits import Package, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from yoy.readers.layout.blocks import Block

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(content: bytes, name: str) -> Extraction:
    """Extraction of a .docx file.

    Tracked insertions and moves count as accepted, deletions as gone, comments and running heads
    are left out; footnotes and endnotes follow the text.

    Raises:
        ReadError: damaged, encrypted, or larger than the limits.
    """
    expect(content, "docx", name)
    package = Package(content, name)
    main = _main_path(package)
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise fail(ReadError, "damaged_file", file=name, reason="word/document.xml")
    related = _related(package, main)
    walker = Body(
        styles=read_styles(package.part(related.get("styles", "word/styles.xml"))),
        numbering=read_numbering(package.part(related.get("numbering", "word/numbering.xml"))),
    )
    blocks: list[Block] = list(walker.blocks(body))
    for kind in ("footnotes", "endnotes"):
        if kind in related:
            blocks.extend(_footnotes(package.part(related[kind]), walker))
    made = assemble(blocks)
    return Extraction(
        text=made.text,
        format="docx",
        title=confirmed_title(_core_title(package), made.text),
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
        notes=tuple(_notes(walker)),
    )


def _main_path(package: Package) -> str:
    for kind, target in _relations(package, "_rels/.rels"):
        if kind == "officeDocument":
            return target.lstrip("/")
    return "word/document.xml"


def _related(package: Package, main: str) -> dict[str, str]:
    """Parts that the main part refers to, by the last word of their relation type."""
    folder, file = posixpath.split(main)
    found: dict[str, str] = {}
    for kind, target in _relations(package, f"{folder}/_rels/{file}.rels"):
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found.setdefault(kind, path)
    return found


def _relations(package: Package, path: str) -> Iterator[tuple[str, str]]:
    root = package.part(path)
    if root is None:
        return
    for relation in root.iter(_RELATION):
        if relation.get("TargetMode") != "External":
            yield str(relation.get("Type", "")).rsplit("/", 1)[-1], str(relation.get("Target", ""))


def _footnotes(root: _Element | None, walker: Body) -> Iterator[Block]:
    if root is None:
        return
    for note in root:
        if note.get(f"{W}type") in (None, "normal"):
            yield from walker.blocks(note)


def _core_title(package: Package) -> str:
    root = package.part("docProps/core.xml")
    found = None if root is None else root.find(_TITLE)
    return "" if found is None else (found.text or "")


def _notes(walker: Body) -> Iterator[Note]:
    for code, count in walker.counts.items():
        if count:
            yield Note(stage="read", code=code, args={"count": count})
