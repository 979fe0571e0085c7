"""Names of the figures of an English report: the subject of the sentence, the noun before `of`, the noun counted.

A subject that only points back (the increase, it, the Company) gives way to the last one that
names something, or to the section's title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.quantities.context import without_approx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.links import Draft

NAME_LENGTH = 70
_SPACE = re.compile(r"\s+")
_ARTICLE = re.compile(
    r"^(?:the|a|an|our|its|their|this|these|some|total of|and|or|but|that)\s+", re.IGNORECASE
)
_WORDS_BEFORE_OF = 9


@dataclass(slots=True)
class _Topic:
    """The last name that named something, and the place it was narrowed to."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    lead: re.Pattern[str]
    verb: re.Pattern[str]
    generic: re.Pattern[str]
    link: re.Pattern[str]
    place: re.Pattern[str]
    change: str
    share: str


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` of the figures, given by passage; a topic lasts while the section does."""
    topic, section = _Topic(), ""
    for group in groups:
        if group[0].section != section:
            topic, section = _Topic(), group[0].section
        for draft in group:
            draft.indicator = _cut(_name(draft, topic, plain))
        for draft in group:
            _like_its_level(draft, group)


def _like_its_level(draft: Draft, group: Sequence[Draft]) -> None:
    """A baseline is named as its level."""
    for level in group:
        if level.baseline is draft:
            draft.indicator = level.indicator


def _name(draft: Draft, topic: _Topic, plain: str) -> str:
    words = _words()
    sentence = _tidy(plain[draft.setting.passage.span.start : draft.figure.span.start])
    base = _counted(draft, plain) or _before_of(draft) or _subject(sentence)
    if not base or words.generic.search(base):
        base = topic.name or _title(draft)
    else:
        topic.name = base
    place = words.place.match(draft.setting.right)
    if place and place["place"][0].isupper() and place["place"].lower() not in base.lower():
        base = f"{base}, {place['place']}"
    if draft.kind.startswith("change") and not base.endswith(words.change):
        return f"{base} {words.change}"
    if draft.kind == "ratio" and re.match(r"\s*of\b", draft.setting.right):
        whole = re.match(r"\s*of\s+((?:[\w’'-]+\s*){1,4})", draft.setting.right)
        return f"{base} {words.share} of {_tidy(whole[1])}" if whole else base
    return base


def _counted(draft: Draft, plain: str) -> str:
    """24,000 rooms: the noun that the figure itself counts, with where or of what."""
    surface = plain[draft.figure.span.start : draft.figure.span.end]
    if (
        draft.unit is None
        or not re.search(r"[A-Za-z]{3,}$", surface)
        or draft.unit in ("%", "percentage points")
    ):
        return ""
    noun = re.sub(r"^[^A-Za-z]*(?:(?:million|billion|thousand|hundred)\s+)?", "", surface)
    noun = re.sub(r"^(?:per\s?cent|percent|million|billion|trillion|thousand)\b\s*", "", noun)
    if not surface[:1].isdigit() and surface[:1].isalpha():
        noun = surface.split(maxsplit=1)[-1] if " " in surface else ""
    return _tidy(noun) if noun not in ("", "million", "billion", "trillion", "thousand") else ""


def _before_of(draft: Draft) -> str:
    """Benefit plan expenses of $698 million: the noun before `of`, back to a verb or an article."""
    left = without_approx(draft.setting.left, "en")
    match = re.search(r"(?P<noun>[^.;:]+?)\s+of\s*$", left)
    if not match:
        return ""
    verb = None
    for found in _words().verb.finditer(match["noun"]):
        verb = found
    noun = match["noun"][verb.end() :] if verb else match["noun"]
    noun = (
        re.sub(r".*\b(?:in|to)\s+(?=\S+(?:\s+\S+)*$)", "", noun)
        if re.match(
            r"\s*(?:an?\s+)?(?:increase|decrease|growth|decline|reduction|improvement)s?\s+in\b", noun
        )
        else noun
    )
    return _tidy(" ".join(noun.split()[-_WORDS_BEFORE_OF:]))


def _subject(sentence: str) -> str:
    """The words before the first verb of the sentence's last clause that has one."""
    text = _words().lead.sub("", sentence)
    verb = _words().verb.search(text)
    subject = text[: verb.start()] if verb else _words().link.sub("", text)
    return _tidy(re.split(r"[;:(]", subject)[-1])


def _title(draft: Draft) -> str:
    return _tidy(draft.setting.section.title) if draft.setting.section.level else ""


def _tidy(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(" ,.;:–—-()•\"'“”’")
    while (match := _ARTICLE.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    return text


def _cut(name: str) -> str:
    """`name` at most as long as a row header can be, cut between words."""
    if len(name) <= NAME_LENGTH:
        return name
    return name[:NAME_LENGTH].rsplit(" ", 1)[0]


@cache
def _words() -> _Words:
    data: dict[str, Any] = lexicon.data("names")["en"]
    return _Words(
        lead=re.compile(data["lead"], re.IGNORECASE),
        verb=re.compile(data["verb"], re.IGNORECASE),
        generic=re.compile(data["generic"], re.IGNORECASE),
        link=re.compile(data["link"], re.IGNORECASE),
        place=re.compile(data["place"]),
        change=data["change"],
        share=data["share"],
    )
