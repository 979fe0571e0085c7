"""The time a Chinese figure speaks about, the time a change is measured from, results told from plans."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from yoy.quantities.zh.outlooks import Outlook, find_outlooks, last_of_years, period_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.quantities.drafts import Draft
    from yoy.quantities.masks import Mask
    from yoy.quantities.reading import Reading

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
# 较2016年（22.3万件）: a year and the bracket that its figure stands in.
_OPENED = re.compile(r"的?\s*[（(]?\s*")
_DECEMBER = 12
_LIST_MARK = re.compile(r"\s*(?:[、和及与]|以及)\s*")
_LISTED = re.compile(r"(?:\d[\d.,]*[^\d，。；、]{0,8}(?:[、和及与]|以及)\s*)+$")
_AFTER_FIGURE = re.compile(r"^.*\d[\d.,]*[万亿千百]*[\u4e00-\u9fff%‰]?")
# How far before its clause the name of a five-year plan is looked for.
_NAME_REACH = 30


def time_chinese(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `role`, `period`, `base_period` and `partial`."""
    outlooks = find_outlooks(outline)
    dates = [mask for mask in reading.masks if mask.reason in ("date", "period")]
    starts = [mask.span.start for mask in dates]
    period = outline.document.period
    for draft in drafts:
        passage, clause = draft.setting.passage.span, draft.setting.clause
        before = dates[bisect_left(starts, passage.start) : bisect_left(starts, draft.figure.span.start)]
        _role_and_period(draft, period, reading.plain, before, outlooks[draft.section])
        _base(draft, reading.plain, before, period)
        _partial(draft, reading.plain, [mask for mask in before if mask.span.end <= clause.end], period)


def _role_and_period(
    draft: Draft, period: int | None, plain: str, before: Sequence[Mask], outlook: Outlook
) -> None:
    words = period_words()
    start = draft.setting.passage.span.start
    said = plain[start : draft.figure.span.start]
    year = _clause_year(draft, plain, before)
    if draft.role != "baseline" and _is_ahead(draft, period, said, year, outlook):
        draft.role = "target"
    around = plain[max(start, draft.setting.clause.start - _NAME_REACH) : draft.figure.span.start]
    named = words.plan_name.findall(words.plan_end.sub("", around))
    ended = words.plan_end.search(plain, draft.setting.clause.start, draft.figure.span.start)
    if year:
        draft.period = year
    elif draft.role == "baseline":
        draft.period = _earlier(draft, plain, period, outlook)
    elif draft.role == "target":
        following = str(period + 1) if period else None
        span = words.plans.get(named[-1] + "五") if named else outlook.year or following
        draft.period = words.plans[ended[1] + "五"][5:] if ended else span
    elif period:
        span = _past_span(plain, draft, period, outlook)
        draft.period = span if span and not _is_stock(draft, plain) else str(period)


def _is_ahead(draft: Draft, period: int | None, said: str, year: str | None, outlook: Outlook) -> bool:
    """Whether the figure is planned: by its section, unless the sentence looks back, or by a later year."""
    words = period_words()
    last_past, last_plan = _last(words.past_word, said), _last(words.plan_word, said)
    if outlook.both:
        return outlook.is_ahead(draft.figure.span.start)
    if year is not None and period is not None:
        return int(year[-4:] if outlook.ahead else year[:4]) > period
    return outlook.ahead and (last_past <= last_plan or year is not None)


def _past_span(plain: str, draft: Draft, period: int, outlook: Outlook) -> str | None:
    """The years that results here are of, where they are several: by the chapter's title or the paragraph.

    In a chapter on five years a paragraph that comes to the last of them speaks of that.
    """
    if outlook.past and not outlook.both:
        start = plain.rfind("\n", 0, draft.setting.passage.span.start) + 1
        if last_of_years(period).search(plain[start : draft.figure.span.start]):
            return None
    return outlook.past or _told_span(plain, draft, period)


def _told_span(plain: str, draft: Draft, period: int) -> str | None:
    """The years that a paragraph opening with 过去五年 or with the name of a plan now over speaks of."""
    words = period_words()
    start = plain.rfind("\n", 0, draft.setting.passage.span.start) + 1
    said = plain[start : draft.figure.span.start]
    named = words.past_plan.match(said)
    if named:
        years = words.plans.get(named["plan"])
        return years if years and int(years[5:]) <= period else None
    return f"{period - 4}/{period}" if words.five_years.search(said) else None


def _earlier(draft: Draft, plain: str, period: int | None, outlook: Outlook) -> str | None:
    """The year of an earlier figure: last year where said so, the one before a span, else unknown."""
    if period is None:
        return None
    if period_words().same_period.search(draft.setting.left):
        return str(period - 1)
    span = _past_span(plain, draft, period, outlook)
    return str(int(span[:4]) - 1) if span else None


def _is_stock(draft: Draft, plain: str) -> bool:
    """Whether a figure told of several years is as of their end (总数达1136个), not summed over them."""
    words, left = period_words(), _list_lead(draft, plain)
    if draft.kind.startswith("change") or words.flow.search(left):
        return False
    return draft.kind == "ratio" or bool(words.stock.search(left))


def _list_lead(draft: Draft, plain: str) -> str:
    """The words before a figure, or before the list that it stands in: 从7家、4家增加到10家、6家."""
    if not draft.setting.previous or not _LIST_MARK.fullmatch(draft.setting.left):
        return draft.setting.left
    said = _LISTED.sub("", plain[draft.setting.clause.start : draft.figure.span.start])
    return _AFTER_FIGURE.sub("", said)


def _last(pattern: re.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at


def _clause_year(draft: Draft, plain: str, before: Sequence[Mask]) -> str | None:
    """A year printed in the clause before the figure that is not what it is compared with."""
    words = period_words()
    for mask in reversed(before):
        opened = draft.role == "baseline" and _OPENED.fullmatch(plain, mask.span.end, draft.figure.span.start)
        first = draft.setting.left_start if draft.baseline else draft.setting.clause.start
        if mask.span.start < first and not opened:
            return None
        lead = plain[max(0, mask.span.start - 4) : mask.span.start]
        year = _YEAR.search(plain[mask.span.start : mask.span.end])
        if year is None:
            continue
        if words.bounding_date.match(plain, mask.span.end):
            continue
        if words.compared.search(lead) and draft.role != "baseline":
            return None
        years = _YEAR.findall(plain[mask.span.start : mask.span.end])
        return f"{years[0]}/{years[-1]}" if len(years) > 1 else years[0]
    return None


def _base(draft: Draft, plain: str, before: Sequence[Mask], period: int | None) -> None:
    """The time a change is measured from: a year after 较, or the year before for 同比 and the like."""
    if not draft.kind.startswith("change"):
        return
    words = period_words()
    for mask in reversed(before):
        if mask.span.start < draft.setting.passage.span.start:
            break
        lead = plain[max(0, mask.span.start - 4) : mask.span.start]
        years = _YEAR.findall(plain[mask.span.start : mask.span.end])
        if (
            years
            and words.compared.search(lead)
            and "。" not in plain[mask.span.end : draft.figure.span.start]
        ):
            draft.base_period = years[0]
            return
    if words.no_base.search(draft.setting.left) and not words.same_period.search(draft.setting.left):
        return
    if draft.of is None and _has_peer(draft.setting.left):
        return
    year = draft.period or (str(period) if period else None)
    if year and year[:4].isdigit() and not _has_peer(draft.setting.left):
        draft.base_period = str(int(year[:4]) - 1)


def _has_peer(left: str) -> bool:
    """较上海市平均水平高3.3个百分点: a distance to others, not to another year."""
    words = period_words()
    return not words.another_time.search(left) and bool(words.peer.search(left))


def _partial(draft: Draft, plain: str, before: Sequence[Mask], period: int | None) -> None:
    """1—9月, 上半年, 前三季度 of the sentence, unless it is the full year."""
    for mask in reversed(before):
        if (
            mask.span.start < draft.setting.passage.span.start
            or "。" in plain[mask.span.end : draft.figure.span.start]
        ):
            return
        surface = plain[mask.span.start : mask.span.end]
        months = _months(surface)
        lead = plain[max(0, mask.span.start - 3) : mask.span.start]
        if months is None or period_words().until.search(lead):
            continue
        year = _YEAR.search(surface)
        name = year.group(1) if year else draft.period[:4] if draft.period else str(period) if period else ""
        if name and months != (1, _DECEMBER):
            draft.partial = f"{name}-{months[0]:02d}/{name}-{months[1]:02d}"
        return


def _months(surface: str) -> tuple[int, int] | None:
    words = period_words()
    match = words.months.search(surface)
    if match and 1 <= int(match[2]) <= int(match[3]) <= _DECEMBER:
        return int(match[2]), int(match[3])
    half = next((months for name, months in words.half_years.items() if surface.startswith(name)), None)
    if half:
        return half
    if "季度" in surface:
        name = surface.removeprefix("第").split("季度")[0].removesuffix("个").strip()
        return words.quarters.get(name)
    return None
