"""Passages still alone that are each other's only likeness: rewritten, yet no other comes near.

Read by hand on twelve pairs of real reports: of those in linked sections 19 in 20 tell the same thing,
though a likeness that low would say nothing where several passages compete.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.passages.candidates import suggest
from yoy.align.passages.match import Match
from yoy.language.tokens import is_latin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.alignment import PassageAlignment
    from yoy.align.passages.similarity import Similarity


Pair = tuple[int, int]


class _Bar(NamedTuple):
    """What makes a pair clear: its likeness, its lead over any other partner of either, masked characters."""

    likeness: float
    lead: float
    length: int


_TOGETHER = (_Bar(0.36, 0.13, 4), _Bar(0.27, 0.15, 12))
"""In linked sections; a larger lead makes up for less likeness (37 of 38 read by hand were right)."""
_NEXT_TO_A_PAIR = _Bar(0.2, 0.1, 8)
"""The same where the passages before them, or those behind them, are a pair …"""
_BETWEEN_PAIRS = _Bar(0.18, 0.08, 6)
"""… or both."""
_LATIN = (_Bar(0.36, 0.13, 4),)
"""Latin words share more letters by chance."""
_LATIN_NEXT_TO_A_PAIR = _Bar(0.36, 0.08, 8)
_ELSEWHERE = 0.1
"""What a rival in sections that aren't linked must be more alike to count as much."""
_APART = (_Bar(0.45, 0.18, 8),)
"""Anywhere else, where a short sentence is too common to be recognised."""
_ROUNDS = 8
"""Searches at most; real reports take two to five, and the cost must not grow with what is alone."""


def find_unrivalled(
    alignment: PassageAlignment, matches: Sequence[Match], similarity: Similarity
) -> list[Match]:
    """Pairs of running text, left alone by `matches`, that are each other's best partner by a clear lead.

    What is found leaves fewer rivals and more neighbours, so that the search goes on while it finds some.
    """
    former, latter = map(_running, alignment.alone(matches))
    own, others = (
        {passage_text.rank: similarity.content((passage_text,)) for passage_text in side}
        for side in (former, latter)
    )
    likeness = cache(lambda one, other: similarity.likeness(own[one], others[other]))
    found: list[Match] = []
    for _ in range(_ROUNDS):
        scores = {
            link: likeness(*link)
            for i, j in suggest(former, latter, similarity)
            for link in [(former[i].rank, latter[j].rank)]
        }
        more = _clear(alignment, scores, [*matches, *found])
        if not more:
            break
        found += more
        former, latter = map(_running, alignment.alone([*matches, *found]))
    return found


def _clear(
    alignment: PassageAlignment, scores: Mapping[Pair, float], matches: Sequence[Match]
) -> list[Match]:
    """Those of the scored pairs, as (prior rank, current rank), that stand out beside what is matched."""
    together = {
        (one, other)
        for one, other in scores
        if alignment.together(alignment.former[one], alignment.latter[other])
    }
    close = {link: score - _ELSEWHERE * (link not in together) for link, score in scores.items()}
    partners = {i: match.current for match in matches for i in match.prior}
    found = []
    for weighed, is_together in ((close, True), (scores, False)):
        rows, columns = _leading(weighed, 0), _leading(weighed, 1)
        for link, score in sorted(weighed.items()):
            row, column = rows[link[0]], columns[link[1]]
            if (link in together) != is_together or not score == row[0] == column[0]:
                continue
            one, other = alignment.former[link[0]], alignment.latter[link[1]]
            over, length = score - max(row[1], column[1]), min(len(one.bare), len(other.bare))
            bars = _bars(one, other, partners) if is_together else _APART
            clear = any(score >= bar.likeness and over >= bar.lead and length >= bar.length for bar in bars)
            if clear and not alignment.crossing(one, other):
                found.append(Match((one.rank,), (other.rank,), score))
    return found


def _bars(one: PassageText, other: PassageText, partners: Mapping[int, Sequence[int]]) -> tuple[_Bar, ...]:
    """What a pair in linked sections must reach, which is less beside other pairs."""
    beside = sum(other.rank + step in partners.get(one.rank + step, ()) for step in (-1, 1))
    if is_latin(one.bare) and is_latin(other.bare):
        return (*_LATIN, _LATIN_NEXT_TO_A_PAIR) if beside else _LATIN
    return (_TOGETHER, (*_TOGETHER, _NEXT_TO_A_PAIR), (*_TOGETHER, _BETWEEN_PAIRS))[beside]


def _running(texts: Sequence[PassageText]) -> list[PassageText]:
    return [passage_text for passage_text in texts if passage_text.passage.kind in ("sentence", "item")]


def _leading(scores: Mapping[Pair, float], side: int) -> dict[int, tuple[float, float]]:
    """The best score of each position of one side, and the next best."""
    found: dict[int, tuple[float, float]] = {}
    for link, score in scores.items():
        best, second = found.get(link[side], (0.0, 0.0))
        found[link[side]] = (score, best) if score > best else (best, max(second, score))
    return found
