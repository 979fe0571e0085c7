"""The words that belong to a figure of a Chinese report, on its left and on its right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.units import counts_things, find_unit
from yoy.quantities.context import without_approx, without_gloss
from yoy.quantities.zh.naming.phrases import clean_right
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

RIGHT_REACH = 22
"""Characters behind a figure that can name what it counts."""
_SHORT = 4


def left_of(draft: Draft) -> str:
    """The words before a figure, without brackets and approximating words."""
    words = name_words()
    left = words.aspects.sub("", without_approx(_joined(without_gloss(draft.setting.left)), "zh").strip())
    left = words.bracketed_verb.sub(r"\g<new>\g<more>建", left)
    known = find_unit(draft.unit)
    if known is not None and known.family in ("time", "working_days"):
        return words.takes.sub(lambda found: found["moved"] or words.words["takes_name"], left)
    return left


def _joined(text: str) -> str:
    """县（市、区）: a list in a bracket inside a name parts no items."""
    return lexicon.pattern("figures.zh.inset").sub(lambda found: found.group().replace("、", ""), text)


def sides_of(draft: Draft, group: Sequence[Draft], index: int) -> tuple[str, str]:
    """The words that belong to this figure on its left and right; a list's words are parted at 、."""
    left, right = left_of(draft), _joined(draft.setting.right)
    if draft.setting.previous and left.strip() in name_words().counted_sorts:
        left = ""  # 10大类55项实事, 4个方面21条措施
    if right.startswith("口") and draft.unit == "人":
        right = f"人{right}"  # 13亿人口
    if draft.setting.previous:
        parts = name_words().words_part_before.split(left, maxsplit=1)
        left = parts[1] if len(parts) > 1 else left
        if len(parts) == 1 and index and not group[index - 1].setting.left.strip():
            verb = name_words().verbs.search(left, 2)
            left = left[verb.start() :] if verb else ""
    if draft.setting.following and right.strip() in name_words().counted_sorts:
        right = clean_right(group[index + 1].setting.right, RIGHT_REACH) + right.strip()
    elif draft.setting.following:
        head = name_words().words_part_behind.split(right, maxsplit=1)
        following = group[index + 1] if index + 1 < len(group) else None
        right = head[0]
        if len(head) > 1 and following is not None:
            alone = not right and not left.strip("、和及与 ") and counts_things(draft.unit)
            shared = _shared_head(right or _level_word(left), following.setting.right, bool(right))
            right = clean_right(following.setting.right, RIGHT_REACH) if alone else shared
        elif following is not None and len(head) == 1 and not _ends_list(draft.setting.right):
            right = _noun(head[0])
    owner = name_words().counted_owner.match(right)
    return left, clean_right(owner.group() if owner else right, RIGHT_REACH)


def _ends_list(text: str) -> bool:
    return bool(re.search(r"[、和及与]\s*$", text))


def _noun(right: str) -> str:
    """29个部门470项…: the noun between two figures, without the verb that governs the second."""
    words = name_words()
    found = (words.verbs.search(right, 2), words.predicate.search(right, 2))
    cut = min((match for match in found if match), key=lambda match: match.start(), default=None)
    if cut is None and not words.moves_to.fullmatch(right):
        cut = words.trail.search(right)
    return right[: cut.start()] if cut else right


def _level_word(left: str) -> str:
    match = name_words().level_word.search(left)
    return match.group() if match else ""


def _shared_head(right: str, later: str, printed: bool) -> str:  # noqa: FBT001 - where the modifier stands
    """3个市级、69个区级美丽街区; 区级419项、街镇级251项…目录: the head that only the last prints."""
    right = right.strip()
    if not right or len(right) > _SHORT:
        return right
    if not printed:
        return clean_right(later, RIGHT_REACH)
    at = later.find(right[-1])
    return right + clean_right(later[at + 1 :], RIGHT_REACH) if 0 <= at < _SHORT else right
