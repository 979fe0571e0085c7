"""The sheet of promises: what last year's report said would be done, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.writers.excel.rows.columns import (
    column,
    identity_cells,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
)
from yoy.writers.excel.rows.layout import FreshRows, Row, Sheet
from yoy.writers.subjects import of_promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Promise
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Facing

SIGNS = {"done": "√", "progress": "…", "behind": "▽", "not_mentioned": "○"}
TONES = {"done": "good", "progress": "edited", "behind": "bad", "not_mentioned": "doubt"}


def status_words(book: Book, status: str) -> str:
    """What became of a promise, with a sign."""
    return f"{SIGNS[status]} {book.words.term('promise', status)}"


def _targets(book: Book, facing: Facing, promise: Promise) -> str:
    lines = []
    for name in promise.numbers:
        pair = facing.numbers.get(name)
        if pair is None:
            continue
        target = facing.prior.quantities.get(pair.prior or "")
        result = facing.current.quantities.get(pair.current or "")
        lines.append(
            book.words.say(
                "target_result",
                indicator=pair.indicator,
                target=target.surface if target else "—",
                result=result.surface if result else "—",
            )
        )
    return "\n".join(lines)


def _row(book: Book, facing: Facing, promise: Promise, number: int) -> Row:
    old = facing.prior.passages[promise.prior[0]] if promise.prior else None
    new = facing.current.passages[promise.current[0]] if promise.current else None
    before, after = (
        facing.prior.text_of(promise.prior),
        "\n".join(facing.current.text_of((name,)) for name in promise.current),
    )
    cells: dict[str, Value] = {
        "index": index_of("promises", number),
        "comparison": facing.label,
        "promise": before,
        "promise_place": _where(book, facing.prior.short_path(old.section), facing.prior.place(old.span))
        if old
        else "",
        "promise_status": status_words(book, promise.status),
        "result_text": after or book.words.say("no_evidence"),
        "result_place": _where(book, facing.current.short_path(new.section), facing.current.place(new.span))
        if new
        else "",
        "targets": _targets(book, facing, promise),
        **identity_cells(of_promise(facing.pair, promise, before, after)),
    }
    anchor = facing.passage_anchor(
        promise.current and promise.prior, promise.current
    ) or facing.passage_anchor(promise.prior, ())
    return Row(
        key=promise.key,
        comparison=facing.label,
        fingerprint=str(cells["fingerprint"]),
        cells=cells,
        links=page_link(book, anchor.anchor if anchor else None),
    )


def _where(book: Book, path: str, place: str) -> str:
    return f"{path}{book.words.say('in_brackets', text=place)}" if place else path


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        *index_columns(book),
        column(words, "promise", 42, "prose"),
        column(words, "promise_place", 16, "small"),
        column(words, "promise_status", 12, "center"),
        column(words, "result_text", 42, "prose"),
        column(words, "result_place", 16, "small"),
        column(words, "targets", 24, "small"),
        *reviewer_columns(words),
        *identity_columns(book),
    )


def promises_sheet(book: Book) -> Sheet:
    """Every promise, newest comparison first."""
    pairs = [(facing, promise) for facing in reversed(book.facings) for promise in facing.pair.promises]

    def rows() -> Iterator[Row]:
        return (_row(book, facing, promise, number) for number, (facing, promise) in enumerate(pairs, 1))

    return Sheet(
        name="promises",
        title=book.words.say("sheet_promises"),
        intro=book.words.say("intro_promises", count=len(pairs)),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=2 if book.many else 1,
        tones={"promise_status": {status_words(book, status): tone for status, tone in TONES.items()}},
    )
