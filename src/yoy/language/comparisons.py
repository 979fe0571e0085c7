"""Titles of English chapters that compare two years: RESULTS - 2012 vs. 2011."""

from __future__ import annotations

import re
from functools import cache

from yoy.lexicon import pattern


def versus() -> re.Pattern[str]:
    """What stands between the two years, the first of them right before it."""
    return pattern("headings.patterns.versus")


def compared_year(title: str) -> int | None:
    """The later of the years that a title compares, None where it compares none."""
    match = _compared().search(title)
    return int(match["year"]) if match else None


def without_years(title: str) -> str:
    """`title` without the years that it compares and what stands behind."""
    match = _compared().search(title)
    return title[: match.start()] if match else title


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"\s*[-–]?\s*\b(?P<year>(?:19|20)\d\d)(?:{versus().pattern})")
