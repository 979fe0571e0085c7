"""Which links stayed in place: the heaviest part that keeps its order stays, the rest has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from yoy.align.sections.tree import linked_above
from yoy.align.solver.chain import Link, heaviest_chain
from yoy.model import SectionPair, TablePair

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.align.sections.split_merge import Group
    from yoy.align.sections.tree import SectionTree

Pair = TypeVar("Pair", SectionPair, TablePair)


def out_of_order(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[bool]:
    """For each pair of positions whether it has left the order of the others.

    Of two parts that changed places the lighter one has moved.
    """
    links = [Link(i, j, i + 1, j + 1, weight) for (i, j), weight in zip(pairs, weights, strict=True)]
    stayed = {(link.prior, link.current) for link in heaviest_chain(links)}
    return [pair not in stayed for pair in pairs]


def in_reading_order(found: Iterable[Pair], prior: Sequence[str], current: Sequence[str]) -> tuple[Pair, ...]:
    """Pairs in the order of the current report; what only the prior one has follows in its own order.

    Args:
        prior, current: all ids of each side, in reading order.
    """
    there, here = ({name: at for at, name in enumerate(side)} for side in (prior, current))
    return tuple(
        sorted(
            found,
            key=lambda pair: (
                here[pair.current[0]] if pair.current else len(here),
                there[pair.prior[0]] if pair.prior else -1,
            ),
        )
    )


def moved_sections(prior: SectionTree, current: SectionTree, groups: Iterable[Group]) -> dict[int, bool]:
    """For the first prior section of each link whether it has moved: another parent, or out of order.

    A parent without partner is looked through, so that a level put in between moves nothing. A section
    that was split or merged stays in order where any of its parts does.
    """
    linked = {group.prior[0]: group for group in groups if group.prior and group.current}
    links = {i: group.current[0] for i, group in linked.items()}
    back = {j: i for i, j in links.items()}
    moved = {}
    siblings: dict[int, list[Group]] = {}
    for i, j in links.items():
        above, across = linked_above(prior, i, links), linked_above(current, j, back)
        moved[i] = bool(i) and links.get(above) != across
        if i and not moved[i]:
            siblings.setdefault(above, []).append(linked[i])
    for kin in siblings.values():
        pairs = sorted((i, j) for group in kin for i in group.prior for j in group.current)
        weights = [float(len(prior.sections[i].span) + len(current.sections[j].span)) for i, j in pairs]
        left = {pair for pair, gone in zip(pairs, out_of_order(pairs, weights), strict=True) if gone}
        for group in kin:
            moved[group.prior[0]] = all((i, j) in left for i in group.prior for j in group.current)
    return moved
