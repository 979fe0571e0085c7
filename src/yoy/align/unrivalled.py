"""Passages still alone that are each other's only likeness: rewritten, yet no other comes near.

Read by hand on five pairs of real reports: of those in linked sections 19 in 20 tell the same thing,
though a likeness that low would say nothing where several passages compete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.align.candidates import suggest
from yoy.align.matches import Match

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.ground import Ground
    from yoy.align.leaves import Leaf
    from yoy.align.weighing import Scales


class _Bar(NamedTuple):
    """What makes a pair clear: its likeness, its lead over any other partner of either, masked characters."""

    likeness: float
    lead: float
    length: int


_TOGETHER = (_Bar(0.36, 0.13, 4), _Bar(0.27, 0.15, 12))
"""In linked sections; a larger lead makes up for less likeness (37 of 38 read by hand were right)."""
_ELSEWHERE = 0.1
"""What a rival in sections that aren't linked must be more alike to count as much."""
_APART = (_Bar(0.45, 0.18, 8),)
"""Anywhere else, where a short sentence is too common to be recognised."""


def find_unrivalled(ground: Ground, matches: Sequence[Match], scales: Scales) -> list[Match]:
    """Pairs of running text, left alone by `matches`, that are each other's best partner by a clear lead."""
    there, here = map(_running, ground.alone(matches))
    own, others = [scales.content((leaf,)) for leaf in there], [scales.content((leaf,)) for leaf in here]
    scores = {(i, j): scales.likeness(own[i], others[j]) for i, j in suggest(there, here, scales)}
    apart = {(i, j): not ground.together(there[i], here[j]) for i, j in scores}
    close = {link: score - _ELSEWHERE if apart[link] else score for link, score in scores.items()}
    found = []
    for weighed, bars, is_apart in ((close, _TOGETHER, False), (scores, _APART, True)):
        rows, columns = _leading(weighed, 0), _leading(weighed, 1)
        for (i, j), score in sorted(weighed.items()):
            one, other = there[i], here[j]
            if apart[i, j] != is_apart or not score == rows[i][0] == columns[j][0]:
                continue
            over = score - max(rows[i][1], columns[j][1])
            length = min(len(one.bare), len(other.bare))
            clear = any(score >= bar.likeness and over >= bar.lead and length >= bar.length for bar in bars)
            if clear and not ground.crossing(one, other):
                found.append(Match((one.rank,), (other.rank,), score))
    return found


def _running(leaves: Sequence[Leaf]) -> list[Leaf]:
    return [leaf for leaf in leaves if leaf.passage.kind in ("sentence", "item")]


def _leading(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The best score of each position of one side, and the next best."""
    found: dict[int, tuple[float, float]] = {}
    for link, score in scores.items():
        best, second = found.get(link[side], (0.0, 0.0))
        found[link[side]] = (score, best) if score > best else (best, max(second, score))
    return found
