"""Columns that several sheets share: the row's index, the reviewer's part, and the row's identity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.layout import TABLE_SHEETS, Column, Target

if TYPE_CHECKING:
    from yoy.model import Decision
    from yoy.writers.excel.rows.layout import SheetName, Value
    from yoy.writers.excel.rows.source import Book
    from yoy.writers.excel.rows.words import Words

STATUSES = ("open", "agreed", "differs", "explain", "not_applicable", "again")
"""What a reviewer can say of a row; `again` is set by yoy when the row's figures changed."""
RULINGS = ("accepted", "rejected")
"""What a reviewer can say of a pair of figures."""


def column(words: Words, name: str, width: float, look: str = "text", **more: object) -> Column:
    """A column headed by its phrase, wide enough for the longest word of it."""
    heading = words.say(f"column_{name}")
    longest = max(len(word) for word in heading.split()) if heading.isascii() else 0
    return Column(name=name, heading=heading, width=max(width, longest * 1.15 + 1), look=look, **more)  # type: ignore[arg-type]


def index_columns(book: Book) -> tuple[Column, ...]:
    """What every row begins with: its index and, with three reports and more, its years."""
    index = column(book.words, "index", 8, "index")
    if not book.many:
        return (index,)
    return index, column(book.words, "comparison", 11, "center")


def reviewer_columns(words: Words, *, pairing: bool = False, page: int | None = 0) -> tuple[Column, ...]:
    """Where people write."""
    statuses = tuple(words.say(f"status_{status}") for status in STATUSES)
    rulings = tuple(words.say(f"ruling_{ruling}") for ruling in RULINGS)
    pair = (column(words, "pairing", 8, "review", reviewer=True, choices=rulings, page=page),)
    return (
        *(pair if pairing else ()),
        column(words, "status", 10, "review", reviewer=True, choices=statuses, page=page),
        column(words, "remark", 24, "review", reviewer=True, page=page),
        column(words, "preparer", 8, "review", reviewer=True, page=page),
        column(words, "reviewer", 8, "review", reviewer=True, page=page),
        column(words, "review_date", 10.5, "review_date", reviewer=True, page=page),
        column(words, "since", 20, "review_note", page=None, reviewer=True),
    )


def short_reviewer_columns(words: Words) -> tuple[Column, ...]:
    """Where people write of rows that nobody signs one by one."""
    return tuple(one for one in reviewer_columns(words) if one.name in ("status", "remark", "since"))


def identity_columns(book: Book, *, page: int | None = None) -> tuple[Column, ...]:
    """What every row ends with: its key, and what tells whether its figures changed."""
    years = () if book.many else (column(book.words, "comparison", 11, "key", hidden=True, page=None),)
    return (
        column(book.words, "page_link", 7, "link", page=None),
        column(book.words, "key", 12, "key", hidden=True, page=page),
        *years,
        column(book.words, "fingerprint", 10, "key", hidden=True, page=None),
    )


def folded(*columns: Column) -> tuple[Column, ...]:
    """Columns that are looked up now and then: in a closed group, and not on paper.

    Their text is not wrapped: some programs make a row as high as the highest cell that nobody sees.
    """
    return tuple(
        replace(one, hidden=True, page=None, look=_UNWRAPPED.get(one.look, one.look)) for one in columns
    )


_UNWRAPPED = {
    "text": "bare",
    "prose": "bare",
    "small": "bare small",
    "small_dark": "bare small",
    "center": "bare",
}


def side_columns(words: Words) -> tuple[Column, ...]:
    """What stands on each side of a link, for the ruling on it to be read back."""
    return tuple(
        column(words, name, 12, "key", hidden=True, page=None) for name in ("prior_key", "current_key")
    )


def identity_cells(subject: Decision) -> dict[str, Value]:
    """The same for a row of what a decision can be about."""
    return {
        "key": subject.key,
        "fingerprint": subject.fingerprint,
        "prior_key": "\n".join(subject.prior),
        "current_key": "\n".join(subject.current),
    }


def index_of(sheet: SheetName, number: int) -> str:
    """Index of a row in the working papers: sheet, then row."""
    return f"{TABLE_SHEETS.index(sheet) + 1}—{number}"


def page_link(book: Book, anchor: str | None) -> dict[str, Target]:
    """A link to the page beside the workbook, where there is one."""
    if anchor is None or book.options.html_name is None:
        return {}
    return {"page_link": Target(anchor=anchor)}
