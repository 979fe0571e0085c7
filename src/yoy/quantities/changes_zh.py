"""The subject that a change names itself, told from words that only compare."""

from __future__ import annotations

import re
from functools import cache

from yoy import lexicon
from yoy.quantities.context import without_gloss
from yoy.quantities.phrases import name_words, strip_ends

_SPLIT = re.compile(r"、|和(?!谐|解|平|睦)|与|及(?!时)|，")
# 年均增长, not 年均浓度累计下降.
_AVERAGED = re.compile(r"年均(?!浓度|值|气温)[^，。；、]{0,8}$")
_COMPARED = re.compile(
    r"(?:较|比|与)[^，。；]{0,12}(?:[年月][初末底中]|年|同期|年度|水平|平均|全国|全省|全市|上次|上届|上季度?|上月|年前)(?:相比)?(?:年|上|同期)?$"
)


def is_unit_word(text: str) -> bool:
    """Whether a change's subject only names the unit of its level: 批次与人次."""
    return all(part in name_words().unit_words for part in _SPLIT.split(text) if part)


def change_subject(left: str, *, after_figure: bool = False) -> str:
    """The subject that the clause of a change names itself, without verbs of change and comparison.

    Args:
        left: the words before the change in its clause.
        after_figure: whether another figure stands before them in the clause.
    """
    verb, front, back = _patterns()
    if after_figure and "、" in left.strip("、"):
        left = left.rpartition("、")[2]
    text = strip_ends(_COMPARED.sub("", verb.sub("", without_gloss(left).strip())))
    previous = ""
    while text != previous:
        previous = text
        text = front.sub("", _COMPARED.sub("", back.sub("", text)))
    return strip_ends(text) if len(text) > 1 else ""


def changed(left: str) -> str:
    """What a change is called: 同比变化, 年均变化, 环比变化, or with the day it counts from, 比年初变化."""
    words: dict[str, str] = name_words().words
    if _AVERAGED.search(left):
        return words["average_changed"]
    since = None if "同比" in left else re.search(words["since"], left)
    if since is None:
        return words["changed"]
    return ("" if since["time"] == "环比" else "比") + since["time"] + words["since_changed"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    kinds = lexicon.data("kinds")["zh"]
    verbs = "|".join(sorted([*kinds["up"], *kinds["down"]], key=len, reverse=True))
    words = name_words().change_words.pattern
    return (
        re.compile(
            rf"(?:{verbs}|增速|增幅|涨幅|降幅)(?:了|幅度|率)?(?:预期|目标|速度)?(?:分别|均|各)?"
            r"(?:为|达到?|约|近|超过?|(?:控制|稳定|保持|维持)在)?\s*$"
        ),
        re.compile(rf"^{words}"),
        re.compile(rf"{words}$"),
    )
