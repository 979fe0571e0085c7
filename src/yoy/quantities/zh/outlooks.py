"""Whether a section of a Chinese report looks back or ahead, and to which year."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import Document, Outline, Section

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


class Outlook(NamedTuple):
    """How a section looks at time.

    Attributes:
        ahead: its figures are plans unless a sentence looks back.
        both: its title names results and plans, so each sentence decides.
        year: the year or span of years that the plans are for.
        past: the span of years that results are for, where it is not the report's year.
        marks: where the text of a section that tells both turns to plans (True) or to the past.
    """

    ahead: bool
    both: bool = False
    year: str | None = None
    past: str | None = None
    marks: tuple[tuple[int, bool], ...] = ()

    def is_ahead(self, position: int) -> bool:
        """Whether a section that tells both speaks of plans at `position`."""
        turned = [ahead for at, ahead in self.marks if at < position]
        return turned[-1] if turned else False


class PeriodWords(NamedTuple):
    """Patterns of lexicon/periods_of_figures.toml for Chinese."""

    plan_title: re.Pattern[str]
    past_title: re.Pattern[str]
    looks_back: re.Pattern[str]
    next_title: re.Pattern[str]
    apart_title: re.Pattern[str]
    programme_title: re.Pattern[str]
    plan_word: re.Pattern[str]
    past_word: re.Pattern[str]
    five_years: re.Pattern[str]
    flow: re.Pattern[str]
    stock: re.Pattern[str]
    past_mark: re.Pattern[str]
    past_plan: re.Pattern[str]
    plan_mark: re.Pattern[str]
    same_period: re.Pattern[str]
    no_base: re.Pattern[str]
    compared: re.Pattern[str]
    plan_name: re.Pattern[str]
    plan_number: re.Pattern[str]
    plan_end: re.Pattern[str]
    one_year: re.Pattern[str]
    this_year: re.Pattern[str]
    bounding_date: re.Pattern[str]
    until: re.Pattern[str]
    peer: re.Pattern[str]
    another_time: re.Pattern[str]
    months: re.Pattern[str]
    plans: Mapping[str, str]
    half_years: Mapping[str, tuple[int, int]]
    quarters: Mapping[str, tuple[int, int]]


def find_outlooks(outline: Outline) -> dict[str, Outlook]:
    """The outlook of every section by its id.

    After a chapter on the year to come (二、2015年工作总体部署) the chapters speak of that year, too,
    whatever they are called (三、把改革开放推向纵深), unless one looks back or tells of other matters.
    """
    found: dict[str, Outlook] = {}
    begun: Outlook | None = None
    for section in outline.sections:
        outlook = _of_five_years(section, outline.document)
        outlook = outlook or _outlook(section, found.get(section.parent or ""), outline.document)
        if section.level == 1:
            begun = _begun(section.title, outlook, begun, outline.document)
            outlook = begun or outlook
        if outlook.both and not outlook.marks:
            outlook = outlook._replace(marks=_marks(section, outline.document))
        found[section.id] = outlook
    return found


def _outlook(section: Section, parent: Outlook | None, document: Document) -> Outlook:
    """By the title; a subsection follows its parent unless its own title says the opposite."""
    if section.parent is None or parent is None:
        return Outlook(ahead=False)
    words, title = period_words(), section.title
    later = _later_year(title, document)
    past, future = bool(words.past_title.search(title)), bool(words.plan_title.search(title))
    if section.level > 1 and not parent.both:
        ahead = (
            not words.looks_back.search(title)
            if parent.ahead
            else bool(later or (words.next_title.search(title) and not past))
        )
        return Outlook(ahead=ahead, year=later or parent.year or _following(document), past=parent.past)
    if past and future:
        names = words.plan_name.findall(title)
        told = words.plans.get(names[0] + "五") if len(names) > 1 else None
        return Outlook(ahead=True, both=True, year=_planned(title) or _following(document), past=told)
    if words.programme_title.search(title):
        return Outlook(ahead=True, both=True, year=_planned(title), past=_before(_planned(title)))
    if later or (future and not past):
        return Outlook(ahead=True, year=later or _planned(title) or _following(document))
    return parent._replace(ahead=parent.ahead and not past, both=parent.both and not past)


def _of_five_years(section: Section, document: Document) -> Outlook | None:
    """一、过去五年工作回顾, but not 过去一年和五年工作回顾, where each paragraph says what it is of."""
    title = section.title
    if section.level != 1 or document.period is None or not period_words().five_years.search(title):
        return None
    if _YEAR.search(title) or period_words().one_year.search(title):
        return None
    return Outlook(ahead=False, past=f"{document.period - 4}/{document.period}")


def _begun(title: str, outlook: Outlook, begun: Outlook | None, document: Document) -> Outlook | None:
    """The outlook of the year to come from the chapter on that opens it until one looks back."""
    words = period_words()
    if outlook.both or words.past_title.search(title) or words.apart_title.search(title):
        return None
    if outlook.ahead:
        opens = _later_year(title, document) or words.next_title.search(title) or _this_year(title, document)
        return outlook if opens else begun
    return None if _YEAR.search(title) else begun


def _marks(section: Section, document: Document) -> tuple[tuple[int, bool], ...]:
    """Turns of a section that tells results and plans, in order."""
    words, text = period_words(), document.text
    start, end = section.heading.end, section.span.end
    found = [(match.start(), False) for match in words.past_mark.finditer(text, start, end)]
    found += [(match.start(), True) for match in words.plan_mark.finditer(text, start, end)]
    for match in words.plan_name.finditer(text, start, end):
        years = words.plans.get(match.group())
        if years and document.period:
            found.append((match.start(), int(years[:4]) > document.period))
    return tuple(sorted(found))


def _later_year(title: str, document: Document) -> str | None:
    years = [year for year in _YEAR.findall(title) if document.period and int(year) > document.period]
    return years[0] if years else None


def _this_year(title: str, document: Document) -> bool:
    """Whether a title says 今年 in a report that is delivered in the year after the one it reports on."""
    period, delivered = document.period, document.delivered
    said = bool(period_words().this_year.search(title))
    return said and None not in (period, delivered) and delivered != period


def _planned(title: str) -> str | None:
    """The years of the five-year plan that a title names last: “十五五”时期, 第十五个五年规划."""
    words = period_words()
    names = words.plan_name.findall(title) + words.plan_number.findall(title)
    return words.plans.get(names[-1] + "五") if names else None


def _before(years: str | None) -> str | None:
    """The five years before those of a plan."""
    return f"{int(years[:4]) - 5}/{int(years[:4]) - 1}" if years else None


def _following(document: Document) -> str | None:
    return str(document.period + 1) if document.period else None


@cache
def period_words() -> PeriodWords:
    """The patterns, compiled."""
    zh: dict[str, Any] = lexicon.data("periods_of_figures")["zh"]
    patterns = [name for name in PeriodWords._fields if isinstance(zh.get(name), str)]
    return PeriodWords(
        **{name: re.compile(zh[name]) for name in patterns},
        plans=zh["five_year_plans"],
        half_years={name: (first, last) for name, (first, last) in zh["half_years"].items()},
        quarters={name: (first, last) for name, (first, last) in zh["quarters"].items()},
    )


@cache
def last_of_years(period: int) -> re.Pattern[str]:
    """What says inside a chapter on several years that the last of them, `period`, is meant."""
    return re.compile(
        lexicon.data("periods_of_figures")["zh"]["last_of_years"].replace("{period}", str(period))
    )
