"""The date that changes bear: from the reports, never from the clock."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Document

_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)")
_FIELDS = ("publish_date", "written_date", "fiscal_year_end")


def day_of(document: Document, given: str | None) -> str:
    """A day for all changes: as given, else when the report was published, else what its years say."""
    for text in filter(None, (given, *(document.metadata.get(name) for name in _FIELDS))):
        match = _DAY.search(text)
        day = _day(*map(int, match.groups())) if match else None
        if day:
            return day
    return next(_by_years(document), "1980-01-01")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _by_years(document: Document) -> Iterator[str]:
    """The first day of the year of delivery, else of the year after the one reported on."""
    if document.delivered is not None:
        yield f"{document.delivered:04}-01-01"
    if document.period is not None:
        yield f"{document.period + 1:04}-01-01"
