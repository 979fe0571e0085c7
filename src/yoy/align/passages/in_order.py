"""The passages of two linked sections against each other, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.align.passage_texts import may_meet
from yoy.align.passages.candidates import suggest
from yoy.align.passages.match import Match
from yoy.align.solver.chain import Link, heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.regions import Region
    from yoy.align.passages.similarity import Similarity

_ALIKE = 0.45
"""Likeness from which two passages in the same section are a pair."""
_IN_PLACE = 0.3
"""The same for the one passage on each side that stands between the same two neighbours."""
_GAIN = 0.05
"""What a second passage must add for two to be joined against one …"""
_OWN = 0.2
"""… and how much each of the two must be like it alone: a long sentence beside adds something by chance."""
_AS_LONG = 0.25
"""Share of the length of two passages that the one they are joined against must have."""
_ANCHORED = 1e6
"""Weight of the two headings of a link, which no likelier partner may take from each other …"""
_KINDRED = 0.15
"""… if they are at least this much alike, or if the text right after them is a pair."""
_NEAR = 2
"""How far after a heading a pair may start to be right after it …"""
_CLOSE = 5
"""… and where nobody doubts the link."""
_TELLING = 6
"""Masked characters from which such a pair says something."""


def align_in_order(region: Region, similarity: Similarity, equals: Mapping[int, int]) -> list[Match]:
    """Pairs within one link of sections, none crossing another.

    Args:
        equals: passages that stand unchanged in both reports, by their ranks; nothing else is their partner.
    """
    links, scores = _links(region, similarity, equals)
    chain = _opened(region, heaviest_chain(links), similarity, scores)
    chain += list(_between(region, chain, similarity, scores))
    return [
        Match(
            tuple(passage_text.rank for passage_text in region.prior[link.prior : link.prior_end]),
            tuple(passage_text.rank for passage_text in region.current[link.current : link.current_end]),
            scores[link.prior, link.current, link.prior_end, link.current_end],
        )
        for link in chain
    ]


Scores = dict[tuple[int, int, int, int], float]


def _links(region: Region, similarity: Similarity, equals: Mapping[int, int]) -> tuple[list[Link], Scores]:
    """All links that are alike enough, and how alike they are."""
    prior, current = region.prior, region.current
    scores: Scores = {}
    own = {i: similarity.content(prior[i : i + 1]) for i in range(len(prior))}
    others = {j: similarity.content(current[j : j + 1]) for j in range(len(current))}
    reserved = frozenset(equals.values())
    single = {
        (i, j): similarity.likeness(own[i], others[j])
        for i, j in suggest(prior, current, similarity)
        if may_meet(prior[i], current[j]) and _is_free(prior[i], current[j], equals, reserved)
    }
    for (i, j), score in single.items():
        if score >= _ALIKE:
            scores[i, j, i + 1, j + 1] = score
        if min(score, single.get((i + 1, j), 0.0)) >= _OWN and _adjoin(prior, i, current[j]):
            joined = similarity.likeness(similarity.content(prior[i : i + 2]), others[j])
            if joined >= max(_ALIKE, score + _GAIN, single[i + 1, j] + _GAIN):
                scores[i, j, i + 2, j + 1] = joined
        if min(score, single.get((i, j + 1), 0.0)) >= _OWN and _adjoin(current, j, prior[i]):
            joined = similarity.likeness(own[i], similarity.content(current[j : j + 2]))
            if joined >= max(_ALIKE, score + _GAIN, single[i, j + 1] + _GAIN):
                scores[i, j, i + 1, j + 2] = joined
    links = [_link(prior, current, key, score) for key, score in scores.items()]
    if region.opens:
        i, j = region.opens
        score = similarity.likeness(own[i], others[j])
        if score >= _KINDRED:
            scores[i, j, i + 1, j + 1] = score
            links.append(Link(i, j, i + 1, j + 1, _ANCHORED))
    return links, scores


def _is_free(
    one: PassageText, other: PassageText, equals: Mapping[int, int], reserved: frozenset[int]
) -> bool:
    """Whether neither passage stands unchanged elsewhere in the other report."""
    equal = equals.get(one.rank)
    return equal == other.rank if equal is not None else other.rank not in reserved


def _opened(region: Region, chain: list[Link], similarity: Similarity, scores: Scores) -> list[Link]:
    """The chain with the two headings of the link in it, where what follows them is a pair too.

    Nothing needs to follow where the link is certain and all the text was rewritten.
    """
    if not region.opens:
        return chain
    i, j = region.opens
    before = [link for link in chain if link.prior_end <= i and link.current_end <= j]
    behind = [link for link in chain if link.prior > i and link.current > j]
    if len(before) + len(behind) < len(chain):
        return chain
    if not (any(_is_near(region, i, j, link) for link in behind) if behind else region.certain):
        return chain
    scores[i, j, i + 1, j + 1] = _alike(region, i, j, similarity)
    return [*before, Link(i, j, i + 1, j + 1, 0.0), *behind]


def _is_near(region: Region, i: int, j: int, link: Link) -> bool:
    """Whether a pair follows the two headings so soon that it speaks for them."""
    apart = max(link.prior - i, link.current - j)
    telling = len(region.prior[link.prior].bare) >= _TELLING
    return apart <= _NEAR or (region.certain and telling and apart <= _CLOSE)


def _alike(region: Region, i: int, j: int, similarity: Similarity) -> float:
    return similarity.likeness(
        similarity.content(region.prior[i : i + 1]), similarity.content(region.current[j : j + 1])
    )


def _adjoin(texts: Sequence[PassageText], position: int, other: PassageText) -> bool:
    """Whether a passage and the next are running text in a row that can be told in the words of `other`."""
    pair = texts[position : position + 2]
    return (
        len(pair) > 1
        and pair[1].rank == pair[0].rank + 1
        and all(passage_text.passage.kind in ("sentence", "item") for passage_text in pair)
        and len(other.bare) >= _AS_LONG * len(pair[0].bare + pair[1].bare)
    )


def _link(
    prior: Sequence[PassageText], current: Sequence[PassageText], key: tuple[int, int, int, int], score: float
) -> Link:
    """A link that weighs as much as the text it explains; the same neighbours add to it."""
    i, j, i_end, j_end = key
    size = sum(len(passage_text.bare) + 1 for passage_text in (*prior[i:i_end], *current[j:j_end]))
    near = 1.0
    if i and j and prior[i - 1].bare == current[j - 1].bare:
        near += 0.03
    if i_end < len(prior) and j_end < len(current) and prior[i_end].bare == current[j_end].bare:
        near += 0.03
    if "".join(passage_text.text for passage_text in prior[i:i_end]) == "".join(
        passage_text.text for passage_text in current[j:j_end]
    ):
        near += 0.03
    apart = abs(i / len(prior) - j / len(current))
    return Link(i, j, i_end, j_end, score * score * size * near * (1 - 0.001 * apart))


def _between(region: Region, chain: Sequence[Link], similarity: Similarity, scores: Scores) -> Iterator[Link]:
    """Links for a single passage on each side between the same two neighbours."""
    ends = [(0, 0), *((link.prior_end, link.current_end) for link in chain)]
    starts = [*((link.prior, link.current) for link in chain), (len(region.prior), len(region.current))]
    for (i, j), (next_i, next_j) in zip(ends, starts, strict=True):
        if next_i - i == 1 and next_j - j == 1 and may_meet(region.prior[i], region.current[j]):
            score = _alike(region, i, j, similarity)
            if score >= _IN_PLACE:
                scores[i, j, i + 1, j + 1] = score
                yield Link(i, j, i + 1, j + 1, score)
