"""The figures of a table by row, column and year, and which rows of two tables are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.similarity import containment, grams
from yoy.language.tables.keys import keys_of
from yoy.language.tokens import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.checks.view import View
    from yoy.model import Quantity, Table

_DIGITS = re.compile(r"\d+")
_MOST = 0.5
_RENAMED = 0.4
"""Likeness from which a row with the same figures is the same row under a new name."""
_ALIKE = 0.8
"""Likeness from which a row with other figures may be the same row."""


class Spot(NamedTuple):
    """Where a figure stands in its row: column, unit and year."""

    column: str
    unit: str | None
    year: int | None


Row = dict[Spot, "Quantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The figures of a table by row and spot; what stands twice with two values is left out.

    Attributes:
        echoes: figures that a table prints again for the same spot, by the id of the first.
    """

    table: Table
    rows: Mapping[str, Row]
    echoes: Mapping[str, tuple[Quantity, ...]]

    def years(self) -> list[int]:
        """The years that figures are of, in order."""
        return sorted({spot.year for row in self.rows.values() for spot in row if spot.year is not None})

    def of_year(self, year: int) -> dict[str, Row]:
        """The rows with their figures of one year."""
        found = {
            key: {spot: figure for spot, figure in row.items() if spot.year == year}
            for key, row in self.rows.items()
        }
        return {key: row for key, row in found.items() if row}


class Match(NamedTuple):
    """A row of each table that is the same; `sure` unless only the likeness of their heads says so."""

    stated: Row
    source: Row
    sure: bool


def sheets_of(view: View) -> list[Sheet]:
    """The tables of a report that hold figures."""
    by_table: dict[str, list[Quantity]] = defaultdict(list)
    for figure in view.figures:
        if figure.table is not None and figure.rule != "table.label":
            by_table[figure.table].append(figure)
    return [
        _sheet(view, table, by_table[table.id]) for table in view.report.document.tables if by_table[table.id]
    ]


def _sheet(view: View, table: Table, figures: Sequence[Quantity]) -> Sheet:
    cells = keys_of(view.report.document, table).cells
    rows: dict[str, Row] = defaultdict(dict)
    twice: set[tuple[str, Spot]] = set()
    echoes: dict[str, list[Quantity]] = defaultdict(list)
    for figure in figures:
        key = cells.get((figure.row or 0, figure.column or 0))
        if key is None or not (key.row or key.column):
            continue
        spot = Spot(key.column, figure.unit, key.year)
        other = rows[key.row].setdefault(spot, figure)
        if other is figure:
            continue
        if other.value == figure.value or key.opening != cells[other.row or 0, other.column or 0].opening:
            echoes[other.id].append(figure)
        else:
            twice.add((key.row, spot))
    for name, spot in twice:
        del rows[name][spot]
    return Sheet(
        table=table,
        rows={name: row for name, row in rows.items() if row},
        echoes={name: tuple(found) for name, found in echoes.items()},
    )


def match_rows(stated: Mapping[str, Row], source: Mapping[str, Row]) -> Iterator[Match]:
    """The rows of two tables that are the same: of one name, of one but for numerals, or renamed."""
    pairs = [(key, key) for key in stated if key in source]
    pairs += _numerals_aside(stated, source)
    named, used = {key for key, _ in pairs}, {other for _, other in pairs}
    open_rows = [other for other in source if other not in used]
    for key, other in pairs:
        if _all_differ(stated[key], source[other]):
            better = _renamed(key, stated[key], source, open_rows)
            if better is not None:
                open_rows.remove(better)
                yield Match(stated[key], source[better], sure=True)
                continue
        yield Match(stated[key], source[other], sure=True)
    for key in (key for key in stated if key not in named):
        better = _renamed(key, stated[key], source, open_rows)
        if better is not None:
            open_rows.remove(better)
            yield Match(stated[key], source[better], sure=True)
            continue
        like = [other for other in open_rows if _likeness(key, other) >= _ALIKE]
        if len(like) == 1 and _digits(key) == _digits(like[0]):
            open_rows.remove(like[0])
            yield Match(stated[key], source[like[0]], sure=False)


def _digits(key: str) -> list[str]:
    return _DIGITS.findall(key)


def _numerals_aside(stated: Mapping[str, Row], source: Mapping[str, Row]) -> list[tuple[str, str]]:
    """Rows whose heads differ in numerals alone (shares issued), each the only one of its kind."""
    here, there = (Counter(_DIGITS.sub("0", key) for key in rows) for rows in (stated, source))
    spots = {_DIGITS.sub("0", key): key for key in source}
    return [
        (key, spots[kind])
        for key in stated
        if key not in source
        and (kind := _DIGITS.sub("0", key)) in spots
        and here[kind] == there[kind] == 1
        and spots[kind] not in stated
    ]


def _common(row: Row, other: Row) -> list[Spot]:
    return [spot for spot in row if spot in other]


def _all_differ(row: Row, other: Row) -> bool:
    spots = _common(row, other)
    return bool(spots) and all(row[spot].value != other[spot].value for spot in spots)


def _renamed(key: str, row: Row, source: Mapping[str, Row], open_rows: Sequence[str]) -> str | None:
    """The open row with most of the same figures whose head is like this one."""
    found = [
        (share, likeness, other)
        for other in open_rows
        if (share := _same_figures(row, source[other])) >= _MOST
        and (likeness := _likeness(key, other)) >= _RENAMED
    ]
    return max(found)[2] if found else None


def _same_figures(row: Row, other: Row) -> float:
    """Share of the common spots with one value; 0 unless one of them says more than a digit."""
    spots = _common(row, other)
    equal = [spot for spot in spots if row[spot].value == other[spot].value]
    telling = any(len(str(row[spot].value).strip("-0.")) > 1 for spot in equal)
    return len(equal) / len(spots) if telling or len(equal) > 1 else 0.0


def _likeness(key: str, other: str) -> float:
    """How much of two heads is the same, by the part nearest to the row."""
    ends = [grams(masked(text.rsplit("/", 1)[-1])) for text in (key, other)]
    return min(containment(ends[0], ends[1]), containment(ends[1], ends[0]))
