"""Passages that have left their section: what is still alone, looked for through the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.assignment import assign
from yoy.align.candidates import suggest
from yoy.align.leaves import may_meet
from yoy.align.matches import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.ground import Ground
    from yoy.align.weighing import Scales

_SURE = 0.58
"""Likeness from which a passage is recognised away from its place, where nothing else speaks for it."""
_SURE_ACROSS = 0.8
"""The same between results and plans, where a promise and its fulfilment sound alike, and each has its own
partner in the other year."""
_LONG_ENOUGH = 8
"""Masked characters below which a passage is too common to be recognised elsewhere."""


def find_moves(ground: Ground, matches: Sequence[Match], scales: Scales) -> list[Match]:
    """The best one-to-one pairs among the passages that `matches` leave without partner."""
    prior, current = ground.alone(matches)
    there = [leaf for leaf in prior if len(leaf.bare) >= _LONG_ENOUGH and leaf.passage.kind != "shell"]
    here = [leaf for leaf in current if len(leaf.bare) >= _LONG_ENOUGH and leaf.passage.kind != "shell"]
    own, others = [scales.content((leaf,)) for leaf in there], [scales.content((leaf,)) for leaf in here]
    scores = {}
    for i, j in suggest(there, here, scales):
        if not may_meet(there[i], here[j]):
            continue
        score = scales.likeness(own[i], others[j])
        if score >= (_SURE_ACROSS if ground.crossing(there[i], here[j]) else _SURE):
            scores[i, j] = score
    weights = {
        (i, j): score * score * (len(there[i].bare) + len(here[j].bare)) for (i, j), score in scores.items()
    }
    return [Match((there[i].rank,), (here[j].rank,), scores[i, j], moved=True) for i, j in assign(weights)]
