"""Counts that only number a sentence's own list."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.units import counts_things

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

# Numbers in hanzi up to ten: what a writer counts on the fingers before or behind a list.
_FEW = 10
# More points than this no sentence or chapter lists: 部署30项任务 says how many there were.
_MOST = 20
_IN_HANZI = re.compile(r"[二两三四五六七八九十]")
_ITEM = re.compile(r"[、和与及]")
_LIST_BEFORE = re.compile(r"(?:[^，。；：、\s和与及]{1,14}[、和与及])+[^，。；：、\s和与及]{1,14}$")


def numbers_own_list(draft: Draft, plain: str) -> bool:
    """Whether a figure only says how many points its sentence lists."""
    if draft.kind != "level" or not counts_things(draft.unit):
        return False
    surface, right = draft.figure.span.of(plain), draft.setting.right
    if draft.unit == "级":
        return bool(lexicon.pattern("list_counts.zh.levels").search(draft.setting.left))
    if draft.unit not in _units():
        return bool(_IN_HANZI.match(surface)) and _listed_before(draft)
    great, point, deeds = (lexicon.pattern(f"list_counts.zh.{name}") for name in ("great", "point", "deeds"))
    few = draft.figure.value <= _FEW
    listed = draft.figure.value <= _MOST and point.match(right)
    if great.search(surface) or listed or (few and deeds.match(right)):
        return True
    return few and bool(_IN_HANZI.match(surface)) and _listed_before(draft)


def _listed_before(draft: Draft) -> bool:
    """东、中、西三个片区: as many items stand right before the number."""
    listed = _LIST_BEFORE.search(draft.setting.left)
    return listed is not None and len(_ITEM.findall(listed.group())) + 1 == draft.figure.value


@cache
def _units() -> frozenset[str]:
    return frozenset(lexicon.data("list_counts")["zh"]["units"])
