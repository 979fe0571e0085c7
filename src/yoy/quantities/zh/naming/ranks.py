"""Names of ranks: what is ranked, not the first noun before it, and among whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.lexicon import pattern
from yoy.quantities.zh.naming.changes import changed
from yoy.quantities.zh.naming.phrases import phrase_of, strip_ends
from yoy.quantities.zh.naming.sides import left_of
from yoy.quantities.zh.naming.topics import from_clause, from_words, is_dependent, without_overlap
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from yoy.quantities.drafts import Draft
    from yoy.quantities.zh.naming.place import Place

_SHORT = 4
_OPENING = 60


def name_of_rank(place: Place) -> str:
    """工业增加值增速全国排名: the subject that the clause gives, else that of the figure before."""
    subject, scope = _told(place.draft)
    words = name_words()
    if subject and words.part_ranked.fullmatch(subject):
        chosen = words.chosen.search(place.topic.clause)
        subject = _of_owner(chosen["what"] if chosen else owner_of(place), subject)
    elif subject and is_dependent(subject, phrase_of(subject)) and place.topic.phrase is not None:
        subject = _of_owner(place.topic.phrase.object or place.topic.name, subject)
    elif not subject:
        subject = _elliptical(place)
        again = place.before is not None and place.before.kind == "rank"
        scope = scope or (place.topic.rank_scope if again else "")
    place.topic.rank, place.topic.rank_scope = subject, scope
    return f"{subject.removesuffix(words.words['rank_name'])}{scope}{words.words['rank_name']}"


def _told(draft: Draft) -> tuple[str, str]:
    """Subject and scope in the clause's own words: 增速 / 全国 of 增速居全国."""
    words = name_words()
    left = strip_ends(left_of(draft))
    if draft.setting.previous:
        left = left.rpartition("、")[2]
    matches = list(words.rank_verb.finditer(left))
    if matches:
        subject, scope = left[: matches[-1].start()], left[matches[-1].end() :]
        subject = strip_ends(words.rank_verb_at_end.sub("", strip_ends(subject)))
        return _without_scope(subject, strip_ends(scope))
    scope = next((name for name in words.rank_scopes if left.endswith(name)), "")
    if scope or len(left) > _SHORT:
        return strip_ends(left.removesuffix(scope)), scope
    return "", strip_ends(left)


def _without_scope(subject: str, scope: str) -> tuple[str, str]:
    """由全国第11位升至第5位: the scope may stand with the first of two ranks."""
    if subject in name_words().rank_scopes:
        return "", scope or subject
    return subject, scope


def owner_of(place: Place) -> str:
    """What the figure before is of: its name without what says that it is a change or a rank."""
    words, before = name_words(), place.before
    if before is None:
        return from_clause(place.topic)
    if before.kind == "rank":
        return place.topic.rank
    name = before.indicator
    if before.kind.startswith("change"):
        return name.removesuffix(changed(before.setting.left)).removesuffix(words.words["changed"])
    return name


def _occasion(place: Place) -> str:
    """在营商环境评价中，我市列第3位: what the ranking was made in, where the sentence opens with it."""
    start = place.draft.figure.span.start
    found = pattern("names.zh.rank_occasion").search(place.plain, max(0, start - _OPENING), start)
    return from_words(found["occasion"]) if found else ""


def _of_owner(owner: str, part: str) -> str:
    return without_overlap(owner, part) + part


def _elliptical(place: Place) -> str:
    """A rank without a subject: of the growth just told (增长5.8%、居第3位), or of the thing that grew."""
    words, before = name_words(), place.before
    if before is None:
        return _occasion(place) or place.topic.name or from_clause(place.topic)
    owner = owner_of(place)
    moved = words.rank_moved.search(place.draft.setting.left)
    if before.kind == "change_rel" and before.figure.shape != "doubling" and not moved:
        return f"{owner}{words.words['growth_rate']}"
    return owner
