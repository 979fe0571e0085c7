"""Passages of two reports → pairs that tell the same thing.

Within linked sections the heaviest chain of likely pairs runs in order on both sides, with one against
one, one against two and two against one; only about three alignments in four are one to one in edited
text. What is left is looked for through the whole report, and has moved; what is still alone then
is paired where nothing else comes near.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.align.leaves import leaves_of
from yoy.align.moves import find_moves
from yoy.align.order import out_of_order
from yoy.align.stretch import align_stretch
from yoy.align.territory import territories
from yoy.align.unrivalled import find_unrivalled
from yoy.align.weighing import Scales
from yoy.model import PassagePair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.leaves import Leaf
    from yoy.align.matches import Match
    from yoy.align.territory import Territory
    from yoy.model import Report, SectionPair


_ANCHOR = 1_000.0
"""Weight of a linked heading: what stood before it and now stands behind it has moved, not the heading."""


def pair_passages(prior: Report, current: Report, sections: Sequence[SectionPair]) -> tuple[PassagePair, ...]:
    """Pair the passages of two reports; every passage of both is in exactly one entry.

    Args:
        sections: the links of the two reports' sections, which say where to look first.

    Returns:
        entries in the order of the current report, removed ones where they stood, without edits.
        `relation` says `same` for identical text and `edited` for any other pair.
    """
    if prior.text > current.text:  # so that a tie falls the same way whichever report is the prior one
        turned = [replace(pair, prior=pair.current, current=pair.prior) for pair in sections]
        leaves, others, matches = _matches(current, prior, turned)
        matches = [replace(match, prior=match.current, current=match.prior) for match in matches]
        return _entries(others, leaves, matches)
    leaves, others, matches = _matches(prior, current, sections)
    return _entries(leaves, others, matches)


def _matches(
    prior: Report, current: Report, sections: Sequence[SectionPair]
) -> tuple[Sequence[Leaf], Sequence[Leaf], list[Match]]:
    there, here = leaves_of(prior), leaves_of(current)
    scales = Scales((*there, *here))
    regions = territories(prior, current, sections, there, here)
    found = [match for region in regions for match in align_stretch(region, scales)]
    found += find_moves(*_alone(there, here, found), scales)
    home = {leaf.index: number for number, region in enumerate(regions) for leaf in region.prior}
    harbour = {leaf.index: number for number, region in enumerate(regions) for leaf in region.current}
    found += find_unrivalled(
        *_alone(there, here, found), scales, lambda one, other: home[one.index] == harbour[other.index]
    )
    return there, here, _placed(regions, home, harbour, (there, here), found)


def _alone(
    there: Sequence[Leaf], here: Sequence[Leaf], matches: Sequence[Match]
) -> tuple[list[Leaf], list[Leaf]]:
    """The passages of both reports that no match holds."""
    used = {i for match in matches for i in match.prior}
    taken = {j for match in matches for j in match.current}
    return (
        [leaf for leaf in there if leaf.index not in used],
        [leaf for leaf in here if leaf.index not in taken],
    )


def _placed(
    regions: Sequence[Territory],
    home: Mapping[int, int],
    harbour: Mapping[int, int],
    sides: tuple[Sequence[Leaf], Sequence[Leaf]],
    matches: Sequence[Match],
) -> list[Match]:
    """The matches with `moved` set: other sections, sections that moved, or out of order within them."""
    together: dict[int, list[Match]] = {}
    placed = []
    for match in matches:
        number = home[match.prior[0]]
        if number != harbour[match.current[0]]:
            placed.append(replace(match, moved=True))
        else:
            together.setdefault(number, []).append(match)
    for number, group in sorted(together.items()):
        ordered = sorted(group)
        weights = [_weight(match, *sides) for match in ordered]
        left = out_of_order([(m.prior[0], m.current[0]) for m in ordered], weights)
        placed += [
            replace(match, moved=regions[number].moved or has_left)
            for match, has_left in zip(ordered, left, strict=True)
        ]
    return placed


def _weight(match: Match, there: Sequence[Leaf], here: Sequence[Leaf]) -> float:
    """What it takes to say that a match has moved: its length; a heading holds its section in place."""
    leaves = [*(there[i] for i in match.prior), *(here[j] for j in match.current)]
    is_heading = all(leaf.passage.kind == "heading" for leaf in leaves)
    return sum(len(leaf.text) for leaf in leaves) + _ANCHOR * is_heading


def _entries(
    there: Sequence[Leaf], here: Sequence[Leaf], matches: Sequence[Match]
) -> tuple[PassagePair, ...]:
    """All passages as entries: pairs and added ones in current order, removed ones where they stood."""
    by_current = {match.current[0]: match for match in matches}
    inner = {j for match in matches for j in match.current[1:]}
    used = {i for match in matches for i in match.prior}
    entries: list[PassagePair] = []
    waiting = [leaf.index for leaf in there if leaf.index not in used][::-1]
    for leaf in here:
        if leaf.index in inner:
            continue
        match = by_current.get(leaf.index)
        if match is None:
            entries.append(_one_sided(added=leaf))
            continue
        while waiting and not match.moved and waiting[-1] < match.prior[0]:
            entries.append(_one_sided(removed=there[waiting.pop()]))
        entries.append(_paired(there, here, match))
    entries += [_one_sided(removed=there[i]) for i in reversed(waiting)]
    return tuple(entries)


def _one_sided(*, added: Leaf | None = None, removed: Leaf | None = None) -> PassagePair:
    return PassagePair(
        prior=(removed.passage.id,) if removed else (),
        current=(added.passage.id,) if added else (),
        relation="added" if added else "removed",
        score=Decimal(0),
    )


def _paired(there: Sequence[Leaf], here: Sequence[Leaf], match: Match) -> PassagePair:
    prior = [there[i].text for i in match.prior]
    current = [here[j].text for j in match.current]
    return PassagePair(
        prior=tuple(there[i].passage.id for i in match.prior),
        current=tuple(here[j].passage.id for j in match.current),
        relation="same" if prior == current else "edited",
        score=Decimal(round(match.score * 100)).scaleb(-2),
        moved=match.moved,
    )
