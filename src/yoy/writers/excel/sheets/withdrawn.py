"""The sheet of rows that are gone: what people wrote in rows that the new comparison no longer has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import RowFormula
from yoy.writers.excel.rows.carry import OWN, said_before, spoken
from yoy.writers.excel.rows.columns import column, index_of, reviewer_columns, side_columns
from yoy.writers.excel.rows.layout import Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Remark
    from yoy.writers.excel.rows.carry import Gone
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book

SUMMED = (
    "whole_what",
    "indicator",
    "check",
    "finding",
    "section_current",
    "section_prior",
    "promise",
    "surface",
    "text",
    "redline",
)
"""Columns of other sheets that tell best what a row was about, in this order."""
LONGEST = 400
"""Characters of the summary of a row; the kept file has the rest."""


def _subject(remark: Remark) -> str:
    told = remark.shown.get("subject")
    if told:
        return told
    first = [remark.shown[name] for name in SUMMED if remark.shown.get(name)]
    rest = [
        f"{name.removeprefix('value_')}: {text}" if name.startswith("value_") else text
        for name, text in remark.shown.items()
        if text and (name.startswith(("value_", "cell_")) or name in {"unit", "verdict", "relation"})
    ]
    return " · ".join([*first[:1], *rest])[:LONGEST]


def _others(book: Book, remark: Remark, known: set[str]) -> str:
    """Own columns and notes on cells, which have no column here."""
    lines = [str(remark.written["other"])] if remark.written.get("other") else []
    for name, value in remark.written.items():
        if name not in known and name != "other" and value not in {None, ""}:
            said = value.template if isinstance(value, RowFormula) else value
            lines.append(book.words.say("other_item", name=name.removeprefix(OWN), value=said))
    lines.extend(book.words.say("other_comment", text=text) for text in remark.comments.values())
    lines.extend(said_before(entry, book.words) for entry in remark.before)
    return "\n".join(lines)


def _row(book: Book, gone: Gone, number: int, known: set[str]) -> Row:
    remark = gone.remark
    written = spoken(remark.written, book.words)
    written["other"] = _others(book, remark, known)
    cells: dict[str, Value] = {
        "index": index_of("withdrawn", number),
        "sheet": book.words.say(f"sheet_{remark.sheet}") if remark.sheet else "",
        "comparison": remark.comparison,
        "gone_because": book.words.say(f"gone_{gone.reason}"),
        "subject": _subject(remark),
        "key": remark.key,
        "fingerprint": remark.fingerprint,
        "prior_key": remark.prior or "",
        "current_key": remark.current or "",
    }
    return Row(key=remark.key, comparison=remark.comparison, cells=cells, written=written)


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        column(words, "index", 8, "index"),
        column(words, "sheet", 12, "center"),
        column(words, "comparison", 11, "center"),
        column(words, "gone_because", 16, "center"),
        column(words, "subject", 44),
        *reviewer_columns(words, pairing=True),
        column(words, "owner", 12, "review", reviewer=True, page=None),
        column(words, "evidence_index", 12, "review", reviewer=True, page=None),
        column(words, "other", 36, "review", reviewer=True),
        column(words, "key", 12, "key", page=None),
        column(words, "fingerprint", 10, "key", hidden=True, page=None),
        *side_columns(words),
    )


def _rows(book: Book, gone: Sequence[Gone], known: set[str]) -> Iterator[Row]:
    for number, item in enumerate(gone, 1):
        yield _row(book, item, number, known)


def withdrawn_sheet(book: Book, gone: Sequence[Gone]) -> Sheet | None:
    """Every remark without a row, or None where there is none."""
    if not gone:
        return None
    columns = _columns(book)
    known = {column.name for column in columns if column.reviewer}
    return Sheet(
        name="withdrawn",
        title=book.words.say("sheet_withdrawn"),
        intro=book.words.say("intro_withdrawn", count=len(gone)),
        columns=columns,
        rows=tuple(_rows(book, gone, known)),
        frozen=2,
    )
