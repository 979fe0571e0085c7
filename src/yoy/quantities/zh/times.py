"""The time a Chinese figure speaks about and its role: what its passage says, and its own clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.years import YEAR, five_year_plans, years_back
from yoy.lexicon import data, pattern
from yoy.quantities.zh.bases import base_of, named_base
from yoy.quantities.zh.durations import answer_of, is_average, last_at, says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.quantities.drafts import Draft
    from yoy.quantities.masks import Mask
    from yoy.quantities.reading import Reading
    from yoy.quantities.zh.durations import Answer

# 较2016年（22.3万件）: a year and the bracket that its figure stands in.
_OPENED = re.compile(r"的?\s*[（(]?\s*")
_DECEMBER = 12
# How far before its clause the name of a five-year plan is looked for.
_NAME_REACH = 30


class _Around(NamedTuple):
    """What a figure's time is read from: the report's year, the plain text, the dates before the figure."""

    period: int | None
    plain: str
    before: Sequence[Mask]


def time_chinese(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `role`, `period`, `base_period`, `partial` and `doubt`."""
    dates = [mask for mask in reading.masks if mask.reason in ("date", "period")]
    starts = [mask.span.start for mask in dates]
    period = outline.document.period
    last: tuple[Draft, Answer] | None = None
    for draft in drafts:
        passage, clause = draft.setting.passage.span, draft.setting.clause
        before = dates[bisect_left(starts, passage.start) : bisect_left(starts, draft.figure.span.start)]
        around = _Around(period, reading.plain, before)
        last = _role_and_period(draft, around, last)
        if draft.kind.startswith("change"):
            draft.base_period = base_of(draft, reading.plain, before, period)
        _partial(draft, reading.plain, [mask for mask in before if mask.span.end <= clause.end], period)


def _role_and_period(
    draft: Draft, around: _Around, last: tuple[Draft, Answer] | None
) -> tuple[Draft, Answer] | None:
    year = _clause_year(draft, around.plain, around.before)
    if draft.role != "baseline" and _is_ahead(draft, around, year):
        draft.role = "target"
    if year:
        draft.period = year
    elif draft.role == "baseline":
        draft.period = _earlier(draft, around)
    elif draft.role == "target":
        draft.period = _planned(draft, around)
    else:
        return _result(draft, around, last)
    return None


def _result(draft: Draft, around: _Around, last: tuple[Draft, Answer] | None) -> tuple[Draft, Answer] | None:
    """The period of a result; of several years it is their end, all of them, or in doubt."""
    span = _span(draft, around)
    draft.period = span
    if span is None or "/" not in span:
        return None
    end = span[-4:]
    if draft.kind.startswith("change"):
        yearly = says("same_period", draft.setting.left)
        based = named_base(draft, around.plain, around.before) is not None
        draft.period = end if yearly or (based and not is_average(draft, around.plain)) else span
        return None
    if is_average(draft, around.plain):
        return None
    answer = answer_of(draft, around.plain, last)
    draft.period = end if answer == "level" else span
    if answer == "unknown":
        draft.doubt = "stock_or_flow"
    return draft, answer


def _span(draft: Draft, around: _Around) -> str | None:
    """The year or years that a result is of: by its own clause, else by its passage."""
    own = None if around.period is None else str(around.period)
    passage = draft.setting.passage
    told = passage.period if passage.part in ("review", "problems") else own
    if passage.part == "notes":
        return None
    said = around.plain[draft.setting.clause.start : draft.figure.span.start]
    if told and "/" in told:
        return own if says("one_year", said) else told
    counted = pattern("periods_of_figures.zh.counted_years").search(said)
    if around.period is not None and counted:
        return years_back(counted, around.period)
    if told and is_average(draft, around.plain):
        base = named_base(draft, around.plain, around.before)
        return f"{int(base) + 1}/{told}" if base and base.isdigit() and int(base) + 1 < int(told) else told
    return told or own


def _planned(draft: Draft, around: _Around) -> str | None:
    """The year or years that a target is for: of the plan named near it, else of its passage."""
    start, at = draft.setting.clause.start, draft.figure.span.start
    near = around.plain[max(draft.setting.passage.span.start, start - _NAME_REACH) : at]
    end = pattern("periods_of_figures.zh.plan_end")
    named = pattern("periods_of_figures.zh.plan_name").findall(end.sub("", near))
    ended = end.search(around.plain, start, at)
    if ended:
        return five_year_plans()[ended[1] + "五"][5:]
    if named:
        return five_year_plans().get(named[-1] + "五")
    passage = draft.setting.passage
    by = _by_year(draft, around)
    if by is not None:
        return by
    following = str(around.period + 1) if around.period else None
    return passage.period if passage.part == "plan" and passage.period else following


def _by_year(draft: Draft, around: _Around) -> str | None:
    """The last year of a plan where its sentence opens with it and the figure is a level.

    到2025年，生产总值突破300亿元；城镇化率达到60%.
    """
    passage = draft.setting.passage
    if not passage.period or "/" not in passage.period or draft.kind.startswith("change"):
        return None
    end = passage.period[-4:]
    opened = pattern("periods_of_figures.zh.by_year").match(
        around.plain, passage.span.start, passage.span.end
    )
    if opened is None or opened["year"] != end or is_average(draft, around.plain):
        return None
    return end if answer_of(draft, around.plain, None) == "level" else None


def _is_ahead(draft: Draft, around: _Around, year: str | None) -> bool:
    """Whether the figure is planned: by its passage, unless the sentence looks back, or by a later year."""
    said = around.plain[draft.setting.passage.span.start : draft.figure.span.start]
    last_past, last_plan = (
        last_at(pattern("periods_of_figures.zh.past_word"), said),
        last_at(pattern("periods_of_figures.zh.plan_word"), said),
    )
    ahead = draft.setting.passage.part == "plan"
    if year is not None and around.period is not None:
        return int(year[-4:] if ahead else year[:4]) > around.period
    return ahead and (last_past <= last_plan or year is not None)


def _earlier(draft: Draft, around: _Around) -> str | None:
    """The year of an earlier figure: last year where said so, the one before a span, else unknown."""
    if around.period is None:
        return None
    if says("same_period", draft.setting.left):
        return str(around.period - 1)
    span = draft.setting.passage.period if draft.setting.passage.part in ("review", "problems") else None
    return str(int(span[:4]) - 1) if span and "/" in span else None


def _clause_year(draft: Draft, plain: str, before: Sequence[Mask]) -> str | None:
    """A year printed in the clause before the figure that is not what it is compared with."""
    for mask in reversed(before):
        opened = draft.role == "baseline" and _OPENED.fullmatch(plain, mask.span.end, draft.figure.span.start)
        first = draft.setting.left_start if draft.baseline else draft.setting.clause.start
        if mask.span.start < first and not opened:
            return None
        lead = plain[max(0, mask.span.start - 4) : mask.span.start]
        years = YEAR.findall(plain[mask.span.start : mask.span.end])
        if not years or pattern("periods_of_figures.zh.bounding_date").match(plain, mask.span.end):
            continue
        if says("compared", lead) and draft.role != "baseline":
            continue
        return f"{years[0]}/{years[-1]}" if len(years) > 1 else str(years[0])
    return None


def _partial(draft: Draft, plain: str, before: Sequence[Mask], period: int | None) -> None:
    """1—9月, 上半年, 前三季度 of the sentence, unless it is the full year."""
    for mask in reversed(before):
        if (
            mask.span.start < draft.setting.passage.span.start
            or "。" in plain[mask.span.end : draft.figure.span.start]
            or says("whole_year", plain[mask.span.end : draft.figure.span.start])
        ):
            return
        surface = plain[mask.span.start : mask.span.end]
        months = _months(surface)
        lead = plain[max(0, mask.span.start - 3) : mask.span.start]
        if months is None or says("until", lead):
            continue
        year = YEAR.search(surface)
        name = year.group(1) if year else draft.period[:4] if draft.period else str(period) if period else ""
        if name and months != (1, _DECEMBER):
            draft.partial = f"{name}-{months[0]:02d}/{name}-{months[1]:02d}"
        return


def _months(surface: str) -> tuple[int, int] | None:
    words = data("periods_of_figures")["zh"]
    match = pattern("periods_of_figures.zh.months").search(surface)
    if match and 1 <= int(match[2]) <= int(match[3]) <= _DECEMBER:
        return int(match[2]), int(match[3])
    half = next((months for name, months in words["half_years"].items() if surface.startswith(name)), None)
    if half:
        return half[0], half[1]
    if "季度" in surface:
        name = surface.removeprefix("第").split("季度")[0].removesuffix("个").strip()
        found = words["quarters"].get(name)
        return (found[0], found[1]) if found else None
    return None
