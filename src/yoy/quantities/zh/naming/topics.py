"""What a section has been speaking about, for phrases that leave their subject out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.quantities.zh.naming.phrases import Phrase, phrase_of, strip_ends
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_SHORT = 4
_CLAUSE_NAME = 16
# Longest phrase that says only what became of something.
_OUTCOME = 6
# From this length a noun compound ends in the thing counted and opens with its owner.
_COMPOUND = 6
_CLAUSE_END = re.compile(r"[，,；;。：:！？\n]")


@dataclass(slots=True)
class Topic:
    """What a section has been speaking about.

    Attributes:
        phrase, name, unit: of the last full phrase, the last name, the unit of the phrase.
        last_unit: of the last figure.
        clause: the last clause without a figure; before_list: the one before the clause of the figure.
        head: the sentence that opens the item, as far as nothing else was named since.
        rank, rank_scope: what was ranked last, and among whom.
        fresh: a new passage has begun since. parts: its parts are being told (其中, 案件类型).
        listing: what became of it is listed behind 其中; no item of that takes its place.
    """

    phrase: Phrase | None = None
    name: str = ""
    unit: str | None = None
    last_unit: str | None = None
    clause: str = ""
    before_list: str = ""
    head: str = ""
    rank: str = ""
    rank_scope: str = ""
    fresh: bool = True
    parts: bool = False
    listing: bool = False


def note_head(topic: Topic, plain: str, since: int, start: int) -> None:
    """Remembers the sentence that opens the item in which a passage begins (三是整治无证无照经营。).

    Only one that says what was done to something, and stands behind the last figure: 二是领导包案。 says
    how, and leaves the topic as it was.
    """
    line = plain.rfind("\n", 0, start) + 1
    heads = [found["head"] for found in name_words().head.finditer(plain, max(since, line), start)]
    if heads and name_words().campaign.search(heads[-1]):
        topic.phrase, topic.unit = None, None
        topic.name = topic.head = from_words(heads[-1])


def note_clause(topic: Topic, draft: Draft, before: Draft | None, plain: str) -> None:
    """Remembers the last clause without a figure: it often names what the next one speaks about."""
    start = draft.setting.passage.span.start if before is None else before.setting.clause.end
    end = draft.setting.clause.start
    if end < start:
        topic.clause = "" if topic.phrase else topic.clause
        return
    if topic.fresh or re.search(r"[；;。]", plain[start:end]):
        topic.parts = topic.listing = False
    if name_words().parts_follow.match(plain, draft.setting.clause.start):
        topic.listing = True
        topic.parts = not name_words().dependent.match(strip_ends(draft.setting.left))
    clauses = [part for part in _CLAUSE_END.split(plain[start:end]) if part.strip()]
    topic.clause = _opened(clauses, draft) or (clauses[-1] if clauses else "")
    topic.before_list = topic.clause


def _opened(clauses: Sequence[str], draft: Draft) -> str:
    """The column or hotline that an earlier clause opened, where the figure is of its readers or callers."""
    words = name_words()
    media = [medium for use, medium in words.media if use.match(draft.setting.left)]
    for clause in reversed(clauses):
        if any(medium.search(clause) for medium in media):
            found = words.opened.search(clause)
            return found["what"] if found else ""
    return ""


def note_stock(topic: Topic, draft: Draft, before: Draft | None) -> None:
    """经营主体净增9万户、突破190万户: the second is the stock that the first was added to."""
    words = name_words()
    if before is None or draft.unit != before.unit or not words.stock_reached.match(draft.setting.left):
        return
    if draft.figure.value > before.figure.value and words.added.search(topic.name):
        topic.name = words.added.sub("", topic.name)
        topic.phrase = Phrase(core=topic.name, object=topic.name)


def is_dependent(text: str, phrase: Phrase) -> bool:
    """Whether a phrase only says what became of something named before (审结, 其中…, 已化解)."""
    words = name_words()
    if text.endswith("的"):
        return True
    if phrase.agent and phrase.object:
        return False  # 各部门办结行政审批27万件 speaks of nothing before
    if words.average.fullmatch(text):
        return True
    if words.dependent.match(text) and (len(text) <= _OUTCOME or not phrase.object):
        return True
    if words.predicate.match(text):
        return True
    return bool(phrase.verb and not phrase.object)


def subject_of(topic: Topic, draft: Draft, text: str) -> str:
    """What was spoken of before: the thing counted, or the clause that introduces this one."""
    if name_words().average.fullmatch(text):
        return _cases(topic)
    opening = topic.fresh or topic.phrase is None
    if topic.head and opening and (not topic.clause or name_words().manner.match(strip_ends(topic.clause))):
        return without_overlap(topic.head, text)
    if topic.clause and len(strip_ends(topic.clause)) > _SHORT and opening:
        return without_overlap(from_clause(topic), text)
    if topic.phrase is None:
        return ""
    subject = topic.phrase.object or topic.phrase.text
    outcome = name_words().predicate.search(subject, 2)
    subject = subject[: outcome.start()] if outcome else subject
    ended = name_words().verb_end.search(subject)
    if ended and len(ended.group()) > 1 and ended.start() >= _SHORT and name_words().verbs.fullmatch(text):
        return subject[: ended.start()]  # 老旧小区改造开工742个、完工548个
    if (
        draft.unit != topic.unit
        and not topic.phrase.verb
        and len(subject) > _COMPOUND
        and not name_words().heads.search(subject)
    ):
        subject = subject[:-2]
    return without_overlap(subject, text)


def _cases(topic: Topic) -> str:
    """The cases or matters that the last figure counted: what an average can be of."""
    phrase = topic.phrase
    if phrase is None:
        return from_clause(topic)
    counted = topic.unit in name_words().cases and topic.last_unit == topic.unit
    return phrase.object if counted and phrase.verb else ""


def without_overlap(subject: str, text: str) -> str:
    """`subject` without what `text` says again."""
    for size in range(min(len(subject), len(text)), 1, -1):
        if subject.endswith(text[:size]):
            return subject[:-size]
    return subject if text not in subject else ""


def from_clause(topic: Topic) -> str:
    """What the last clause without a figure speaks of."""
    return from_words(topic.clause)


def from_words(clause: str) -> str:
    """What a clause without a figure speaks of."""
    words = name_words()
    phrase = phrase_of(words.state.sub("", clause))
    text = phrase.text if len(phrase.object) < _SHORT else phrase.object
    outcome = words.predicate.search(text, _SHORT)
    text = text[: outcome.start()] if outcome else text
    return re.sub(r"[中内里]$", "", text)[-_CLAUSE_NAME:]


def remember(topic: Topic, phrase: Phrase, name: str, draft: Draft) -> None:
    """A full phrase becomes the topic; a dependent one leaves it."""
    if draft.figure.shape == "fraction":
        return
    topic.name, topic.last_unit = name, draft.unit
    dependent = is_dependent(phrase.text, phrase) or (topic.parts and topic.phrase is not None)
    if topic.listing and topic.phrase is not None:
        return
    if not dependent:
        topic.head = ""
    if topic.phrase is not None and topic.phrase.verb and name == topic.phrase.verb + phrase.text:
        topic.phrase, topic.unit = Phrase(core=name, verb=topic.phrase.verb, object=phrase.text), draft.unit
    elif not dependent and (topic.phrase is None or len(phrase.text) >= _SHORT):
        topic.phrase, topic.unit = phrase, draft.unit
