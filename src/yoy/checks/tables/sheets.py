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
_TWIN = "\x1f"
"""Between the name of a row and its number, where several rows of a table have one name."""
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
    """The figures of a table by row and spot; what stands twice in a row with two values is left out.

    Attributes:
        twins: keys of rows that share their name with another one; only their figures tell which is which.
        echoes: figures that a table prints again for the same spot, by the id of the first.
    """

    table: Table
    rows: Mapping[str, Row]
    twins: frozenset[str]
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
    """A row of each table that is the same; `sure` unless only the likeness of their heads says so.

    A head that is nearly the same between the same two rows is sure, too.
    """

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
    twins: set[str] = set()
    echoes: dict[str, list[Quantity]] = defaultdict(list)
    for figure in figures:
        key = cells.get((figure.row or 0, figure.column or 0))
        if key is None or not (key.row or key.column):
            continue
        spot = Spot(key.column, figure.unit, key.year)
        name = key.row
        other = rows[name].setdefault(spot, figure)
        if other is figure:
            continue
        if other.value == figure.value or key.opening != cells[other.row or 0, other.column or 0].opening:
            echoes[other.id].append(figure)
        elif other.row == figure.row:
            twice.add((name, spot))
        else:
            twin = f"{name}{_TWIN}{figure.row}"
            twins |= {name, twin}
            rows[twin][spot] = figure
    for name, spot in twice:
        del rows[name][spot]
    return Sheet(
        table=table,
        rows={name: row for name, row in rows.items() if row},
        twins=frozenset(twins),
        echoes={name: tuple(found) for name, found in echoes.items()},
    )


def match_rows(stated: Sheet, source: Sheet) -> Iterator[Match]:
    """The rows of two tables that are the same: of one name, of one but for numerals, or renamed.

    A row whose figures all differ from those under its name may be one that now has another name; a row
    that shares its name is known by its figures alone.
    """
    rows, others = stated.rows, source.rows
    twins = stated.twins | source.twins
    pairs = [(key, key) for key in rows if key in others and key not in twins]
    pairs += [pair for pair in _numerals_aside(rows, others) if not twins.intersection(pair)]
    doubted = dict(pair for pair in pairs if _all_differ(rows[pair[0]], others[pair[1]]))
    found = dict(pair for pair in pairs if pair[0] not in doubted)
    for key in (key for key in rows if key not in found):
        better = _renamed(key, rows[key], others, _left(others, found))
        if better is not None:
            found[key] = better
    for key, other in doubted.items():
        if key not in found and other in _left(others, found):
            found[key] = other
    found.update(_in_renamed_groups(rows, others, found, twins))
    yield from (Match(rows[key], others[other], sure=True) for key, other in found.items())
    for key in [key for key in rows if key not in found and key not in twins]:
        left = _left(others, found)
        like = [other for other in left if other not in twins and _likeness(key, other) >= _ALIKE]
        if len(like) == 1 and _digits(key) == _digits(like[0]):
            beside = any(found.get(near) in _beside(like[0], others) for near in _beside(key, rows))
            found[key] = like[0]
            yield Match(rows[key], others[like[0]], sure=beside)


def _left(others: Mapping[str, Row], found: Mapping[str, str]) -> list[str]:
    used = set(found.values())
    return [other for other in others if other not in used]


def _beside(key: str, rows: Mapping[str, Row]) -> list[str]:
    """The names of the rows above and below."""
    names = list(rows)
    at = names.index(key)
    return names[max(0, at - 1) : at] + names[at + 1 : at + 2]


def _in_renamed_groups(
    rows: Mapping[str, Row], others: Mapping[str, Row], found: Mapping[str, str], twins: frozenset[str]
) -> dict[str, str]:
    """Rows of one name under heads that are one for the rows found so far: Deferred taxes/Federal."""
    heads = {
        (key.rsplit("/", 1)[0], other.rsplit("/", 1)[0])
        for key, other in found.items()
        if "/" in key and "/" in other
    }
    counts = Counter(head for head, _ in heads)
    renamed = {head: other for head, other in heads if counts[head] == 1 and head != other}
    left, made = _left(others, found), {}
    for key in (key for key in rows if key not in found and key not in twins and "/" in key):
        head, name = key.rsplit("/", 1)
        other = f"{renamed.get(head)}/{name}"
        if other in left and other not in twins:
            made[key] = other
    return made


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
    ends = [grams(masked(text.split(_TWIN)[0].rsplit("/", 1)[-1])) for text in (key, other)]
    return min(containment(ends[0], ends[1]), containment(ends[1], ends[0]))
