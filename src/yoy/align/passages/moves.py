"""Passages that have left their section: what is still alone, looked for through the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.passage_texts import may_meet
from yoy.align.passages.candidates import suggest
from yoy.align.passages.match import Match
from yoy.align.solver.assignment import assign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.passages.alignment import PassageAlignment
    from yoy.align.passages.similarity import Similarity

_SURE = 0.58
"""Likeness from which a passage is recognised away from its place, where nothing else speaks for it."""
_SURE_ACROSS = 0.8
"""The same between results and plans, where a promise and its fulfilment sound alike, and each has its own
partner in the other year."""
_LONG_ENOUGH = 8
"""Masked characters below which a passage is too common to be recognised elsewhere."""


def find_equal(alignment: PassageAlignment, matches: Sequence[Match], similarity: Similarity) -> list[Match]:  # noqa: ARG001 - every search takes it
    """Sentences that stand unchanged in both reports and have no partner yet: they are each other's."""
    prior, current = ({text.rank for text in side} for side in alignment.alone(matches))
    return [
        Match((i,), (j,), 1.0, moved=True) for i, j in alignment.equals.items() if i in prior and j in current
    ]


def find_moves(alignment: PassageAlignment, matches: Sequence[Match], similarity: Similarity) -> list[Match]:
    """The best one-to-one pairs among the passages that `matches` leave without partner."""
    prior, current = alignment.alone(matches)
    former = [
        passage_text
        for passage_text in prior
        if len(passage_text.bare) >= _LONG_ENOUGH and passage_text.passage.kind != "shell"
    ]
    latter = [
        passage_text
        for passage_text in current
        if len(passage_text.bare) >= _LONG_ENOUGH and passage_text.passage.kind != "shell"
    ]
    own, others = (
        [similarity.content((passage_text,)) for passage_text in former],
        [similarity.content((passage_text,)) for passage_text in latter],
    )
    scores = {}
    for i, j in suggest(former, latter, similarity):
        if not may_meet(former[i], latter[j]):
            continue
        score = similarity.likeness(own[i], others[j])
        if score >= (_SURE_ACROSS if alignment.crossing(former[i], latter[j]) else _SURE):
            scores[i, j] = score
    weights = {
        (i, j): score * score * (len(former[i].bare) + len(latter[j].bare))
        for (i, j), score in scores.items()
    }
    return [Match((former[i].rank,), (latter[j].rank,), scores[i, j], moved=True) for i, j in assign(weights)]
