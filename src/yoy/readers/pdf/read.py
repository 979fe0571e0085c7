"""PDF files: read page by page in a child process, since what they hold can crash or hang."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

from yoy.errors import EncryptedError, MissingToolError, ReadError, TooLargeError
from yoy.lexicon import fail
from yoy.model import Note
from yoy.readers.child import STALL, run_child
from yoy.readers.extraction import Extraction
from yoy.readers.identity.titles import confirmed_title
from yoy.readers.layout.blocks import Grid, Paragraph, assemble
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.limits import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.readers.layout.blocks import Assembled, Block

_ERRORS: dict[str, type[ReadError]] = {
    "encrypted_file": EncryptedError,
    "damaged_file": ReadError,
    "too_many_pages": TooLargeError,
    "unpacks_too_large": TooLargeError,
}
_RECOGNITION_STALL = 120.0
"""Seconds that recognising one page may take."""


def read_pdf(content: bytes, name: str) -> Extraction:
    """Extraction of a PDF file.

    Pages that are only pictures are recognised where the `ocr` extra is installed; every figure
    recognised has a note.

    Raises:
        ReadError: damaged, or ended by the limits of time and memory.
        EncryptedError: behind a password.
        TooLargeError: more pages than a report has, or too slow.
        MissingToolError: no text layer, and the `ocr` extra is not installed.
    """
    expect(content, "pdf", name)
    outcome = _outcome(content, name, recognise=False)
    notes: list[Note] = []
    if outcome["pictures"]:
        if _can_recognise():
            outcome = _outcome(content, name, recognise=True)
        elif len(outcome["pictures"]) * 2 > outcome["pages"]:
            raise fail(MissingToolError, "no_text_layer", file=name, pages=len(outcome["pictures"]))
        else:
            pages = ", ".join(map(str, outcome["pictures"]))
            notes.append(Note(stage="read", code="pages_unread", args={"pages": pages}))
    made = assemble(_blocks(outcome["blocks"]))
    return Extraction(
        text=made.text,
        format="pdf",
        title=confirmed_title(outcome["title"], made.text),
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
        notes=(*notes, *_left_out(outcome), *_recognition_notes(outcome["recognised"], made)),
    )


def _can_recognise() -> bool:
    return importlib.util.find_spec("rapidocr") is not None


def _outcome(content: bytes, name: str, *, recognise: bool) -> dict[str, Any]:
    arguments = ("--recognise",) if recognise else ()
    stall = _RECOGNITION_STALL if recognise else STALL
    outcome: dict[str, Any] = json.loads(
        run_child("yoy.readers.pdf.child", content, name, arguments=arguments, stall=stall)
    )
    if "error" in outcome:
        raise fail(
            _ERRORS[outcome["error"]],
            outcome["error"],
            file=name,
            reason=outcome["reason"],
            limit=outcome["reason"],
        )
    return outcome


def _blocks(packed: list[Any]) -> Iterator[Block]:
    for block in packed:
        if isinstance(block, dict):
            yield Grid(rows=tuple(_row(page, cells) for page, cells in block["rows"]))
        else:
            text, page, furniture, recognised = block
            yield Paragraph(text=text, page=page, furniture=furniture, recognised=recognised)


def _row(page: int | None, cells: list[Any]) -> GridRow:
    made = (
        GridCell(text=text, row_span=rows, column_span=columns, recognised=recognised)
        for text, rows, columns, recognised in cells
    )
    return GridRow(cells=tuple(made), page=page)


def _left_out(outcome: dict[str, Any]) -> Iterator[Note]:
    """What the file holds and the text doesn't."""
    if outcome["damaged"]:
        pages = ", ".join(map(str, outcome["damaged"]))
        yield Note(stage="read", code="pages_damaged", args={"pages": pages})
    if outcome["unseen"]:
        yield Note(stage="read", code="unseen_text", args={"count": outcome["unseen"]})
    if outcome["lost"]:
        yield Note(stage="read", code="text_lost", args={"count": outcome["lost"]})


def _recognition_notes(pages: list[int], made: Assembled) -> Iterator[Note]:
    if pages:
        yield Note(stage="read", code="pages_recognised", args={"pages": ", ".join(map(str, pages))})
    for span in made.recognised:
        yield Note(stage="read", code="ocr", args={"surface": span.of(made.text)}, span=span)
