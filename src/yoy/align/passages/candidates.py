"""Which passages are worth comparing: found through the rare pairs of characters they share.

Comparing all with all costs the product of the two reports; this costs what they have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.similarity import Similarity

Pair = tuple[int, int]

_CROWDED = 64
"""A gram that would suggest more pairs than this within one search is too common to suggest any."""
_SURVEYED = 40_000
"""Pairs of a small search, in which common grams may suggest too, a fortieth of all pairs each."""
_PARTNERS = 6
"""Best partners kept for each passage."""
_TELLING = 6
"""Masked characters from which a text that stands once on each side is certain."""
_ABOUT = 4
"""How far apart in rank two of many repeats may be."""


def suggest(
    prior: Sequence[PassageText], current: Sequence[PassageText], similarity: Similarity
) -> list[Pair]:
    """Pairs of positions worth scoring: the same masked text, or rare grams in common.

    A text that stands once on each side has found its partner; neither is suggested to others.
    """
    equal, settled_prior, settled_current = _equal(prior, current)
    rows = [i for i in range(len(prior)) if i not in settled_prior]
    columns = [j for j in range(len(current)) if j not in settled_current]
    shared = _shared([prior[i] for i in rows], [current[j] for j in columns], similarity)
    promising = {(rows[i], columns[j]): share for (i, j), share in shared.items()}
    return sorted(dict.fromkeys([*_best(promising, 0), *_best(promising, 1), *equal]))


def _shared(
    prior: Sequence[PassageText], current: Sequence[PassageText], similarity: Similarity
) -> dict[Pair, float]:
    """Weight that pairs share through grams rare here, as a share of the lighter one's grams."""
    former, latter = _postings(prior), _postings(current)
    size = len(prior) * len(current)
    crowded = max(_CROWDED, size // 40) if size <= _SURVEYED else _CROWDED
    shared: dict[Pair, float] = {}
    for gram, rows in former.items():
        columns = latter.get(gram)
        if columns is None or len(rows) * len(columns) > crowded:
            continue
        weight = similarity.rarity(gram)
        for i in rows:
            for j in columns:
                shared[i, j] = shared.get((i, j), 0.0) + weight
    return {
        (i, j): weight / (1 + min(len(prior[i].grams), len(current[j].grams)))
        for (i, j), weight in shared.items()
    }


def _postings(texts: Sequence[PassageText]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for position, passage_text in enumerate(texts):
        for gram in passage_text.grams:
            postings.setdefault(gram, []).append(position)
    return postings


def _best(promising: Mapping[Pair, float], side: int) -> list[Pair]:
    """The most promising partners of each position of one side."""
    by_position: dict[int, list[tuple[float, Pair]]] = {}
    for pair, share in promising.items():
        by_position.setdefault(pair[side], []).append((-share, pair))
    return [pair for found in by_position.values() for _, pair in sorted(found)[:_PARTNERS]]


def _equal(
    prior: Sequence[PassageText], current: Sequence[PassageText]
) -> tuple[list[Pair], set[int], set[int]]:
    """Pairs of the same masked text, and the positions that are settled by them.

    Of many repeats each is suggested to those about as far along, from the front or from the back.
    """
    spots: dict[str, tuple[list[int], list[int]]] = {}
    for side, texts in enumerate((prior, current)):
        for position, passage_text in enumerate(texts):
            spots.setdefault(passage_text.bare, ([], []))[side].append(position)
    found: list[Pair] = []
    settled_prior, settled_current = set(), set()
    for bare, (rows, columns) in spots.items():
        if not rows or not columns:
            continue
        if len(rows) == len(columns) == 1 and len(bare) >= _TELLING:
            settled_prior.add(rows[0])
            settled_current.add(columns[0])
        if len(rows) * len(columns) <= _CROWDED:
            found += [(i, j) for i in rows for j in columns]
        else:
            found += _about_as_far(rows, columns)
    return found, settled_prior, settled_current


def _about_as_far(rows: Sequence[int], columns: Sequence[int]) -> Iterator[Pair]:
    """Repeats of one text with those that are about as far along, counted from the front or from the back."""
    lag = len(columns) - len(rows)
    for rank, i in enumerate(rows):
        for middle in dict.fromkeys((rank, rank + lag)):
            for j in columns[max(0, middle - _ABOUT) : max(0, middle + _ABOUT + 1)]:
                yield i, j
