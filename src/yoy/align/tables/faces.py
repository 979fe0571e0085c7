"""A table by its words: what its rows and columns are, with their distance in years from the report's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.tables.comparatives import Rows, printed_rows
from yoy.language.tables.keys import TableKeys, column_key, keys_of, row_key, timeless
from yoy.language.tables.times import year_in
from yoy.language.tables.words import says
from yoy.language.tokens import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Quantity, Report, Table

_DIGITS = re.compile(r"\d+")


class Label(NamedTuple):
    """What a row or column is; `offset` is 0 for the report's own year, -1 for the year before."""

    key: str
    offset: int | None = None

    @property
    def masked(self) -> str:
        """The key with its numerals left open."""
        return _DIGITS.sub("0", self.key)


class Face(NamedTuple):
    """A table by its caption, its labels and what its rows print; `home` numbers the link of its section."""

    table: Table
    home: int
    caption: str
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    labels: frozenset[tuple[str, int | None]]
    printed: Rows


def face_of(report: Report, table: Table, home: int, figures: Sequence[Quantity]) -> Face:
    """Labels read off a grid in which a spanning cell stands in every place it covers."""
    keys = keys_of(report.document, table)
    period = report.document.period
    rows = tuple(_rows(keys, period))
    columns = tuple(_columns(keys, period))
    told = {(label.masked, label.offset) for label in (*rows, *columns) if label.key.strip("/")}
    printed = printed_rows(figures, [label.key for label in columns])
    return Face(table, home, masked(table.caption or ""), rows, columns, frozenset(told), printed)


def _rows(keys: TableKeys, period: int | None) -> Iterator[Label]:
    frame, times = keys.frame, keys.times
    figures = [column for column in range(frame.width) if frame.uses[column] == "figure"]
    sides = {frame.names[column]: column for column in reversed(figures)} or {(): 0}
    for row in range(frame.height):
        if row < frame.table.header_rows or not figures:
            texts = dict.fromkeys(
                timeless(frame.grid[row, at].text) for at in range(frame.width) if (row, at) in frame.grid
            )
            yield Label("/".join(filter(None, texts)))
            continue
        parts = dict.fromkeys(
            row_key(frame, row, column, keys.heads[row, column].group) for column in sides.values()
        )
        named = times.rows.get(row)
        year = named.year if named else times.flows.get(row)
        yield Label("|".join(filter(None, parts)), _offset(year, period))


def _columns(keys: TableKeys, period: int | None) -> Iterator[Label]:
    frame = keys.frame
    for column in range(frame.width):
        heads = frame.heads(column)
        year = year_in(heads, keys.times.calendar)
        if year is None and period is not None and any(says("prior", head) for head in heads):
            year = period - 1
        yield Label(column_key(heads), _offset(year, period))


def _offset(year: int | None, period: int | None) -> int | None:
    return year - period if year is not None and period is not None else None
