"""Level, ratio, rank or change, and which way: from the words around a figure in English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.quantities.context import without_approx
from yoy.quantities.kinds_zh import Kind

if TYPE_CHECKING:
    from yoy.model import Direction
    from yoy.quantities.context import Setting

_POINTS = frozenset(("percentage points", "basis points", "百分点", "基点"))
_LIST = re.compile(r"\s*(?:,|and|or|,\s*and|,\s*or)\s*", re.IGNORECASE)
# Between a change word and its amount: increased by, a decrease of, rose a further, growth rate of.
_LINK = r"(?:\s+(?:by|of|a|an|the|further|another|about|only|some|rate|in|real|terms|slightly|sharply|significantly|modestly|markedly|notably|year-on-year|again|was|is|to be|at|were|average[ds]?|averaging|registered|reached))*\s*$"
_AFTER = re.compile(
    r"^\s*(?:(?:year-on-year|average|annual|net|real|overall|further|modest|slight|sharp|nominal|in\s+(?:real|nominal)\s+terms)\s+)*"
    r"(?P<word>increases?|decreases?|growth|declines?|reductions?|rise|fall|drop|gains?|improvement|higher|lower|more than|less than"
    r"|above|below|faster|slower)\b",
    re.IGNORECASE,
)
_AFTER_OR = re.compile(r"^\s*(?:,\s*)?or\s*$", re.IGNORECASE)
_TO = re.compile(r"\bto\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_SHARE = re.compile(
    r"^\s*of\s+(?:the|our|its|their|all|total|GDP|every|these|those|operating|revenue|[A-Z]|\w+\s+(?:expenditure|revenues?))"
    r"|^\s*(?:equity|ownership|interest|owned|stake|share)\b"
)
_UP_AFTER = frozenset(
    (
        "increase",
        "increases",
        "growth",
        "rise",
        "gain",
        "gains",
        "improvement",
        "higher",
        "more than",
        "above",
        "faster",
    )
)
# How far back in the sentence the word that governs a list of amounts may stand.
_GOVERNING = 90


def kind_of(setting: Setting, before: Kind | None, between: str, sentence_left: str) -> Kind:
    """Kind and direction of a figure.

    Args:
        setting: the figure and the words around it.
        before: the kind of the figure right before in the same passage.
        between: the text between the two.
        sentence_left: the passage up to the figure.
    """
    figure = setting.figure
    left, words = without_approx(setting.left, "en"), _words()
    points = figure.unit in _POINTS
    relative = figure.unit in ("%", "‰", "times") or figure.shape == "fraction"
    if _FROM.search(left) or (_TO.search(left) and not points):
        return Kind("ratio" if relative else "level")
    direction = _direction(left, setting.right, words)
    if direction is None and before and before.direction and _joins(between, left):
        direction = before.direction
    if points:
        return Kind("change_abs", direction or _governing(sentence_left, words))
    if direction and not _SHARE.match(setting.right):
        return Kind("change_rel" if relative else "change_abs", direction)
    return Kind("ratio" if relative else "level")


def _joins(between: str, left: str) -> bool:
    """8%, or $473 million: the same change told twice; 7% due to …, and 2% due to …: a list."""
    if re.fullmatch(r"\s*,?\s*(?:or|and|,)\s*(?:by\s+|of\s+)?", between, re.IGNORECASE):
        return True
    return bool(re.search(r"(?:^|,)\s*(?:and|or)\s*$", left, re.IGNORECASE)) and bool(
        re.match(r"\s*(?:from|due to|at|in|because|driven|on|reflecting)\b", between, re.IGNORECASE)
    )


def _direction(left: str, right: str, words: dict[str, re.Pattern[str]]) -> Direction | None:
    match = words["up"].search(left)
    if match:
        return "up"
    if words["down"].search(left):
        return "down"
    after = _AFTER.match(right)
    if after:
        return "up" if after["word"].lower() in _UP_AFTER else "down"
    return None


def _governing(sentence_left: str, words: dict[str, re.Pattern[str]]) -> Direction | None:
    last: Direction | None = None
    at = -1
    for name in ("up", "down"):
        for match in words[f"any_{name}"].finditer(sentence_left[-_GOVERNING:]):
            if match.start() > at:
                at, last = match.start(), "up" if name == "up" else "down"
    return last


@cache
def _words() -> dict[str, re.Pattern[str]]:
    data: dict[str, Any] = lexicon.data("kinds")["en"]
    patterns: dict[str, re.Pattern[str]] = {}
    for name in ("up", "down"):
        choice = "|".join(sorted(data[name], key=len, reverse=True))
        patterns[name] = re.compile(rf"\b(?:{choice})\b{_LINK}", re.IGNORECASE)
        patterns[f"any_{name}"] = re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)
    return patterns
