"""Sections of two reports → the links between them.

Title alone is not enough: on outlines with 80 % of the titles reworded and 70 % of the bodies changed a
greedy match by title reaches F1 .57, an assignment by title .70, by title and body .81. Here every
pair is scored by both, a first global assignment gives context, and further rounds add what parents,
neighbours and order say.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from yoy.align.sections.assign import Board, Links, link_sections
from yoy.align.sections.features import Evidence, title_likeness
from yoy.align.sections.order import in_reading_order, moved_sections
from yoy.align.sections.pins import find_pins, first_of_each
from yoy.align.sections.split_merge import gather
from yoy.align.sections.tree import section_tree
from yoy.language.identity import bare_title
from yoy.model import SectionPair

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.align.sections.split_merge import Group
    from yoy.model import Report, SectionRelation
    from yoy.options import AlignOptions

_FULL = 1.2
"""Likeness and surroundings of sections of one title, like text and the same neighbours."""
_DOUBTFUL = 0.6
"""Likeness and surroundings together, below which a link is given to the reader to confirm …"""
_MARGIN = 0.03
"""… and the lead over the next best link, likewise, unless the titles are the same."""
_TURNED: Mapping[SectionRelation, SectionRelation] = MappingProxyType(
    {"split": "merged", "merged": "split", "added": "removed", "removed": "added"}
)


def pair_sections(prior: Report, current: Report, options: AlignOptions) -> tuple[SectionPair, ...]:
    """Link the sections of two reports; every section of both is in at least one link.

    The roots are linked with each other always. The links stand in the order of the current report,
    removed sections after them in the order of the prior one.

    Raises:
        AlignError: a pin names no section, or several.
    """
    pins = find_pins(prior, current, options)
    if prior.text > current.text:  # so that a tie falls the same way whichever report is the prior one
        force = tuple((j, i) for i, j in pins.force)
        forbid = frozenset((j, i) for i, j in pins.forbid)
        found = [_turned(pair) for pair in _pairs(current, prior, force, forbid)]
    else:
        found = _pairs(prior, current, pins.force, frozenset(pins.forbid))
    ids = [[section.id for section in report.outline.sections] for report in (prior, current)]
    return in_reading_order(found, *ids)


def _turned(pair: SectionPair) -> SectionPair:
    relation = _TURNED.get(pair.relation, pair.relation)
    return replace(pair, prior=pair.current, current=pair.prior, relation=relation)


def _pairs(
    prior: Report, current: Report, force: tuple[tuple[int, int], ...], forbid: frozenset[tuple[int, int]]
) -> list[SectionPair]:
    there, here = section_tree(prior), section_tree(current)
    forced, joining = first_of_each(force)
    board = Board(there, here, Evidence(there, here), forced, tuple(joining), forbid)
    links = link_sections(board)
    groups = gather(board, links.pairs)
    moved = moved_sections(there, here, groups)
    return [_pair(board, group, links, moved) for group in groups]


def _pair(board: Board, group: Group, links: Links, moved: Mapping[int, bool]) -> SectionPair:
    prior = tuple(board.prior.sections[i].id for i in sorted(group.prior))
    current = tuple(board.current.sections[j].id for j in sorted(group.current))
    if not prior or not current:
        relation: SectionRelation = "added" if current else "removed"
        return SectionPair(prior=prior, current=current, relation=relation, score=Decimal(0))
    i, j = group.prior[0], group.current[0]
    title = title_likeness(board.prior.titles[i], board.current.titles[j])
    total = links.totals.get(i, _FULL)
    reason = {"title": title, "body": board.evidence.body(i, j)}
    if i in links.totals and total > board.likeness(i, j):
        reason["around"] = total - board.likeness(i, j)
    doubtful = total < _DOUBTFUL or (links.margins.get(i, 1.0) < _MARGIN and title < 1)
    return SectionPair(
        prior=prior,
        current=current,
        relation=_relation(board, group),
        score=_hundredths(total / _FULL),
        moved=moved[i],
        reason={code: _hundredths(weight) for code, weight in reason.items()},
        pinned=i in board.forced,
        confirm=doubtful,
    )


def _relation(board: Board, group: Group) -> SectionRelation:
    if len(group.current) > 1:
        return "split"
    if len(group.prior) > 1:
        return "merged"
    prior = board.prior.sections[group.prior[0]].title
    current = board.current.sections[group.current[0]].title
    return "same" if bare_title(prior) == bare_title(current) else "renamed"


def _hundredths(value: float) -> Decimal:
    return Decimal(round(min(1.0, value) * 100)).scaleb(-2)
