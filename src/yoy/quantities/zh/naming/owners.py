"""Figures that count who or what has something done: 在9个部门实施, 26个部门的431项事项进驻中心."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.units import counts_things
from yoy.quantities.zh.naming.phrases import clean_right, strip_ends
from yoy.quantities.zh.naming.sides import RIGHT_REACH, left_of
from yoy.quantities.zh.naming.topics import from_clause
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft
    from yoy.quantities.zh.naming.topics import Topic

_OWNER = re.compile(r"\s*(?P<noun>[\u4e00-\u9fff]{1,8}?)的\s*")


class Held(NamedTuple):
    """The name of such a figure, without its suffix, and what the sentence speaks of."""

    name: str
    subject: str


def _counts(draft: Draft) -> bool:
    return draft.kind == "level" and counts_things(draft.unit)


def _told_next(draft: Draft, following: Draft | None) -> str:
    """What is told of the next figure, where that stands right behind the words of this one."""
    if following is None or following.figure.span.start != draft.setting.right_end:
        return ""
    return clean_right(following.setting.right, RIGHT_REACH)


def owners(draft: Draft, following: Draft | None) -> Held | None:
    """26个部门的431项审批事项进驻区行政服务中心: departments of which that is told."""
    if not _counts(draft):
        return None
    words = name_words()
    owner, told = _OWNER.fullmatch(draft.setting.right), _told_next(draft, following)
    if owner is None or not words.achieved.search(told, 2):
        return None
    if words.bound.match(owner["noun"]) or words.verb_end.search(owner["noun"]):
        return None
    return Held(f"{told}的{owner['noun']}", told)


def aspects(draft: Draft, following: Draft | None) -> Held | None:
    """六个方面部署32项任务: aspects of the tasks."""
    if not _counts(draft):
        return None
    aspect, tasks = name_words().aspects.match(draft.setting.right), _told_next(draft, following)
    if aspect is None or not tasks:
        return None
    return Held(f"{tasks}{name_words().words['aspects_of']}{aspect['noun']}", tasks)


def places(draft: Draft, topic: Topic) -> Held | None:
    """全过程记录制度已在9个执法部门实施: departments in which it was carried out."""
    if not _counts(draft):
        return None
    left = left_of(draft)
    placed = name_words().placed.search(left)
    there = name_words().done_there.fullmatch(clean_right(draft.setting.right, RIGHT_REACH))
    if placed is None or there is None:
        return None
    subject = strip_ends(left[: placed.start()]) or from_clause(topic)
    return Held(f"{subject}{there['verb']}的{there['noun']}", subject) if subject else None
