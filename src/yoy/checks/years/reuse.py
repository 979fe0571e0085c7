"""How much of this year's text is last year's: shares of sentences, and the measures of "Lazy Prices"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.similarity import ratio
from yoy.language.tokens import grams, masked
from yoy.model import Reuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Passage, PassagePair, SectionPair

NEAR = 0.85
"""Likeness, numbers masked, from which a sentence is nearly the same."""
SHORTEST = 8
"""Characters from which a sentence says something of its own."""
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The sentences to compare: masked texts by passage id."""

    prior: Mapping[str, str]
    current: Mapping[str, str]

    @property
    def size(self) -> int:
        """Characters of both sides."""
        return sum(map(len, self.prior.values())) + sum(map(len, self.current.values()))


class _Joined(NamedTuple):
    """A link with its masked texts of both sides, and how many characters of it changed."""

    link: PassagePair
    old: str
    new: str
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """Both reports prepared once: their sentences, and the places of each passage's links."""

    whole: _Sides
    links: Sequence[PassagePair]
    prior_places: Mapping[str, Sequence[int]]
    current_places: Mapping[str, Sequence[int]]
    ratio: Callable[[str, str], float]
    changed: Sequence[int]

    def links_of(self, sides: _Sides) -> list[_Joined]:
        """The links that touch a sentence of either side, in their order, with the text on that side."""
        places = {at for each in sides.prior for at in self.prior_places.get(each, ())}
        places.update(at for each in sides.current for at in self.current_places.get(each, ()))
        return [self._joined(at, sides) for at in sorted(places)]

    def _joined(self, at: int, sides: _Sides) -> _Joined:
        link = self.links[at]
        return _Joined(
            link,
            "".join([sides.prior.get(each, "") for each in link.prior]),
            "".join([sides.current.get(each, "") for each in link.current]),
            self.changed[at],
        )


def measure_reuse(both: PairView) -> tuple[Reuse | None, Callable[[SectionPair], Reuse | None]]:
    """The measures for the whole of both reports, and a function that measures one pair of sections.

    A section is measured with all that lies below it. None where one side has no sentences.
    """
    material = _material(both)
    homes = (_homes(both.prior), _homes(both.current))
    whole = _measure(material, material.whole)

    def of_sections(link: SectionPair) -> Reuse | None:
        if not link.prior or not link.current:
            return None
        sides = _Sides(
            prior=_below(homes[0], link.prior, material.whole.prior),
            current=_below(homes[1], link.current, material.whole.current),
        )
        return whole if sides == material.whole else _measure(material, sides)

    return whole, of_sections


def is_sentence(passage: Passage) -> bool:
    """Whether a passage is running text."""
    return passage.kind in ("sentence", "item")


def _all(view: View) -> list[Passage]:
    return [passage for passage in view.passages if is_sentence(passage)]


def _homes(view: View) -> dict[str, list[Passage]]:
    """Sentences by section, counted in every section above them as well."""
    homes: dict[str, list[Passage]] = {}
    for passage in _all(view):
        section = view.section.get(passage.section)
        while section is not None:
            homes.setdefault(section.id, []).append(passage)
            section = view.section.get(section.parent) if section.parent else None
    return homes


def _below(
    homes: Mapping[str, Sequence[Passage]], sections: Iterable[str], texts: Mapping[str, str]
) -> dict[str, str]:
    """The texts of all that lies in or below `sections`."""
    inside = (passage.id for section in sections for passage in homes.get(section, ()))
    return {each: texts[each] for each in inside if each in texts}


def _material(both: PairView) -> _Material:
    links = both.pair.passages
    return _Material(
        whole=_Sides(prior=_masked(both.prior), current=_masked(both.current)),
        links=links,
        prior_places=_places(link.prior for link in links),
        current_places=_places(link.current for link in links),
        ratio=cache(ratio),
        changed=tuple(sum(_changed(link)) for link in links),
    )


def _places(ends: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, passages in enumerate(ends):
        for each in passages:
            places.setdefault(each, []).append(at)
    return places


def _measure(material: _Material, sides: _Sides) -> Reuse | None:
    if not sides.prior or not sides.current:
        return None
    links = material.links_of(sides)
    identical, near = _shares(material, links, sides)
    first, second = (_terms(side.values()) for side in (sides.prior, sides.current))
    return Reuse(
        identical=_rounded(identical),
        near=_rounded(near),
        cosine=_rounded(_cosine(first, second)),
        jaccard=_rounded(_jaccard(first, second)),
        edit=_rounded(_edit(material, links, sides)),
        simple=_rounded(_simple(links, sides)),
    )


def _rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_PLACES)


def _masked(view: View) -> dict[str, str]:
    texts = {passage.id: masked(passage.span.of(view.text)) for passage in _all(view)}
    return {each: text for each, text in texts.items() if len(text) >= SHORTEST}


def _shares(material: _Material, links: Sequence[_Joined], sides: _Sides) -> tuple[float, float]:
    """Shares of this year's sentences that are last year's, word for word and nearly; numbers left open."""
    known = set(sides.prior.values())
    same = {each for each, text in sides.current.items() if text in known}
    near = 0
    for link, old, new, _ in links:
        fresh = [each for each in link.current if each in sides.current and each not in same]
        if fresh and old and material.ratio(old, new) >= NEAR:
            near += len(fresh)
    return len(same) / len(sides.current), near / len(sides.current)


def _terms(texts: Iterable[str]) -> Counter[str]:
    return Counter(chain.from_iterable(map(grams, texts)))


def _cosine(first: Counter[str], second: Counter[str]) -> float:
    """Cosine of the two vectors of term counts; the terms are pairs of hanzi, or words."""
    shared = first.keys() & second.keys()
    product = sum(map(mul, map(first.__getitem__, shared), map(second.__getitem__, shared)))
    lengths = sqrt(_square(first)) * sqrt(_square(second))
    return min(1.0, product / lengths) if lengths else 0.0


def _square(counts: Counter[str]) -> int:
    return sum(map(mul, counts.values(), counts.values()))


def _jaccard(first: Counter[str], second: Counter[str]) -> float:
    """Terms in both over terms in either."""
    both = len(first.keys() & second.keys())
    either = len(first) + len(second) - both
    return both / either if either else 0.0


def _edit(material: _Material, links: Sequence[_Joined], sides: _Sides) -> float:
    """Share of both texts that survives the shortest edit of each sentence into its partner."""
    kept = 0.0
    for _, old, new, _ in links:
        if old and new:
            kept += material.ratio(old, new) * (len(old) + len(new))
    size = sides.size
    return kept / size if size else 0.0


def _simple(links: Sequence[_Joined], sides: _Sides) -> float:
    """1 less the share of words in additions, deletions and changes, as a comparing editor marks them."""
    marked = 0
    for link, old, new, changed in links:
        whole = len(old) + len(new)
        marked += min(whole, changed) if link.prior and link.current else whole
    size = sides.size
    return max(0.0, 1 - marked / size) if size else 0.0


def _changed(link: PassagePair) -> Iterable[int]:
    for edit in link.edits:
        if edit.tag != "equal" and edit.edit_class in ("figure", "wording"):
            yield len(edit.prior) + len(edit.current)
