"""The subject that a change names itself, told from words that only compare."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from yoy.quantities.context import without_gloss
from yoy.quantities.zh.naming.phrases import strip_ends
from yoy.quantities.zh.naming.words import name_words


def is_unit_word(text: str) -> bool:
    """Whether a change's subject only names the unit of its level: 批次与人次."""
    words = name_words()
    return all(part in words.unit_words for part in words.subjects_part.split(text) if part)


@lru_cache(maxsize=1 << 12)
def change_subject(left: str, *, after_figure: bool = False) -> str:
    """The subject that the clause of a change names itself, without verbs of change and comparison.

    Args:
        left: the words before the change in its clause.
        after_figure: whether another figure stands before them in the clause.
    """
    verb, (front, back) = name_words().change_verb, _patterns()
    compared = name_words().compared_at_end
    if after_figure and "、" in left.strip("、"):
        left = left.rpartition("、")[2]
    text = strip_ends(compared.sub("", verb.sub("", without_gloss(left).strip())))
    previous = ""
    while text != previous:
        previous = text
        text = front.sub("", compared.sub("", back.sub("", text)))
    return strip_ends(text) if len(text) > 1 else ""


def changed(left: str) -> str:
    """What a change is called: 同比变化, 年均变化, 环比变化, or with the day it counts from, 比年初变化."""
    words: dict[str, str] = name_words().words
    if name_words().averaged.search(left):
        return words["average_changed"]
    since = None if "同比" in left else name_words().since.search(left)
    if since is None:
        return words["changed"]
    return ("" if since["time"] == "环比" else "比") + since["time"] + words["since_changed"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = name_words().change_words.pattern
    return re.compile(rf"^{words}"), re.compile(rf"{words}$")
