"""Indicators through three and more reports: their values and a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.writers.numerals import as_change

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import Comparison, Series
    from yoy.writers.html.facts import PairFacts

WIDTH, HEIGHT, MARGIN = 120, 34, 5


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One indicator: what each report prints, where, and the points of its line.

    Attributes:
        known: number of reports that state it.
    """

    indicator: str
    unit: str
    values: tuple[tuple[str, str], ...]
    points: tuple[tuple[float, float], ...]
    known: int


def series_rows(comparison: Comparison, facts: tuple[PairFacts, ...]) -> tuple[SeriesRow, ...]:
    """All series with a value in two or more reports; none for a single pair."""
    if len(comparison.reports) < 3:  # noqa: PLR2004  # two reports make a pair, not a series
        return ()
    rows = (_row(comparison, series, facts) for series in comparison.series)
    return tuple(row for row in rows if row.known > 1)


def _row(comparison: Comparison, series: Series, facts: tuple[PairFacts, ...]) -> SeriesRow:
    values: list[tuple[str, str]] = []
    numbers: list[Decimal | None] = []
    for report in comparison.reports:
        name = series.points.get(report.id)
        side = next(
            (s for f in reversed(facts) for s in (f.current, f.prior) if s.report.id == report.id), None
        )
        quantity = side.quantities.get(name) if side and name else None
        values.append((as_change(quantity), side.anchor(quantity.id)) if side and quantity else ("", ""))
        numbers.append(quantity.value if quantity else None)
    known = [number for number in numbers if number is not None]
    return SeriesRow(series.indicator, series.unit or "", tuple(values), _points(numbers), len(known))


def _points(numbers: list[Decimal | None]) -> tuple[tuple[float, float], ...]:
    known = [float(number) for number in numbers if number is not None]
    if not known:
        return ()
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (WIDTH - 2 * MARGIN) / max(len(numbers) - 1, 1)
    return tuple(
        (
            round(MARGIN + index * step, 1),
            round(HEIGHT - MARGIN - (float(number) - low) / span * (HEIGHT - 2 * MARGIN), 1),
        )
        for index, number in enumerate(numbers)
        if number is not None
    )
