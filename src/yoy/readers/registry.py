"""Path to Document: what all formats have in common."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.errors import ReadError, TooLargeError, UnknownFormatError
from yoy.language.calendar import fiscal_calendar
from yoy.language.years import role_of_label
from yoy.lexicon import fail
from yoy.model import Document, Source
from yoy.readers.formats import READERS
from yoy.readers.identity.find import find_issuer, find_title, language_of
from yoy.readers.identity.portal import find_portal
from yoy.readers.identity.years import find_period, year_of_label

if TYPE_CHECKING:
    from yoy.model import Span
    from yoy.readers.extraction import Extraction

MEGABYTE = 1_000_000
LIMIT = 200 * MEGABYTE
_SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")


def read(path: str | Path, *, label: str | None = None) -> Document:
    """The report in a file, or on standard input for `-`.

    Args:
        path: the file; its suffix chooses the reader. It is opened for reading only.
        label: the name and place of the report among others, a year; it is the year reported on where
            the report tells none.

    Raises:
        ReadError: missing, empty, binary, too large, encrypted or in an unknown format.
    """
    file, sheet = _split_sheet(path)
    name, content = _content(file)
    reader = READERS.get(Path(name).suffix.lower())
    if reader is None:
        raise fail(UnknownFormatError, "unknown_format", file=name, formats=" ".join(READERS))
    extraction = reader(content, f"{name}#{sheet}" if sheet else name)
    if not re.search(r"\w", extraction.text):
        raise fail(ReadError, "no_text", file=name)
    return _document(extraction, name, content, label, sheet)


def _split_sheet(path: str | Path) -> tuple[str | Path, str]:
    """`年报.xlsx#2024` as the file and one of its sheets; a file with # in its own name is taken as it is."""
    file, mark, sheet = str(path).rpartition("#")
    if not mark or Path(path).exists() or not sheet or Path(file).suffix.lower() not in _SHEETS:
        return path, ""
    return file, sheet


def _content(path: str | Path) -> tuple[str, bytes]:
    if str(path) == "-":
        return "stdin.txt", sys.stdin.buffer.read(LIMIT + 1)
    file = Path(path)
    if file.is_dir():
        raise fail(ReadError, "is_a_folder", file=file)
    try:
        if file.stat().st_size > LIMIT:
            size = file.stat().st_size // MEGABYTE
            raise fail(TooLargeError, "file_too_large", file=file, size=size, limit=LIMIT // MEGABYTE)
        return file.name, file.read_bytes()
    except FileNotFoundError:
        raise fail(ReadError, "no_such_file", file=file) from None
    except OSError as error:
        raise fail(ReadError, "unreadable_file", file=file, reason=error.strerror) from None


def _document(
    extraction: Extraction, name: str, content: bytes, label: str | None, sheet: str = ""
) -> Document:
    portal = find_portal(extraction.text)
    shell = _outside_tables(tuple(sorted({*portal.shell, *extraction.shell})), extraction)
    metadata = {**portal.metadata, **extraction.metadata}
    title = find_title(extraction, shell)
    language = language_of(extraction.text)
    calendar = fiscal_calendar(extraction.text) if language == "en" else None
    period = find_period(
        _without(extraction.text, shell),
        title=title.text,
        stem=sheet or Path(name).stem,
        label=_year(label) if label else None,
        cover=calendar.label if calendar else None,
    )
    if calendar and calendar.end:
        metadata |= {"fiscal_year": str(calendar.label), "fiscal_year_end": calendar.end.isoformat()}
    return Document(
        source=Source(
            name=name,
            format=extraction.format,
            encoding=extraction.encoding,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        ),
        text=extraction.text,
        language=language,
        period=period.reported,
        delivered=period.delivered,
        label=label,
        title=title.text,
        title_span=title.span,
        issuer=find_issuer(title.text, metadata, extraction.text),
        metadata=dict(sorted(metadata.items())),
        places=extraction.places,
        tables=extraction.tables,
        shell=shell,
        hints=extraction.hints,
        notes=(*extraction.notes, *period.notes),
    )


def _outside_tables(shell: tuple[Span, ...], extraction: Extraction) -> tuple[Span, ...]:
    return tuple(s for s in shell if not any(t.span.overlaps(s) for t in extraction.tables))


def _without(text: str, shell: tuple[Span, ...]) -> str:
    """The text without its furniture, whose dates say when a page was made, not what it reports on."""
    kept, end = [], 0
    for span in shell:
        kept.append(text[end : max(end, span.start)])
        end = max(end, span.end)
    return "".join([*kept, text[end:]])


def _year(label: str) -> int | None:
    """The year that a label names; None for one that says only which report is which (上年, current)."""
    year = year_of_label(label)
    if year is None and role_of_label(label) is None:
        raise fail(ReadError, "bad_label", label=label)
    return year
