"""A report as the checks look at it: figures in order, with their clause, sentence and paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yoy.checks.patterns import pattern
from yoy.language.tolerance import Range
from yoy.language.units import convert, find_unit
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Basis, Part, Passage, Quantity, Report, Section

Term = tuple["View", "Quantity"]

_STOP = re.compile(r"[。；;]")
_CLAUSE = re.compile(r"[，,；;。：:！!？?\n（(）)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A report with its figures and passages at hand.

    Attributes:
        figures: quantities in reading order. figure, passage, section: by id.
        of_passage: the figures of each passage, in reading order.
        leads, tails: what stands before and behind each figure in its clause, up to the next figure.
    """

    report: Report
    text: str
    figures: tuple[Quantity, ...]
    figure: Mapping[str, Quantity]
    passages: tuple[Passage, ...]
    passage: Mapping[str, Passage]
    section: Mapping[str, Section]
    of_passage: Mapping[str, tuple[Quantity, ...]]
    starts: tuple[int, ...]
    leads: Mapping[str, str]
    tails: Mapping[str, str]

    def tells_results(self, passage_id: str) -> bool:
        """Whether a passage speaks of results; what is not told apart does."""
        return self.part(passage_id) == "review"

    def plans_a_year(self, passage: Passage) -> bool:
        """Whether a passage plans for the year to come, not for several."""
        return passage.part == "plan" and "/" not in (passage.period or "")

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def period(self) -> int | None:
        """The year reported on."""
        return self.report.document.period

    def sentence(self, figure: Quantity) -> Span:
        """The passage that a figure stands in."""
        found = self.passage.get(figure.passage)
        return found.span if found else figure.span

    def mates(self, figure: Quantity) -> tuple[Quantity, ...]:
        """All figures of the same sentence, this one among them."""
        return self.of_passage.get(figure.passage, (figure,))

    def mates_before(self, figure: Quantity) -> list[Quantity]:
        """The figures that stand before this one in its sentence."""
        return [mate for mate in self.mates(figure) if mate.span.end <= figure.span.start]

    def lead(self, figure: Quantity) -> str:
        """What stands before a figure in its clause, up to the figure before it."""
        return self.leads[figure.id]

    def tail(self, figure: Quantity) -> str:
        """What stands behind a figure in its clause, up to the figure after it."""
        return self.tails[figure.id]

    def label(self, figure: Quantity) -> str:
        """What names a figure: its indicator and the words around it."""
        return f"{figure.indicator} {self.lead(figure)} {self.tail(figure)}"

    def paragraph(self, at: int) -> Span:
        """The line of the text that holds offset `at`."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return Span(start, len(self.text) if end < 0 else end)

    def before(self, figure: Quantity, within: Span) -> Iterator[Quantity]:
        """Figures of running text before `figure`, nearest first, not before `within`."""
        index = bisect_right(self.starts, figure.span.start) - 1
        for at in range(index - 1, -1, -1):
            other = self.figures[at]
            if other.span.start < within.start:
                return
            if other.span.end <= figure.span.start:
                yield other

    def passage_at(self, at: int) -> Passage | None:
        """The passage that covers offset `at`."""
        index = bisect_right(self.passages, at, key=lambda passage: passage.span.start) - 1
        return self.passages[index] if index >= 0 and at < self.passages[index].span.end else None

    def part(self, passage_id: str) -> Part:
        """What a passage does in the report; what is not told apart looks back."""
        return self.passage[passage_id].part or "review"

    def section_title(self, section_id: str) -> str:
        """Title of a section, empty for one unknown."""
        found = self.section.get(section_id)
        return found.title if found else ""


def view_of(report: Report) -> View:
    """The report with its indices."""
    figures = tuple(sorted(report.figures.quantities, key=lambda q: (q.span.start, q.span.end)))
    passages = {passage.id: passage for passage in report.outline.passages}
    groups = _grouped(figures)
    leads, tails = _surroundings(report.text, passages, groups)
    return View(
        report=report,
        text=report.text,
        figures=figures,
        figure={figure.id: figure for figure in figures},
        passages=report.outline.passages,
        passage=passages,
        section={section.id: section for section in report.outline.sections},
        of_passage=groups,
        starts=tuple(figure.span.start for figure in figures),
        leads=leads,
        tails=tails,
    )


def _surroundings(
    text: str, passages: Mapping[str, Passage], groups: Mapping[str, Sequence[Quantity]]
) -> tuple[dict[str, str], dict[str, str]]:
    """What stands before and behind each figure of each passage, by its id."""
    leads, tails = {}, {}
    for name, mates in groups.items():
        start, end = passages[name].span.start, passages[name].span.end
        for at, figure in enumerate(mates):
            left = mates[at - 1].span.end if at else start
            right = mates[at + 1].span.start if at + 1 < len(mates) else end
            leads[figure.id] = _CLAUSE.split(text[left : figure.span.start])[-1]
            tails[figure.id] = _CLAUSE.split(text[figure.span.end : right], maxsplit=1)[0]
    return leads, tails


def _grouped(figures: Sequence[Quantity]) -> dict[str, tuple[Quantity, ...]]:
    groups: dict[str, list[Quantity]] = {}
    for figure in figures:
        groups.setdefault(figure.passage, []).append(figure)
    return {passage: tuple(group) for passage, group in groups.items()}


def vague(figure: Quantity) -> bool:
    """Whether a figure is printed as a bound or an estimate (约, 近, 超, 余, 以上)."""
    return (
        figure.approx is not None
        or bool(pattern("counted", "inexact").search(figure.surface))
        or figure.value_max is not None
    )


def basis_of(view: View, figure: Quantity) -> Basis:
    """How a figure is measured; where its reading leaves that open, the words right before it tell."""
    if figure.basis != "level" or figure.kind not in ("level", "ratio"):
        return figure.basis
    lead = view.lead(figure)
    names: tuple[Basis, ...] = ("average", "cumulative", "new")
    return next((name for name in names if pattern("basis_words", name).search(lead)), "level")


def _counted(view: View, figure: Quantity) -> Basis:
    """The basis with running totals and shares that are ratios as the levels that they are."""
    basis = basis_of(view, figure)
    plain = basis == "cumulative" or (basis == "share" and figure.kind == "ratio")
    return "level" if plain else basis


def unlike(first: Term, second: Term) -> str | None:
    """What keeps two figures from being compared: concept, qualifiers, basis or period; None for nothing."""
    (view, one), (other_view, two) = first, second
    if one.concept and two.concept and one.concept != two.concept:
        return "concept"
    if one.qualifiers and two.qualifiers and set(one.qualifiers) != set(two.qualifiers):
        return "scope"
    if _counted(view, one) != _counted(other_view, two):
        return "basis"
    if (one.partial is None) != (two.partial is None) or is_stretch(one) != is_stretch(two):
        return "period"
    return None


def is_stretch(figure: Quantity) -> bool:
    """Whether a figure is of several years."""
    return "/" in (figure.period or "")


def counted(figure: Quantity) -> bool:
    """Whether a figure was counted one by one: an integer, not in 万 or 亿."""
    return figure.quantum == 1 and figure.value == figure.value.to_integral_value() and not vague(figure)


def range_of(figure: Quantity) -> Range:
    """What a printed figure stands for: itself when counted or 0, else half a digit to either side."""
    if counted(figure) or not figure.value:
        return Range.exact(figure.value)
    return Range.printed(figure.value, figure.quantum)


def in_unit(figure: Quantity, unit: str | None) -> Quantity | None:
    """A figure restated in another unit of its family, value and precision together; None for no such unit.

    5公里 beside 4,980米 is 5,000米 to the nearest 1,000.
    """
    if figure.unit == unit:
        return figure
    value, quantum = convert(figure.value, figure.unit, unit), convert(figure.quantum, figure.unit, unit)
    if value is None or quantum is None:
        return None
    largest = None if figure.value_max is None else convert(figure.value_max, figure.unit, unit)
    return replace(figure, value=value, quantum=quantum, value_max=largest, unit=unit)


def in_one_unit(*figures: Quantity) -> tuple[Quantity, ...] | None:
    """The figures in the finest unit among them, or None where they don't convert.

    In the finest, a round figure of a coarse unit is no exact count any more: 5公里 may be 5,200米.
    """
    if len({figure.unit for figure in figures}) == 1:
        return figures
    known = [(unit.factor, figure.unit) for figure in figures if (unit := find_unit(figure.unit))]
    finest = min(known, default=(None, None), key=lambda each: each[0])[1]
    told = tuple(restated for figure in figures if (restated := in_unit(figure, finest)) is not None)
    return told if len(told) == len(figures) else None


def is_level(figure: Quantity) -> bool:
    """A level of running text or table that reports a result."""
    return figure.kind == "level" and figure.role != "target"


def stops(text: str) -> bool:
    """Whether a sentence, or a part set off by ；, ends in `text`."""
    return _STOP.search(text) is not None
