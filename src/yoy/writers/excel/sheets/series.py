"""The sheet of series: one indicator through three years and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS, convert
from yoy.model import RowFormula
from yoy.writers.excel.rows.columns import column, identity_columns, index_of, short_reviewer_columns
from yoy.writers.excel.rows.layout import Column, Row, Sheet
from yoy.writers.excel.sheets.figures import value_heading
from yoy.writers.subjects import fingerprint

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import Quantity, Series
    from yoy.writers.excel.rows.layout import Value
    from yoy.writers.excel.rows.source import Book

ENOUGH = 3
"""A series of fewer years is a pair, which the sheet of figures shows."""


def points(book: Book, series: Series) -> dict[str, Decimal | None]:
    """The values of a series by report, oldest first."""
    found = {}
    for report, source in book.sources.items():
        figure = source.quantities.get(series.points.get(report) or "")
        found[report] = _in_unit(figure, series.unit) if figure else None
    return found


def _in_unit(figure: Quantity, unit: str | None) -> Decimal:
    converted = convert(figure.value, figure.unit, unit)
    return figure.value if converted is None else converted


def _row(book: Book, series: Series, number: int) -> Row:
    values = points(book, series)
    known = {report: value for report, value in values.items() if value is not None}
    first, last = (next(iter(known), None), next(reversed(known), None)) if known else (None, None)
    difference = known[last] - known[first] if first and last and first != last else None
    rate = series.unit not in POINT_UNITS and difference is not None and first and known[first] != 0
    cells: dict[str, Value] = {
        "index": index_of("series", number),
        "indicator": series.indicator,
        **{f"value_{report}": value for report, value in values.items()},
        "unit": series.unit or "",
        "years_known": len(known),
        "difference": difference,
        "difference_formula": RowFormula(f"={{value_{last}}}-{{value_{first}}}")
        if difference is not None
        else None,
        "growth": difference / abs(known[first]) if rate and first and difference is not None else None,
        "key": series.key,
        "fingerprint": fingerprint(*values.values(), series.unit),
    }
    return Row(key=series.key, fingerprint=str(cells["fingerprint"]), cells=cells)


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        column(words, "index", 8, "index"),
        column(words, "indicator", 32, "strong"),
        *(
            Column(name=f"value_{year}", heading=value_heading(book, year), width=15, look="number")
            for year in book.years
        ),
        column(words, "unit", 9, "center"),
        column(words, "years_known", 8, "count"),
        column(words, "difference", 14, "signed"),
        column(words, "difference_formula", 13, "formula", page=None),
        column(words, "growth", 11, "percent"),
        *short_reviewer_columns(words),
        *identity_columns(book)[1:2],
        identity_columns(book)[-1],
    )


def series_sheet(book: Book) -> Sheet | None:
    """Every series, or None for fewer than three reports."""
    if len(book.years) < ENOUGH:
        return None
    rows = tuple(_row(book, series, number) for number, series in enumerate(book.comparison.series, 1))
    return Sheet(
        name="series",
        title=book.words.say("sheet_series"),
        intro=book.words.say("intro_series", count=len(rows)),
        columns=_columns(book),
        rows=rows,
        frozen=2,
    )
