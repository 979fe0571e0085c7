"""Passages still alone in linked sections that hold figures of one name: long sentences in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yoy.align.passages.match import Match
from yoy.align.solver.assignment import assign
from yoy.language.tokens import grams, masked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.alignment import PassageAlignment
    from yoy.align.passages.similarity import Similarity
    from yoy.model import Quantity, Report

_NAMED_ALIKE = 0.7
"""Share of the pairs of characters of two names from which they are of one thing."""
_KINDRED = 0.25
"""Likeness from which two passages with a figure in common tell the same thing …"""
_SHARED = 0.2
"""… with two or more."""
_EACH = 0.2
"""What each common figure weighs beside the likeness when several partners compete."""
_CROWDED = 400
"""A pair of characters in more pairs of names than this finds none: it keeps the cost down."""

_Link = tuple[int, int]


def find_joined(alignment: PassageAlignment, matches: Sequence[Match], similarity: Similarity) -> list[Match]:
    """The best one-to-one pairs of running text, left alone by `matches`, by figures of one name and words.

    Periods and roles don't count here: which year a figure is of depends on the report it stands in.
    """
    former, latter = (
        {passage_text.passage.id: passage_text for passage_text in side} for side in alignment.alone(matches)
    )
    named = _named(alignment.reports[0], former), _named(alignment.reports[1], latter)
    scores: dict[_Link, float] = {}
    weights: dict[_Link, float] = {}
    for (one, other), count in _common(*named).items():
        first, second = former[one], latter[other]
        if alignment.together(first, second):
            score = similarity.likeness(similarity.content((first,)), similarity.content((second,)))
            if score >= (_KINDRED if count == 1 else _SHARED):
                scores[first.rank, second.rank] = score
                weights[first.rank, second.rank] = score + _EACH * count
    return [Match((i,), (j,), scores[i, j]) for i, j in assign(weights)]


def _named(report: Report, texts: Mapping[str, PassageText]) -> list[tuple[Quantity, tuple[str, ...]]]:
    """The figures in running text among `leaves`, with the pairs of characters of their names."""
    return [
        (figure, grams(masked(figure.indicator)))
        for figure in report.figures.quantities
        if figure.passage in texts and texts[figure.passage].passage.kind in ("sentence", "item")
    ]


def _common(
    prior: Sequence[tuple[Quantity, tuple[str, ...]]], current: Sequence[tuple[Quantity, tuple[str, ...]]]
) -> dict[tuple[str, str], int]:
    """(prior, current) passages → how many figures of the one have a namesake in the other."""
    rows: dict[tuple[str, str | None, str], list[int]] = defaultdict(list)
    columns: dict[tuple[str, str | None, str], list[int]] = defaultdict(list)
    for side, found in ((prior, rows), (current, columns)):
        for rank, (figure, name) in enumerate(side):
            for gram in name:
                found[figure.kind, figure.unit, gram].append(rank)
    shared: Counter[_Link] = Counter()
    for key, ranks in rows.items():
        others = columns.get(key, ())
        if len(ranks) * len(others) <= _CROWDED:
            shared.update((i, j) for i in ranks for j in others)
    namesakes = {
        (i, current[j][0].passage)
        for (i, j), count in shared.items()
        if 2 * count >= _NAMED_ALIKE * (len(prior[i][1]) + len(current[j][1]))
    }
    return dict(Counter((prior[i][0].passage, passage) for i, passage in sorted(namesakes)))
