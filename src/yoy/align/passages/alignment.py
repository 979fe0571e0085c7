"""The passages of two reports and the linked sections they lie in: where matches are found and ordered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.align.passage_texts import passage_texts
from yoy.align.passages.regions import linked_regions
from yoy.align.sections.order import out_of_order
from yoy.model import PassagePair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.align.passages.match import Match
    from yoy.align.passages.regions import Region
    from yoy.model import Part, Report, SectionPair

_ANCHOR = 1_000.0
"""Weight of a linked heading: what stood before it and now stands behind it has moved, not the heading."""

_TELLING = 8
"""Characters from which a sentence that stands in both reports is more than a chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageAlignment:
    """Two reports for matching, always the same one first, so that a tie falls the same way.

    Attributes:
        reports: the one that `former` is of, and the one that `latter` is of.
        former, latter: passages in reading order; matches are pairs of their indices, in this direction.
        regions: linked sections with their passages; former_region, latter_region: number of the region
            that each passage lies in.
        former_part, latter_part: the part that each passage is.
        equals: passages that stand unchanged, and once, in both reports, by their indices.
        swapped: whether `former` is the current report.
    """

    reports: tuple[Report, Report]
    former: Sequence[PassageText]
    latter: Sequence[PassageText]
    regions: Sequence[Region]
    former_region: Mapping[int, int]
    latter_region: Mapping[int, int]
    former_part: Mapping[int, Part | None]
    latter_part: Mapping[int, Part | None]
    equals: Mapping[int, int]
    swapped: bool

    def together(self, one: PassageText, other: PassageText) -> bool:
        """Whether two passages lie in linked sections."""
        return self.former_region[one.rank] == self.latter_region[other.rank]

    def crossing(self, one: PassageText, other: PassageText) -> bool:
        """Whether one tells results where the other tells plans."""
        parts = self.former_part[one.rank], self.latter_part[other.rank]
        return None not in parts and parts[0] != parts[1]

    def alone(self, matches: Sequence[Match]) -> tuple[list[PassageText], list[PassageText]]:
        """The passages of both reports that no match holds."""
        used = {i for match in matches for i in match.prior}
        taken = {j for match in matches for j in match.current}
        return (
            [passage_text for passage_text in self.former if passage_text.rank not in used],
            [passage_text for passage_text in self.latter if passage_text.rank not in taken],
        )

    def entries(self, matches: Sequence[Match]) -> tuple[PassagePair, ...]:
        """All passages as entries: pairs and added ones in current order, removed ones where they stood."""
        placed = self._placed(matches)
        if not self.swapped:
            return _entries(self.former, self.latter, placed)
        back = [match._replace(prior=match.current, current=match.prior) for match in placed]
        return _entries(self.latter, self.former, back)

    def _placed(self, matches: Sequence[Match]) -> list[Match]:
        """The matches with `moved` set: other sections, sections that moved, or out of order within them."""
        together: dict[int, list[Match]] = {}
        placed = []
        for match in matches:
            number = self.former_region[match.prior[0]]
            if number != self.latter_region[match.current[0]]:
                placed.append(match._replace(moved=True))
            else:
                together.setdefault(number, []).append(match)
        for number, group in sorted(together.items()):
            ordered = sorted(group)
            left = out_of_order(
                [(match.prior[0], match.current[0]) for match in ordered], list(map(self._weight, ordered))
            )
            placed += [
                match._replace(moved=self.regions[number].moved or has_left)
                for match, has_left in zip(ordered, left, strict=True)
            ]
        return placed

    def _weight(self, match: Match) -> float:
        """What it takes to say that a match has moved: its length; a heading holds its section in place."""
        texts = [*(self.former[i] for i in match.prior), *(self.latter[j] for j in match.current)]
        is_heading = all(passage_text.passage.kind == "heading" for passage_text in texts)
        return sum(len(passage_text.text) for passage_text in texts) + _ANCHOR * is_heading


def passage_alignment(prior: Report, current: Report, sections: Sequence[SectionPair]) -> PassageAlignment:
    """The passages of two reports with the regions in which they are matched.

    Args:
        sections: the links of the two reports' sections, which say where to look first.
    """
    swapped = prior.text > current.text
    if swapped:
        prior, current = current, prior
        sections = [replace(pair, prior=pair.current, current=pair.prior) for pair in sections]
    former, latter = passage_texts(prior), passage_texts(current)
    regions = linked_regions(prior, current, sections, former, latter)
    return PassageAlignment(
        reports=(prior, current),
        former=former,
        latter=latter,
        regions=regions,
        former_region={
            passage_text.rank: number
            for number, region in enumerate(regions)
            for passage_text in region.prior
        },
        latter_region={
            passage_text.rank: number
            for number, region in enumerate(regions)
            for passage_text in region.current
        },
        former_part={passage_text.rank: passage_text.passage.part for passage_text in former},
        latter_part={passage_text.rank: passage_text.passage.part for passage_text in latter},
        equals=_equals(former, latter),
        swapped=swapped,
    )


def _equals(former: Sequence[PassageText], latter: Sequence[PassageText]) -> dict[int, int]:
    sides = [_once(texts) for texts in (former, latter)]
    return {rank: sides[1][text] for text, rank in sides[0].items() if text in sides[1]}


def _once(texts: Sequence[PassageText]) -> dict[str, int]:
    """Sentences that stand once in a report → their index."""
    counts = Counter(passage_text.text.strip() for passage_text in texts)
    return {
        text: passage_text.rank
        for passage_text in texts
        if passage_text.passage.kind in ("sentence", "item")
        and counts[text := passage_text.text.strip()] == 1
        and len(text) >= _TELLING
    }


def _entries(
    former: Sequence[PassageText], latter: Sequence[PassageText], matches: Sequence[Match]
) -> tuple[PassagePair, ...]:
    by_current = {match.current[0]: match for match in matches}
    inner = {j for match in matches for j in match.current[1:]}
    used = {i for match in matches for i in match.prior}
    entries: list[PassagePair] = []
    waiting = [passage_text.rank for passage_text in former if passage_text.rank not in used][::-1]
    for passage_text in latter:
        if passage_text.rank in inner:
            continue
        match = by_current.get(passage_text.rank)
        if match is None:
            entries.append(_one_sided(added=passage_text))
            continue
        while waiting and not match.moved and waiting[-1] < match.prior[0]:
            entries.append(_one_sided(removed=former[waiting.pop()]))
        entries.append(_paired(former, latter, match))
    entries += [_one_sided(removed=former[i]) for i in reversed(waiting)]
    return tuple(entries)


def _one_sided(*, added: PassageText | None = None, removed: PassageText | None = None) -> PassagePair:
    return PassagePair(
        prior=(removed.passage.id,) if removed else (),
        current=(added.passage.id,) if added else (),
        relation="added" if added else "removed",
        score=Decimal(0),
    )


def _paired(former: Sequence[PassageText], latter: Sequence[PassageText], match: Match) -> PassagePair:
    prior = [former[i].text for i in match.prior]
    current = [latter[j].text for j in match.current]
    return PassagePair(
        prior=tuple(former[i].passage.id for i in match.prior),
        current=tuple(latter[j].passage.id for j in match.current),
        relation="same" if prior == current else "edited",
        score=Decimal(round(match.score * 100)).scaleb(-2),
        moved=match.moved,
    )
