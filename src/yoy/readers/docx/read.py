"""Word documents (.docx): their XML walked as Word shows it, changes accepted, numbers computed."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from yoy.errors import ReadError
from yoy.lexicon import fail
from yoy.model import Note
from yoy.readers.docx.body import Body
from yoy.readers.docx.chunks import Chunks
from yoy.readers.docx.numbering import read_numbering
from yoy.readers.docx.runs import Runs, text_of
from yoy.readers.docx.styles import read_looks, read_styles
from yoy.readers.extraction import Extraction, letters
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


class _Relation(NamedTuple):
    """A part that another part refers to."""

    id: str
    kind: str
    target: str


def read_docx(content: bytes, name: str) -> Extraction:
    """Extraction of a .docx file.

    Tracked insertions and moves count as accepted, deletions as gone, comments and running heads
    are left out; footnotes and endnotes follow the text.

    Raises:
        ReadError: damaged, encrypted, or larger than the limits.
    """
    expect(content, "docx", name)
    package = Package(content, name)
    blocks, notes = _read(package, name, nested=False)
    made = assemble(blocks)
    return Extraction(
        text=made.text,
        format="docx",
        title=confirmed_title(_core_title(package), made.text),
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
        notes=notes,
    )


def inner_blocks(content: bytes, name: str) -> tuple[list[Block], tuple[Note, ...]]:
    """Blocks of a document that stands in another one.

    Raises:
        ReadError: damaged, encrypted, or larger than the limits.
    """
    return _read(Package(content, name), name, nested=True)


def _read(package: Package, name: str, *, nested: bool) -> tuple[list[Block], tuple[Note, ...]]:
    """Blocks of the body and its notes; a `nested` document's own embedded files stay unread."""
    main = _main_path(package)
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise fail(ReadError, "damaged_file", file=name, reason="word/document.xml")
    related = _related(package, main)
    styles = package.part(related.get("styles", "word/styles.xml"))
    runs = Runs(read_looks(styles))
    chunks = Chunks(package, {} if nested else _targets(package, main))
    walker = Body(
        styles=read_styles(styles),
        numbering=read_numbering(package.part(related.get("numbering", "word/numbering.xml"))),
        runs=runs,
        chunks=chunks.blocks,
    )
    blocks: list[Block] = list(walker.blocks(body))
    lost = letters("".join(text_of(body))) - runs.read
    for kind in ("footnotes", "endnotes"):
        if kind in related:
            blocks.extend(_footnotes(package.part(related[kind]), walker))
    return blocks, (*_notes(runs, lost), *chunks.notes)


def _main_path(package: Package) -> str:
    for relation in _relations(package, "_rels/.rels"):
        if relation.kind == "officeDocument":
            return relation.target.lstrip("/")
    return "word/document.xml"


def _related(package: Package, main: str) -> dict[str, str]:
    """Parts that the main part refers to, by the last word of their relation type."""
    found: dict[str, str] = {}
    for relation in _of_main(package, main):
        found.setdefault(relation.kind, relation.target)
    return found


def _targets(package: Package, main: str) -> dict[str, str]:
    """Parts that the main part refers to, by the id it names them with."""
    return {relation.id: relation.target for relation in _of_main(package, main)}


def _of_main(package: Package, main: str) -> Iterator[_Relation]:
    folder, file = posixpath.split(main)
    for relation in _relations(package, f"{folder}/_rels/{file}.rels"):
        target = relation.target
        inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        yield relation._replace(target=inside)


def _relations(package: Package, path: str) -> Iterator[_Relation]:
    root = package.part(path)
    if root is None:
        return
    for relation in root.iter(_RELATION):
        if relation.get("TargetMode") != "External":
            kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
            yield _Relation(str(relation.get("Id", "")), kind, str(relation.get("Target", "")))


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


def _notes(runs: Runs, lost: int) -> Iterator[Note]:
    """What was accepted or left out, and how many letters of the file were not met at all."""
    for code, count in runs.counts.items():
        if count:
            first = {"first": runs.first_struck} if code == "struck_text" else {}
            yield Note(stage="read", code=code, args={"count": count, **first})
    if lost > 0:
        yield Note(stage="read", code="text_lost", args={"count": lost})
