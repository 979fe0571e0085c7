"""Years that are counted or named by a five-year plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.hanzi_numbers import read_hanzi
from yoy.lexicon import data

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


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
