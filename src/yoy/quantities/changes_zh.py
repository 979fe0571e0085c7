"""The subject that a change names itself, told from words that only compare."""

from __future__ import annotations

import re

from yoy import lexicon
from yoy.quantities.phrases import name_words, strip_ends

_SPLIT = re.compile(r"、|和(?!谐|解|平|睦)|与|及(?!时)|，")


def is_unit_word(text: str) -> bool:
    """Whether a change's subject only names the unit of its level: 批次与人次."""
    return all(part in name_words().unit_words for part in _SPLIT.split(text) if part)


def change_subject(left: str) -> str:
    """The subject that the clause of a change names itself, without verbs of change and comparison."""
    kinds = lexicon.data("kinds")["zh"]
    verbs = "|".join(sorted([*kinds["up"], *kinds["down"]], key=len, reverse=True))
    text = re.sub(
        rf"(?:{verbs}|增速|增幅|涨幅|降幅)(?:了|幅度|率)?(?:分别|均|各)?(?:为|达到?|约|近|超过?)?\s*$",
        "",
        strip_ends(left),
    )
    text = re.sub(
        r"(?:较|比|与)[^，。；]{0,12}(?:年|同期|年度|水平|平均|全国|全省|全市)(?:相比)?(?:年|上|同期)?$",
        "",
        text,
    )
    previous = ""
    while text != previous:
        previous = text
        text = re.sub(rf"{name_words().change_words.pattern}$", "", text)
        text = re.sub(rf"^{name_words().change_words.pattern}", "", text)
    return strip_ends(text) if len(text) > 1 else ""
