"""What a cell of a table is of, time left out, to find the same in the report of another year."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.calendar import calendar_of, days, is_day_without_year
from yoy.language.hanzi import HANZI
from yoy.language.tables.frame import Frame, frame_of
from yoy.language.tables.heads import Heads, heads_of, lead_of
from yoy.language.tables.times import Times, is_opening, times_of, year_of_cell
from yoy.language.tables.words import rules, says
from yoy.language.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yoy.model import Document, Table

_NUMBERING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|其中[:：])\s*"
)
_MARKS = re.compile(r"(?:[（(]\s*(?:[\d¹²³⁰⁴-⁹]{1,2}|[a-z])\s*[)）]\s*)+$")
_YEAR = re.compile(r"(?:19|20)\d{2}\s*(?:年度?)?")
_SILENT = re.compile(r"[\s\W_]+")


class CellKey(NamedTuple):
    """What a cell is of.

    Attributes:
        row, column: what its heads say, time left out; equal in both reports for the same thing.
        year: that the figure is of; opening: it is the closing figure of that year carried on.
    """

    row: str
    column: str
    year: int | None
    opening: bool = False


class TableKeys(NamedTuple):
    """The keys of a table's cells, and of whole rows and columns with their years."""

    frame: Frame
    heads: Mapping[tuple[int, int], Heads]
    times: Times
    cells: Mapping[tuple[int, int], CellKey]


def keys_of(document: Document, table: Table) -> TableKeys:
    """The keys of a table."""
    frame = frame_of(table)
    heads = heads_of(frame)
    lead = lead_of(document.text, table.span.start, table.caption)
    times = times_of(frame, lead, calendar_of(document), document.period)
    cells = {
        (row, column): CellKey(
            row_key(frame, row, column, found.group),
            column_key(found.column),
            year_of_cell(found, row, times),
            is_opening(found),
        )
        for (row, column), found in heads.items()
    }
    return TableKeys(frame, heads, times, cells)


def row_key(frame: Frame, row: int, column: int, group: str = "") -> str:
    """What the row of a cell is: its code where it has one, its group and its head."""
    codes = "".join(
        frame.grid[row, at].text.strip()
        for at in range(frame.width)
        if frame.uses[at] == "code" and (row, at) in frame.grid and _is_account(frame.heads(at))
        if frame.grid[row, at].text.strip().isdigit()
    )
    names = [timeless(text) for text in frame.side(row, column)]
    return "/".join(filter(None, [codes, timeless(group), *names]))


def _is_account(heads: tuple[str, ...]) -> bool:
    return not heads or any(says("account_code", head) for head in heads)


def column_key(heads: tuple[str, ...]) -> str:
    """What the column of a cell is of, time and units left out."""
    told = _with_years(head for head in heads if not says("mere_unit", head))
    return "/".join(filter(None, map(timeless, told)))


def _with_years(heads: Iterable[str]) -> Iterator[str]:
    """Heads in which a day and the year below it stand together: January 29, over 2023."""
    day = ""
    for head in heads:
        if day and _YEAR.fullmatch(head.strip()):
            yield f"{day} {head}"
            day = ""
            continue
        if day:
            yield day
        day = head if is_day_without_year(head) else ""
        if not day:
            yield head
    if day:
        yield day


@lru_cache(maxsize=1 << 15)
def timeless(head: str) -> str:
    """A head without its time, numbering and marks of footnotes, in one form of letters and signs."""
    text = _MARKS.sub("", _NUMBERING.sub("", head.strip()))
    if not says("maturity", text):
        for day in sorted(days(text), key=lambda found: found.span.start, reverse=True):
            text = text[: day.span.start] + text[day.span.end :]
        text = _YEAR.sub("", text)
    for rule in _time_words():
        text = rule.sub("", text)
    folded = fold(text.replace("&", " and ")).casefold()
    return _SILENT.sub("" if HANZI.search(folded) else " ", folded).strip()


@cache
def _time_words() -> tuple[re.Pattern[str], ...]:
    return rules("time_words")
