"""The global assignment of sections: likeness first, then what parents, neighbours and order add."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.align.sections.tree import linked_above
from yoy.align.solver.assignment import assign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from yoy.align.sections.features import Evidence
    from yoy.align.sections.tree import SectionTree

Pair = tuple[int, int]
_ROUNDS = 5
_WORTH_A_LOOK = 0.25
_FIRM = 0.6
"""Likeness that carries a link before any context is known."""
_APART = 0.02
"""What the whole length of the reports between two sections takes away before any context is known."""
_KEPT = 0.45
"""Likeness and context together, from which two sections are linked."""
_FOREIGN = 0.06
"""Shared text below which two sections tell of different things, whatever their place …"""
_SAID = 0.5
"""… unless their titles are this much alike."""
_LOOKED_THROUGH = 400
"""Pairs of unlinked children of one linked pair, beyond which only those of about the same rank …"""
_NAMESAKES = 16
"""… and of sections of one title, likewise, are looked at."""


class Board(NamedTuple):
    """Two outlines, what speaks for their links, and which links the user has decided.

    Attributes:
        forced: links that must be. joining: links that add a section to one of these.
    """

    prior: SectionTree
    current: SectionTree
    evidence: Evidence
    forced: Mapping[int, int]
    joining: tuple[Pair, ...]
    forbidden: AbstractSet[Pair]

    def likeness(self, i: int, j: int) -> float:
        """What speaks for a link, 0–1.35; nothing does for one of foreign text under another title."""
        evidence = self.evidence
        if evidence.body(i, j) < _FOREIGN and evidence.title(i, j) < _SAID and evidence.both_have_text(i, j):
            return 0.0
        return evidence.likeness(i, j)


class Links(NamedTuple):
    """One-to-one links, prior index → current index, with what speaks for them.

    Attributes:
        totals: likeness and surroundings of a link together; the root and forced links have none.
        margins: how far its total lies above that of the next best link of either section.
    """

    pairs: Mapping[int, int]
    totals: Mapping[int, float]
    margins: Mapping[int, float]


def link_sections(board: Board) -> Links:
    """The best links, the roots included."""
    candidates = _candidates(board, board.evidence.pairs())
    scores = {
        (i, j): like - _APART * abs(board.prior.places[i] - board.current.places[j])
        for (i, j), like in candidates.items()
        if like >= _FIRM
    }
    links = _assigned(board, scores)
    for _ in range(_ROUNDS):
        around = _Surroundings(board, links)
        candidates |= _candidates(board, around.children_worth_a_look())
        scores = {
            (i, j): total
            for (i, j), like in candidates.items()
            if (total := like + around.speak_for(i, j)) >= _KEPT
        }
        again = _assigned(board, scores)
        if again == links:
            break
        links = again
    return _with_margins(links, scores)


def _with_margins(links: Mapping[int, int], scores: Mapping[Pair, float]) -> Links:
    back = {j: i for i, j in links.items()}
    rivals: dict[int, float] = {}
    for (i, j), total in scores.items():
        for linked in {i, back.get(j, i)}:
            if links.get(linked) is not None and (linked, links[linked]) != (i, j):
                rivals[linked] = max(rivals.get(linked, 0.0), total)
    totals = {i: scores[i, j] for i, j in links.items() if (i, j) in scores}
    return Links(links, totals, {i: total - rivals.get(i, 0.0) for i, total in totals.items()})


def _candidates(board: Board, pairs: Iterable[Pair]) -> dict[Pair, float]:
    decided = [*board.forced.items(), *board.joining]
    prior, current = {i for i, _ in decided}, {j for _, j in decided}
    return {
        (i, j): like
        for i, j in pairs
        if (i, j) not in board.forbidden
        and i not in prior
        and j not in current
        and (like := board.likeness(i, j)) >= _WORTH_A_LOOK
    }


def _assigned(board: Board, scores: Mapping[Pair, float]) -> dict[int, int]:
    return {0: 0, **board.forced, **dict(assign(scores))}


class _Surroundings:
    """What the links of a round say of every other link."""

    def __init__(self, board: Board, links: Mapping[int, int]) -> None:
        self._prior, self._current = board.prior, board.current
        self._evidence = board.evidence
        self._links = links
        self._back = {j: i for i, j in links.items()}

    def speak_for(self, i: int, j: int) -> float:
        """What parents, neighbours, children and place add to a link, about -0.3 to 0.45."""
        prior, current = self._prior, self._current
        place = 0.05 * (1 - min(1.0, 4 * abs(prior.places[i] - current.places[j])))
        level = 0.04 * abs(prior.sections[i].level - current.sections[j].level)
        return place - level + self._parents(i, j) + self._neighbours(i, j) + self._children(i, j)

    def _parents(self, i: int, j: int) -> float:
        """Most where the parents have each other; a parent without partner is looked through.

        A section put on another level cannot keep its parent, so that speaks little against it.
        """
        prior, current = self._prior, self._current
        parent, other = prior.parents[i], current.parents[j]
        if self._links.get(parent) == other:
            return 0.12
        if self._links.get(linked_above(prior, i, self._links)) == linked_above(current, j, self._back):
            return 0.04
        return -0.15 if prior.sections[i].level == current.sections[j].level else -0.04

    def _neighbours(self, i: int, j: int) -> float:
        found = 0
        for step in (-1, 1):
            one, other = self._prior.sibling(i, step), self._current.sibling(j, step)
            found += one is not None and other is not None and self._links.get(one) == other
        return 0.06 * found

    def _children(self, i: int, j: int) -> float:
        own, others = self._prior.children[i], self._current.children[j]
        if not own or not others:
            return 0.0
        return 0.3 * sum(self._links.get(child) in others for child in own) / (len(own) + len(others))

    def children_worth_a_look(self) -> list[Pair]:
        """Pairs of children, of parents that have each other, without partner or of the same title.

        In a report of many like parts no word is rare, and nothing else would suggest them.
        """
        pairs: list[Pair] = []
        for i, j in sorted(self._links.items()):
            own, others = self._prior.children[i], self._current.children[j]
            pairs += _same_titles(self._prior, self._current, own, others)
            alone = [child for child in own if child not in self._links]
            others_alone = [child for child in others if child not in self._back]
            pairs += _about_as_far(alone, others_alone, _LOOKED_THROUGH)
        self._evidence.examine(pairs)
        return pairs


def _same_titles(
    prior: SectionTree, current: SectionTree, own: Sequence[int], others: Sequence[int]
) -> list[Pair]:
    """Pairs of these sections with the same title; of many namesakes those of about the same rank."""
    called: dict[str, tuple[list[int], list[int]]] = {}
    for side, (outline, children) in enumerate(((prior, own), (current, others))):
        for child in children:
            called.setdefault(outline.titles[child], ([], []))[side].append(child)
    return [pair for rows, columns in called.values() for pair in _about_as_far(rows, columns, _NAMESAKES)]


def _about_as_far(rows: Sequence[int], columns: Sequence[int], few: int) -> list[Pair]:
    """All pairs where they are few, else those of about the same rank from the front or the back."""
    lag = len(columns) - len(rows)
    return [
        (i, j)
        for rank, i in enumerate(rows)
        for other, j in enumerate(columns)
        if len(rows) * len(columns) <= few or min(abs(rank - other), abs(rank + lag - other)) <= 1
    ]
