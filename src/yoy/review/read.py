"""Reads a review by stable key: what people wrote in a workbook, or decided on the page."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from yoy.errors import ReadError, WriteError
from yoy.lexicon import fail
from yoy.model import Review
from yoy.review.cells import LARGEST_ROWS, Cells, Tab, TooManyRowsError, read_tabs
from yoy.review.decisions import decisions_of, parse_decisions
from yoy.review.headings import field_named, sheet_named
from yoy.review.keep import saved_at
from yoy.review.parts import LARGEST, open_archive, refuse_what_would_be_lost
from yoy.review.rows import Heads, find_heads, read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from yoy.model import Remark

OUR_CHARTS = 1_000
"""Charts on the summary are ours, however many comparisons it shows; they are drawn anew."""
_PAGES = frozenset({"cover", "summary"})
_DEFAULTS_FROM = 11
"""First of the hidden columns of the cover that hold what its fields said when it was written."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_BEGINS_JSON = (b"{", b"[")


class Table(NamedTuple):
    """One of our sheets of rows as found."""

    sheet: str
    heads: Heads
    rows: dict[int, Cells]


def read_review(path: Path) -> Review:
    """What people wrote in the workbook `path`, or the decisions that the page exported to it.

    Raises:
        ReadError: the file is not there or cannot be opened.
        WriteError: it is neither a workbook of yoy nor a file of decisions, or holds what the next workbook
            could not carry: shapes, pictures, charts people drew, threaded comments, macros, pivot tables.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise fail(WriteError, "review_too_large", file=path.name, limit=LARGEST // 1_000_000)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise fail(ReadError, "no_such_file", file=path) from error
    except OSError as error:
        raise fail(ReadError, "unreadable_file", file=path, reason=error.strerror or error) from error
    if content.lstrip(_BLANK)[:1] in _BEGINS_JSON or path.suffix.casefold() == ".json":
        return parse_decisions(content, path.name)
    return parse_review(content, path.name)


def parse_review(content: bytes, name: str) -> Review:
    """What people wrote in a workbook in memory, saved by any program; `name` is for messages."""
    with open_archive(content, name) as archive:
        tabs = _load(content, name)
        tables, pages, own = _sorted_out(tabs)
        if not tables:
            raise fail(WriteError, "not_our_workbook", file=name)
        charts = {title: OUR_CHARTS for title, page in pages.items() if page == "summary"}
        refuse_what_would_be_lost(archive, name, charts)
    remarks: list[Remark] = []
    columns: dict[str, tuple[str, ...]] = {}
    indices: dict[tuple[str, str], str] = {}
    for table in tables.values():
        found = read_rows(table.rows, table.sheet, table.heads)
        remarks.extend(found.remarks)
        indices.update(found.indices if table.sheet == "open" else {})
        if found.own and table.sheet != "withdrawn":
            columns[table.sheet] = found.own
    saved = saved_at(content)
    cover = next((_read_cover(tab) for tab in tabs if pages.get(tab.title) == "cover"), {})
    return Review(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        saved=saved,
        remarks=tuple(remarks),
        decisions=tuple(decisions_of(tuple(remarks), name, saved)),
        cover=cover,
        columns=columns,
        indices=indices,
        sheets=own,
        content=content if own else b"",
    )


def _load(content: bytes, name: str) -> list[Tab]:
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions that hold no writing
            return read_tabs(content)
    except TooManyRowsError as error:
        raise fail(WriteError, "review_too_many_rows", file=name, limit=f"{LARGEST_ROWS:,}") from error
    except Exception as error:
        raise fail(WriteError, "not_a_workbook", file=name) from error


def _sorted_out(tabs: Sequence[Tab]) -> tuple[dict[str, Table], dict[str, str], tuple[str, ...]]:
    """Our sheets of rows, our pages, and the sheets that people added, by title.

    A sheet that looks like one of ours and is called otherwise is that one renamed, unless that one
    is there too: then it is a copy that someone made, and theirs.
    """
    tables: dict[str, Table] = {}
    pages: dict[str, str] = {}
    claimed = {sheet_named(tab.title) for tab in tabs}
    own: list[str] = []
    for tab in tabs:
        sheet = sheet_named(tab.title)
        if sheet in _PAGES and sheet not in pages.values():
            pages[tab.title] = sheet
            continue
        heads = find_heads(tab.rows)
        if heads is not None and sheet is None and (guess := _guessed(heads)) not in claimed:
            sheet = guess
            claimed.add(guess)
        if heads is None or sheet is None:
            own.append(tab.title)
        else:
            tables[tab.title] = Table(sheet, heads, tab.rows)
    return tables, pages, tuple(own)


def _guessed(heads: Heads) -> str:
    """Which sheet a renamed or copied tab was, by a column that no other sheet has."""
    names = set(heads.names.values())
    for sheet, mark in _MARKS.items():
        if mark in names:
            return sheet
    return ""


_MARKS = {
    "open": "open_kind",
    "withdrawn": "gone_because",
    "figures": "words_current",
    "passages": "redline",
    "sections": "section_current",
    "tables": "table_row",
    "findings": "verdict",
    "promises": "promise_status",
    "reuse": "scope",
    "series": "years_known",
    "set_aside": "why",
}


def _read_cover(tab: Tab) -> dict[str, object]:
    """Fields that don't say any more what they said when the cover was written."""
    found: dict[str, object] = {}
    for cells in tab.rows.values():
        said = {at: cell.text for at, cell in cells.items() if at < _DEFAULTS_FROM}
        labels = [at for at, value in said.items() if field_named(str(value))]
        for place, at in enumerate(labels):
            until = labels[place + 1] if place + 1 < len(labels) else _DEFAULTS_FROM
            value = next((said[cell] for cell in said if at < cell < until), None)
            default = cells.get(_DEFAULTS_FROM + place)
            if value is not None and str(value) != str((default and default.text) or ""):
                found[str(field_named(str(said[at])))] = value
    return found
