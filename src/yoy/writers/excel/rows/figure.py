"""One figure of both years on its way to a row: values, marks, words and grounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS, convert
from yoy.writers.excel.rows.layout import Rich, Run
from yoy.writers.excel.rows.quoted import Quoted, quoted_prior

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import Quantity, QuantityPair
    from yoy.writers.excel.rows.layout import Value
    from yoy.writers.excel.rows.source import Book, Facing, Source

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
        return self.pair.flagged

    def relation(self) -> str:
        """What became of the figure, with a sign so that it isn't told by colour alone."""
        return relation_words(self.book, self.pair.relation)

    def marks(self) -> str:
        """Tickmarks; the legend stands on the cover."""
        marks = [self.quoted.mark] if self.quoted else []
        if self.flagged:
            marks.append("△")
        if self.pair.confirm or any(figure and figure.doubt for figure in (self.prior, self.current)):
            marks.append("？")
        if self.pair.relation == "incomparable":
            marks.append("≠")
        if self.pair.relation in {"added", "removed"}:
            marks.append("○")
        return "".join(dict.fromkeys(marks))

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
        if figure.doubt:
            shades.append(self.book.words.in_doubt(figure.doubt))
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
