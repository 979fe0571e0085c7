"""A comparison made ready to be looked up: ids to things, offsets to places, sections to paths."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.lexicon import phrase
from yoy.writers.anchors import anchor_in_pair
from yoy.writers.excel.rows.layout import Target
from yoy.writers.excel.rows.words import Words
from yoy.writers.items.sides import Places
from yoy.writers.options import WriteOptions, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.model import (
        Comparison,
        Finding,
        Implied,
        Passage,
        Quantity,
        QuantityPair,
        Report,
        ReportPair,
        Section,
        Series,
        Span,
    )

_BEGINNING = 8
"""Characters of a title that stand for it."""
_STOPS = re.compile(r"[\s、,，]|[．.](?!\d)")


@dataclass
class Source:
    """One report, by id and by offset."""

    report: Report
    words: Words
    sections: dict[str, Section] = field(init=False)
    passages: dict[str, Passage] = field(init=False)
    quantities: dict[str, Quantity] = field(init=False)

    def __post_init__(self) -> None:
        self.sections = {section.id: section for section in self.report.outline.sections}
        self.passages = {passage.id: passage for passage in self.report.outline.passages}
        self.quantities = {quantity.id: quantity for quantity in self.report.figures.quantities}
        self._places = Places(self.report)
        self._short_paths: dict[str, str] = {}
        self._passage_starts = [passage.span.start for passage in self.report.outline.passages]

    @cached_property
    def quoted(self) -> frozenset[str | None]:
        """Figures that the report quotes from an earlier year beside its own."""
        return frozenset(figure.baseline for figure in self.report.figures.quantities if figure.baseline)

    def heading(self, section_id: str) -> str:
        """Number and title of a section as printed; the root is called by the report's title."""
        section = self.sections[section_id]
        return f"{section.number or ''}{section.title}".strip() or self.words.say("whole_report")

    def path(self, section_id: str) -> str:
        """Title of a section after the title of the chapter it stands in."""
        section = self.sections[section_id]
        parent = self.sections.get(section.parent or "")
        if parent is None or parent.level == 0:
            return self.heading(section_id)
        return f"{self.path(parent.id)} › {self.heading(section_id)}"

    def short_path(self, section_id: str) -> str:
        """A section's own heading after the bare numbers of the chapters it stands in."""
        known = self._short_paths.get(section_id)
        if known is None:
            known = self._short_paths[section_id] = self._find_short_path(section_id)
        return known

    def _find_short_path(self, section_id: str) -> str:
        section = self.sections[section_id]
        numbers: list[str] = []
        parent = self.sections.get(section.parent or "")
        while parent is not None and parent.level > 0:
            numbers.insert(0, parent.number or parent.title)
            parent = self.sections.get(parent.parent or "")
        lead = f"{''.join(numbers)} › " if numbers else ""
        return lead + self.heading(section_id)

    def place(self, span: Span) -> str:
        """Page and paragraph of a stretch of text; of a plain text the line, blank ones not counted."""
        return self._places.words(span, self.words.lang)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that a character belongs to."""
        index = bisect_right(self._passage_starts, offset) - 1
        return self.report.outline.passages[index] if index >= 0 else None

    def text_of(self, passage_ids: Iterable[str]) -> str:
        """What passages say, without the blanks around them."""
        parts = (self.passages[name].span.of(self.report.text) for name in passage_ids)
        return "".join(parts).strip()


@dataclass
class Facing:
    """A pair of reports, each ready to be looked up, and where their sections are listed."""

    pair: ReportPair
    prior: Source
    current: Source

    @property
    def label(self) -> str:
        """The two years, as the workbook names the comparison."""
        return f"{self.pair.prior}→{self.pair.current}"

    @cached_property
    def _rows_by_section(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for pair in self.pair.sections:
            for side, names in (("prior", pair.prior), ("current", pair.current)):
                for name in names:
                    found.setdefault((side, name), pair.key)
        return found

    def section_link(self, prior: str | None, current: str | None) -> Target | None:
        """The row of the section sheet that a figure's or a sentence's section stands in."""
        for side, name in (("current", current), ("prior", prior)):
            key = self._rows_by_section.get((side, name or ""))
            if key:
                return Target(row=("sections", self.label, key))
        return None

    @cached_property
    def implied(self) -> dict[str, tuple[Implied, ...]]:
        """What the current report lets one infer of last year, by quantity."""
        found: dict[str, tuple[Implied, ...]] = {}
        for item in self.current.report.figures.implied:
            found[item.quantity] = (*found.get(item.quantity, ()), item)
        return found

    @cached_property
    def restated(self) -> tuple[Finding, ...]:
        """Findings that the current report gives last year's figure otherwise than last year's did."""
        return tuple(
            finding
            for finding in self.pair.findings
            if finding.check == "restated" and finding.verdict == "inconsistent"
        )

    @cached_property
    def numbers(self) -> dict[str, QuantityPair]:
        """Pairs of figures by id."""
        return {pair.id: pair for pair in self.pair.numbers}

    @cached_property
    def pair_of(self) -> dict[tuple[str, str], QuantityPair]:
        """Pairs of figures by report and quantity."""
        found: dict[tuple[str, str], QuantityPair] = {}
        for pair in self.pair.numbers:
            for report, quantity in ((self.pair.prior, pair.prior), (self.pair.current, pair.current)):
                if quantity is not None:
                    found.setdefault((report, quantity), pair)
        return found

    def numbers_path(self, prior: str | None, current: str | None) -> str:
        """The numbers of the section and of those above it; the beginning of the title where it has none."""
        lead, _, own = self.path(prior, current).rpartition(" › ")
        source, name = (self.current, current) if current is not None else (self.prior, prior)
        section = source.sections.get(name or "")
        if section is None or section.level == 0:
            return ""
        return _STOPS.sub("", lead + (section.number or own[:_BEGINNING]))

    def path(self, prior: str | None, current: str | None) -> str:
        """The section, as the current report calls it if it has it."""
        if current is not None:
            return self.current.short_path(current)
        return self.prior.short_path(prior) if prior is not None else ""

    def places(self, prior: Span | None, current: Span | None) -> str:
        """Where the two stood in their files, a line each."""
        lines = []
        for source, span in ((self.prior, prior), (self.current, current)):
            place = source.place(span) if span is not None else ""
            if place:
                lines.append(f"{source.report.id}: {place}")
        return "\n".join(lines)

    def passage_anchor(self, prior: tuple[str, ...], current: tuple[str, ...]) -> Target | None:
        """Where the page shows these passages."""
        if current:
            return Target(anchor=anchor_in_pair(self.pair.prior, self.pair.current, "current", current[0]))
        if prior:
            return Target(anchor=anchor_in_pair(self.pair.prior, self.pair.current, "prior", prior[0]))
        return None


@dataclass
class Book:
    """All that the sheets are made from."""

    comparison: Comparison
    options: WriteOptions
    words: Words = field(init=False)
    sources: dict[str, Source] = field(init=False)
    facings: tuple[Facing, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(language_of(self.comparison, self.options))
        self.sources = {r.id: Source(r, self.words) for r in self.comparison.reports}
        self.facings = tuple(
            Facing(pair, self.sources[pair.prior], self.sources[pair.current])
            for pair in self.comparison.pairs
        )

    def agenda_words(self, key: str, **args: object) -> str:
        """A phrase of the open items."""
        return phrase("open", key, self.words.lang, **args)

    @property
    def years(self) -> tuple[str, ...]:
        """Ids of the reports, oldest first."""
        return tuple(self.sources)

    @property
    def many(self) -> bool:
        """Whether there is more than one comparison, so that rows must say which is theirs."""
        return len(self.facings) > 1

    @cached_property
    def series_of(self) -> dict[tuple[str, str], Series]:
        """The series that a figure (report id, quantity id) belongs to."""
        return {
            (report, quantity): series
            for series in self.comparison.series
            for report, quantity in series.points.items()
            if quantity is not None
        }
