"""The time an English figure speaks about, and results told from plans.

A sentence with a date later than the year reported on and a word of intent is a plan; an estimate
of the year being closed is a result.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.language.years import YEAR
from yoy.lexicon import pattern
from yoy.quantities.context import without_approx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Outline
    from yoy.quantities.drafts import Draft
    from yoy.quantities.masks import Mask
    from yoy.quantities.reading import Reading

_SPLIT_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–/]\s*((?:19|20)?\d{2})(?!\d)")
_VERSUS = re.compile(r"\bvs\b|\bversus\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_CENTURY = 100
# How far behind a change the estimate it is measured from is looked for.
_PLAN_REACH = 90


@dataclass(frozen=True, slots=True)
class _Title:
    """What a section's title says of time: its year, the earlier one compared, whether it looks ahead."""

    year: int | None = None
    base: int | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    target: re.Pattern[str]
    baseline: re.Pattern[str]
    earlier: re.Pattern[str]
    planned: re.Pattern[str]
    strong: re.Pattern[str]
    ahead_title: re.Pattern[str]
    link: re.Pattern[str]


def time_english(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `role`, `period` and `base_period`."""
    dates = [mask for mask in reading.masks if mask.reason in ("date", "period")]
    starts = [mask.span.start for mask in dates]
    titles = _title_years(outline)
    for index, draft in enumerate(drafts):
        passage = draft.setting.passage.span
        inside = dates[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        own = _respectively(drafts, index, inside, reading.plain) or _own_year(draft, inside, reading.plain)
        _fill(draft, own, reading.plain, outline.document.period, titles[draft.section])


def year_of(surface: str) -> int | None:
    """The last year that a date names; 2015-16 ends in 2016."""
    split = _SPLIT_YEAR.search(surface)
    if split:
        end = int(split[2])
        return end if end > _CENTURY else int(split[1]) // _CENTURY * _CENTURY + end
    years = YEAR.findall(surface)
    return int(years[-1]) if years else None


def _title_years(outline: Outline) -> dict[str, _Title]:
    """Of each section: what its title says of time; inherited by subsections."""
    found: dict[str, _Title] = {}
    for section in outline.sections:
        parent = found.get(section.parent or "", _Title())
        title = section.title if section.level else ""
        ahead = bool(_words().ahead_title.search(title)) or parent.ahead
        years = [int(year) for year in YEAR.findall(title)]
        if len(years) > 1:  # 2012 vs. 2011
            found[section.id] = _Title(max(years), min(years), ahead)
        elif named := year_of(title):
            found[section.id] = _Title(named, named - 1 if _VERSUS.search(title) else None, ahead)
        else:
            found[section.id] = _Title(parent.year, parent.base, ahead)
    return found


def _own_year(draft: Draft, dates: Sequence[Mask], plain: str) -> int | None:
    """The year that stands behind the figure before another one does, else the last before it."""
    span = draft.figure.span
    for mask in dates:
        if span.end <= mask.span.start < draft.setting.right_end + 1:
            between = plain[span.end : mask.span.start]
            if between.rstrip().endswith("from"):
                break
            if _words().link.fullmatch(between):
                return year_of(plain[mask.span.start : mask.span.end])
            break
    before = [mask for mask in dates if mask.span.end <= span.start]
    if not before:
        return _year_of_balance(draft, dates, plain)
    left = plain[before[-1].span.end : span.start]
    return None if re.search(r"[;]", left) else _latest_listed(before, plain)


def _latest_listed(dates: Sequence[Mask], plain: str) -> int | None:
    """The year of the last date; where it ends a list, the latest: one figure for all of them is of that.

    As of June 30, 2024 and 2023, the pool of $4 million was held by two banks.
    """
    years = [year_of(dates[-1].span.of(plain))]
    for mask, after in zip(reversed(dates[:-1]), reversed(dates), strict=False):
        if not _LISTED.fullmatch(plain[mask.span.end : after.span.start]):
            break
        years.append(year_of(mask.span.of(plain)))
    return max((year for year in years if year is not None), default=None)


def _year_of_balance(draft: Draft, dates: Sequence[Mask], plain: str) -> int | None:
    """The year of the day behind a figure that is told as of it: 14% of the balance as of June 30, 2024."""
    span = draft.figure.span
    day = next((mask for mask in dates if mask.span.start >= span.end), None)
    if day is None or not pattern("periods_of_figures.en.as_of").search(plain, span.end, day.span.start):
        return None
    return year_of(day.span.of(plain))


def _respectively(drafts: Sequence[Draft], index: int, dates: Sequence[Mask], plain: str) -> int | None:
    """$698 million, $626 million and $576 million for 2013, 2012 and 2011, respectively, in either order."""
    passage = drafts[index].setting.passage
    text = plain[drafts[index].figure.span.end : passage.span.end]
    if "respectively" not in text:
        return None
    run = [index]
    while run[0] and _listed(drafts[run[0] - 1], drafts[run[0]], plain):
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(drafts) and _listed(drafts[run[-1]], drafts[run[-1] + 1], plain):
        run.append(run[-1] + 1)
    if len(run) < 2:  # noqa: PLR2004 - a list has two
        return None
    listed = [mask for mask in dates if mask.span.start > drafts[run[-1]].figure.span.end]
    if len(listed) < len(run):
        listed = _dates_before(drafts, run, dates)
    return year_of(listed[index - run[0]].span.of(plain)) if len(listed) >= len(run) else None


def _dates_before(drafts: Sequence[Draft], run: Sequence[int], dates: Sequence[Mask]) -> list[Mask]:
    """The dates before a list of figures, behind the figure before it, if they are as many as the figures."""
    passage = drafts[run[0]].setting.passage
    earlier = [draft.figure.span.end for draft in drafts[: run[0]] if draft.setting.passage is passage]
    start, end = max(earlier, default=passage.span.start), drafts[run[0]].figure.span.start
    found = [mask for mask in dates if start <= mask.span.start and mask.span.end <= end]
    return found if len(found) == len(run) else []


def _listed(first: Draft, second: Draft, plain: str) -> bool:
    between = plain[first.figure.span.end : second.figure.span.start]
    return first.setting.passage is second.setting.passage and bool(_LISTED.fullmatch(between))


def _fill(draft: Draft, own: int | None, plain: str, period: int | None, title: _Title) -> None:
    words = _words()
    start = draft.setting.passage.span.start
    said = plain[start : draft.figure.span.start]
    behind = plain[draft.figure.span.end : draft.setting.right_end]
    year = own or title.year
    strong = bool(words.strong.search(said) or words.strong.match(behind.lstrip()))
    intent = strong or bool(words.target.search(said))
    if draft.role != "baseline" and (
        words.baseline.search(without_approx(said, "en")) or words.earlier.match(behind)
    ):
        draft.role = "baseline"
    if (
        draft.role != "baseline"
        and period is not None
        and own is not None
        and own < period
        and not draft.kind.startswith("change")
    ):
        draft.role = "baseline" if _has_current(said, plain, draft) else draft.role
    later = year is not None and period is not None and year > period
    open_year = year is None or (strong and own is None)
    plan = (intent and (open_year or later)) or (later and (title.ahead or title.year == year))
    if draft.role != "baseline" and plan:
        draft.role = "target"
    if words.earlier.match(behind) and period:
        draft.period = str(period - 1)
    elif own:
        draft.period = str(own)
    elif draft.role == "baseline":
        draft.period = str(title.base) if title.base else None
    elif period:
        next_year = title.year if later and title.year else period + 1
        told = title.year if title.year and title.year <= period else period
        draft.period = str(next_year if draft.role == "target" else told)
    planned = words.planned.search(
        plain[draft.figure.span.end : draft.setting.passage.span.end][:_PLAN_REACH]
    )
    if draft.kind.startswith("change") and draft.period and draft.period.isdigit() and not planned:
        draft.base_period = str(int(draft.period) - 1)


def _has_current(said: str, plain: str, draft: Draft) -> bool:
    """Whether the sentence compares: an earlier year's figure alone is a result of that year."""
    rest = plain[draft.setting.passage.span.start : draft.setting.passage.span.end]
    return bool(re.search(r"\brespectively\b|\bcompared\s+(?:to|with)\b|\bversus\b", rest)) and bool(said)


@cache
def _words() -> _Words:
    data: Mapping[str, Any] = lexicon.data("periods_of_figures")["en"]
    flags = re.IGNORECASE
    return _Words(
        target=re.compile(data["target"], flags),
        baseline=re.compile(data["baseline"], flags),
        earlier=re.compile(data["earlier"], flags),
        planned=re.compile(data["planned"], flags),
        strong=re.compile(data["strong"], flags),
        ahead_title=re.compile(data["plan_title"], flags),
        link=re.compile(data["link"], flags),
    )
