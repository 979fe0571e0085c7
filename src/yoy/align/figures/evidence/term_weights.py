"""Bags of words, weighed by rarity, and how much two of them share."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

Link = tuple[int, int]
_COMMON = 80
"""A piece that more figures than this share finds no candidates: it keeps the cost linear."""
_FAINT = 0.3
"""Share of the best link of a bag below which another is not looked at."""
_LITTLE = 1.0
"""Weight of shared pieces that halves what they say: less than that of one common piece."""
_KEPT = 8
"""Links by words that are looked at closely, for each bag of either side."""


class Bag(NamedTuple):
    """Pieces with their weights, and the weight of all."""

    weights: Mapping[str, float]
    total: float


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

    def bag(self, pieces: Iterable[str]) -> Bag:
        """The pieces with their weights, each above 0."""
        weights, rarest = self._weights, self._rarest
        weighed = {piece: weights.get(piece, rarest) for piece in pieces}
        return Bag(weighed, fsum(weighed.values()))


def shared(first: Bag, second: Bag) -> float:
    """Weight of the pieces that both hold; the sum is exact, so that no order of pieces matters."""
    if first is second:
        return first.total
    if len(first.weights) > len(second.weights):
        first, second = second, first
    other = second.weights
    return fsum([weight for piece, weight in first.weights.items() if piece in other])


def overlap(first: Bag, second: Bag) -> float:
    """Weighed Dice coefficient of two bags, 0–1, less for little that is shared; 0 when one is empty.

    Two bags of nothing but 增长 are the same and say nothing.
    """
    weight = shared(first, second)
    if not weight:
        return 0.0
    return 2 * weight / (first.total + second.total) * weight / (weight + _LITTLE)


def contained(first: Bag, second: Bag) -> float:
    """Weighed share of the smaller bag that the other has too, 0–1; 0 when one is empty."""
    if not first.total or not second.total:
        return 0.0
    return shared(first, second) / min(first.total, second.total)


class Lot(NamedTuple):
    """Bags of one side with their lanes: bags of different lanes, or of none, are never paired."""

    bags: Sequence[Bag]
    lanes: Sequence[Hashable | None]


def nearest(prior: Lot, current: Lot, may_pair: Callable[[int, int], bool], rarity: Rarity) -> set[Link]:
    """For each bag of either side the ones of the other that it shares most with, as index pairs."""
    totals = [bag.total for bag in prior.bags]
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    found: set[Link] = set()
    for rank, weights in _shared_weights(prior, current, rarity):
        total = current.bags[rank].total
        column = [
            (-weight / (totals[before] + total), before)
            for before, weight in weights.items()
            if may_pair(before, rank)
        ]
        for share, before in column:
            rows[before].append((share, rank))
        found.update((before, rank) for before in _best(column))
    found.update((before, rank) for before, row in rows.items() for rank in _best(row))
    return found


def _best(line: list[tuple[float, int]]) -> list[int]:
    line.sort()
    least = line[0][0] * _FAINT if line else 0.0
    return [other for share, other in line[:_KEPT] if share <= least]


def _shared_weights(prior: Lot, current: Lot, rarity: Rarity) -> Iterator[tuple[int, dict[int, float]]]:
    """For each bag of the current side the weight that it shares with those of the prior one.

    Only those that share a telling piece, found through an index of pieces.
    """
    telling = {piece for piece, count in rarity.counts.items() if count <= _COMMON}
    posts: dict[Hashable, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for rank, (bag, lane) in enumerate(zip(prior.bags, prior.lanes, strict=True)):
        if lane is None:
            continue
        post = posts[lane]
        for piece in bag.weights.keys() & telling:
            post[piece].append(rank)
    for rank, (bag, lane) in enumerate(zip(current.bags, current.lanes, strict=True)):
        if lane not in posts:
            continue
        post = posts[lane]
        weights: dict[int, float] = {}
        for piece, weight in bag.weights.items():
            for before in post.get(piece, ()):
                weights[before] = weights.get(before, 0.0) + weight
        yield rank, weights


class Words(NamedTuple):
    """The words of a figure, from its name outwards."""

    name: Bag
    near: Bag
    clause: Bag
    sentence: Bag
    subjects: tuple[Bag, ...] = ()
    """The words of each of those that the figure is of, where it is of several."""

    @property
    def names(self) -> tuple[Bag, ...]:
        """The words by which it may be named: its own, or those of one of its subjects."""
        return (self.name, *self.subjects)

    @property
    def nears(self) -> tuple[Bag, ...]:
        """The same for the words around it."""
        return (self.near, *self.subjects)


def likest(bags: Sequence[Bag], others: Sequence[Bag]) -> float:
    """How alike the likest of two figures' names are."""
    return max(overlap(one, other) for one in bags for other in others)
