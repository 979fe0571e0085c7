"""Parts of a Word document that are files of their own (altChunk): pages, texts and documents inside it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from yoy.errors import YoyError
from yoy.model import Note
from yoy.readers.layout.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from yoy.readers.layout.blocks import Block
    from yoy.readers.limits import Package


class Chunks:
    """Reads the parts that a document embeds; `notes` tells what they hold that isn't read."""

    def __init__(self, package: Package, targets: Mapping[str, str]) -> None:
        """`targets` are the parts by the id of their relation."""
        self._package = package
        self._targets = targets
        self.notes: list[Note] = []

    def blocks(self, relation: str) -> Iterator[Block]:
        """The blocks of the part with that relation; none, and a note, where it can't be read."""
        path = self._targets.get(relation, relation)
        name = posixpath.basename(path)
        read = _READERS.get(posixpath.splitext(path)[1].lower())
        content = self._package.content(path) if read else None
        try:
            blocks, notes = read(content, name) if read and content else ((), (_unread(name),))
        except YoyError:
            blocks, notes = (), (_unread(name),)
        self.notes.extend(notes)
        yield from blocks


_Read = tuple["Sequence[Block]", "Sequence[Note]"]


def _unread(name: str) -> Note:
    return Note(stage="read", code="part_unread", args={"part": name})


def _page(content: bytes, name: str) -> _Read:
    from yoy.readers.html.read import whole_page

    return whole_page(content, name, declared=None)


def _archive(content: bytes, name: str) -> _Read:
    from yoy.readers.html.read import whole_page
    from yoy.readers.mht import page_in

    payload, declared = page_in(content, name)
    return whole_page(payload, name, declared=declared)


def _text(content: bytes, name: str) -> _Read:
    from yoy.readers.encoding import decode

    return [Paragraph(text=line) for line in decode(content, name)[0].splitlines()], ()


def _document(content: bytes, name: str) -> _Read:
    from yoy.readers.docx.read import inner_blocks

    return inner_blocks(content, name)


_READERS: dict[str, Callable[[bytes, str], _Read]] = {
    ".htm": _page,
    ".html": _page,
    ".xhtml": _page,
    ".mht": _archive,
    ".mhtml": _archive,
    ".txt": _text,
    ".docx": _document,
}
