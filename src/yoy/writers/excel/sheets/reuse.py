"""The sheet of reuse: how much of each section is last year's text, and which sentences are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences
from yoy.writers.excel.rows.columns import (
    column,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    short_reviewer_columns,
)
from yoy.writers.excel.rows.layout import FreshRows, Row, Sheet
from yoy.writers.subjects import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Reuse
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Facing

MEASURES = ("identical", "near", "cosine", "jaccard", "edit", "simple")
SHORTEST = 12
"""Shorter sentences recur by nature; listing them would bury the copied ones."""


def _measures(reuse: Reuse | None) -> dict[str, Value]:
    return {name: getattr(reuse, name) if reuse else None for name in MEASURES}


def _row(book: Book, facing: Facing, key: str, cells: dict[str, Value], anchor: str | None = None) -> Row:
    digest = fingerprint(*(cells.get(name) for name in ("scope", "section", "text", *MEASURES)))
    return Row(
        key=key,
        comparison=facing.label,
        fingerprint=digest,
        cells={"comparison": facing.label, "key": key, "fingerprint": digest} | cells,
        links=page_link(book, anchor),
    )


def _rows_of(book: Book, facing: Facing) -> Iterator[Row]:
    say, seen = book.words.say, Occurrences()
    if facing.pair.reuse:
        whole: dict[str, Value] = {
            "scope": say("scope_report"),
            "section": say("whole_report"),
            **_measures(facing.pair.reuse),
        }
        yield _row(book, facing, seen.key("reuse", "report"), whole)
    for pair in facing.pair.sections:
        if pair.reuse is None or not pair.current:
            continue
        path = facing.path(None, pair.current[0])
        section: dict[str, Value] = {"scope": say("scope_section"), "section": path, **_measures(pair.reuse)}
        yield _row(book, facing, pair.key, section)
    for passage in facing.pair.passages:
        text = facing.current.text_of(passage.current)
        if passage.relation != "same" or len(text) < SHORTEST or not _prose(facing, passage.current):
            continue
        where = facing.current.short_path(facing.current.passages[passage.current[0]].section)
        anchor = facing.passage_anchor(passage.prior, passage.current)
        sentence: dict[str, Value] = {"scope": say("scope_sentence"), "section": where, "text": text}
        yield _row(book, facing, passage.key, sentence, anchor.anchor if anchor else None)


def _prose(facing: Facing, names: tuple[str, ...]) -> bool:
    return all(facing.current.passages[name].kind in {"sentence", "item"} for name in names)


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        *index_columns(book),
        column(words, "scope", 9, "center"),
        column(words, "section", 32, "small_dark"),
        column(words, "text", 58, "prose"),
        *(column(words, name, 10, "share") for name in MEASURES),
        *short_reviewer_columns(words),
        *identity_columns(book),
    )


def reuse_sheet(book: Book) -> Sheet:
    """Measures for the report and its sections, then every sentence that is last year's."""

    def rows() -> Iterator[Row]:
        found = (row for facing in reversed(book.facings) for row in _rows_of(book, facing))
        return (_numbered(row, number) for number, row in enumerate(found, 1))

    return Sheet(
        name="reuse",
        title=book.words.say("sheet_reuse"),
        intro=book.words.say("intro_reuse", shortest=SHORTEST),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=3 if book.many else 2,
    )


def _numbered(row: Row, number: int) -> Row:
    return Row(
        key=row.key,
        comparison=row.comparison,
        fingerprint=row.fingerprint,
        cells={**row.cells, "index": index_of("reuse", number)},
        links=row.links,
    )
