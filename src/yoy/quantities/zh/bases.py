"""The time that a change is measured from: the year before, a named year, a plan's start, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.years import YEAR, five_year_plans
from yoy.lexicon import pattern
from yoy.quantities.zh.durations import is_average, says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft
    from yoy.quantities.masks import Mask

_LEAD = 4


def base_of(draft: Draft, plain: str, before: Sequence[Mask], period: int | None) -> str | None:
    """The year or years that a change is measured from, or None.

    Args:
        before: the dates of the sentence that stand before the figure.
    """
    named = named_base(draft, plain, before)
    if named is not None:
        return named
    left = draft.setting.left
    if says("no_base", left) and not says("same_period", left):
        return None
    if draft.of is None and has_peer(left):
        return None
    if is_average(draft, plain) and "/" not in (draft.period or ""):
        return None
    year = draft.period or (str(period) if period else None)
    if year is None or not year[:4].isdigit() or has_peer(left):
        return None
    return str(int(year[:4]) - 1)


def named_base(draft: Draft, plain: str, before: Sequence[Mask]) -> str | None:
    """The year behind 比 or 较, or the end of the plan that stands there, in the same sentence."""
    start, end = draft.setting.passage.span.start, draft.figure.span.start
    for mask in reversed(before):
        if mask.span.start < start:
            break
        lead = plain[max(0, mask.span.start - _LEAD) : mask.span.start]
        years = YEAR.findall(plain[mask.span.start : mask.span.end])
        if years and says("compared", lead) and "。" not in plain[mask.span.end : end]:
            return str(years[0])
    plan = pattern("periods_of_figures.zh.compared_plan").search(plain, draft.setting.clause.start, end)
    years_of = five_year_plans().get(plan["plan"]) if plan else None
    if plan is None or years_of is None:
        return None
    first, last = years_of.split("/")
    if plan["end"] is None:
        return str(years_of)
    return str(last) if plan["end"].endswith("末") else str(int(first))


def has_peer(left: str) -> bool:
    """较上海市平均水平高3.3个百分点: a distance to others, not to another year."""
    return not says("another_time", left) and says("peer", left)
