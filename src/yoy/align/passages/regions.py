"""Where each passage is looked for first: the linked sections it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.model import Report, SectionPair


class Region(NamedTuple):
    """The passages of one link of sections, in reading order on both sides.

    Passages of a section without partner belong to the nearest linked section above, so that reports
    of different depth still meet.

    Attributes:
        moved: whether the sections, or sections above them, have left their place.
        opens: positions of the two headings that the link makes a pair, if both have one.
        certain: whether nobody need confirm the link.
    """

    prior: tuple[PassageText, ...]
    current: tuple[PassageText, ...]
    moved: bool
    opens: tuple[int, int] | None
    certain: bool


def linked_regions(
    prior: Report,
    current: Report,
    sections: Sequence[SectionPair],
    prior_leaves: Sequence[PassageText],
    current_leaves: Sequence[PassageText],
) -> list[Region]:
    """One for each link with two sides, in the order of the links; together they hold every passage."""
    linked = [pair for pair in sections if pair.prior and pair.current]
    former = _grouped(prior, [pair.prior for pair in linked], prior_leaves)
    latter = _grouped(current, [pair.current for pair in linked], current_leaves)
    moved = _moved(current, linked)
    return [
        Region(tuple(own), tuple(others), is_moved, _openings(pair, own, others), not pair.confirm)
        for own, others, is_moved, pair in zip(former, latter, moved, linked, strict=True)
    ]


def _homes(report: Report, linked: Sequence[Sequence[str]]) -> dict[str, int]:
    """Section id → number of the link it belongs to, itself or through the nearest section above."""
    homes = {section: index for index, ids in enumerate(linked) for section in ids}
    for section in report.outline.sections:
        if section.id not in homes:
            homes[section.id] = homes[section.parent] if section.parent else 0
    return homes


def _grouped(
    report: Report, linked: Sequence[Sequence[str]], texts: Sequence[PassageText]
) -> list[list[PassageText]]:
    homes = _homes(report, linked)
    groups: list[list[PassageText]] = [[] for _ in linked]
    for passage_text in texts:
        groups[homes[passage_text.passage.section]].append(passage_text)
    return groups


def _moved(current: Report, linked: Sequence[SectionPair]) -> list[bool]:
    homes = _homes(current, [pair.current for pair in linked])
    parents: Mapping[str, str | None] = {s.id: s.parent for s in current.outline.sections}
    moved = [pair.moved for pair in linked]
    for section in current.outline.sections:  # parents come first, so what they say is final
        former_region, parent = homes[section.id], parents[section.id]
        if parent is not None and moved[homes[parent]]:
            moved[former_region] = True
    return moved


def _openings(
    pair: SectionPair, prior: Sequence[PassageText], current: Sequence[PassageText]
) -> tuple[int, int] | None:
    if len(pair.prior) > 1 or len(pair.current) > 1:
        return None
    first, second = _heading(pair.prior[0], prior), _heading(pair.current[0], current)
    return None if first is None or second is None else (first, second)


def _heading(section: str, texts: Sequence[PassageText]) -> int | None:
    for position, passage_text in enumerate(texts):
        if passage_text.passage.section == section and passage_text.passage.kind == "heading":
            return position
    return None
