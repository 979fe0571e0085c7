"""What speaks for a link of two sections: their titles, and how much of their text they share.

Both are weighed by rarity and counted through an index of what occurs on both sides, so that the cost
follows what is shared, not the product of the two outlines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from yoy.language.similarity import ratio
from yoy.language.tokens import grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.align.sections.tree import SectionTree

Pair = tuple[int, int]
Content = Mapping[str, float]
_TELLING = 400
"""Grams that would link more pairs of sections than this say nothing and are left out."""
_ENOUGH = 0.98
"""Share of a section's weight that must be rare enough to tell, or it is looked at one by one."""

_NEARLY = 0.8
"""Likeness by characters from which two titles of Latin words differ in a letter or two."""
_USUAL = 0.03
"""What any two sections of such reports share at least …"""
_USUAL_LOOKED_AT = 0.05
"""… and what they share where common grams count too."""


class Evidence:
    """Titles and texts of two outlines against each other; pairs are indices (prior, current).

    Texts of the same report share much whatever they tell, so what a pair shares is also measured
    against what its two sections share with all others: in a report whose sections have a twentieth in
    common, a seventh is a find.
    """

    def __init__(self, prior: SectionTree, current: SectionTree) -> None:
        self._prior, self._current = prior, current
        there, here = _postings(prior.contents), _postings(current.contents)
        self._worth = _worth(there, here, prior.contents, current.contents)
        self._prior_weights, self._prior_told = self._weights(len(prior.contents), there, here)
        self._current_weights, self._current_told = self._weights(len(current.contents), here, there)
        self._bodies = self._shared(there, here)
        self._background = self._medians()
        self._titles = self._title_likeness()
        self._looked_at: dict[Pair, None] = {}

    def pairs(self) -> list[Pair]:
        """Pairs that share anything rare, in their titles or their texts."""
        return list(dict.fromkeys([*self._titles, *self._bodies]))

    def title(self, i: int, j: int) -> float:
        """How alike the two titles are, 0–1."""
        return self._titles.get((i, j), 0.0)

    def body(self, i: int, j: int) -> float:
        """How alike the two texts are, 0–1."""
        return self._bodies.get((i, j), 0.0)

    def likeness(self, i: int, j: int) -> float:
        """How much speaks for a link, 0–1.35: what title and text both say counts a little more."""
        title, body = self.title(i, j), self.standing_out(i, j)
        return max(title, body) + 0.35 * min(title, body)

    def standing_out(self, i: int, j: int) -> float:
        """`body`, raised where it stands out from what the two sections share with others, 0–1."""
        return self._raised(i, j, max(self._background[0][i], self._background[1][j]))

    def standing_out_of(self, i: int, j: int, side: int) -> float:
        """The same for one of them: 0 the prior section, 1 the current one."""
        return self._raised(i, j, self._background[side][(i, j)[side]])

    def _raised(self, i: int, j: int, background: float) -> float:
        body = self.body(i, j)
        if not body:
            return 0.0
        usual = _USUAL_LOOKED_AT if (i, j) in self._looked_at else _USUAL
        return max(body, min(3 * body, 1 - 2 * max(background, usual) / body))

    def inside(self, i: int, j: int) -> tuple[float, float]:
        """Share of the prior text that the current one holds, and the reverse, 0–1."""
        shared = self.body(i, j) * sqrt(self._prior_weights[i] * self._current_weights[j])
        return (
            min(1.0, shared / self._prior_weights[i]) if shared else 0.0,
            min(1.0, shared / self._current_weights[j]) if shared else 0.0,
        )

    def both_have_text(self, i: int, j: int) -> bool:
        """Whether both sections have text to judge by."""
        return self._prior_weights[i] > 0 and self._current_weights[j] > 0

    def examine(self, pairs: Iterable[Pair]) -> None:
        """Look at pairs one by one, common grams included, where too little that is rare can speak."""
        for i, j in pairs:
            if (i, j) not in self._titles:
                self._titles[i, j] = title_likeness(self._prior.titles[i], self._current.titles[j])
            scarce = self._prior_told[i] < _ENOUGH or self._current_told[j] < _ENOUGH
            if scarce and (i, j) not in self._looked_at:
                self._bodies[i, j] = self._compare_bodies(i, j)
                self._looked_at[i, j] = None

    def beyond(self, i: int, j: int, side: int, partner: int) -> float:
        """Of what a pair shares, the part that one of them doesn't share with its partner anyway, 0–1.

        Args:
            side: 1 where `partner` is a current section, linked with `i`; 0 where it is a prior one,
                linked with `j`.
        """
        own, others = self._prior.contents[i], self._current.contents[j]
        known = (self._current if side else self._prior).contents[partner]
        shared = own.keys() & others.keys()
        whole = fsum(map(self._worth.__getitem__, shared))
        fresh = fsum(map(self._worth.__getitem__, shared - known.keys()))
        return fresh / whole if whole else 0.0

    def _weights(
        self, count: int, own: Mapping[str, list[int]], others: Mapping[str, list[int]]
    ) -> tuple[list[float], list[float]]:
        """Weight of each section, and the share of it that is rare enough to tell."""
        told, silent = [0.0] * count, [0.0] * count
        for gram, places in own.items():
            tells = len(places) * len(others.get(gram, ())) <= _TELLING
            counted = told if tells else silent
            weight = self._worth[gram]
            for place in places:
                counted[place] += weight
        weights = [one + other for one, other in zip(told, silent, strict=True)]
        return weights, [one / whole if whole else 0.0 for one, whole in zip(told, weights, strict=True)]

    def _shared(self, there: Mapping[str, list[int]], here: Mapping[str, list[int]]) -> dict[Pair, float]:
        shared: dict[Pair, float] = {}
        for gram, rows in there.items():
            columns = here.get(gram, ())
            if not columns or len(rows) * len(columns) > _TELLING:
                continue
            weight = self._worth[gram]
            for row in rows:
                for column in columns:
                    shared[row, column] = shared.get((row, column), 0.0) + weight
        return {
            (i, j): weight / sqrt(self._prior_weights[i] * self._current_weights[j])
            for (i, j), weight in shared.items()
        }

    def _medians(self) -> tuple[list[float], list[float]]:
        """What each section shares with a middling one of those it shares anything with."""
        rows: list[list[float]] = [[] for _ in self._prior.sections]
        columns: list[list[float]] = [[] for _ in self._current.sections]
        for (i, j), body in self._bodies.items():
            rows[i].append(body)
            columns[j].append(body)
        return [_median(row) for row in rows], [_median(column) for column in columns]

    def _title_likeness(self) -> dict[Pair, float]:
        """Likeness of the titles that share a rare enough pair of characters, or are equal."""
        there, here = _title_postings(self._prior), _title_postings(self._current)
        found: dict[Pair, float] = {}
        for gram, rows in there.items():
            columns = here.get(gram, ())
            if len(rows) * len(columns) <= _TELLING:
                for pair in ((row, column) for row in rows for column in columns):
                    if pair not in found:
                        found[pair] = title_likeness(
                            self._prior.titles[pair[0]], self._current.titles[pair[1]]
                        )
        return found

    def _compare_bodies(self, i: int, j: int) -> float:
        own, others = self._prior.contents[i], self._current.contents[j]
        # fsum, since a sum over a set must not depend on its order
        shared = fsum(map(self._worth.__getitem__, own.keys() & others.keys()))
        return shared / sqrt(self._prior_weights[i] * self._current_weights[j]) if shared else 0.0


def _postings(contents: Sequence[Content]) -> dict[str, list[int]]:
    """Gram → the sections that have it, the root left out."""
    postings: dict[str, list[int]] = defaultdict(list)
    for i, content in enumerate(contents):
        if i:
            for gram in content:
                postings[gram].append(i)
    return postings


def _worth(
    there: Mapping[str, list[int]],
    here: Mapping[str, list[int]],
    prior: Sequence[Content],
    current: Sequence[Content],
) -> dict[str, float]:
    """Gram → how much it counts, times the logarithm of how few sections have it."""
    size = len(prior) + len(current)
    worth = {
        gram: log(1 + size / (len(rows) + len(here.get(gram, ())))) * prior[rows[0]][gram]
        for gram, rows in there.items()
    }
    for gram, columns in here.items():
        if gram not in worth:
            worth[gram] = log(1 + size / len(columns)) * current[columns[0]][gram]
    return worth


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _title_postings(side: SectionTree) -> dict[str, list[int]]:
    return _postings([dict.fromkeys([*_title_grams(title), "=" + title], 1.0) for title in side.titles])


def title_likeness(first: str, second: str) -> float:
    """How alike two bare titles are, 0–1.

    The larger of the shared pairs of characters and of the shortest edit: a title that changes its
    order keeps the former (健全…体制机制 → …体制机制进一步健全), one that changes a sign the latter. Latin
    words are compared whole (Film Industry is no Fund Industry), but for a letter or two (cost, costs).
    """
    if first == second:
        return 1.0
    pairs, others = _title_grams(first), set(_title_grams(second))
    common = sum(1 for gram in pairs if gram in others)
    dice = 2 * common / (len(pairs) + len(others)) if pairs and others else 0.0
    edit = ratio(first, second) * 0.9
    return max(dice, edit if edit >= _NEARLY or not (first + second).isascii() else 0.0)


def _title_grams(title: str) -> tuple[str, ...]:
    """Pairs of characters; of a Latin title its words and their pairs, also if it is one word."""
    return grams(f"{title}_") if title.isascii() else grams(title)
