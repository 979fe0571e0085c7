"""Level, ratio, rank or change, and which way: from the words around a figure in English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.quantities.context import without_approx
from yoy.quantities.kinds import Kind

if TYPE_CHECKING:
    from yoy.model import Direction
    from yoy.quantities.context import Setting

_TO = re.compile(r"\bto\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_JOINED = re.compile(r"\s*,?\s*(?:or|and|,)\s*(?:by\s+|of\s+|a\s+|an\s+)?", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:and|or)\s*(?:a\s*|an\s*|of\s*|by\s*)?$|,\s*$", re.IGNORECASE)
_CAUSE = re.compile(r"\s*,?\s*(?:from|due to|at|in|because|driven|on|reflecting|for)\b", re.IGNORECASE)
# How far back in the sentence the word that governs a list of amounts may stand.
_GOVERNING = 90


def kind_of(
    setting: Setting, before: Kind | None, between: str, sentence_left: str, sentence_right: str
) -> Kind:
    """Kind and direction of a figure.

    Args:
        setting: the figure and the words around it.
        before: the kind of the figure right before in the same passage.
        between: the text between the two.
        sentence_left, sentence_right: the passage up to the figure, and behind it.
    """
    figure = setting.figure
    left, words = without_approx(setting.left, "en"), _words()
    points = figure.unit in _units("point_units")
    relative = figure.unit in _units("relative_units") or figure.shape == "fraction"
    if _FROM.search(left) or (_TO.search(left) and not points):
        return Kind("ratio" if relative else "level")
    direction = _direction(left, setting.right, sentence_left, sentence_right)
    if direction is None and before and before.direction and _joins(between, left):
        direction = before.direction
    if points:
        return Kind("change_abs", direction or _governing(sentence_left, words))
    if direction:
        return Kind("change_rel" if relative else "change_abs", direction)
    return Kind("ratio" if relative else "level")


def _joins(between: str, left: str) -> bool:
    """8%, or $473 million: the same change told twice; 7% due to …, and 2% due to …: a list."""
    if _JOINED.fullmatch(between):
        return True
    return bool(_LISTED.search(left)) and bool(_CAUSE.match(between))


def _direction(left: str, right: str, sentence_left: str, sentence_right: str) -> Direction | None:
    words = _words()
    impact = words["impact"].search(without_approx(sentence_left[-140:], "en"))
    if impact:
        return "up" if impact["word"][0] in "fpFP" else "down"
    for way in ("up", "down"):
        verb = words[way].search(left)
        if verb and not (verb.group().split()[0].lower() == way and _is_phrasal(left[: verb.start()])):
            return "up" if way == "up" else "down"
    for match in (
        words["after"].match(right),
        words["more_or_less"].match(right),
        words["either"].match(sentence_right),
        words["noun_of"].search(left),
    ):
        if match:
            return "up" if match["word"].lower() in _units("up_noun") else "down"
    return None


def _is_phrasal(before: str) -> bool:
    """Whether up or down belongs to the verb before it: make up 18%."""
    words = before.split()
    return bool(words) and words[-1].lower() in _units("phrasal")


def _governing(sentence_left: str, words: dict[str, re.Pattern[str]]) -> Direction | None:
    last: Direction | None = None
    at = -1
    reach = sentence_left[-_GOVERNING:]
    for match in words["any_up"].finditer(reach):
        at, last = match.start(), "up"
    for match in words["any_down"].finditer(reach):
        if match.start() > at:
            at, last = match.start(), "down"
    return last


@cache
def _units(name: str) -> frozenset[str]:
    return frozenset(lexicon.data("kinds")["en"][name])


@cache
def _words() -> dict[str, re.Pattern[str]]:
    data: dict[str, Any] = lexicon.data("kinds")["en"]
    patterns: dict[str, re.Pattern[str]] = {}
    link = rf"(?:\s+(?:{lexicon.choice(data['link'])}))*\s*$"
    for name in ("up", "down"):
        words = lexicon.choice(data[name])
        patterns[name] = re.compile(rf"\b(?:{words})\b{link}", re.IGNORECASE)
        patterns[f"any_{name}"] = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name in ("noun_of", "impact", "more_or_less", "either"):
        patterns[name] = lexicon.pattern(f"kinds.en.{name}", re.IGNORECASE)
    attributes, changes = lexicon.choice(data["attributes"]), lexicon.choice(data["change_after"])
    after = rf"\s*(?:(?:{attributes})\s+)*(?P<word>{changes})\b"
    patterns["after"] = re.compile(after, re.IGNORECASE)
    return patterns
