"""What speaks for two figures being the same indicator, and what it comes to.

Each piece of evidence is a number from 0 to 1; weighed and added they go through a logistic curve, so
that a score can be read as "how often such a pair is right". The weights were fitted on three pairs
of reports with each pair left out in turn, and rounded.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from yoy.language.units import kindred

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.align.traits import Traits


class Rarity:
    """How much a piece tells: the logarithm of how rare it is among the figures of both reports."""

    def __init__(self, bags: Iterable[Iterable[str]]) -> None:
        self.counts: Counter[str] = Counter()
        size = 1
        for bag in bags:
            self.counts.update(bag)
            size += 1
        self._weights = {piece: log((size + 1) / count) + 0.1 for piece, count in self.counts.items()}
        self._rarest = log(size + 1) + 0.1

    def of(self, piece: str) -> float:
        """Weight of one piece, above 0."""
        return self._weights.get(piece, self._rarest)

    def total(self, bag: Iterable[str]) -> float:
        """Weight of a bag."""
        weights, rarest = self._weights, self._rarest
        return sum([weights.get(piece, rarest) for piece in bag])


def overlap(first: tuple[str, ...], second: tuple[str, ...], rarity: Rarity) -> float:
    """Weighed Dice coefficient of two bags, 0–1; 0 when one is empty."""
    if not first or not second:
        return 0.0
    shared = frozenset(second).intersection(first)
    if not shared:
        return 0.0
    return 2 * rarity.total(shared) / (rarity.total(first) + rarity.total(second))


def contained(first: tuple[str, ...], second: tuple[str, ...], rarity: Rarity) -> float:
    """Weighed share of the smaller bag that the other has too, 0–1; 0 when one is empty."""
    if not first or not second:
        return 0.0
    shared = frozenset(second).intersection(first)
    if not shared:
        return 0.0
    return rarity.total(shared) / min(rarity.total(first), rarity.total(second))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one pair, each 0–1.

    Attributes:
        name: how alike the indicators are. near, clause, sentence: how alike the words around, from
            the closest to the whole passage. cross: how much of the one's indicator stands around
            the other.
        section: how close the sections stand that the two are in.
        place: agreement around the same place of paired passages.
        passage: whether their passages are paired.
        value: how telling it is that the values are equal.
        implied: the current report itself gives or implies the prior value.
        cell: they stand in the same cell of paired tables.
        unit: the unit is printed the same. far: how far the values are apart beyond what a year does.
        rescoped: the same thing on another basis, by the words. opposed: words that exclude each other.
    """

    name: float
    near: float
    cross: float
    clause: float
    sentence: float
    section: float
    place: float
    passage: float
    value: float
    implied: float
    cell: float
    unit: float
    far: float
    rescoped: float
    opposed: float


def words_alike(first: Traits, second: Traits, rarity: Rarity) -> tuple[float, float, float]:
    """How alike two figures are by name, by the words near, and by name against near."""
    name = overlap(first.name, second.name, rarity)
    near = overlap(first.near, second.near, rarity)
    cross = max(
        contained(first.name, second.clause, rarity) if len(first.name) > 1 else 0.0,
        contained(second.name, first.clause, rarity) if len(second.name) > 1 else 0.0,
    )
    return name, near, cross


def far_apart(first: Traits, second: Traits) -> float:
    """0 up to a factor of 3 between the values, 1 from a factor of 30 on."""
    one, other = abs(float(first.quantity.value)), abs(float(second.quantity.value))
    if one == other:
        return 0.0
    if not one or not other:
        return 0.5
    return min(1.0, max(0.0, (abs(log(one / other)) - log(3)) / log(10)))


def equal_value(first: Traits, second: Traits) -> float:
    """How telling equal values are, by their significant digits: 0 for one digit, 1 for four."""
    if first.quantity.value != second.quantity.value:
        return 0.0
    digits = len(first.quantity.value.normalize().as_tuple().digits)
    return min(1.0, (digits - 1) / 3)


def same_unit(first: Traits, second: Traits) -> float:
    """1 for the same unit, 0.5 for one that converts or counts the same kind of thing, else 0."""
    if first.quantity.unit == second.quantity.unit:
        return 1.0
    return 0.5 if kindred(first.quantity.unit, second.quantity.unit) else 0.0


def logistic(balance: float) -> float:
    """A sum of evidence as a number between 0 and 1."""
    return 1 / (1 + exp(-balance))


_WEIGHTS = {
    "name": 3.0,
    "near": 2.5,
    "cross": 1.0,
    "clause": 1.5,
    "sentence": 1.0,
    "section": 1.0,
    "place": 4.0,
    "passage": 1.0,
    "value": 1.0,
    "implied": 2.5,
    "cell": 7.0,
    "unit": 1.0,
    "far": -2.0,
    "rescoped": -1.0,
    "opposed": -4.0,
}
_BIAS = -5.0


def balance(evidence: Evidence) -> float:
    """The weighed sum of the evidence, in log-odds: 0 is as likely right as wrong."""
    return sum([weight * float(getattr(evidence, name)) for name, weight in _WEIGHTS.items()], _BIAS)
