"""What the title of a section announces: results, plans, problems or notes, and of which time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.years import five_year_plans, years_back
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Document, Part


class Time(NamedTuple):
    """A year or several years that are named, and whether they are still to come."""

    period: str
    ahead: bool


class Announcement(NamedTuple):
    """What a title tells of the text below it.

    Attributes:
        part: what the text does; None where the title doesn't say.
        period: the year or years that it speaks of first; None where the title names none.
        mixed: the title names several times, or results and plans: openings in the text part them.
    """

    part: Part | None = None
    period: str | None = None
    mixed: bool = False


def announcement(title: str, document: Document) -> Announcement:
    """What a title announces by itself."""
    if document.language == "en":
        return Announcement(_english_part(title))
    if any(word in title for word in _words("notes")):
        return Announcement("notes")
    if pattern("parts.zh.titles.programme").search(title):
        plan = plan_years(pattern("parts.zh.titles.plan_number").findall(title))
        return Announcement("plan", plan, mixed=True)
    if pattern("parts.zh.titles.problems").search(title) and not says(title, "results"):
        return Announcement("problems")
    times = times_of(title, document)
    return _of_times(title, times) if times else _of_words(title)


def _of_times(title: str, times: tuple[Time, ...]) -> Announcement:
    """By the times that a title names: what is over is told, what is to come is planned."""
    first = times[0]
    if len(times) > 1 and not (says(title, "results") or says(title, "plans")):
        return Announcement()
    mixed = len({time.period for time in times}) > 1
    return Announcement("plan" if first.ahead else "review", first.period, mixed)


def _of_words(title: str) -> Announcement:
    past, future = says(title, "results"), says(title, "plans")
    if past and future:
        return Announcement("review", mixed=True)
    return Announcement("review" if past else "plan" if future else None)


def times_of(title: str, document: Document) -> tuple[Time, ...]:
    """The times that a title names, in order, as far as they can be told in a report of that year."""
    found = sorted(_times(title, document))
    return tuple(time for _, time in found)


def says(title: str, group: str) -> bool:
    """Whether a title holds a word of a list of lexicon/parts.toml."""
    return bool(_alternation(group).search(title))


def plan_years(names: list[str]) -> str | None:
    """The years of the five-year plan named last by its number (十四)."""
    return five_year_plans().get(f"{names[-1]}五") if names else None


def told_years(years: str, period: int) -> Time:
    """The years of a plan as seen from a report: what is not over yet ends with the year reported on."""
    first, last = int(years[:4]), int(years[-4:])
    if first > period:
        return Time(years, ahead=True)
    end = min(last, period)
    return Time(years if end == last else f"{first}/{end}" if first < end else str(end), ahead=False)


def _times(title: str, document: Document) -> Iterator[tuple[int, Time]]:
    period = document.period
    if period is None:
        return
    ranges = list(pattern("parts.zh.times.years").finditer(title))
    for match in ranges:
        yield match.start(), Time(f"{match['first']}/{match['last']}", int(match["first"]) > period)
    for match in pattern("parts.zh.times.year").finditer(title):
        if not any(each.start() <= match.start() < each.end() for each in ranges):
            yield match.start(), Time(match["year"], int(match["year"]) > period)
    for match in pattern("parts.zh.times.plan").finditer(title):
        yield match.start(), told_years(five_year_plans()[match["plan"]], period)
    for match in pattern("parts.zh.times.counted_years").finditer(title):
        yield match.start(), Time(years_back(match, period), ahead=False)
    for match in pattern("parts.zh.times.last_year").finditer(title):
        yield match.start(), Time(str(period), ahead=False)
    if document.delivered is not None and document.delivered > period:
        for match in pattern("parts.zh.times.this_year").finditer(title):
            yield match.start(), Time(str(document.delivered), ahead=True)


def _english_part(title: str) -> Part | None:
    parts: tuple[tuple[str, Part], ...] = (("problems", "problems"), ("results", "review"), ("plans", "plan"))
    for name, part in parts:
        if pattern(f"parts.en.titles.{name}").search(title):
            return part
    return None


def _words(group: str) -> tuple[str, ...]:
    return tuple(data("parts")["zh"]["titles"][group])


@cache
def _alternation(group: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words(group))))
