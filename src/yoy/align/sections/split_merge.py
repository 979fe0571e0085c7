"""Sections that were split or merged: one without partner whose text stands in its neighbour's partner."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yoy.align.sections.assign import Board
    from yoy.align.sections.tree import SectionTree

_INSIDE = 0.5
"""Share of a section's text, weighed by rarity, that proves it a part of the other …"""
_STANDS_OUT = 0.28
"""… or how far what both share must stand out from what it shares with others."""
_FRESH = 0.4
"""Share of it that the neighbour itself must not have: what both parts repeat tells nothing."""
_SUBSTANCE = 20
"""Grams below which a text is too short to be recognised within another."""
_REACH = 2
"""Neighbours on each side that may be the other part: parts of one section stay close."""


@dataclass(slots=True)
class Group:
    """Indices of sections that belong together; the first of each side is the closest pair."""

    prior: list[int] = field(default_factory=list)
    current: list[int] = field(default_factory=list)


def gather(board: Board, links: Mapping[int, int]) -> list[Group]:
    """The links as groups, enlarged by what was split off or merged in, and the rest alone."""
    by_prior = {i: Group([i], [j]) for i, j in sorted(links.items())}
    by_current = {group.current[0]: group for group in by_prior.values()}
    _join(board, by_prior, by_current)
    alone: list[Group] = []
    for j in _unlinked(board.current, [group.current for group in by_prior.values()]):
        home = _home(board.current, j, by_current, partial(_share_of_current, board, j))
        if home is None:
            alone.append(Group(current=[j]))
        else:
            home.current.append(j)
    for i in _unlinked(board.prior, [group.prior for group in by_prior.values()]):
        home = _home(board.prior, i, by_prior, partial(_share_of_prior, board, i))
        if home is None or len(home.current) > 1:
            alone.append(Group(prior=[i]))
        else:
            home.prior.append(i)
    return [*by_prior.values(), *alone]


def _join(board: Board, by_prior: Mapping[int, Group], by_current: Mapping[int, Group]) -> None:
    """Add the sections that the user has joined to a link."""
    for i, j in board.joining:
        if i in by_prior:
            by_prior[i].current.append(j)
        else:
            by_current[j].prior.append(i)


def _unlinked(side: SectionTree, linked: Sequence[Sequence[int]]) -> list[int]:
    taken = {section for sections in linked for section in sections}
    return [i for i in range(len(side.sections)) if i not in taken]


def _home(
    side: SectionTree, section: int, linked: Mapping[int, Group], share: Callable[[Group], float]
) -> Group | None:
    """The group of a neighbour whose partner holds the section's text, the fullest if several do."""
    best: tuple[float, Group] | None = None
    for step in (-1, 1, -2, 2)[: 2 * _REACH]:
        neighbour = side.sibling(section, step)
        if neighbour is not None and neighbour in linked:
            found = share(linked[neighbour])
            if found > 0 and (best is None or found > best[0]):
                best = found, linked[neighbour]
    return best[1] if best else None


def _share_of_current(board: Board, j: int, group: Group) -> float:
    """How much of an unlinked current section the group's prior one holds."""
    return _share(board, group.prior[0], j, 1, group.current[0])


def _share_of_prior(board: Board, i: int, group: Group) -> float:
    """How much of an unlinked prior section the group's current one holds."""
    return _share(board, i, group.current[0], 0, group.prior[0])


def _share(board: Board, i: int, j: int, side: int, neighbour: int) -> float:
    """How much of an unlinked section its neighbour's partner holds; 0 where that proves nothing.

    Args:
        side: 1 where `j` is the unlinked one and `neighbour` a current section, 0 where `i` is and
            `neighbour` a prior one.
    """
    content = board.current.contents[j] if side else board.prior.contents[i]
    if (i, j) in board.forbidden or len(content) < _SUBSTANCE:
        return 0.0
    fresh = board.evidence.beyond(i, j, side, neighbour)
    inside = board.evidence.inside(i, j)[side] * fresh
    stands_out = board.evidence.standing_out_of(i, j, side) if fresh >= _FRESH else 0.0
    return max(inside, stands_out) if inside >= _INSIDE or stands_out >= _STANDS_OUT else 0.0
