"""Figures that count who or what has something done: 在9个部门实施, 26个部门的431项事项进驻中心."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.quantities.name_words_zh import name_words
from yoy.quantities.phrases import clean_right, strip_ends
from yoy.quantities.sides_zh import RIGHT_REACH, left_of
from yoy.quantities.topics_zh import from_clause

if TYPE_CHECKING:
    from yoy.quantities.links import Draft
    from yoy.quantities.topics_zh import Topic

_OWNER = re.compile(r"\s*(?P<noun>[\u4e00-\u9fff]{1,8}?)的\s*")


def holders(draft: Draft, following: Draft | None, topic: Topic) -> str:
    """Name of a figure whose noun stands behind it, without its suffix; "" where it is named as usual.

    Args:
        draft: the figure; following: the next one of its passage.
        topic: what the section has been speaking about.
    """
    if draft.kind != "level":
        return ""
    return _owners(draft, following) or _aspects(draft, following) or _places(draft, topic)


def _owners(draft: Draft, following: Draft | None) -> str:
    """26个部门的431项审批事项进驻区行政服务中心: departments of which that is told."""
    owner = _OWNER.fullmatch(draft.setting.right)
    if owner is None or following is None or following.figure.span.start != draft.setting.right_end:
        return ""
    told = clean_right(following.setting.right, RIGHT_REACH)
    return f"{told}的{owner['noun']}" if name_words().verbs.search(told, 2) else ""


def _aspects(draft: Draft, following: Draft | None) -> str:
    """六个方面部署32项任务: aspects of the tasks."""
    aspect = name_words().aspects.match(draft.setting.right)
    if aspect is None or following is None or following.figure.span.start != draft.setting.right_end:
        return ""
    tasks = clean_right(following.setting.right, RIGHT_REACH)
    return f"{tasks}{name_words().words['aspects_of']}{aspect['noun']}" if tasks else ""


def _places(draft: Draft, topic: Topic) -> str:
    """全过程记录制度已在9个执法部门实施: departments in which it was carried out."""
    left = left_of(draft)
    placed = name_words().placed.search(left)
    there = name_words().done_there.match(clean_right(draft.setting.right, RIGHT_REACH))
    if placed is None or there is None:
        return ""
    subject = strip_ends(left[: placed.start()]) or from_clause(topic)
    return f"{subject}{there['verb']}的{there['noun']}" if subject else ""
