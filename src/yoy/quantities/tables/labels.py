"""Figures inside the heads of rows of English tables: $0.001 par value; 8,000 shares authorized."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.calendar import days
from yoy.language.numerals import read_numeral, trim
from yoy.model import Span
from yoy.quantities.figure import Figure
from yoy.quantities.tables.scales import SHARES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.language.tables.times import Times
    from yoy.language.units import Unit, UnitTable
    from yoy.model import Cell
    from yoy.quantities.tables.scales import Scales

NUMERAL = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = re.compile(
    rf"\$\s?(?P<open>\()?(?P<digits>{NUMERAL})(?(open)\))(?!\d|[.,]\d)"
    r"(?:\s*(?P<scale>thousand|million|billion)\b)?"
)
_PERCENT = re.compile(rf"(?<![\d.,$])(?P<digits>{NUMERAL})\s?%")
_COUNTED = re.compile(rf"(?<![\d.,$])(?P<digits>{NUMERAL})(?:\s+and\s+(?P<other>{NUMERAL}))?\s+shares?\b")
_DATED = re.compile(r"^[^;,\d$]{0,40}?\b(?:at|as\s+of)\s+")
_LIMIT = 60
_SCALES = {"thousand": Decimal(1000), "million": Decimal(1_000_000), "billion": Decimal(1_000_000_000)}


class Label(NamedTuple):
    """A figure inside a row head, with what names it and its year."""

    figure: Figure
    name: str
    year: int | None


def label_figures(
    cell: Cell, scales: Scales, units: UnitTable, times: Times, years: Sequence[int], year: int | None
) -> Iterator[Label]:
    """The figures of one row head; `years` are those of the columns, in order, `year` the row's."""
    text = cell.text
    percent = units.find("%")
    yield from _sums(cell, scales, units, years, year)
    for match in _PERCENT.finditer(text):
        yield Label(_figure(cell, match, percent, match["digits"]), _name(text, match), year)
    shares = replace(SHARES, scale=scales.shares or Decimal(1))
    for match in _COUNTED.finditer(text):
        first = _year_behind(text, match, times) or (years[0] if match["other"] and years else year)
        yield Label(_part(cell, match, shares, "digits"), _name(text, match), first)
        if match["other"]:
            second = years[1] if len(years) > 1 else year
            yield Label(_part(cell, match, shares, "other"), _name(text, match), second)


def _sums(
    cell: Cell, scales: Scales, units: UnitTable, years: Sequence[int], year: int | None
) -> Iterator[Label]:
    """Sums of money; as many as the table has years are of these, in order (net of tax of $10, $(5))."""
    matches = list(_MONEY.finditer(cell.text))
    several = len(matches) > 1 and len(matches) == len(years)
    money = units.find("$")
    for at, match in enumerate(matches):
        scale = _SCALES.get(match["scale"] or "", scales.money if several else None)
        unit = replace(money, scale=scale or Decimal(1)) if money else None
        figure = _figure(cell, match, unit, match["digits"])
        if match["open"]:
            figure = figure._replace(value=-figure.value)
        yield Label(figure, _name(cell.text, match), years[at] if several else year)


def _figure(cell: Cell, match: re.Match[str], unit: Unit | None, digits: str) -> Figure:
    number = read_numeral(digits)
    assert number is not None
    span = Span(cell.span.start + match.start(), cell.span.start + match.end())
    return Figure(
        span=span,
        value=trim(number.value * unit.scale) if unit else number.value,
        quantum=trim(number.quantum * unit.scale) if unit else number.quantum,
        unit=unit.name if unit else None,
        rule="table.label",
    )


def _part(cell: Cell, match: re.Match[str], unit: Unit, group: str) -> Figure:
    number = read_numeral(match[group])
    assert number is not None
    last = match["other"] is None or group == "other"
    end = match.end() if last else match.end(group)
    return Figure(
        span=Span(cell.span.start + match.start(group), cell.span.start + end),
        value=trim(number.value * unit.scale),
        quantum=trim(number.quantum * unit.scale),
        unit=unit.name,
        rule="table.label",
    )


def _year_behind(text: str, match: re.Match[str], times: Times) -> int | None:
    """806 shares at February 2, 2025: the day right behind."""
    dated = _DATED.search(text[match.end() :])
    if dated is None:
        return None
    behind = match.end() + dated.end()
    day = next((found for found in days(text[behind : behind + _LIMIT]) if found.span.start == 0), None)
    return times.calendar.year_of(day.day) if day else None


def _name(text: str, match: re.Match[str]) -> str:
    """The row head without the figure, cut to a name."""
    around = f"{text[: match.start()].strip()} {text[match.end() :].strip()}".strip(" ,;:")
    return around[:_LIMIT]
