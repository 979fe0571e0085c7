"""Sections that were split or merged: one without partner whose text stands in a linked one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.context import Board
    from yoy.align.evidence import Side

_INSIDE = 0.5
"""Share of a section's text, weighed by rarity, that must stand in the other for a split or merger."""


@dataclass(slots=True)
class Group:
    """Indices of sections that belong together; the first of each side is the closest pair."""

    prior: list[int] = field(default_factory=list)
    current: list[int] = field(default_factory=list)


def gather(board: Board, links: Mapping[int, int]) -> list[Group]:
    """The links as groups, enlarged by what was split off or merged in, and the rest alone."""
    by_prior = {i: Group([i], [j]) for i, j in sorted(links.items())}
    by_current = {group.current[0]: group for group in by_prior.values()}
    groups = list(by_prior.values())
    alone: list[Group] = []
    for j in _unlinked(board.current, by_current):
        home = by_prior.get(_home_in_prior(board, by_prior, j))
        if home is not None and len(home.prior) == 1:
            home.current.append(j)
        else:
            alone.append(Group(current=[j]))
    for i in _unlinked(board.prior, by_prior):
        home = by_current.get(_home_in_current(board, by_current, i))
        if home is not None and len(home.current) == 1:
            home.prior.append(i)
        else:
            alone.append(Group(prior=[i]))
    return groups + alone


def _unlinked(side: Side, linked: Mapping[int, Group]) -> list[int]:
    return [i for i in range(len(side.sections)) if i not in linked]


def _home_in_prior(board: Board, linked: Mapping[int, Group], j: int) -> int:
    """The linked prior section that holds most of an unlinked current one; -1 if none holds enough."""
    return _fullest(
        [
            (board.evidence.current_inside(i, j), -i)
            for i in linked
            if i and (i, j) not in board.forbidden and _beside(board.current, linked[i].current[0], j)
        ]
    )


def _home_in_current(board: Board, linked: Mapping[int, Group], i: int) -> int:
    return _fullest(
        [
            (board.evidence.prior_inside(i, j), -j)
            for j in linked
            if j and (i, j) not in board.forbidden and _beside(board.prior, linked[j].prior[0], i)
        ]
    )


def _fullest(shares: Sequence[tuple[float, int]]) -> int:
    share, section = max(shares, default=(0.0, 1))
    return -section if share >= _INSIDE else -1


def _beside(side: Side, first: int, second: int) -> bool:
    """Whether neither section lies within the other."""
    one, other = side.sections[first].span, side.sections[second].span
    return not (one.contains(other) or other.contains(one))
