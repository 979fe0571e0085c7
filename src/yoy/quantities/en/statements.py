"""The statement of an English sentence that a figure stands in, and its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.quantities.en.nouns import SPACE, name_words, tidy

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft

_LONGEST = 70
_FEW = 3
# (a)reducing …; and(b)raising …: an item of a list that runs through a sentence.
_ITEM = re.compile(r"(?:(?<=[\s;,:–-])|(?<=\band)|(?<=\bor)|^)\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*")
_OPENING = re.compile(r"^\s*(?:\d{1,3}\.\s*|[•·▪–*-]\s*)")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_STATEMENTS = re.compile(
    r"[;:]|,\s*while\s+|,\s*(?:and|while|but|with)\s+(?=the\b|our\b|its\b)|,\s*of which\b|\("
)
# Words that a subject can't end with.
_DANGLING = re.compile(
    r"(?:^|\s)(?:with|in|of|for|to|by|on|at|from|as|than|th[eo]se|the|its|our|their|an?|and|or|that|which|having)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s*(?:the|an?|our|its|their)\s+", re.IGNORECASE)
# Hotels and Resorts - The resort includes: what stands before the dash heads the paragraph.
_LABEL = re.compile(r"^[A-Z][^.;:]{2,60}\s[-–]\s+(?=[A-Z])")
_POINTING = re.compile(r"^(?:th[eo]se|this|that|such|each|both)\b", re.IGNORECASE)


def said_before(draft: Draft, plain: str) -> str:
    """The sentence up to the figure, items of lists as statements of their own, asides left out."""
    text = plain[draft.setting.passage.span.start : draft.figure.span.start]
    text = _ITEM.sub("; ", _OPENING.sub("", text)).lstrip("; ")
    return _ASIDE.sub("", SPACE.sub(" ", text)).strip()


def subject_of(sentence: str) -> str:
    """The words before the first verb of the sentence's last statement that has a verb."""
    words = name_words()
    text = _LABEL.sub("", words.fronted.sub("", sentence).strip())
    text = words.speaker.sub("", words.lead.sub("", text))
    for part in reversed(_STATEMENTS.split(text)):
        verb = governing_verb(part)
        if verb and tidy(part[: verb.start()]):
            subject = part[: verb.start()]
            return tidy(re.sub(r"\s+of\s+\S*\d.*$|,\s*which.*$", "", subject))
    text = text.partition("(")[0] or text
    return tidy(words.link.sub("", text)) if len(text) < _LONGEST else ""


def is_telling(subject: str) -> bool:
    """Whether a subject names something and is a whole phrase."""
    return (
        len(subject) >= _FEW
        and not name_words().generic.search(subject)
        and not _DANGLING.search(subject)
        and not _POINTING.search(subject)
    )


def governing_verb(part: str) -> re.Match[str] | None:
    """The first verb that a subject governs: in Household waste collected fell, that is fell."""
    verb = name_words().verb
    found = verb.search(part)
    while found and found.group().endswith("ed"):
        if _ARTICLE.fullmatch(part[: found.start()]):  # the estimated amount
            found = verb.search(part, found.end())
            continue
        second = verb.search(part, found.end())
        if second is None or not _is_participle(found.group(), part[found.end() : second.start()]):
            break
        found = second
    return found


def _is_participle(word: str, between: str) -> bool:
    """Cash provided by operations rose: a participle, with or without who did it, before the verb."""
    moved = word.casefold() in lexicon.data("names")["en"]["linking"]
    return not between.strip() or (not moved and bool(re.match(r"\s+by\s+[^,]*$", between)))


def behind_verb(text: str) -> str:
    """`text` behind its last verb; repurchases of stock holds none."""
    verb = None
    for found in name_words().verb.finditer(text):
        if text[found.end() :].strip() and not (found.group().endswith("s") and _is_noun(text, found)):
            verb = found
    return text[verb.end() :] if verb else text


def _is_noun(text: str, found: re.Match[str]) -> bool:
    return bool(re.match(r"\s+(?:of|and|from|for)\b", text[found.end() :]))
