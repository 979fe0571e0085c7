"""Of Chinese text: which level a change belongs to, and which earlier figure is a level's baseline."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from yoy.lexicon import pattern
from yoy.quantities.context import without_approx
from yoy.quantities.zh.naming.changes import change_subject, is_unit_word
from yoy.quantities.zh.naming.phrases import strip_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_LIST_REACH = 12
_SAME_LIST = 30
_LEVELS = frozenset(("level", "ratio", "rank"))


def link(group: Sequence[Draft], plain: str) -> None:
    """Fills `baseline`, `of` and the role baseline of the figures of a passage."""
    _baselines(group, plain)
    _changes(group, plain)


def _baselines(group: Sequence[Draft], plain: str) -> None:
    """由X至Y; Y，较某年X …; 上年X."""
    for index, draft in enumerate(group):
        if draft.kind not in _LEVELS:
            continue
        left = without_approx(draft.setting.left, "zh")
        if pattern("periods_of_figures.zh.moved_from").search(left) and index + 1 < len(group):
            count = 1
            while index + count < len(group) and _in_list(
                group[index + count], group[index + count - 1], plain
            ):
                count += 1
            _from_to(group[index : index + count], group[index + count : index + 2 * count])
        elif index and _is_earlier(plain, draft, left):
            _of_earlier(draft, group[:index])


def _from_to(earlier: Sequence[Draft], later: Sequence[Draft]) -> None:
    """从X至Y; 分别从X1、X2至Y1、Y2."""
    if len(later) < len(earlier) or not pattern("periods_of_figures.zh.moved_to").search(
        without_approx(later[0].setting.left, "zh")
    ):
        return
    for first, second in zip(earlier, later, strict=True):
        if second.unit == first.unit and second.kind in _LEVELS:
            first.role = "baseline"
            second.baseline = first


def _is_earlier(plain: str, draft: Draft, left: str) -> bool:
    """较2016年4.07天, 较2016年(22.3万件), 上年为22.3万件."""
    start = draft.setting.passage.span.start
    before = plain[max(start, draft.figure.span.start - 20) : draft.figure.span.start]
    return bool(
        pattern("periods_of_figures.zh.earlier_value").search(left)
        or pattern("periods_of_figures.zh.compared_with_time").search(before)
    )


def _of_earlier(draft: Draft, earlier: Sequence[Draft]) -> None:
    for level in reversed(earlier):
        if level.unit == draft.unit and level.kind == draft.kind and level.role != "baseline":
            level.baseline = draft
            draft.role = "baseline"
            return


def _changes(group: Sequence[Draft], plain: str) -> None:
    """Gives each change its level: nearest before it, lists handed out in order."""
    position = 0
    while position < len(group):
        draft = group[position]
        if not draft.kind.startswith("change"):
            position += 1
            continue
        run = [draft]
        while position + len(run) < len(group) and _in_list(group[position + len(run)], run[-1], plain):
            run.append(group[position + len(run)])
        _hand_out(run, group[:position])
        if draft.of is None:
            _following_level(run, group[position + len(run) :])
        position += len(run)


def _in_list(draft: Draft, before: Draft, plain: str) -> bool:
    """下降9.5%、5.3%; 批次下降24.8%、人次上升15%: one change right after another."""
    if draft.kind != before.kind or draft.unit != before.unit:
        return False
    between = plain[before.figure.span.end : draft.figure.span.start]
    if not re.match(r"\s*(?:[、和及与,，]|以及|and\b|or\b)", between) or len(between) > _LIST_REACH:
        return False
    named = change_subject(between.lstrip("、，和及与, "))
    return not named or is_unit_word(named)


def _hand_out(run: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    levels = [draft for draft in earlier if draft.kind in _LEVELS and draft.role != "baseline"]
    own = _own_subject(run[0])
    if not levels or (own and not is_unit_word(own)):
        return
    count = len(run)
    if count > 1 and len(levels) >= count and _paired(levels[-count:]):
        for change, level in zip(run, levels[-count:], strict=True):
            change.of = level
        return
    for change in run:
        named = _own_subject(change)
        counted = [level for level in levels[-3:] if level.unit and named and named.startswith(level.unit)]
        change.of = _fitting(change, counted or levels)


def _own_subject(change: Draft) -> str:
    return change_subject(without_approx(change.setting.left, "zh"), after_figure=change.setting.previous)


def _paired(levels: Sequence[Draft]) -> bool:
    """Whether levels stand in one list, so that a list of changes belongs to them in order."""
    return all(
        second.figure.span.start - first.figure.span.end <= _SAME_LIST
        for first, second in itertools.pairwise(levels)
    )


def _fitting(change: Draft, levels: Sequence[Draft]) -> Draft | None:
    """The level a change speaks of: the nearest whose unit allows it and that is not out of reach."""
    for level in reversed(levels):
        if change.kind == "change_abs" and change.unit in ("百分点", "percentage points"):
            if level.kind == "ratio" or (level.kind == "level" and level is levels[-1]):
                return level
        elif change.kind == "change_abs" and change.unit in ("位", "名", "位次", "名次"):
            if level.kind == "rank":
                return level
        elif change.kind == "change_rel":
            return level if level.kind == "level" else None
        elif change.unit == level.unit:
            return level
    return None


def _following_level(run: Sequence[Draft], later: Sequence[Draft]) -> None:
    """增长6.2%，达到30484户; 提高1个等级至Ⅱ类: the level may follow, if nothing else is named in between."""
    change = run[-1]
    if len(run) != 1 or not later or later[0].kind not in _LEVELS or later[0].role == "baseline":
        return
    left = without_approx(later[0].setting.left, "zh")
    near = later[0].figure.span.start - change.figure.span.end <= _LIST_REACH
    if near and pattern("periods_of_figures.zh.moved_to").search(left) and not strip_ends(left):
        change.of = later[0]
