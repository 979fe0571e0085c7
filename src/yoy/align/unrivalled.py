"""Passages still alone that are each other's only likeness: rewritten, yet no other comes near.

Read by hand on five pairs of real reports: of those in linked sections 19 in 20 tell the same thing,
though a likeness that low would say nothing where several passages compete.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from yoy.align.candidates import suggest
from yoy.align.matches import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.ground import Ground
    from yoy.align.leaves import Leaf
    from yoy.align.weighing import Scales

_TOGETHER = (0.36, 0.13, 4)
"""Likeness, the lead over any other partner of either, and masked characters, in linked sections …"""
_APART = (0.45, 0.18, 8)
"""… and anywhere else, where a short sentence is too common to be recognised."""


def find_unrivalled(
    prior: Sequence[Leaf], current: Sequence[Leaf], scales: Scales, ground: Ground
) -> list[Match]:
    """Pairs of running text that are each other's best partner by a clear lead, in order.

    Args:
        prior, current: the passages without partner.
    """
    there, here = _running(prior), _running(current)
    own, others = [scales.content((leaf,)) for leaf in there], [scales.content((leaf,)) for leaf in here]
    scores = {(i, j): scales.likeness(own[i], others[j]) for i, j in suggest(there, here, scales)}
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (i, j), score in scores.items():
        rows[i].append(score)
        columns[j].append(score)
    found = []
    for (i, j), score in sorted(scores.items()):
        enough, lead, size = _TOGETHER if ground.together(there[i], here[j]) else _APART
        rival = max(_second(rows[i]), _second(columns[j]))
        is_best = score == max(rows[i]) == max(columns[j])
        is_long = min(len(there[i].bare), len(here[j].bare)) >= size
        if ground.crossing(there[i], here[j]):
            continue
        if is_best and is_long and score >= enough and score - rival >= lead:
            found.append(Match((there[i].index,), (here[j].index,), score))
    return found


def _running(leaves: Sequence[Leaf]) -> list[Leaf]:
    return [leaf for leaf in leaves if leaf.passage.kind in ("sentence", "item")]


def _second(scores: Sequence[float]) -> float:
    return sorted(scores)[-2] if len(scores) > 1 else 0.0
