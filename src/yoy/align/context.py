"""The global assignment of sections: likeness first, then what parents, neighbours and order add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.align.assignment import assign
from yoy.align.chain import Link, heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from yoy.align.evidence import Evidence, Side

Pair = tuple[int, int]
_ROUNDS = 3
_WORTH_A_LOOK = 0.15
_FIRM = 0.6
"""Likeness that carries a link before any context is known."""
_KEPT = 0.45
"""Likeness and context together, from which two sections are linked."""
_FOREIGN = 0.06
"""Shared text below which two sections tell of different things, whatever their place …"""
_SAID = 0.6
"""… unless their titles are this much alike."""
_FILLED = 40_000
"""Pairs of unlinked children of one linked pair, beyond which they aren't searched for equal titles."""


@dataclass(frozen=True, slots=True)
class Board:
    """Two outlines, what speaks for their links, and which links the user has decided."""

    prior: Side
    current: Side
    evidence: Evidence
    forced: Mapping[int, int]
    forbidden: Set[Pair]

    def likeness(self, i: int, j: int) -> float:
        """How alike two sections are by title and body, 0–1.25: what both say counts a little more."""
        title, body = self.evidence.title(i, j), self.evidence.body(i, j)
        if body < _FOREIGN and title < _SAID and self.evidence.has_text(i, j):
            return 0.0
        return max(title, body) + 0.25 * min(title, body)


def link_sections(board: Board) -> dict[int, int]:
    """One-to-one links, prior index → current index, the roots included."""
    candidates = _candidates(board)
    links = _assigned(board, {pair: like for pair, like in candidates.items() if like >= _FIRM})
    for _ in range(_ROUNDS):
        links = _filled(board, links)
        scores = {
            (i, j): total
            for (i, j), like in candidates.items()
            if (total := like + _context(board, links, i, j)) >= _KEPT
        }
        again = _assigned(board, scores)
        if again == links:
            break
        links = again
    return _filled(board, links)


def _candidates(board: Board) -> dict[Pair, float]:
    decided = set(board.forced.values())
    pairs = dict.fromkeys([*board.evidence.titles, *board.evidence.shared])
    return {
        (i, j): like
        for i, j in pairs
        if (i, j) not in board.forbidden
        and i not in board.forced
        and j not in decided
        and (like := board.likeness(i, j)) >= _WORTH_A_LOOK
    }


def _assigned(board: Board, scores: Mapping[Pair, float]) -> dict[int, int]:
    return {0: 0, **board.forced, **dict(assign(scores))}


def _context(board: Board, links: Mapping[int, int], i: int, j: int) -> float:
    """What the surroundings add to a link, about -0.2 to 0.4."""
    prior, current = board.prior, board.current
    bonus = 0.05 * (1 - min(1.0, 4 * abs(prior.places[i] - current.places[j])))
    bonus -= 0.04 * abs(prior.sections[i].level - current.sections[j].level)
    parent = links.get(prior.parents[i])
    if parent is not None:
        bonus += 0.12 if parent == current.parents[j] else -0.06
    for step in (-1, 1):
        neighbour, other = _sibling(prior, i, step), _sibling(current, j, step)
        if neighbour is not None and other is not None and links.get(neighbour) == other:
            bonus += 0.06
    own, others = prior.children[i], current.children[j]
    if own and others:
        bonus += 0.15 * 2 * sum(links.get(child) in others for child in own) / (len(own) + len(others))
    return bonus


def _sibling(side: Side, i: int, step: int) -> int | None:
    """The section before or after, under the same parent."""
    siblings = side.children[side.parents[i]]
    position = side.order[i] + step
    return siblings[position] if 0 <= position < len(siblings) else None


def _filled(board: Board, links: dict[int, int]) -> dict[int, int]:
    """Links with the still unlinked children of linked parents added, where titles are the same.

    In a report of many like parts no word is rare; there the order under a linked parent decides.
    """
    filled = dict(links)
    taken = set(links.values())
    for i, j in sorted(links.items()):
        own = [child for child in board.prior.children[i] if child not in filled]
        others = [child for child in board.current.children[j] if child not in taken]
        if not own or not others or len(own) * len(others) > _FILLED:
            continue
        for a, b in _same_titles(board, own, others):
            filled[a] = b
            taken.add(b)
    return filled


def _same_titles(board: Board, own: list[int], others: list[int]) -> list[Pair]:
    spots: dict[str, list[int]] = {}
    for position, child in enumerate(others):
        spots.setdefault(board.current.titles[child], []).append(position)
    found = [
        Link(p, q, p + 1, q + 1, 1.0)
        for p, child in enumerate(own)
        for q in spots.get(board.prior.titles[child], ())
        if board.prior.titles[child] and (child, others[q]) not in board.forbidden
    ]
    return [(own[link.prior], others[link.current]) for link in heaviest_chain(found)]
