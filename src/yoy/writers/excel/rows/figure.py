"""One figure of both years on its way to a row: values, marks, words and grounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS, convert
from yoy.writers.excel.rows.layout import Rich, Run
from yoy.writers.excel.rows.quoted import Quoted, quoted_prior
from yoy.writers.items.changes import direction_words, scale_of, unit_words
from yoy.writers.items.grounds import grounds_words
from yoy.writers.numerals import is_fall

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import Quantity, QuantityPair
    from yoy.writers.excel.rows.layout import Value
    from yoy.writers.excel.rows.source import Book, Facing, Source

CONTEXT = 24
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
        return quoted_prior(self.facing, self.prior, self.current, self.scale)

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
        return {f"value_{report}": self.value(figure) for report, figure in self._figures.items()}

    @cached_property
    def _figures(self) -> dict[str, Quantity | None]:
        own = {self.facing.pair.prior: self.prior, self.facing.pair.current: self.current}
        return {**self._others(), **own}

    @cached_property
    def scale(self) -> Decimal:
        """What 1 stands for in the unit of this year's report, or of last year's where it is alone."""
        return scale_of(self.current or self.prior)

    def shown(self) -> tuple[dict[str, Value], dict[str, str]]:
        """The same values as a reader has them, in the unit of this year's report, with their formats."""
        cells: dict[str, Value] = {}
        formats: dict[str, str] = {}
        for report, figure in self._figures.items():
            value = self.value(figure)
            if figure is None or value is None:
                continue
            name = f"shown_{report}"
            if not _DIGIT.search(figure.surface) and value != value.to_integral_value():
                cells[name] = figure.surface
                continue
            cells[name] = value / self.scale
            formats[name] = _places_of(figure, self.scale)
        return cells, formats

    def unit(self) -> str:
        """The unit of those values."""
        return unit_words(self.pair.unit, self.scale, self.book.words.lang)

    def difference(self) -> tuple[Decimal | None, str]:
        """The difference in that unit, with its format."""
        if self.pair.difference is None:
            return None, ""
        value = self.pair.difference / self.scale
        digits = decimals(value)
        return value, f"+{digits};-{digits};0"

    def value(self, figure: Quantity | None) -> Decimal | None:
        """A figure in the row's unit; a decrease is negative, as its difference takes it."""
        if figure is None:
            return None
        converted = convert(figure.value, figure.unit, self.pair.unit)
        value = figure.value if converted is None else converted
        return -abs(value) if is_fall(figure) else value

    def remarks(self) -> str:
        """What the value alone doesn't tell: conversion, direction, about, range, part of a year."""
        say = self.book.words.say
        lines = [say("conversion", conversion=self.pair.conversion)] if self.pair.conversion else []
        if self.prior and self.current:
            told = direction_words(self.pair, self.prior, self.current, self.book.words.lang)
            lines.extend(filter(None, [told]))
        if any(figure and is_fall(figure) for figure in (self.prior, self.current)):
            lines.append(say("turned"))
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
        parts = [grounds_words(self.pair.reason, self.book.words.lang)] if self.pair.reason else []
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
                f'+{decimals(self.pair.difference)}"{points}";-{decimals(self.pair.difference)}"{points}";0"{points}"',
            )
        return self.pair.growth, "+0.0%;-0.0%;0.0%"


def relation_words(book: Book, relation: str) -> str:
    """A relation of figures with its sign."""
    return f"{SIGNS.get(relation, '')} {book.words.term('number', relation)}".strip()


_DIGIT = re.compile(r"\d")


def _places_of(figure: Quantity, scale: Decimal) -> str:
    """A number format with the decimals that are printed: 9.0 % is not 9 %."""
    exponent = (figure.quantum / scale).normalize().as_tuple().exponent
    own = (figure.value / scale).normalize().as_tuple().exponent
    places = max(0, *(-one for one in (exponent, own) if isinstance(one, int)))
    return "#,##0" + ("." + "0" * min(places, 6) if places else "")


def decimals(value: Decimal | None) -> str:
    """A number format that shows as many decimals as a value has, six at most."""
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
