"""Which figures of two reports could be the same indicator, and the evidence for each such pair."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from yoy.align.figures.cells import linked_cells
from yoy.align.figures.evidence.features import (
    OF_RANKS,
    Evidence,
    counts_alike,
    equal_value,
    far_apart,
    same_unit,
)
from yoy.align.figures.evidence.implied import implied_links
from yoy.align.figures.evidence.periods import end_together, same_months
from yoy.align.figures.evidence.positions import same_places
from yoy.align.figures.evidence.term_weights import (
    Bag,
    Lot,
    Rarity,
    Words,
    contained,
    likest,
    nearest,
    overlap,
)
from yoy.align.figures.evidence.traits import traits_of
from yoy.align.figures.evidence.variants import Variants
from yoy.align.figures.evidence.wording import Wording
from yoy.align.figures.facets import Comparability, are_one_indicator, comparability, kin_by
from yoy.align.figures.weights import CUTS
from yoy.language.units import counts_things, kindred

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from yoy.align.figures.evidence.traits import Traits
    from yoy.model import PassagePair, Quantity, Report, SectionPair, TablePair
    from yoy.options import LexiconOptions

Link = tuple[int, int]
_ALIKE = Comparability()
_COUNTERPART = {"target": "result", "result": "target"}
"""A target may be set against a result."""


class Figures:
    """The figures of two reports beside each other; links are (rank in prior, rank in current)."""

    def __init__(
        self,
        prior: Report,
        current: Report,
        sections: Sequence[SectionPair],
        passages: Sequence[PassagePair],
        tables: Sequence[TablePair],
        options: LexiconOptions,
    ) -> None:
        self.reports = prior, current
        places = [name for name in (prior.document.issuer, current.document.issuer) if name]
        self.wording = Wording(current.document.language, options, places)
        self.prior = traits_of(prior, self.wording)
        self.current = traits_of(current, self.wording)
        self._sides = self.prior, self.current
        self._variants = Variants(*self._sides)
        self._may_count = lru_cache(maxsize=None)(kindred)
        pieces = tuple([_core(t) for t in side] for side in self._sides)
        self._rarity = Rarity(core for side in pieces for core in side)
        self._bag = lru_cache(maxsize=None)(self._rarity.bag)
        self._words = lru_cache(maxsize=None)(self._weighed)
        self._cores = tuple([self._rarity.bag(core) for core in side] for side in pieces)
        self._lanes = tuple([_lane(t) for t in side] for side in self._sides)
        self._units = tuple([t.quantity.unit for t in side] for side in self._sides)
        self._ranks = (
            {t.quantity.id: t.rank for t in self.prior},
            {t.quantity.id: t.rank for t in self.current},
        )
        self._linked = {(a, b) for pair in sections for a in pair.prior for b in pair.current}
        self._passages = {
            (a, b): float(pair.score) for pair in passages for a in pair.prior for b in pair.current
        }
        self._compared = lru_cache(maxsize=None)(self._comparability)
        self._nearness = lru_cache(maxsize=None)(self._closeness)
        found = same_places(prior, current, passages)
        self._places = {
            (self._ranks[0][a], self._ranks[1][b]): agreement for (a, b), agreement in found.items()
        }
        self._tables = {(a, b) for pair in tables for a in pair.prior for b in pair.current}
        self.cells = dict(linked_cells(self.prior, self.current, tables))
        self._implied = set(implied_links(self.reports, self._sides, self.may_pair))

    def links(self) -> list[Link]:
        """Links worth a close look, in order."""
        sure = {link for link, agreement in self._places.items() if self._is_sure(link, agreement)}
        rows, columns = {a for a, _ in sure}, {b for _, b in sure}
        placed = {link for link in (*self._places, *self.cells) if self.may_pair(*link)}
        found = placed | self._implied | self._by_words(rows, columns) | self._by_concept()
        return sorted(
            link
            for link in found
            if self.may_count_lists(link)
            and (
                link in sure or not self._same_role(*link) or (link[0] not in rows and link[1] not in columns)
            )
        )

    def _by_words(self, rows: Container[int], columns: Container[int]) -> set[Link]:
        """Links of the likest names: of figures without a sure partner, and of targets with results."""
        without_partner = [
            [None if rank in settled else lane for rank, lane in enumerate(lanes)]
            for lanes, settled in zip(self._lanes, (rows, columns), strict=True)
        ]
        targets_and_results = [
            [_lane_across(t.quantity.kind, t.quantity.role) for t in self.prior],
            [_lane_across(t.quantity.kind, _COUNTERPART.get(t.quantity.role)) for t in self.current],
        ]
        return {
            link
            for lanes in (without_partner, targets_and_results)
            for link in nearest(
                Lot(self._cores[0], lanes[0]), Lot(self._cores[1], lanes[1]), self.may_pair, self._rarity
            )
        }

    def may_count_lists(self, link: Link) -> bool:
        """Whether neither counts its sentence's own list (六大行动), unless the sentence is unchanged."""
        sides = self.prior[link[0]].quantity, self.current[link[1]].quantity
        return all(side.doubt != "list_count" or _measures(side) for side in sides) or (
            self._places.get(link, 0.0) >= CUTS.unchanged_place
        )

    def _by_concept(self) -> set[Link]:
        """Links of figures of one standard indicator, however unlike their names are."""
        held: dict[str, list[int]] = defaultdict(list)
        for t in self.current:
            if t.quantity.concept is not None:
                held[t.quantity.concept].append(t.rank)
        return {
            (t.rank, rank)
            for t in self.prior
            if t.quantity.concept is not None
            for rank in held[t.quantity.concept]
            if self.may_pair(t.rank, rank)
        }

    def _is_sure(self, link: Link, agreement: float) -> bool:
        """Whether the sentence is unchanged around the figures and stands in sections that are linked.

        Then nothing else is looked at: most of a report is like that, and this keeps the cost down.
        """
        one, other = self.prior[link[0]], self.current[link[1]]
        return (
            agreement >= CUTS.unchanged_place
            and self.may_pair(*link)
            and self._same_role(*link)
            and self._nearness(one.sections, other.sections) == 1
            and self.compared(*link) == _ALIKE
            and not self.wording.opposed(one.contrast, other.contrast)
        )

    def compared(self, before: int, after: int) -> Comparability:
        """In what two figures differ."""
        return self._compared(before, after)

    def touch(self, before: int, after: int) -> bool:
        """Whether one is of several years and the other of their last, or both of parts of a year."""
        one, other = self.prior[before], self.current[after]
        return end_together(one.years, other.years) or not same_months(one, other)

    def _comparability(self, before: int, after: int) -> Comparability:
        one, other = self.prior[before], self.current[after]
        return comparability(one, other, told_apart=self._variants.tell_apart(one, other))

    def _same_role(self, before: int, after: int) -> bool:
        return self.prior[before].quantity.role == self.current[after].quantity.role

    def stated_before(self, quantity: Quantity) -> Quantity | None:
        """The earlier value that the current report itself states beside a figure (由X提高到Y)."""
        rank = self._ranks[1].get(quantity.baseline or "")
        return None if rank is None else self.current[rank].quantity

    def other_units(self) -> list[Link]:
        """Links in the same place of paired sentences that fit in all but the unit, in order."""
        return sorted(
            link
            for link, agreement in self._places.items()
            if agreement >= CUTS.kept_sentence and self._same_role(*link) and self._is_recounted(*link)
        )

    def _is_recounted(self, before: int, after: int) -> bool:
        one, other = self.prior[before].quantity, self.current[after].quantity
        return one.kind == other.kind and not self._may_count(one.unit, other.unit)

    def evidence(self, before: int, after: int) -> Evidence:
        """What speaks for one link."""
        one, other = self.prior[before], self.current[after]
        words, others = self._words(0, before), self._words(1, after)
        compared = self.compared(before, after)
        return Evidence(
            name=max(likest(words.names, others.names), CUTS.same_name * are_one_indicator(one, other)),
            near=likest(words.nears, others.nears),
            cross=max(_held(words.name, others.clause), _held(others.name, words.clause)),
            clause=overlap(words.clause, others.clause),
            sentence=overlap(words.sentence, others.sentence),
            section=self._nearness(one.sections, other.sections),
            place=self._places.get((before, after), 0.0),
            passage=self._passages.get((one.quantity.passage, other.quantity.passage), 0.0),
            beside=0.0,
            value=equal_value(one, other),
            implied=float((before, after) in self._implied),
            cell=self.cells.get((before, after), 0.0),
            unit=same_unit(one, other),
            concept=float(one.quantity.concept == other.quantity.concept is not None),
            narrowed=float("scope" in compared.unsure),
            contrary=float("scope" in compared.differs),
            mistimed=float("period" in compared.differs),
            ranged=float((one.quantity.value_max is None) != (other.quantity.value_max is None)),
            far=far_apart(one, other),
            rescoped=float("basis" in compared.differs or self._is_rescoped(one, other)),
            opposed=float(compared.apart or self._is_opposed(one, other)),
        )

    def _is_opposed(self, one: Traits, other: Traits) -> bool:
        """Whether words exclude each other; what two known indicators differ in is told otherwise."""
        return not kin_by(one, other) and self.wording.opposed(one.contrast, other.contrast)

    def _is_rescoped(self, one: Traits, other: Traits) -> bool:
        """Whether the words tell of another basis; where both tell one that is read, that decides.

        累计建成20公里 and 累计达到22公里 are running totals, though 建成 alone is what a year has added.
        """
        told = {one.quantity.basis, other.quantity.basis}
        return (told == {"level"} or len(told) > 1) and self.wording.rescoped(one.contrast, other.contrast)

    def _weighed(self, side: int, rank: int) -> Words:
        traits = self._sides[side][rank]
        each = [self._bag(self.wording.pieces(subject)) for subject in traits.quantity.subjects]
        name, near, clause, sentence = map(
            self._bag, (traits.name, traits.near, traits.clause, traits.sentence)
        )
        if traits.quantity.kind == "rank":
            near = name  # 居全国第 stands before every rank
        return Words(name, near, clause, sentence, tuple(each))

    def may_pair(self, before: int, after: int) -> bool:
        """Whether two figures are of one kind, role and sort of unit."""
        if self._lanes[0][before] != self._lanes[1][after] or self._is_off_its_row(before, after):
            return False
        units = self._units[0][before], self._units[1][after]
        if self._lanes[0][before][0] == "rank" and OF_RANKS.issuperset(units):
            return True
        if None in units and not self.wording.is_latin:
            return all(unit is None or counts_things(unit) for unit in units)
        return self._may_count(*units) or counts_alike(self.prior[before], self.current[after])

    def _is_off_its_row(self, before: int, after: int) -> bool:
        """Whether both stand in tables that are paired, and not in cells that are."""
        tables = self.prior[before].quantity.table, self.current[after].quantity.table
        return tables in self._tables and (before, after) not in self.cells

    def _closeness(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        """1 in linked sections, less the further out the first linked sections lie, 0 for the roots only."""
        for depth, a in enumerate(one[:-1]):
            for further, b in enumerate(other[:-1]):
                if (a, b) in self._linked:
                    return 1 / (1 + depth + further)
        return 0.0


def _measures(figure: Quantity) -> bool:
    """Whether a list's own count measures all the same: 在卫生、城管两个部门推开, 新设甲、乙两个委员会."""
    return figure.named_by == "zh.places" or figure.basis == "new"


def _held(name: Bag, clause: Bag) -> float:
    """How much of a name stands in the other clause; a name of one piece says too little."""
    return contained(name, clause) if len(name.weights) > 1 else 0.0


def _lane(traits: Traits) -> tuple[str, str]:
    """Kind and role of a figure; a target may be set against a result."""
    figure = traits.quantity
    return figure.kind, "result" if figure.role == "target" else figure.role


def _lane_across(kind: str, role: str | None) -> tuple[str, str] | None:
    """The lane in which a prior figure of `role` meets the current ones of its counterpart."""
    return (kind, role) if role in _COUNTERPART else None


def _core(traits: Traits) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*traits.name, *traits.near)))
