"""Which passages are worth comparing: found through the rare pairs of characters they share.

Comparing all with all costs the product of the two reports; this costs what they have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.similarity import Similarity

Pair = tuple[int, int]

_CROWDED = 64
"""A gram that would suggest more pairs than this within one search is too common to suggest any."""
_SURVEYED = 40_000
"""Pairs of a small search, in which common grams may suggest too, a fortieth of all pairs each."""
_PARTNERS = 6
"""Best partners kept for each passage."""
_HELD = 64
"""Partners of a column that are held before the best are taken out."""
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
    promising = _promising([prior[i] for i in rows], [current[j] for j in columns], similarity)
    return sorted({*((rows[i], columns[j]) for i, j in promising), *equal})


def _promising(
    prior: Sequence[PassageText], current: Sequence[PassageText], similarity: Similarity
) -> Iterator[Pair]:
    """The best partners of each row and of each column, by what they share of the lighter one's grams.

    Of all pairs that share anything only one row is held at a time, and of a column only its best.
    """
    sizes = [len(passage_text.grams) for passage_text in current]
    of_columns: list[list[tuple[float, int]]] = [[] for _ in current]
    for i, shared in enumerate(_shared(prior, current, similarity)):
        weights: dict[int, float] = {}
        for weight, columns in shared:
            for j in columns:
                weights[j] = weights.get(j, 0.0) + weight
        size = len(prior[i].grams)
        ranked = [(-weight / (1 + min(size, sizes[j])), j) for j, weight in weights.items()]
        for share, j in ranked:
            of_columns[j].append((share, i))
            if len(of_columns[j]) > _HELD:
                of_columns[j] = sorted(of_columns[j])[:_PARTNERS]
        yield from ((i, j) for _, j in sorted(ranked)[:_PARTNERS])
    for j, column in enumerate(of_columns):
        yield from ((i, j) for _, i in sorted(column)[:_PARTNERS])


def _shared(
    prior: Sequence[PassageText], current: Sequence[PassageText], similarity: Similarity
) -> list[list[tuple[float, list[int]]]]:
    """For each row the grams rare here that it shares: their weight and the columns that have them."""
    former, latter = _postings(prior), _postings(current)
    size = len(prior) * len(current)
    crowded = max(_CROWDED, size // 40) if size <= _SURVEYED else _CROWDED
    shared: list[list[tuple[float, list[int]]]] = [[] for _ in prior]
    for gram, rows in former.items():
        columns = latter.get(gram)
        if columns is None or len(rows) * len(columns) > crowded:
            continue
        told = (similarity.rarity(gram), columns)
        for i in rows:
            shared[i].append(told)
    return shared


def _postings(texts: Sequence[PassageText]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for position, passage_text in enumerate(texts):
        for gram in passage_text.grams:
            postings.setdefault(gram, []).append(position)
    return postings


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
