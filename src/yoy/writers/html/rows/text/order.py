"""In which order the passages of two reports stand beside each other.

Both texts run down the page in their own order, whole. A pair of passages stands in one row where
both orders allow it; elsewhere (moved text, links that cross) each side has a row in its own place
and the rows point at each other.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import PassagePair
    from yoy.writers.html.facts import PairFacts

Standing = Literal["together", "prior", "current"]


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry of the comparison at one place of the page; `standing` tells which side owns the place."""

    entry: PassagePair
    standing: Standing


@dataclass(frozen=True, slots=True)
class _Link:
    entry: PassagePair
    prior: int
    current: int


def place(facts: PairFacts) -> tuple[Placed, ...]:
    """Every passage of both reports exactly once, in an order that keeps both readings."""
    prior, current = facts.prior.order, facts.current.order
    links = _in_place(facts.pair.passages, prior, current)
    together = {id(link.entry) for link in links}
    left = _starts(facts.pair.passages, prior, "prior", together)
    right = _starts(facts.pair.passages, current, "current", together)
    return tuple(_merge(links, left, right))


def _merge(
    links: Sequence[_Link], left: list[tuple[int, PassagePair]], right: list[tuple[int, PassagePair]]
) -> Iterator[Placed]:
    one = two = 0
    for link in links:
        while one < len(left) and left[one][0] < link.prior:
            yield Placed(left[one][1], "prior")
            one += 1
        while two < len(right) and right[two][0] < link.current:
            yield Placed(right[two][1], "current")
            two += 1
        yield Placed(link.entry, "together")
    yield from (Placed(entry, "prior") for _, entry in left[one:])
    yield from (Placed(entry, "current") for _, entry in right[two:])


def _starts(
    entries: Sequence[PassagePair], order: Mapping[str, int], side: str, together: set[int]
) -> list[tuple[int, PassagePair]]:
    """Places of what has a row of its own on one side; an entry in scattered parts, one a part."""
    found = []
    for entry in entries:
        ids = entry.prior if side == "prior" else entry.current
        if ids and id(entry) not in together:
            found += [(order[part[0]], _only(entry, side, part)) for part in _parts(ids, order)]
    return sorted(found, key=lambda item: item[0])


def _only(entry: PassagePair, side: str, part: tuple[str, ...]) -> PassagePair:
    """The entry itself, or the part of it that stands together when its passages don't."""
    ids = entry.prior if side == "prior" else entry.current
    if part == ids:
        return entry
    return replace(entry, prior=part) if side == "prior" else replace(entry, current=part)


def _parts(ids: tuple[str, ...], order: Mapping[str, int]) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    for name in sorted(ids, key=order.__getitem__):
        if parts and order[name] == order[parts[-1][-1]] + 1:
            parts[-1] = (*parts[-1], name)
        else:
            parts.append((name,))
    return parts


def _in_place(
    entries: Sequence[PassagePair], prior: Mapping[str, int], current: Mapping[str, int]
) -> tuple[_Link, ...]:
    """The longest run of unmoved pairs whose order is the same on both sides."""
    links = sorted(
        (
            _Link(entry, prior[entry.prior[0]], current[entry.current[0]])
            for entry in entries
            if entry.prior and entry.current and not entry.moved
            if _one_run(entry.prior, prior) and _one_run(entry.current, current)
        ),
        key=lambda link: link.current,
    )
    return _longest_rising(links)


def _one_run(ids: tuple[str, ...], order: Mapping[str, int]) -> bool:
    start = order[ids[0]]
    return all(order[name] == start + index for index, name in enumerate(ids))


def _longest_rising(links: Sequence[_Link]) -> tuple[_Link, ...]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, link in enumerate(links):
        length = bisect_left(tails, link.prior)
        tails[length : length + 1] = [link.prior]
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [index]
    chain: list[_Link] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(links[at])
        at = before[at]
    return tuple(reversed(chain))
