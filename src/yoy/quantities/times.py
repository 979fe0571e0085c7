"""The time a figure speaks about, the time a change is measured from, and results told from plans."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Document, Outline, Section
    from yoy.quantities.links import Draft
    from yoy.quantities.masks import Mask
    from yoy.quantities.reading import Reading

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_MONTHS = re.compile(
    r"(?:((?:19|20)\d{2})\s*年\s*)?(\d{1,2})\s*月?(?:份)?\s*(?:[-—–~～至到]|——)\s*(\d{1,2})\s*月"
)
_ONE_MONTH = re.compile(r"(?:((?:19|20)\d{2})\s*年\s*)?(\d{1,2})\s*月")
_QUARTERS = {"前三": (1, 9), "前二": (1, 6), "一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12)}
_PLAN_NAME = re.compile(r"(十[二三四五六])五")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class _Outlook:
    """Whether a section looks back or ahead, and to which year."""

    ahead: bool
    both: bool
    year: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    plan_title: re.Pattern[str]
    past_title: re.Pattern[str]
    plan_word: re.Pattern[str]
    past_word: re.Pattern[str]
    five_years: re.Pattern[str]
    same_period: re.Pattern[str]
    no_base: re.Pattern[str]
    compared: re.Pattern[str]
    plans: Mapping[str, str]
    en_plan_title: re.Pattern[str]
    en_target: re.Pattern[str]
    en_result: re.Pattern[str]


def time_drafts(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `role`, `period`, `base_period` and `partial`."""
    outlooks = _outlooks(outline)
    dates = [mask for mask in reading.masks if mask.reason in ("date", "period")]
    starts = [mask.span.start for mask in dates]
    english = outline.document.language == "en"
    for draft in drafts:
        passage, clause = draft.setting.passage.span, draft.setting.clause
        low = bisect_left(starts, passage.start)
        high = bisect_left(starts, draft.figure.span.start)
        before = dates[low:high]
        sentence = reading.plain[passage.start : passage.end]
        if english:
            _english(draft, outline.document, sentence, reading.plain, dates[low:], outlooks)
        else:
            _chinese(draft, outline.document, reading.plain, before, outlooks)
        _base(draft, reading.plain, before, outline.document.period)
        _partial(
            draft,
            reading.plain,
            [mask for mask in before if mask.span.end <= clause.end],
            outline.document.period,
        )


def _outlooks(outline: Outline) -> dict[str, _Outlook]:
    found: dict[str, _Outlook] = {}
    english = outline.document.language == "en"
    for section in outline.sections:
        parent = found.get(section.parent or "")
        found[section.id] = _outlook(section, parent, outline.document, english=english)
    return found


def _outlook(section: Section, parent: _Outlook | None, document: Document, *, english: bool) -> _Outlook:
    words, title, period = _words(), section.title, document.period
    if section.parent is None:
        return _Outlook(ahead=False, both=False, year=None)
    years = [int(year) for year in _YEAR.findall(title)]
    plan = _PLAN_NAME.findall(title)
    later = [year for year in years if period and year > period]
    if english:
        ahead = bool(words.en_plan_title.search(title))
        return _Outlook(ahead=ahead or bool(parent and parent.ahead), both=False, year=None)
    past, future = bool(words.past_title.search(title)), bool(words.plan_title.search(title))
    if parent and parent.ahead and not past:
        return _Outlook(ahead=True, both=parent.both, year=str(later[0]) if later else parent.year)
    if parent and not parent.ahead and not later and section.level > 1 and not parent.both:
        strong = future and not past and bool(re.search(r"下一步|明年|下一年|今后", title))
        return _Outlook(ahead=strong, both=False, year=_next_year(document) if strong else None)
    if past and future:
        return _Outlook(
            ahead=True, both=True, year=words.plans.get(plan[-1] + "五") if plan else _next_year(document)
        )
    if later or (future and not past):
        year = str(later[0]) if later else words.plans.get(plan[-1] + "五") if plan else _next_year(document)
        return _Outlook(ahead=True, both=False, year=year)
    return _Outlook(ahead=False, both=False, year=None)


def _next_year(document: Document) -> str | None:
    return str(document.period + 1) if document.period else None


def _chinese(
    draft: Draft, document: Document, plain: str, before: Sequence[Mask], outlooks: Mapping[str, _Outlook]
) -> None:
    words = _words()
    passage = draft.setting.passage.span
    said = plain[passage.start : draft.figure.span.start]
    outlook = outlooks[draft.section]
    period = str(document.period) if document.period else None
    year = _clause_year(draft, plain, before)
    ahead = outlook.ahead
    last_past, last_plan = _last(words.past_word, said), _last(words.plan_word, said)
    if outlook.both:
        ahead = last_plan > last_past or bool(draft.setting.section.level > 1 and last_past < 0)
    elif ahead and last_past > last_plan and year is None:
        ahead = False
    elif not ahead and year and document.period and int(year[:4]) > document.period:
        ahead = True
    if draft.role != "baseline" and ahead:
        draft.role = "target"
    five = words.five_years.search(said)
    named = _PLAN_NAME.findall(
        plain[max(passage.start, draft.setting.clause.start - 30) : draft.figure.span.start]
    )
    if year:
        draft.period = year
    elif draft.role == "target":
        draft.period = words.plans.get(named[-1] + "五") if named else outlook.year or _next_year(document)
    elif five and document.period:
        draft.period = f"{document.period - 4}/{document.period}"
    else:
        draft.period = period


def _last(pattern: re.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at


def _clause_year(draft: Draft, plain: str, before: Sequence[Mask]) -> str | None:
    """A year printed in the clause before the figure that is not what it is compared with."""
    for mask in reversed(before):
        if mask.span.start < draft.setting.clause.start:
            return None
        lead = plain[max(0, mask.span.start - 4) : mask.span.start]
        year = _YEAR.search(plain[mask.span.start : mask.span.end])
        if year is None:
            continue
        if _words().compared.search(lead) and draft.role != "baseline":
            return None
        years = _YEAR.findall(plain[mask.span.start : mask.span.end])
        return f"{years[0]}/{years[-1]}" if len(years) > 1 else years[0]
    return None


def _base(draft: Draft, plain: str, before: Sequence[Mask], period: int | None) -> None:
    """The time a change is measured from: a year after 较, or the year before for 同比 and the like."""
    if not draft.kind.startswith("change"):
        return
    words = _words()
    sentence = plain[draft.setting.passage.span.start : draft.figure.span.start]
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
    year = draft.period if draft.period and "/" not in draft.period else str(period) if period else None
    if year and year[:4].isdigit() and not _has_peer(draft.setting.left) and "五年" not in sentence:
        draft.base_period = str(int(year[:4]) - 1)


def _has_peer(left: str) -> bool:
    """较上海市平均水平高3.3个百分点: a distance to others, not to another year."""
    if re.search(r"年|同期|上期|同比", left):
        return False
    return bool(re.search(r"[较比于].{0,14}(?:平均|水平|全国|全市|全省|标准|目标|计划|预期)", left))


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
        if months is None or re.search(r"[截止至底到]$", lead):
            continue
        year = _YEAR.search(surface)
        name = year.group(1) if year else draft.period[:4] if draft.period else str(period) if period else ""
        if name and months != (1, _DECEMBER):
            draft.partial = f"{name}-{months[0]:02d}/{name}-{months[1]:02d}"
        return


def _months(surface: str) -> tuple[int, int] | None:
    match = _MONTHS.search(surface)
    if match and 1 <= int(match[2]) <= int(match[3]) <= _DECEMBER:
        return int(match[2]), int(match[3])
    if surface.startswith(("上半年", "下半年")):
        return (1, 6) if surface[0] == "上" else (7, 12)
    if "季度" in surface:
        name = surface.removeprefix("第").split("季度")[0].removesuffix("个").strip()
        return _QUARTERS.get(name)
    return None


def _english(
    draft: Draft,
    document: Document,
    sentence: str,
    plain: str,
    dates: Sequence[Mask],
    outlooks: Mapping[str, _Outlook],
) -> None:
    words = _words()
    start = draft.setting.passage.span.start
    said = sentence[: draft.figure.span.start - start]
    near = said[-160:]
    target, result = _last(words.en_target, near), _last(words.en_result, near)
    if draft.role != "baseline" and (target > result or (outlooks[draft.section].ahead and result < 0)):
        draft.role = "target"
    draft.period = str(document.period) if document.period else None


@cache
def _words() -> _Words:
    data = lexicon.data("periods_of_figures")
    zh, en = data["zh"], data["en"]
    return _Words(
        plan_title=re.compile(zh["plan_title"]),
        past_title=re.compile(zh["past_title"]),
        plan_word=re.compile(zh["plan_word"]),
        past_word=re.compile(zh["past_word"]),
        five_years=re.compile(zh["five_years"]),
        same_period=re.compile(zh["same_period"]),
        no_base=re.compile(zh["no_base"]),
        compared=re.compile(zh["compared"]),
        plans=zh["five_year_plans"],
        en_plan_title=re.compile(en["plan_title"], re.IGNORECASE),
        en_target=re.compile(en["target"], re.IGNORECASE),
        en_result=re.compile(en["result"], re.IGNORECASE),
    )
