"""The year of each cell: from its row, its column, the block it stands in, or the words above the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.language.calendar import Calendar, days, with_year
from yoy.language.hanzi import HANZI
from yoy.language.tables.words import says

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.language.tables.frame import Frame
    from yoy.language.tables.heads import Heads

RowTime = Literal["instant", "bare"]

_YEAR = re.compile(r"(?<![\d.,$])((?:19|20)\d{2})(?![\d,]|\.\d|\s*[-–—]\s*(?:19|20)\d{2}|\s*%)")
_SHORT = re.compile(r"(?i)\bFY\s?’?'?(\d{2})\b(?!\d)")
_CHINESE_BARE = re.compile(r"(?:19|20)\d{2}年(?:度|末|底|全年)?(?:\d{1,2}月\d{1,2}日)?")
_SENTENCE = re.compile(r"(?<=[.。；;])\s+")


class RowYear(NamedTuple):
    """The year that the head of a row names: of a balance on a day, or of the whole row."""

    year: int
    kind: RowTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What is known of time in a table.

    Attributes:
        period: the year reported on.
        rows: years that row heads name, by row; flows: years of the rows between two dated balances.
        lead: the one year that the words above the table name.
    """

    calendar: Calendar
    period: int | None
    rows: Mapping[int, RowYear]
    flows: Mapping[int, int]
    lead: int | None


def times_of(frame: Frame, lead: Sequence[str], calendar: Calendar, period: int | None) -> Times:
    """Times of a table."""
    rows = {}
    for row in range(frame.table.header_rows, frame.height):
        label = _row_label(frame, row)
        named = row_year(label, calendar) if label else None
        if named:
            rows[row] = named
    return Times(
        calendar=calendar,
        period=period,
        rows=rows,
        flows=_flows(frame, rows),
        lead=_lead_year(lead, calendar, period),
    )


def _row_label(frame: Frame, row: int) -> str:
    column = next((at for at in range(frame.width) if frame.uses[at] == "figure"), None)
    side = frame.side(row, column) if column is not None else ()
    return side[-1] if side else ""


def row_year(label: str, calendar: Calendar) -> RowYear | None:
    """The year that a row head names (Balances, January 31, 2021; Fiscal 2024), None for other heads."""
    found = list(days(label))
    if len(found) == 1:
        before, after = label[: found[0].span.start], label[found[0].span.end :]
        year = calendar.year_of(found[0].day)
        if says("block", before) and not after.strip(" :：,."):
            return RowYear(year, "instant" if not says("ended", before) else "bare")
        return RowYear(year, "instant") if says("instant", before) and not says("maturity", before) else None
    years = _YEAR.findall(label)
    if len(years) != 1 or found:
        return None
    if _CHINESE_BARE.fullmatch(label.strip("：: ")):
        return RowYear(int(years[0]), "bare")
    before, after = label.split(years[0], 1)
    return RowYear(int(years[0]), "bare") if says("block", before) and not after.strip(" :：") else None


def _flows(frame: Frame, rows: Mapping[int, RowYear]) -> Mapping[int, int]:
    """Rows between dated balances move from one to the other: they are of the later one's year."""
    dated = sorted(row for row, named in rows.items() if named.kind == "instant")
    years = [rows[row].year for row in dated]
    if len(dated) < 2 or years != sorted(years) or years[0] == years[-1]:  # noqa: PLR2004 - from one to another
        return {}
    made: dict[int, int] = {}
    for row in range(dated[0] + 1, frame.height):
        after = next((rows[at].year for at in dated if at > row), None)
        if row in rows:
            continue
        made[row] = after if after is not None else years[-1]
    return made


def _lead_year(lead: Sequence[str], calendar: Calendar, period: int | None) -> int | None:
    """The year that the last sentence above a table names, where it is one alone and not to come."""
    if not lead:
        return None
    sentence = _SENTENCE.split(lead[-1].strip())[-1]
    year = year_in((sentence,), calendar, several=False)
    return year if year is not None and period is not None and year <= period else None


def year_in(texts: Sequence[str], calendar: Calendar, *, several: bool = True) -> int | None:
    """The year that heads name, the nearest first; of several in one head the latest."""
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        years = _years(text, calendar)
        if len(years) == 1 and at and not any(True for _ in days(text)):
            day = with_year(texts[at - 1], years[0])
            years = [calendar.year_of(day)] if day else years
        if at and not years:
            years = [calendar.year_of(found.day) for found in days(f"{texts[at - 1]} {text}")]
        if years and (several or len(set(years)) == 1):
            return max(years)
        if years:
            return None
    return None


def _years(text: str, calendar: Calendar) -> list[int]:
    if says("maturity", text) and not HANZI.search(text):
        return []
    full = list(days(text))
    if full:
        return [calendar.year_of(found.day) for found in full]
    short = [2000 + int(year) for year in _SHORT.findall(text)]
    years = [int(year) for year in _YEAR.findall(text)]
    if len(years) == 1:
        day = with_year(text, years[0])
        if day:
            return [calendar.year_of(day)]
    return years or short


def year_of_cell(heads: Heads, row: int, times: Times) -> int | None:
    """The year of a cell: a dated balance before its column, its column before its block and its table."""
    named = times.rows.get(row)
    if named and named.kind == "instant":
        return named.year
    column = _column_year(heads, times)
    base = column if column is not None else _block_year(heads, times)
    if named and base is None and times.period is not None and named.year <= times.period:
        return named.year
    if base is None:
        base = times.flows.get(row, times.lead if times.lead is not None else times.period)
    if base is not None and times.period is not None and base > times.period and not _is_chinese(heads):
        base = times.period
    return base - 1 if base is not None and is_opening(heads) else base


def _column_year(heads: Heads, times: Times) -> int | None:
    year = year_in(heads.column, times.calendar)
    if year is not None or times.period is None:
        return year
    return times.period - 1 if any(says("prior", head) for head in heads.column) else None


def _block_year(heads: Heads, times: Times) -> int | None:
    for block in reversed((*heads.blocks, heads.group)):
        named = row_year(block, times.calendar)
        if named:
            return named.year
    return None


def is_opening(heads: Heads) -> bool:
    """Whether a figure is an opening balance: the closing one of the year before."""
    row = heads.row[-1] if heads.row else ""
    if says("opening", row) or says("first_day", row):
        return True
    return any(
        says("opening", head) and not says("prior", head) and not _YEAR.search(head) for head in heads.column
    )


def _is_chinese(heads: Heads) -> bool:
    return any(HANZI.search(text) for text in (*heads.column, *heads.row))
