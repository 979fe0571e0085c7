"""The passages of two reports and the linked sections they lie in: where matches are found and laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.align.leaves import leaves_of
from yoy.align.order import out_of_order
from yoy.align.territory import territories
from yoy.language.roles import sole_role_of_title
from yoy.model import PassagePair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.align.leaves import Leaf
    from yoy.align.matches import Match
    from yoy.align.territory import Territory
    from yoy.language.roles import SectionRole
    from yoy.model import Report, SectionPair

_ANCHOR = 1_000.0
"""Weight of a linked heading: what stood before it and now stands behind it has moved, not the heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Two reports for matching, always the same one first, so that a tie falls the same way.

    Attributes:
        reports: the one that `there` is of, and the one that `here` is of.
        there, here: passages in reading order; matches are pairs of their indices, in this direction.
        regions: linked sections with their passages. home, harbour: number of the region of each passage.
        tells, told: what the sections of each passage announce, by its index: results, plans, problems.
        turned: whether `there` is the current report.
    """

    reports: tuple[Report, Report]
    there: Sequence[Leaf]
    here: Sequence[Leaf]
    regions: Sequence[Territory]
    home: Mapping[int, int]
    harbour: Mapping[int, int]
    tells: Mapping[int, SectionRole | None]
    told: Mapping[int, SectionRole | None]
    turned: bool

    def together(self, one: Leaf, other: Leaf) -> bool:
        """Whether two passages lie in linked sections."""
        return self.home[one.rank] == self.harbour[other.rank]

    def crossing(self, one: Leaf, other: Leaf) -> bool:
        """Whether one tells results where the other tells plans, by the titles above them."""
        roles = self.tells[one.rank], self.told[other.rank]
        return None not in roles and roles[0] != roles[1]

    def alone(self, matches: Sequence[Match]) -> tuple[list[Leaf], list[Leaf]]:
        """The passages of both reports that no match holds."""
        used = {i for match in matches for i in match.prior}
        taken = {j for match in matches for j in match.current}
        return (
            [leaf for leaf in self.there if leaf.rank not in used],
            [leaf for leaf in self.here if leaf.rank not in taken],
        )

    def entries(self, matches: Sequence[Match]) -> tuple[PassagePair, ...]:
        """All passages as entries: pairs and added ones in current order, removed ones where they stood."""
        placed = self._placed(matches)
        if not self.turned:
            return _entries(self.there, self.here, placed)
        back = [match._replace(prior=match.current, current=match.prior) for match in placed]
        return _entries(self.here, self.there, back)

    def _placed(self, matches: Sequence[Match]) -> list[Match]:
        """The matches with `moved` set: other sections, sections that moved, or out of order within them."""
        together: dict[int, list[Match]] = {}
        placed = []
        for match in matches:
            number = self.home[match.prior[0]]
            if number != self.harbour[match.current[0]]:
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
        leaves = [*(self.there[i] for i in match.prior), *(self.here[j] for j in match.current)]
        is_heading = all(leaf.passage.kind == "heading" for leaf in leaves)
        return sum(len(leaf.text) for leaf in leaves) + _ANCHOR * is_heading


def ground_of(prior: Report, current: Report, sections: Sequence[SectionPair]) -> Ground:
    """The ground on which the passages of two reports are matched.

    Args:
        sections: the links of the two reports' sections, which say where to look first.
    """
    turned = prior.text > current.text
    if turned:
        prior, current = current, prior
        sections = [replace(pair, prior=pair.current, current=pair.prior) for pair in sections]
    there, here = leaves_of(prior), leaves_of(current)
    regions = territories(prior, current, sections, there, here)
    return Ground(
        reports=(prior, current),
        there=there,
        here=here,
        regions=regions,
        home={leaf.rank: number for number, region in enumerate(regions) for leaf in region.prior},
        harbour={leaf.rank: number for number, region in enumerate(regions) for leaf in region.current},
        tells=_roles(prior, there),
        told=_roles(current, here),
        turned=turned,
    )


def _roles(report: Report, leaves: Sequence[Leaf]) -> dict[int, SectionRole | None]:
    roles: dict[str, SectionRole | None] = {}
    for section in report.outline.sections:
        above = roles.get(section.parent or "")
        roles[section.id] = (sole_role_of_title(section.title) or above) if section.level else None
    return {leaf.rank: roles[leaf.passage.section] for leaf in leaves}


def _entries(
    there: Sequence[Leaf], here: Sequence[Leaf], matches: Sequence[Match]
) -> tuple[PassagePair, ...]:
    by_current = {match.current[0]: match for match in matches}
    inner = {j for match in matches for j in match.current[1:]}
    used = {i for match in matches for i in match.prior}
    entries: list[PassagePair] = []
    waiting = [leaf.rank for leaf in there if leaf.rank not in used][::-1]
    for leaf in here:
        if leaf.rank in inner:
            continue
        match = by_current.get(leaf.rank)
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
