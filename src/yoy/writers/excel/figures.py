"""The sheet of figures: every figure of each year beside its partner, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.units import convert
from yoy.model import RowFormula
from yoy.writers.anchors import anchor_of_number
from yoy.writers.excel.columns import (
    column,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
)
from yoy.writers.excel.layout import Column, Rich, Row, Run, Sheet
from yoy.writers.excel.quoted import Quoted, quoted_prior
from yoy.writers.excel.source import fingerprint
from yoy.writers.flags import needs_explanation

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import Quantity, QuantityPair
    from yoy.writers.excel.layout import Value
    from yoy.writers.excel.source import Book, Facing, Source

CONTEXT = 36
"""Characters of the sentence shown on each side of a figure."""
SIGNS = {
    "up": "▲",
    "down": "▼",
    "unchanged": "＝",
    "added": "＋",
    "removed": "－",
    "incomparable": "≠",
    "target_result": "◎",
}
TONES = {
    "up": "up",
    "down": "down",
    "unchanged": "quiet",
    "added": "added",
    "removed": "removed",
    "incomparable": "doubt",
    "target_result": "target",
}
POINT_UNITS = frozenset({"%", "百分点", "‰"})


@dataclass
class FigureRow:
    """One pair of figures on its way to a row."""

    book: Book
    facing: Facing
    pair: QuantityPair

    @cached_property
    def prior(self) -> Quantity | None:
        """Last year's figure."""
        return self.facing.prior.quantities.get(self.pair.prior or "")

    @cached_property
    def current(self) -> Quantity | None:
        """This year's figure."""
        return self.facing.current.quantities.get(self.pair.current or "")

    @cached_property
    def quoted(self) -> Quoted | None:
        """Last year's figure as this year's report has it."""
        return quoted_prior(self.facing, self.prior, self.current)

    @cached_property
    def in_points(self) -> bool:
        """Whether the difference is one of percentage points."""
        return self.pair.unit in POINT_UNITS

    @cached_property
    def flagged(self) -> bool:
        """Whether the change passes both thresholds."""
        return needs_explanation(self.pair, self.book.options.flags)

    def relation(self) -> str:
        """What became of the figure, with a sign so that it isn't told by colour alone."""
        return relation_words(self.book, self.pair.relation)

    def marks(self) -> str:
        """Tickmarks; the legend stands on the cover."""
        marks = [self.quoted.mark] if self.quoted else []
        if self.flagged:
            marks.append("△")
        if self.pair.confirm:
            marks.append("？")
        if self.pair.relation == "incomparable":
            marks.append("≠")
        if self.pair.relation in {"added", "removed"}:
            marks.append("○")
        return "".join(marks)

    def values(self) -> dict[str, Value]:
        """The value of each year in the row's unit; years outside the pair come from the series."""
        own = {self.facing.pair.prior: self.prior, self.facing.pair.current: self.current}
        figures = {**self._others(), **own}
        return {f"value_{report}": self.value(figure) for report, figure in figures.items()}

    def value(self, figure: Quantity | None) -> Decimal | None:
        """A figure in the row's unit; a decrease is negative where the other year is an increase."""
        if figure is None:
            return None
        converted = convert(figure.value, figure.unit, self.pair.unit)
        value = figure.value if converted is None else converted
        return -value if self._turned and figure.direction == "down" else value

    @cached_property
    def _turned(self) -> bool:
        """Whether one year's change is an increase and the other's a decrease."""
        directions = {figure.direction for figure in (self.prior, self.current) if figure}
        return len(directions) > 1 and "down" in directions

    def remarks(self) -> str:
        """What the value alone doesn't tell: conversion, direction, about, range, part of a year."""
        say = self.book.words.say
        lines = [say("conversion", conversion=self.pair.conversion)] if self.pair.conversion else []
        if self._turned:
            lines.append(say("turned"))
        elif any(figure and figure.direction == "down" for figure in (self.prior, self.current)):
            lines.append(say("both_down"))
        for report, figure in (
            (self.facing.pair.prior, self.prior),
            (self.facing.pair.current, self.current),
        ):
            lines.extend(f"{report}: {text}" for text in self._shades(figure))
        return "\n".join(lines)

    def _shades(self, figure: Quantity | None) -> list[str]:
        if figure is None:
            return []
        shades = [figure.approx] if figure.approx else []
        if figure.value_max is not None:
            shades.append(f"{figure.value:,f}–{figure.value_max:,f}")
        if figure.role == "target":
            shades.append(self.book.words.term("role", "target"))
        if figure.partial:
            shades.append(figure.partial)
        return shades

    def _others(self) -> dict[str, Quantity | None]:
        for report, figure in (
            (self.facing.pair.current, self.current),
            (self.facing.pair.prior, self.prior),
        ):
            series = self.book.series_of.get((report, figure.id)) if figure else None
            if series:
                return {
                    name: self.book.sources[name].quantities.get(quantity or "")
                    for name, quantity in series.points.items()
                    if name in self.book.sources
                }
        return {}

    def grounds(self) -> str:
        """Why the two were paired, what was converted, and who else might have been meant."""
        say = self.book.words.say
        parts = [self.book.words.reason(self.pair.reason)] if self.pair.reason else []
        if self.pair.incomparable:
            parts.append(self.book.words.term("incomparable", self.pair.incomparable))
        rival = self.facing.prior.quantities.get(self.pair.runner_up or "")
        if rival:
            parts.append(say("runner_up", indicator=rival.indicator, surface=rival.surface))
        return say("list_joint").join(parts)

    def growth(self) -> tuple[Decimal | None, str]:
        """Growth and its number format: a rate, or points for percentages."""
        if self.in_points:
            points = self.book.words.say("points_suffix")
            return (
                self.pair.difference,
                f'+{_digits(self.pair.difference)}"{points}";-{_digits(self.pair.difference)}"{points}";0"{points}"',
            )
        return self.pair.growth, "+0.0%;-0.0%;0.0%"


def relation_words(book: Book, relation: str) -> str:
    """A relation of figures with its sign."""
    return f"{SIGNS.get(relation, '')} {book.words.term('number', relation)}".strip()


def _digits(value: Decimal | None) -> str:
    places = max(0, -int(value.normalize().as_tuple().exponent)) if value is not None else 0
    return "#,##0" + ("." + "0" * min(places, 6) if places else "")


def in_sentence(source: Source, figure: Quantity | None) -> Rich | None:
    """The words around a figure with the figure marked."""
    if figure is None:
        return None
    text, passage = source.report.text, source.passages.get(figure.passage)
    first = passage.span.start if passage else figure.span.start
    last = passage.span.end if passage else figure.span.end
    start = max(first, figure.span.start - CONTEXT)
    end = min(last, figure.span.end + CONTEXT)
    before = ("…" if start > first else "") + text[start : figure.span.start].lstrip()
    after = text[figure.span.end : end].rstrip() + ("…" if end < last else "")
    return Rich((Run(before), Run(figure.span.of(text), "figure"), Run(after)))


def _row(book: Book, facing: Facing, pair: QuantityPair, number: int) -> Row:
    figure = FigureRow(book, facing, pair)
    prior, current = figure.prior, figure.current
    growth, growth_format = figure.growth()
    old, new = f"value_{facing.pair.prior}", f"value_{facing.pair.current}"
    both = prior is not None and current is not None and pair.difference is not None
    ratio = both and not figure.in_points and pair.growth is not None
    before, after = prior.section if prior else None, current.section if current else None
    section = facing.section_link(before, after)
    cells: dict[str, Value] = {
        "index": index_of("figures", number),
        "comparison": facing.label,
        "section": facing.path(before, after),
        "indicator": pair.indicator,
        **figure.values(),
        "unit": pair.unit or "",
        "unit_note": figure.remarks(),
        "difference": pair.difference,
        "difference_formula": RowFormula(f"={{{new}}}-{{{old}}}") if both else None,
        "growth": growth,
        "growth_formula": RowFormula(f"=({{{new}}}-{{{old}}})/ABS({{{old}}})") if ratio else None,
        "flag": book.words.say("flagged") if figure.flagged else "",
        "relation": figure.relation(),
        "marks": figure.marks(),
        "quoted": figure.quoted.value if figure.quoted else None,
        "quoted_verdict": book.words.say(f"quoted_{figure.quoted.verdict}") if figure.quoted else "",
        "words_prior": in_sentence(facing.prior, prior),
        "words_current": in_sentence(facing.current, current),
        "places": facing.places(prior.span if prior else None, current.span if current else None),
        "confidence": pair.score if prior and current else None,
        "confirm": book.words.say("please_confirm") if pair.confirm else "",
        "grounds": figure.grounds(),
        "key": pair.key,
        "fingerprint": fingerprint(*(f and (f.value, f.unit, f.role) for f in (prior, current))),
        "prior_key": prior.key if prior else "",
        "current_key": current.key if current else "",
    }
    formats = {"growth": growth_format, "growth_formula": growth_format}
    links = page_link(book, anchor_of_number(facing.pair.current, pair.id))
    if section:
        links["section_index"] = section
    return Row(
        key=pair.key,
        comparison=facing.label,
        fingerprint=str(cells["fingerprint"]),
        cells=cells,
        links=links,
        formats=formats,
    )


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    values = tuple(
        Column(name=f"value_{year}", heading=value_heading(book, year), width=13, look="number")
        for year in book.years
    )
    return (
        *index_columns(book),
        column(words, "section", 18, "small_dark"),
        column(words, "indicator", 26, "strong"),
        *values,
        column(words, "unit", 9, "center"),
        column(words, "unit_note", 12, "small"),
        column(words, "difference", 13, "signed"),
        column(words, "difference_formula", 11, "formula", page=None),
        column(words, "growth", 15, "percent"),
        column(words, "growth_formula", 10, "formula", page=None),
        column(words, "flag", 10, "center"),
        column(words, "relation", 12, "center"),
        column(words, "marks", 7, "center"),
        column(words, "quoted", 14, "number"),
        column(words, "quoted_verdict", 8, "center"),
        column(words, "words_prior", 36, page=1),
        column(words, "words_current", 36, page=1),
        column(words, "places", 17, "small", page=1),
        *reviewer_columns(words, pairing=True, page=1),
        column(words, "section_index", 8, "link", page=None),
        column(words, "confidence", 8, "score", page=None),
        column(words, "confirm", 10, "center", page=None),
        column(words, "grounds", 30, "small", page=None),
        *identity_columns(book),
        column(words, "prior_key", 12, "key", hidden=True, page=None),
        column(words, "current_key", 12, "key", hidden=True, page=None),
    )


def value_heading(book: Book, report: str) -> str:
    """Heading of the column of a report's values."""
    return book.words.say(
        "column_value", report=book.words.say("year", year=report) if report.isdigit() else report
    )


def figures_sheet(book: Book) -> Sheet:
    """Every pair of figures, newest comparison first, in the order of the report."""
    pairs = [(facing, pair) for facing in reversed(book.facings) for pair in facing.pair.numbers]
    rows = tuple(_row(book, facing, pair, number) for number, (facing, pair) in enumerate(pairs, 1))
    tones = {relation_words(book, relation): tone for relation, tone in TONES.items()}
    return Sheet(
        name="figures",
        title=book.words.say("sheet_figures"),
        intro=book.words.say("intro_figures", count=len(rows)),
        columns=_columns(book),
        rows=rows,
        frozen=4 if book.many else 3,
        tones={
            "relation": tones,
            "flag": {book.words.say("flagged"): "flag"},
            "confirm": {book.words.say("please_confirm"): "doubt"},
            "quoted_verdict": {
                book.words.say("quoted_agrees"): "good",
                book.words.say("quoted_differs"): "bad",
                book.words.say("quoted_doubt"): "doubt",
            },
        },
    )
