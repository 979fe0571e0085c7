"""Names of the figures of an English report: subject of the sentence, noun before `of`, noun counted.

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
_AMOUNT = re.compile(
    r"^.*?[$£€]?\d[\d,.]*\s*(?:million|billion|trillion|per\s?cent|%)\s*(?:,|and|or|to)?\s*(?!.*\d)"
)
_FEW = 3
_ARTICLE = re.compile(
    r"^(?:of|at|for|on|with|in|by|the|a|an|our|its|their|this|these|some|total of|and|or|but|that)\s+",
    re.IGNORECASE,
)
_WORDS_BEFORE_OF = 9
_DEGREE = re.compile(
    r"^(?:higher|lower|increased|decreased|improved|strong|weaker|stronger)\s+(?=\S)", re.IGNORECASE
)
_ADVERB = re.compile(r"\s+(?:also|which|that|currently|further|primarily|only)$", re.IGNORECASE)
# An amount of something: $146 million of recognition of losses; including $79 billion on capital works.
_OF_WHAT = re.compile(
    r"\s*(?:of|on)\s+(?!which|the\s+total)(?P<what>(?:[A-Za-z][\w’&-]*\s*(?!(?:in|and|for|to|at|which|that|was|were|is|are|by|from)\b)){1,6})"
)
_MERE_CHANGE = re.compile(
    r"(?:^|\b)(?:an?|the|by|of|and|registered|reflected|average|annual|year-on-year)\s+(?:\w+\s+){0,2}"
    r"(?:increase|decrease|reduction|decline|improvement|drop|rise|fall)s?$|^(?:to|by)\s|^(?:year-on-year|annual|average)\s+\w+$",
    re.IGNORECASE,
)
_STATEMENTS = re.compile(
    r"[;:]|,\s*while\s+|,\s*(?:and|while|but|with)\s+(?=the\b|our\b|its\b)|,\s*of which\b|\("
)
_MOVE = re.compile(
    r"\s*(?:,?\s*(?:or|and)?\s*(?:by|from|to|of|an?|increase|decrease|in the (?:current|prior) year)?\s*)*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Topic:
    """The last name that named something; `full` with the place it was narrowed to."""

    name: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    speaker: re.Pattern[str]
    fronted: re.Pattern[str]
    driver: re.Pattern[str]
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
    sentence = plain[draft.setting.passage.span.start : draft.figure.span.start]
    base = (
        _counted(draft, plain)
        or _of_what(draft)
        or _moved(draft, topic)
        or _relative(draft, sentence)
        or _before_of(draft)
        or _subject(sentence)
    )
    base = _ADVERB.sub("", _DEGREE.sub("", base))
    at = re.match(r"(?:increase|decrease|growth|decline|change)s?\s+at\s+(?P<place>.+)", base, re.IGNORECASE)
    if at and topic.name:
        base = f"{topic.name.partition(', ')[0]}, {at['place']}"
    if len(base) < _FEW or words.generic.search(base) or re.match(r"[$£€]?\d", base):
        fronted = words.fronted.search(_SPACE.sub(" ", sentence).strip())
        base = _tidy(fronted["subject"]) if fronted else topic.name or _title(draft)
    if not _counted(draft, plain):
        topic.name = base
    else:
        base = _of_whom(base, _subject(sentence))
    place = words.place.match(draft.setting.right)
    if place and place["place"][0].isupper() and place["place"].lower() not in base.lower():
        base = f"{base}, {place['place']}"
    topic.full = base
    if draft.kind.startswith("change"):
        return _change(base, draft, words)
    if draft.kind == "ratio" and re.match(r"\s*of\b", draft.setting.right):
        whole = re.match(r"\s*of\s+((?:(?!or\b|and\b|for\b|which\b)[\w’'-]+\s*){1,4})", draft.setting.right)
        return f"{base} {words.share} of {_tidy(whole[1])}" if whole else base
    return base


def _of_whom(noun: str, subject: str) -> str:
    """24,000 rooms of which subject; nothing is added where the sentence has none of its own."""
    if len(subject) < _FEW or _words().generic.search(subject) or len(noun) + len(subject) > NAME_LENGTH:
        return noun
    return noun if noun.rsplit(maxsplit=1)[-1] in subject else f"{noun}, {subject}"


def _change(base: str, draft: Draft, words: _Words) -> str:
    driver = words.driver.match(draft.setting.right)
    name = base if base.endswith(words.change) else f"{base} {words.change}"
    return f"{name}: {driver['driver']}" if driver else name


def _of_what(draft: Draft) -> str:
    """What an amount is an amount of, where the words behind it say so and those before don't."""
    left = draft.setting.left.rstrip()
    if draft.kind != "level" or not re.search(
        r"(?:includ(?:ing|es|ed)|involves?|plus|of which)\s*$", without_approx(left, "en")
    ):
        return ""
    match = _OF_WHAT.match(draft.setting.right)
    return _tidy(match["what"]) if match else ""


def _moved(draft: Draft, topic: _Topic) -> str:
    """From $3,522 million to $3,785 million: nothing but the movement since the figure before."""
    left = draft.setting.left
    if not draft.setting.previous or not topic.full:
        return ""
    bare = _MOVE.fullmatch(without_approx(left, "en"))
    return topic.full if bare else ""


def _relative(draft: Draft, sentence: str) -> str:
    """…, which increased $231 million: the noun before which."""
    if not re.match(r"\s*which\b", draft.setting.left):
        return ""
    before = sentence[: sentence.rfind(", which")]
    verb = None
    for found in _words().verb.finditer(before):
        verb = found
    return _tidy(" ".join((before[verb.end() :] if verb else before).split()[-_WORDS_BEFORE_OF:]))


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
    behind = _OF_WHAT.match(draft.setting.right)
    if behind and draft.setting.right.lstrip().startswith("of"):
        noun = f"{noun} of {behind['what'].strip()}"
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
    noun = " ".join(noun.split()[-_WORDS_BEFORE_OF:])
    return "" if _MERE_CHANGE.search(noun) else _tidy(noun)


def _subject(sentence: str) -> str:
    """The words before the first verb of the sentence's last statement that has a verb."""
    words = _words()
    text = words.speaker.sub("", words.lead.sub("", _SPACE.sub(" ", sentence).strip()))
    for part in reversed(_STATEMENTS.split(text)):
        verb = words.verb.search(part)
        if verb and _tidy(part[: verb.start()]):
            subject = part[: verb.start()]
            return _tidy(re.sub(r"\s+of\s+\S*\d.*$|,\s*which.*$", "", subject))
    return _tidy(words.link.sub("", text)) if len(text) < NAME_LENGTH else ""


def _title(draft: Draft) -> str:
    return _tidy(draft.setting.section.title) if draft.setting.section.level else ""


def _tidy(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(" ,.;:–—-()•\"'“”’")
    text = re.sub(r"^[$£€]?\d[\d,. ]*(?=[A-Za-z])|,?\s+of (?:whom|which)$", "", text)
    behind = _AMOUNT.sub("", text)
    if len(behind) > _FEW:
        text = behind
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
        speaker=re.compile(data["speaker"], re.IGNORECASE),
        fronted=re.compile(data["fronted"], re.IGNORECASE),
        driver=re.compile(data["driver"], re.IGNORECASE),
        lead=re.compile(data["lead"], re.IGNORECASE),
        verb=re.compile(data["verb"], re.IGNORECASE),
        generic=re.compile(data["generic"], re.IGNORECASE),
        link=re.compile(data["link"], re.IGNORECASE),
        place=re.compile(data["place"]),
        change=data["change"],
        share=data["share"],
    )
