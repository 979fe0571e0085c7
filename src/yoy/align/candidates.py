"""Which passages are worth comparing, and how alike two passages are.

Pairs are found through the rare pairs of characters they share; of all that could be compared only
those that can pass are scored.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from yoy.language.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.align.leaves import Leaf

_CROWDED = 64
"""A gram that would suggest more pairs than this within one search is too common to suggest any."""
_PARTNERS = 6
"""Best partners kept for each passage."""
_CONTAINED = 12
"""Masked characters from which a passage that stands whole in a longer one is found there."""


class Likeness:
    """How alike two masked passages are, by what they share weighed by rarity."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        counts: Counter[str] = Counter()
        size = 1
        for leaf in leaves:
            counts.update(leaf.grams)
            size += 1
        self._weights: Mapping[str, float] = {gram: log(1 + size / n) for gram, n in counts.items()}

    def weight(self, grams: Iterable[str]) -> float:
        """Weight of some grams together."""
        weights = self._weights
        return sum([weights.get(gram, 1.0) for gram in grams])

    def shared(self, first: Sequence[str], second: Sequence[str]) -> float:
        """Weight of what two passages share."""
        if len(first) > len(second):
            first, second = second, first
        others = frozenset(second)
        return self.weight([gram for gram in first if gram in others])

    def of(self, first: Sequence[Leaf], second: Sequence[Leaf]) -> float:
        """How alike two runs of passages are, 0–1; numbers, years and ordinals don't count.

        A passage that stands whole within a longer one is like it, a little less than like itself.
        """
        bare, other = "".join(leaf.bare for leaf in first), "".join(leaf.bare for leaf in second)
        if bare == other:
            return 1.0
        if not bare or not other:
            return 0.0
        grams = list(dict.fromkeys(gram for leaf in first for gram in leaf.grams))
        others = list(dict.fromkeys(gram for leaf in second for gram in leaf.grams))
        weight, other_weight = self.weight(grams), self.weight(others)
        shared = self.shared(grams, others)
        alike = (2 * shared / (weight + other_weight) + ratio(bare, other)) / 2
        if min(len(bare), len(other)) >= _CONTAINED:
            inside = shared / min(weight, other_weight)
            alike = max(alike, 0.85 * inside * inside)
        return min(alike, 0.99)


def suggest(prior: Sequence[Leaf], current: Sequence[Leaf], likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of positions worth scoring: the same masked text, or rare grams in common."""
    shared = _shared(prior, current, likeness)
    weights = [likeness.weight(leaf.grams) for leaf in prior]
    others = [likeness.weight(leaf.grams) for leaf in current]
    promising: dict[tuple[int, int], float] = {
        (i, j): weight / max(1.0, min(weights[i], others[j])) for (i, j), weight in shared.items()
    }
    chosen = [*_best(promising, 0), *_best(promising, 1), *_equal(prior, current)]
    return sorted(dict.fromkeys(chosen))


def _shared(
    prior: Sequence[Leaf], current: Sequence[Leaf], likeness: Likeness
) -> dict[tuple[int, int], float]:
    """Weight that pairs share through grams that are rare here."""
    there, here = _postings(prior), _postings(current)
    crowded = max(_CROWDED, 1 + len(prior) * len(current) // 40 if len(prior) * len(current) < 40_000 else 0)
    shared: dict[tuple[int, int], float] = {}
    for gram, rows in there.items():
        columns = here.get(gram)
        if columns is None or len(rows) * len(columns) > crowded:
            continue
        weight = likeness.weight((gram,))
        for i in rows:
            for j in columns:
                shared[i, j] = shared.get((i, j), 0.0) + weight
    return shared


def _postings(leaves: Sequence[Leaf]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for position, leaf in enumerate(leaves):
        for gram in leaf.grams:
            postings.setdefault(gram, []).append(position)
    return postings


def _best(promising: Mapping[tuple[int, int], float], side: int) -> list[tuple[int, int]]:
    """The most promising partners of each position of one side."""
    by_position: dict[int, list[tuple[float, tuple[int, int]]]] = {}
    for pair, share in promising.items():
        by_position.setdefault(pair[side], []).append((-share, pair))
    return [pair for found in by_position.values() for _, pair in sorted(found)[:_PARTNERS]]


def _equal(prior: Sequence[Leaf], current: Sequence[Leaf]) -> list[tuple[int, int]]:
    """Pairs of the same masked text; of many repeats each with those about as far along."""
    spots: dict[str, list[int]] = {}
    for j, leaf in enumerate(current):
        spots.setdefault(leaf.bare, []).append(j)
    repeats: dict[str, list[int]] = {}
    for i, leaf in enumerate(prior):
        if leaf.bare in spots:
            repeats.setdefault(leaf.bare, []).append(i)
    found = []
    for bare, rows in repeats.items():
        columns = spots[bare]
        if len(rows) * len(columns) <= _CROWDED:
            found += [(i, j) for i in rows for j in columns]
            continue
        for rank, i in enumerate(rows):
            found += [(i, j) for j in columns[max(0, rank - _PARTNERS) : rank + _PARTNERS + 1]]
            found += [
                (i, j)
                for j in columns[
                    max(0, len(columns) - len(rows) + rank - 1) : len(columns) - len(rows) + rank + 2
                ]
            ]
    return found
