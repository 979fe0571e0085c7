"""How alike two passages are, numbers, years and ordinals set aside."""

from __future__ import annotations

from collections import Counter
from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.similarity import partial_ratio, ratio
from yoy.language.tokens import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.align.passage_texts import PassageText

_CONTAINED = 12
"""Masked characters from which a passage that stands whole in a longer one is found there."""
_PART = 0.85
"""Likeness of a passage and a longer one that holds all of it."""
_NEARLY = 0.99
"""Greatest likeness of passages that aren't the same."""


class Content(NamedTuple):
    """A passage, or several in a row, as they are weighed."""

    bare: str
    grams: frozenset[str]
    weight: float


class Similarity:
    """Weighs passages of two reports by how rare is what they share."""

    def __init__(self, texts: Iterable[PassageText]) -> None:
        counts: Counter[str] = Counter()
        size = 1
        for passage_text in texts:
            counts.update(passage_text.grams)
            size += 1
        self._rarity: Mapping[str, float] = {gram: log(1 + size / n) for gram, n in counts.items()}

    def rarity(self, gram: str) -> float:
        """How much a gram tells, above 0."""
        return self._rarity[gram]

    def content(self, texts: Sequence[PassageText]) -> Content:
        """One or more passages, ready to be weighed."""
        grams = frozenset(texts[0].grams) if len(texts) == 1 else frozenset().union(*[x.grams for x in texts])
        # fsum, since a sum over a set must not depend on its order
        return Content(
            "".join([passage_text.bare for passage_text in texts]),
            grams,
            fsum(map(self._rarity.__getitem__, grams)),
        )

    def likeness(self, first: Content, second: Content) -> float:
        """How alike two contents are, 0–1.

        Half is what they share of their rare pairs of characters, half the shortest edit. A passage that
        stands whole within a longer one is like it, a little less than like itself.
        """
        if first.bare == second.bare:
            return 1.0
        if not first.weight or not second.weight:
            return 0.0
        shared = fsum(map(self._rarity.__getitem__, first.grams & second.grams))
        alike = (2 * shared / (first.weight + second.weight) + ratio(first.bare, second.bare)) / 2
        if min(len(first.bare), len(second.bare)) >= _CONTAINED:
            inside = shared / min(first.weight, second.weight)
            part = _PART * inside * inside
            if part > alike and is_latin(first.bare) and is_latin(second.bare):
                part *= partial_ratio(first.bare, second.bare)  # the same few words are in many a sentence
            alike = max(alike, part)
        return min(alike, _NEARLY)
