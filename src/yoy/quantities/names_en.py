"""Names of the figures of an English report: subject of the sentence, noun before `of`, noun counted.

A subject that only points back (the increase, it, the Company) gives way to the last one that
names something, or to the section's title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.quantities.context import without_approx
from yoy.quantities.nouns_en import OF_WHAT, SPACE, change_name, counted_noun, name_words, tidy
from yoy.quantities.told_en import Topic, told_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.links import Draft

NAME_LENGTH = 70
_FEW = 3
_WORDS_BEFORE_OF = 9
_DEGREE = re.compile(
    r"^(?:higher|lower|increased|decreased|improved|strong|weaker|stronger)\s+(?=\S)", re.IGNORECASE
)
_ADVERB = re.compile(r"\s+(?:also|which|that|currently|further|primarily|only)$", re.IGNORECASE)
_MERE_CHANGE = re.compile(
    r"(?:^|\b)(?:an?|the|by|of|and|registered|reflected|average|annual|year-on-year)\s+(?:\w+\s+){0,2}"
    r"(?:increase|decrease|reduction|decline|improvement|drop|rise|fall)s?$|^(?:to|by)\s|^(?:year-on-year|annual|average)\s+\w+$",
    re.IGNORECASE,
)
_STATEMENTS = re.compile(
    r"[;:]|,\s*while\s+|,\s*(?:and|while|but|with)\s+(?=the\b|our\b|its\b)|,\s*of which\b|\("
)
# …, leaving a surplus of: the noun behind a participle and its article.
_GERUND = re.compile(r"^(?:.*[\s,])?(?:[a-z]+ing|subject\s+to)\s+(?:an?|the|its|our|their)\s+(?=[a-z])")
_MOVE = re.compile(
    r"\s*(?:,?\s*(?:or|and)?\s*(?:by|from|to|of|an?|increase|decrease|in the (?:current|prior) year)?\s*)*",
    re.IGNORECASE,
)


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` of the figures, given by passage; a topic lasts while the section does."""
    topic, section = Topic(), ""
    for group in groups:
        if group[0].section != section:
            topic, section = Topic(), group[0].section
        topic.here = False
        for draft in group:
            draft.indicator = _cut(_name(draft, topic, plain))
            topic.here = True
        for draft in group:
            _like_its_level(draft, group)


def _like_its_level(draft: Draft, group: Sequence[Draft]) -> None:
    """A baseline is named as its level."""
    for level in group:
        if level.baseline is draft:
            draft.indicator = level.indicator


def _name(draft: Draft, topic: Topic, plain: str) -> str:
    told = told_of(draft, topic, plain)
    if told:
        topic.full = told
        return told
    words = name_words()
    sentence = plain[draft.setting.passage.span.start : draft.figure.span.start]
    base = (
        counted_noun(draft, plain)
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
        fronted = words.fronted.search(SPACE.sub(" ", sentence).strip())
        base = tidy(fronted["subject"]) if fronted else topic.name or _title(draft)
    if not counted_noun(draft, plain):
        topic.name = base
    else:
        base = _of_whom(base, _subject(sentence))
    place = words.place.match(draft.setting.right)
    if place and place["place"][0].isupper() and place["place"].lower() not in base.lower():
        base = f"{base}, {place['place']}"
    topic.full = base
    if draft.kind.startswith("change"):
        return change_name(base, draft, words)
    if draft.kind == "ratio" and re.match(r"\s*of\b", draft.setting.right):
        whole = re.match(r"\s*of\s+((?:(?!or\b|and\b|for\b|which\b)[\w’'-]+\s*){1,4})", draft.setting.right)
        return f"{base} {words.share} of {tidy(whole[1])}" if whole else base
    return base


def _of_whom(noun: str, subject: str) -> str:
    """24,000 rooms of which subject; nothing is added where the sentence has none of its own."""
    if len(subject) < _FEW or name_words().generic.search(subject) or len(noun) + len(subject) > NAME_LENGTH:
        return noun
    return noun if noun.rsplit(maxsplit=1)[-1] in subject else f"{noun}, {subject}"


def _of_what(draft: Draft) -> str:
    """What an amount is an amount of, where the words behind it say so and those before don't."""
    left = draft.setting.left.rstrip()
    if draft.kind != "level" or not re.search(
        r"(?:includ(?:ing|es|ed)|involves?|plus|of which)\s*$", without_approx(left, "en")
    ):
        return ""
    match = OF_WHAT.match(draft.setting.right)
    return tidy(match["what"]) if match else ""


def _moved(draft: Draft, topic: Topic) -> str:
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
    for found in name_words().verb.finditer(before):
        verb = found
    return tidy(" ".join((before[verb.end() :] if verb else before).split()[-_WORDS_BEFORE_OF:]))


def _before_of(draft: Draft) -> str:
    """Benefit plan expenses of $698 million: the noun before `of`, back to a verb or an article."""
    left = without_approx(draft.setting.left, "en")
    match = re.search(r"(?P<noun>[^.;:]+?)\s+of\s*$", left)
    if not match:
        return ""
    verb = None
    for found in name_words().verb.finditer(match["noun"]):
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
    return "" if _MERE_CHANGE.search(noun) else tidy(_GERUND.sub("", tidy(noun)))


def _subject(sentence: str) -> str:
    """The words before the first verb of the sentence's last statement that has a verb."""
    words = name_words()
    text = words.speaker.sub("", words.lead.sub("", SPACE.sub(" ", sentence).strip()))
    for part in reversed(_STATEMENTS.split(text)):
        verb = _governing_verb(part)
        if verb and tidy(part[: verb.start()]):
            subject = part[: verb.start()]
            return tidy(re.sub(r"\s+of\s+\S*\d.*$|,\s*which.*$", "", subject))
    return tidy(words.link.sub("", text)) if len(text) < NAME_LENGTH else ""


def _governing_verb(part: str) -> re.Match[str] | None:
    """The first verb that a subject governs; in Household waste collected fell, that is fell."""
    verb = name_words().verb
    found = verb.search(part)
    while found and found.group().endswith("ed"):
        second = verb.search(part, found.end())
        if second is None or part[found.end() : second.start()].strip():
            break
        found = second
    return found


def _title(draft: Draft) -> str:
    return tidy(draft.setting.section.title) if draft.setting.section.level else ""


def _cut(name: str) -> str:
    """`name` at most as long as a row header can be, cut between words."""
    if len(name) <= NAME_LENGTH:
        return name
    return name[:NAME_LENGTH].rsplit(" ", 1)[0]
