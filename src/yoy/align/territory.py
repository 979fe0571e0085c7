"""Where each passage is looked for first: the linked sections it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.leaves import Leaf
    from yoy.model import Report, SectionPair


class Territory(NamedTuple):
    """The passages of one link of sections, in reading order on both sides.

    Passages of a section without partner belong to the nearest linked section above, so that reports
    of different depth still meet.

    Attributes:
        moved: whether the sections, or sections above them, have left their place.
        opens: positions of the two headings that the link makes a pair, if both have one.
        certain: whether nobody need confirm the link.
    """

    prior: tuple[Leaf, ...]
    current: tuple[Leaf, ...]
    moved: bool
    opens: tuple[int, int] | None
    certain: bool


def territories(
    prior: Report,
    current: Report,
    sections: Sequence[SectionPair],
    prior_leaves: Sequence[Leaf],
    current_leaves: Sequence[Leaf],
) -> list[Territory]:
    """One for each link with two sides, in the order of the links; together they hold every passage."""
    linked = [pair for pair in sections if pair.prior and pair.current]
    there = _grouped(prior, [pair.prior for pair in linked], prior_leaves)
    here = _grouped(current, [pair.current for pair in linked], current_leaves)
    moved = _moved(current, linked)
    return [
        Territory(tuple(own), tuple(others), is_moved, _openings(pair, own, others), not pair.confirm)
        for own, others, is_moved, pair in zip(there, here, moved, linked, strict=True)
    ]


def _homes(report: Report, linked: Sequence[Sequence[str]]) -> dict[str, int]:
    """Section id → number of the link it belongs to, itself or through the nearest section above."""
    homes = {section: index for index, ids in enumerate(linked) for section in ids}
    for section in report.outline.sections:
        if section.id not in homes:
            homes[section.id] = homes[section.parent] if section.parent else 0
    return homes


def _grouped(report: Report, linked: Sequence[Sequence[str]], leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    homes = _homes(report, linked)
    groups: list[list[Leaf]] = [[] for _ in linked]
    for leaf in leaves:
        groups[homes[leaf.passage.section]].append(leaf)
    return groups


def _moved(current: Report, linked: Sequence[SectionPair]) -> list[bool]:
    homes = _homes(current, [pair.current for pair in linked])
    parents: Mapping[str, str | None] = {s.id: s.parent for s in current.outline.sections}
    moved = [pair.moved for pair in linked]
    for section in current.outline.sections:  # parents come first, so what they say is final
        home, parent = homes[section.id], parents[section.id]
        if parent is not None and moved[homes[parent]]:
            moved[home] = True
    return moved


def _openings(pair: SectionPair, prior: Sequence[Leaf], current: Sequence[Leaf]) -> tuple[int, int] | None:
    if len(pair.prior) > 1 or len(pair.current) > 1:
        return None
    first, second = _heading(pair.prior[0], prior), _heading(pair.current[0], current)
    return None if first is None or second is None else (first, second)


def _heading(section: str, leaves: Sequence[Leaf]) -> int | None:
    for position, leaf in enumerate(leaves):
        if leaf.passage.section == section and leaf.passage.kind == "heading":
            return position
    return None
