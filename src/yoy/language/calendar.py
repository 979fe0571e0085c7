"""Days as reports print them, and the fiscal year that an issuer counts a day to."""

from __future__ import annotations

import re
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_AMERICAN = re.compile(
    rf"\b(?P<month>{_NAME})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE
)
_BRITISH = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{_NAME}),?\s+(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE
)
_CHINESE = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
_DAY_ALONE = re.compile(rf"\b(?P<month>{_NAME})\s+(?P<day>\d{{1,2}})\b", re.IGNORECASE)
_YEAR = 365.25
_DRIFT = 10
"""Days by which the end of a year of 52 or 53 weeks may drift, and an opening day may follow."""


class Day(NamedTuple):
    """A day and where it stands in the text."""

    day: date
    span: Span


def days(text: str) -> Iterator[Day]:
    """The days that a text names in full."""
    for pattern in (_AMERICAN, _BRITISH, _CHINESE, _ISO):
        for match in pattern.finditer(text):
            found = _day(match["year"], match["month"], match["day"])
            if found:
                yield Day(found, Span(*match.span()))


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def with_year(text: str, year: int) -> date | None:
    """The day that a text names without its year (Year Ended December 31,), in `year`."""
    match = _DAY_ALONE.search(text)
    return _day(str(year), match["month"], match["day"]) if match else None


def is_day_without_year(text: str) -> bool:
    """Whether a text ends in a day that lacks its year: Year Ended December 31,."""
    match = _DAY_ALONE.search(text)
    return match is not None and not text[match.end() :].strip(" ,.")


class Calendar(NamedTuple):
    """How an issuer counts its years: the fiscal year `label` ends on `end`; calendar years without one."""

    label: int | None = None
    end: date | None = None

    def year_of(self, day: date) -> int:
        """The fiscal year that a day belongs to, by the issuer's own label.

        A few days after an end still count to the year that ended: opening balances are dated so.
        """
        if self.end is None or self.label is None:
            return day.year if day.timetuple().tm_yday > 1 else day.year - 1
        return self.label + ceil(((day - self.end).days - _DRIFT) / _YEAR)


_END_SAID = re.compile(r"(?i)\bfor\s+the\s+(?:fiscal\s+)?(?:year|period)\s+ended\b[^A-Za-z0-9]{0,8}")
_LABEL = re.compile(r"(?i)\bfiscal\s+(?:years?\s+)?((?:19|20)\d{2})\b(?:,?\s+(?:and\s+)?((?:19|20)\d{2}))?")
_COVER = 12_000
_LATE = 7
"""Month from which a fiscal year that ends in it is named after its own calendar year."""


def fiscal_calendar(text: str) -> Calendar | None:
    """The fiscal year that the cover of an English annual report names, by the issuer's own label.

    Where the year ends in the first half of a calendar year, the issuer may label it by the year in
    which it began: then its text hardly speaks of the other one.
    """
    match = _END_SAID.search(text, 0, _COVER)
    if match is None:
        return None
    found = next((day for day in days(text[match.end() : match.end() + 40]) if day.span.start < 3), None)  # noqa: PLR2004
    if found is None:
        return None
    end = found.day
    if end.month >= _LATE:
        return Calendar(end.year, end)
    spoken = [int(year) for said in _LABEL.finditer(text) for year in said.groups() if year]
    own, before = spoken.count(end.year), spoken.count(end.year - 1)
    early = before > 2 * own if spoken else (end.month == 1 and end.day <= _DRIFT)
    return Calendar(end.year - 1 if early else end.year, end)


def calendar_of(document: Document) -> Calendar:
    """How the issuer counts its years, where the cover says when the fiscal year ends."""
    label, end = document.metadata.get("fiscal_year"), document.metadata.get("fiscal_year_end")
    return Calendar(int(label), date.fromisoformat(end)) if label and end else Calendar()
