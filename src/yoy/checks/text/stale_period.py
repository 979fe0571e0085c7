"""Years left over from an earlier report: a wrong year compared with, or last year's number of the year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern
from yoy.language.tokens import masked
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Passage
    from yoy.options import Options

_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕|（[^）]*）|\([^)]*\)")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")


def check_stale_period(view: View, _options: Options) -> Iterator[Finding]:
    """A year-on-year comparison with another year than the last, and sentences that open with last year."""
    if view.period is None or view.report.document.language != "zh":
        return
    yield from _wrong_bases(view, view.period)
    yield from _planned_for_past(view, view.period)
    if _is_main_year(view, view.period):
        yield from _left_over(view, view.period)


def _wrong_bases(view: View, period: int) -> Iterator[Finding]:
    """较2016年…同比增长 in a report on 2018: 同比 means the year before."""
    for match in pattern("stale_period", "base").finditer(view.text):
        year = int(match["year"])
        about = _year_of_sentence(view, match.start()) or period
        if year == about - 1:
            continue
        place = Span(match.start(), match.end())
        passage = view.passage_at(match.start())
        figure = next((f for f in view.figures if place.contains(f.span)), None)
        yield make_finding(
            view,
            "stale_period",
            "suspect",
            "stale_base",
            subject=masked(view.text[max(0, match.start() - 20) : match.start()]),
            claimed=figure,
            spans=[(view, passage.span if passage and figure else place)],
            args={"year": str(year), "expected": str(about - 1), "text": match[0]},
        )


def _year_of_sentence(view: View, at: int) -> int | None:
    """The year that the sentence itself names before `at`, if any."""
    passage = view.passage_at(at)
    if passage is None:
        return None
    years = _YEARS.findall(view.text[passage.span.start : at])
    return int(years[-1]) if years else None


def _is_main_year(view: View, period: int) -> bool:
    """Whether the text speaks of `period` more than of any other year."""
    counts = [int(year) for year in _YEARS.findall(_QUOTED.sub("", view.text))]
    return counts.count(period) >= max(2, counts.count(period - 1))


def _left_over(view: View, period: int) -> Iterator[Finding]:
    """Sentences on results, and headings, that begin with the year before and give no reason for it.

    A review of several years tells each of them.
    """
    reviews = {passage.section for passage in view.passages if "/" in (passage.period or "")}
    for passage in view.passages:
        surface = passage.span.of(view.text)
        if passage.kind not in ("sentence", "item", "heading") or passage.part == "plan":
            continue
        if passage.section in reviews:
            continue
        stale = _stale_heading if passage.kind == "heading" else _stale_sentence
        if stale(surface, period) and not _in_section_of(view, passage, period - 1):
            yield _stale_year(view, passage, period - 1)


def _planned_for_past(view: View, period: int) -> Iterator[Finding]:
    """Sentences under the heading of a plan that say what will be done in the year that is over."""
    plans = {
        passage.section for passage in view.passages if passage.kind == "heading" and passage.part == "plan"
    }
    for passage in view.passages:
        if passage.section not in plans or passage.kind not in ("sentence", "item"):
            continue
        opening = pattern("stale_period", "intended").match(passage.span.of(view.text))
        if opening is not None and int(opening["year"]) == period:
            yield _stale_year(view, passage, period)


def _stale_year(view: View, passage: Passage, year: int) -> Finding:
    surface = passage.span.of(view.text)
    return make_finding(
        view,
        "stale_period",
        "suspect",
        "stale_year",
        subject=masked(surface),
        spans=[(view, passage.span)],
        args={"year": str(year), "expected": str(year + 1), "text": surface.strip()[:60]},
    )


def _stale_sentence(surface: str, period: int) -> bool:
    opening = pattern("stale_period", "opening").match(surface)
    if opening is None or int(opening["year"]) != period - 1:
        return False
    bare = _QUOTED.sub("", surface[opening.end() :])
    return not pattern("stale_period", "meant").search(bare) and str(period) not in bare


def _stale_heading(surface: str, period: int) -> bool:
    bare = _QUOTED.sub("", surface)
    years = {int(year) for year in _YEARS.findall(bare)}
    return years == {period - 1} and not pattern("stale_period", "meant").search(bare)


def _in_section_of(view: View, passage: Passage, year: int) -> bool:
    """Whether a heading above the passage is itself about that year."""
    section = view.section.get(passage.section)
    while section is not None and section.level:
        if str(year) in section.title and section.heading != passage.span:
            return True
        section = view.section.get(section.parent) if section.parent else None
    return False
