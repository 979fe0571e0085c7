"""The words that narrow what a figure of Chinese text measures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy.quantities.zh.facets.words import facet_words
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.zh.facets.words import FacetWords


# Fillers of one character that are also part of words (数据中心): they end no word that is unknown.
_INSIDE_WORDS = "中内总了"
# 新 before an act that is part of the indicator's words (新改造老旧小区): it tells the basis.
_NEW = re.compile(r"(?<![创更革最全高翻焕尝出重刷自])新$")
# Behind the name of the own area these make the name of a thing in it (the port of the city).
_PLACES = tuple("港湾江湖岛站")


def area_of(issuer: str) -> tuple[str, ...]:
    """The words for an issuer's own area: its name, and for a national body the country."""
    words = facet_words()
    names = [issuer, issuer.rstrip("省市区县州旗盟镇乡")] if issuer else []
    national = any(name in issuer for name in words.national_issuers)
    area = [*names, *words.own_area, *(words.country if national else ())]
    return tuple(sorted((name for name in area if len(name) > 1), key=len, reverse=True))


def modifiers(text: str, area: tuple[str, ...]) -> tuple[str, ...] | None:
    """What the words before an indicator narrow it to; None where they are more than modifiers.

    Known words are given in their canonical form. A short stretch that is in no list narrows as it
    stands: 大豆产量 is not all 产量.
    """
    words, found, unknown = facet_words(), list[str](), ""
    if words.drives.search(text):
        return None
    text = _acts_joined().sub("", _NEW.sub("", _behind_clause(text)))
    if any(joint in text for joint in words.joints):
        return None
    at = 0
    while at < len(text):
        step = _nothing(text, at, area, words, opening=not unknown and not found)
        if step == 1 and unknown and text[at] in _INSIDE_WORDS:
            step = 0
        if step:
            at += step
            unknown = _told(unknown, found)
            continue
        match = words.modifier.match(text, at)
        if match:
            unknown = _told(unknown, found)
            found.append(words.canonical.get(match.group(), match.group()))
            at = match.end()
        else:
            unknown += text[at]
            at += 1
        if len(unknown) > words.longest:
            return None
    _told(unknown, found)
    return tuple(dict.fromkeys(found))


def qualifiers_in(text: str, area: tuple[str, ...]) -> tuple[str, ...]:
    """The known words that narrow, anywhere in a name, in reading order."""
    words = facet_words()
    for name in area:
        text = text.replace(name, "")
    found = (words.canonical.get(match.group(), match.group()) for match in words.qualifier.finditer(text))
    return tuple(dict.fromkeys(found))


def with_rank(found: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Of a rank, also whether it is one of growth, and among whom."""
    match = facet_words().scope.search(name)
    told = (match["growth"] and "增速", match["scope"]) if match else ()
    return tuple(dict.fromkeys((*(word for word in found if word not in told), *filter(None, told))))


def without_rank(name: str) -> str:
    """The name of a rank without what says that it is one, and among whom."""
    return facet_words().scope.sub("", name)


@cache
def _acts_joined() -> re.Pattern[str]:
    """新建和改造提升高标准农田: of several acts on one thing the first tell no more than the last."""
    acts = name_words().verbs.pattern
    return re.compile(f"^(?:(?:{acts})(?:[和、及与并]|以及))+(?=(?:{acts}))")


def _told(unknown: str, found: list[str]) -> str:
    if unknown:
        found.append(unknown)
    return ""


def _nothing(text: str, at: int, area: tuple[str, ...], words: FacetWords, *, opening: bool) -> int:
    """How many characters from `at` on narrow nothing: the own area, verbs, fillers, words of the basis."""
    own = next((name for name in area if text.startswith(name, at)), "")
    if own and text.startswith(_PLACES, at + len(own)):
        return 0
    if own or words.modifier.match(text, at):
        return len(own)
    filler = next((name for name in words.fillers if text.startswith(name, at)), "")
    if filler:
        return len(filler)
    opens = (name_words().lead, name_words().light, name_words().verbs) if opening else ()
    matches = (
        pattern.match(text, at) for pattern in (words.new, words.total, words.average, words.time, *opens)
    )
    return next((match.end() - at for match in matches if match and match.end() > at), 0)


def _behind_clause(text: str) -> str:
    """What stands behind the last verb that opens a phrase, where a whole clause stands before."""
    words = facet_words()
    if len(text) <= words.longest:
        return text
    end = 0
    for match in name_words().light.finditer(text):
        end = match.end() if match.end() - match.start() > 1 else end
    return text[end:]
