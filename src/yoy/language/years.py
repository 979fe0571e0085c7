"""Years told in words: of a five-year plan, counted back, compared in a title (RESULTS - 2012 vs. 2011)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy.language.hanzi_numbers import read_hanzi
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


def five_year_plans() -> Mapping[str, str]:
    """First and last year of every five-year plan, by its short name (十四五 → 2021/2025)."""
    plans: Mapping[str, str] = data("periods_of_figures")["zh"]["five_year_plans"]
    return plans


def years_back(match: re.Match[str], period: int) -> str:
    """The years counted in hanzi by a group of a match (过去五年), up to the year reported on."""
    counted = next(count for count in match.groupdict().values() if count)
    number = read_hanzi(counted)
    years = int(number.value) if number else 1
    return f"{period - years + 1}/{period}"


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


def role_of_label(label: str | None) -> str | None:
    """Which of two reports a label without a year names: "prior" or "current", in any language, or None."""
    folded = (label or "").strip().casefold()
    roles = data("labels")
    return next((role for role in ("prior", "current") if folded in roles[role]), None)
