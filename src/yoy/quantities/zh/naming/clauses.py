"""The phrase that the words around a figure come down to, left and right together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.language.units import counts_things
from yoy.quantities.zh.naming.phrases import Phrase, phrase_of
from yoy.quantities.zh.naming.sides import sides_of
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_SHORT = 4
# A predicate behind a ratio is no longer than this; what is longer is a clause of its own.
_PREDICATE = 10


class Clause(NamedTuple):
    """A figure's own words.

    Attributes:
        phrase: verb and object; counted: whether the words behind the figure are part of it.
    """

    phrase: Phrase
    counted: bool

    @property
    def text(self) -> str:
        """The words of the phrase."""
        return self.phrase.text or self.phrase.core


def clause_of(draft: Draft, group: Sequence[Draft], index: int) -> Clause:
    """The phrase before the figure, with the words behind it where those are what is counted."""
    words = name_words()
    left, right = sides_of(draft, group, index)
    phrase = phrase_of(left)
    if not right or words.heads.search(phrase.object):
        return Clause(phrase, counted=False)
    if len(right) > 1 and words.list_goes_on.search(left):
        verbs = [match.group() for match in words.verbs.finditer(left)]
        verb = verbs[-1] if verbs else ""
        return Clause(Phrase(core=right, verb=verb, object=right, light=phrase.light), counted=True)
    if _names_apart(phrase, right, draft):
        return Clause(phrase._replace(core=right, object=right), counted=True)
    if not _names_thing(phrase, left, right, draft):
        return Clause(phrase, counted=False)
    if phrase.object:
        right = right.partition("、")[0]
    link = "的" if phrase.object and left.rstrip().endswith("的") else ""
    joined = phrase._replace(core=phrase.core + right, object=phrase.object + link + right, agent="")
    return Clause(joined, counted=True)


def _names_apart(phrase: Phrase, right: str, draft: Draft) -> bool:
    """东、西、北三条城际铁路: only names of their own stand before the number, the noun behind it."""
    return (
        "、" in phrase.object
        and len(right) > _SHORT
        and counts_things(draft.unit)
        and not draft.setting.previous
        and not name_words().verbs.match(right)
        and not name_words().words_part_before.match(right)
    )


def _stands_before(phrase: Phrase, left: str, right: str, draft: Draft) -> bool:
    """中部城市群131项高频事项通办: no verb stands before the number, so what it counts stands behind it."""
    words = name_words()
    return not (
        phrase.verb
        or phrase.light
        or draft.setting.previous
        or not counts_things(draft.unit)
        or words.placed.search(left)
        or words.verbs.match(right)
        or words.predicate.match(right)
        or words.words_part_before.match(right)
    )


def _names_thing(phrase: Phrase, left: str, right: str, draft: Draft) -> bool:
    """Whether what stands behind the figure is what it counts."""
    words = name_words()
    return bool(
        not phrase.object
        or phrase.object in words.scopes
        or words.verb_end.search(phrase.object)
        or words.capacity.search(phrase.object)
        or left.rstrip().endswith("的")
        or len(phrase.object) < _SHORT
        or len(right) <= _SHORT
        or _stands_before(phrase, left, right, draft)
        or (len(right) <= _PREDICATE and draft.kind == "ratio")
    )
