"""The sheet of numbers that are not compared: every one, with the reason, so that nothing is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences, bare_title
from yoy.writers.excel.rows.columns import column, identity_columns, index_of, short_reviewer_columns
from yoy.writers.excel.rows.layout import FreshRows, Rich, Row, Run, Sheet
from yoy.writers.subjects import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Quantity, SetAside, Span
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Source

CONTEXT = 24
"""Characters shown on each side of a number."""


def in_no_row(book: Book, source: Source) -> tuple[str, ...]:
    """Ids of figures that no pair mentions: they are listed here, or they would be hidden."""
    shown: set[str | None] = set()
    for facing in book.facings:
        if facing.pair.prior == source.report.id:
            shown.update(pair.prior for pair in facing.pair.numbers)
        if facing.pair.current == source.report.id:
            shown.update(pair.current for pair in facing.pair.numbers)
    return tuple(name for name in source.quantities if name not in shown)


def _entries(book: Book, source: Source) -> Iterator[tuple[Span, str, tuple[str, str]]]:
    for item in source.report.figures.set_aside:
        yield (
            item.span,
            item.surface,
            _with_doubt(book, item, item.reason, book.words.term("aside", item.reason)),
        )
    for name in in_no_row(book, source):
        figure = source.quantities[name]
        code = "quoted_here" if name in source.quoted else "not_paired"
        words = book.words.say(code, kind=book.words.term("quantity", figure.kind))
        yield figure.span, figure.surface, _with_doubt(book, figure, code, words)


def _with_doubt(book: Book, item: SetAside | Quantity, code: str, words: str) -> tuple[str, str]:
    """Why a number is here, as code and in words; with what makes the reading uncertain."""
    if item.doubt is None:
        return code, words
    return f"{code}:{item.doubt}", f"{words}\n？{book.words.in_doubt(item.doubt)}"


def _context(source: Source, span: Span) -> Rich:
    text = source.report.text
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before = text[start : span.start].replace("\n", " ").lstrip()
    after = text[span.end : end].replace("\n", " ").rstrip()
    return Rich((Run(before), Run(span.of(text), "figure"), Run(after)))


def _rows(book: Book) -> Iterator[Row]:
    number = 0
    for source in reversed(book.sources.values()):
        seen = Occurrences()
        for span, surface, (code, reason) in sorted(_entries(book, source), key=lambda entry: entry[0]):
            number += 1
            passage = source.passage_at(span.start)
            section = passage.section if passage else None
            title = bare_title(source.sections[section].title) if section else ""
            key = seen.key("aside", title, surface, code)
            cells: dict[str, Value] = {
                "index": index_of("set_aside", number),
                "comparison": source.report.id,
                "report": source.report.id,
                "surface": surface,
                "why": reason,
                "context": _context(source, span),
                "section": source.short_path(section) if section else "",
                "place_current": source.place(span),
                "key": key,
                "fingerprint": fingerprint(surface, code),
            }
            yield Row(
                key=key,
                comparison=source.report.id,
                fingerprint=str(cells["fingerprint"]),
                cells=cells,
            )


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        column(words, "index", 8, "index"),
        column(words, "report", 9, "center"),
        column(words, "surface", 16, "strong"),
        column(words, "why", 16, "center"),
        column(words, "context", 56),
        column(words, "section", 28, "small"),
        column(words, "place_current", 10, "small"),
        *short_reviewer_columns(words),
        identity_columns(book)[1],
        column(words, "comparison", 11, "key", hidden=True, page=None),
        identity_columns(book)[-1],
    )


def set_aside_sheet(book: Book) -> Sheet:
    """Every number that is in no row of the sheet of figures, newest report first."""
    count = sum(1 for source in book.sources.values() for _ in _entries(book, source))
    return Sheet(
        name="set_aside",
        title=book.words.say("sheet_set_aside"),
        intro=book.words.say("intro_set_aside", count=count),
        columns=_columns(book),
        rows=FreshRows(lambda: _rows(book)),
        frozen=3,
    )
