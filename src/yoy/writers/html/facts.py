"""What the rows of a pair of reports look up: things by id, and where they stand on the page."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.tables.agreed import Told, told_once
from yoy.writers.anchors import (
    Side,
    anchor_in_pair,
    anchor_of_finding,
    anchor_of_number,
    anchor_of_open,
    anchor_of_pair,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import (
        Comparison,
        Finding,
        OpenItem,
        Passage,
        PassagePair,
        Quantity,
        QuantityPair,
        Report,
        ReportPair,
        Section,
        Span,
    )

ALARMS = frozenset(("inconsistent", "suspect"))


@dataclass(frozen=True)
class SideFacts:
    """One report of a pair, with its things by id."""

    report: Report
    side: Side
    pair: ReportPair

    def anchor(self, element: str) -> str:
        """Where a passage, section, table or quantity of this side stands on the page."""
        return anchor_in_pair(self.pair.prior, self.pair.current, self.side, element)

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """Passages by id."""
        return {passage.id: passage for passage in self.report.outline.passages}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Place of each passage in reading order."""
        return {passage.id: index for index, passage in enumerate(self.report.outline.passages)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.report.outline.sections}

    @cached_property
    def opened(self) -> Mapping[str, str]:
        """The section that each first passage of a section opens."""
        firsts: dict[str, str] = {}
        for passage in self.report.outline.passages:
            firsts.setdefault(passage.section, passage.id)
        return {passage: section for section, passage in firsts.items()}

    @cached_property
    def quantities(self) -> Mapping[str, Quantity]:
        """Quantities by id."""
        return {quantity.id: quantity for quantity in self.report.figures.quantities}

    @cached_property
    def _in_order(self) -> Sequence[Quantity]:
        return sorted(self.report.figures.quantities, key=lambda quantity: quantity.span)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [quantity.span.start for quantity in self._in_order]

    def quantities_in(self, span: Span) -> Sequence[Quantity]:
        """Quantities that begin in `span`, in reading order."""
        return self._in_order[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    @cached_property
    def _passage_starts(self) -> Sequence[int]:
        return [passage.span.start for passage in self.report.outline.passages]

    def passage_at(self, offset: int) -> str | None:
        """The passage that holds a character, else the one before it."""
        index = bisect_left(self._passage_starts, offset + 1) - 1
        return self.report.outline.passages[max(index, 0)].id if self._passage_starts else None

    def section_title(self, section: str) -> str:
        """Number and title of a section."""
        found = self.sections.get(section)
        if found is None:
            return ""
        number = found.number or ""
        space = " " if number[-1:].isascii() and found.title[:1].isascii() and number else ""
        return f"{number}{space}{found.title}"


@dataclass(frozen=True)
class PairFacts:
    """Two reports and what was found between them.

    Attributes:
        first: whether the prior report is the oldest of all. What was found inside a report is
            listed once, with the pair in which it is the current one.
    """

    pair: ReportPair
    prior: SideFacts
    current: SideFacts
    first: bool = True

    def side(self, report: str) -> SideFacts | None:
        """The side that shows this report."""
        if report == self.pair.current:
            return self.current
        return self.prior if report == self.pair.prior else None

    @cached_property
    def numbers(self) -> Mapping[str, QuantityPair]:
        """The pairs of figures by their id."""
        return {number.id: number for number in self.pair.numbers}

    @cached_property
    def numbers_by_prior(self) -> Mapping[str, QuantityPair]:
        """What became of the prior report's figures, by their id."""
        return {number.prior: number for number in self.pair.numbers if number.prior is not None}

    @cached_property
    def numbers_by_current(self) -> Mapping[str, QuantityPair]:
        """Where the current report's figures come from, by their id."""
        return {number.current: number for number in self.pair.numbers if number.current is not None}

    def number_of(self, side: SideFacts, quantity: str) -> QuantityPair | None:
        """The pair a quantity belongs to."""
        known = self.numbers_by_prior if side.side == "prior" else self.numbers_by_current
        return known.get(quantity)

    def row_of(self, number: QuantityPair) -> str:
        """Anchor of the number's row in the table of figures."""
        return anchor_of_number(self.pair.current, number.id)

    @cached_property
    def _entries(self) -> Mapping[str, PassagePair]:
        return {name: entry for entry in self.pair.passages for name in entry.current}

    def entry_of(self, passage: str) -> PassagePair | None:
        """The entry of a passage of the current report."""
        return self._entries.get(passage)

    def row_of_open(self, number: int) -> str:
        """Anchor of an open item, by its place in the list."""
        return anchor_of_open(self.pair.prior, self.pair.current, number)

    def promise_anchor(self, key: str) -> str:
        """Where a commitment of the prior report stands on the page."""
        return f"promise-{key}-{anchor_of_pair(self.pair.prior, self.pair.current)}"

    def finding_of_item(self, item: OpenItem) -> tuple[str, Finding]:
        """The finding that an open item is about, with its anchor; ids repeat from report to report."""
        known = ((anchor, f) for anchor, f in self.findings if (f.id, f.key) == (item.finding, item.key))
        return next((anchor, f) for anchor, f in known if f.verdict == item.kind)

    @cached_property
    def findings(self) -> Sequence[tuple[str, Finding]]:
        """Findings of both reports and of the pair, each with the anchor of the row that tells it."""
        return [
            (anchor_of_finding(owner, told.under.get(finding.id, finding.id)), finding)
            for owner, findings, told in self._owned
            for finding in findings
        ]

    @property
    def listed_findings(self) -> Sequence[tuple[str, Finding]]:
        """The findings that are listed with this pair; what agrees in a table is one."""
        return [
            (anchor_of_finding(owner, finding.id), finding)
            for owner, _, told in self._owned
            for finding in told.listed
            if self.first or owner != (self.pair.prior,)
        ]

    @cached_property
    def _owned(self) -> Sequence[tuple[tuple[str, ...], Sequence[Finding], Told]]:
        """The findings of the pair and of each report by their owner, and how they are told."""
        prior, current = self.prior.report, self.current.report
        reports = {report.id: report for report in (prior, current)}
        owned = (
            ((self.pair.prior, self.pair.current), self.pair.findings),
            ((current.id,), current.findings),
            ((prior.id,), prior.findings),
        )
        return [(owner, findings, told_once(findings, reports)) for owner, findings in owned]

    @cached_property
    def finding_of_claim(self) -> Mapping[tuple[str, str], tuple[str, Finding]]:
        """The gravest finding on a claimed figure, by report and quantity."""
        graded = sorted(self.findings, key=lambda item: _GRAVITY.index(item[1].verdict), reverse=True)
        return {(f.report, f.claimed): (anchor, f) for anchor, f in graded if f.claimed is not None}

    @cached_property
    def alarms_by_passage(self) -> Mapping[tuple[str, str], tuple[tuple[str, Finding], ...]]:
        """Findings that ask for attention, by report and passage."""
        found: dict[tuple[str, str], tuple[tuple[str, Finding], ...]] = {}
        for anchor, finding in self.findings:
            if finding.verdict not in ALARMS:
                continue
            for place in self._places(finding):
                found[place] = (*found.get(place, ()), (anchor, finding))
        return found

    def _places(self, finding: Finding) -> list[tuple[str, str]]:
        places: list[tuple[str, str]] = []
        for where in finding.spans:
            side = self.side(where.report)
            passage = side.passage_at(where.span.start) if side else None
            if passage is not None and (where.report, passage) not in places:
                places.append((where.report, passage))
        return places


_GRAVITY = ("inconsistent", "suspect", "rounding", "consistent", "cannot_check")


def facts_of(comparison: Comparison) -> tuple[PairFacts, ...]:
    """The pairs of a comparison, in order of time."""
    return tuple(
        PairFacts(
            pair,
            SideFacts(comparison.report(pair.prior), "prior", pair),
            SideFacts(comparison.report(pair.current), "current", pair),
            first=index == 0,
        )
        for index, pair in enumerate(comparison.pairs)
    )
