"""One thing told in a sentence and in a table of the same report, with two values (文表不符)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.tables.grid import grids
from yoy.checks.view import is_level, range_of, vague
from yoy.language.hanzi import is_hanzi
from yoy.language.tolerance import Range
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.tables.grid import Grid
    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_YEAR = re.compile(r"(?:19|20)\d{2}年?度?|\s")
_SHORTEST = 3
_TELLING = 4
_ENGLISH = 2  # words that name a thing


class _Place(NamedTuple):
    """A figure of a table under the name that a sentence would give it."""

    name: str
    cell: Quantity


def check_disagreement(view: View, _options: Options) -> Iterator[Finding]:
    """基本支出800万元 in a sentence, 810万元 in the table's row or column of that name."""
    places: dict[str, list[Quantity]] = defaultdict(list)
    for grid in grids(view):
        for place in _places(grid):
            places[place.name].append(place.cell)
    if not places:
        return
    for figure in view.figures:
        if not _is_told(view, figure):
            continue
        name = core_name(_clause_name(view, figure))
        cells = [cell for cell in places.get(name, ()) if _comparable(figure, cell)]
        if cells and _tells(name):
            yield from _judge(view, figure, name, cells)


def _tells(name: str) -> bool:
    hanzi = sum(map(is_hanzi, name))
    return hanzi >= _SHORTEST or (not hanzi and len(name.split()) >= _ENGLISH)


def core_name(name: str) -> str:
    """A name without year, brackets and the words that every total has."""
    bare = _YEAR.sub("" if any(map(is_hanzi, name)) else " ", name)
    return pattern("table", "filler").sub("", bare).strip().casefold()


def _clause_name(view: View, figure: Quantity) -> str:
    """What stands before a figure in its clause; in English its indicator."""
    return figure.indicator if view.report.document.language == "en" else view.lead(figure)


def _is_told(view: View, figure: Quantity) -> bool:
    return (
        is_level(figure)
        and figure.table is None
        and figure.role == "result"
        and not vague(figure)
        and figure.partial is None
        and view.part(figure.passage) != "plan"
    )


def _comparable(figure: Quantity, cell: Quantity) -> bool:
    periods = {figure.period, cell.period} - {None}
    return same_family(figure.unit, cell.unit) and len(periods) < 2  # noqa: PLR2004 - one year for both


def _places(grid: Grid) -> Iterator[_Place]:
    """Cells of the total column by their row's name, and of the total row by their column's."""
    columns = _value_columns(grid)
    total = pattern("table", "total")
    rows = [row for row in range(grid.height) if total.match(grid.name(row))]
    for row in range(grid.height):
        cells = [(column, cell) for column in columns if (cell := grid.figure(row, column)) is not None]
        if len(cells) == 1 or (cells and total.match(grid.head(cells[0][0]))):
            yield _Place(core_name(grid.name(row)), cells[0][1])
    for row in rows[-1:] if len(rows) == 1 else []:
        for column in columns:
            cell = grid.figure(row, column)
            if cell is not None and not total.match(grid.head(column)):
                yield _Place(core_name(grid.head(column)), cell)


def _value_columns(grid: Grid) -> list[int]:
    """Columns of levels of the year; the total column first, for it stands for its row."""
    no_part, total = pattern("table", "no_part"), pattern("table", "total")
    columns = [
        column
        for column in range(grid.width)
        if not no_part.search(grid.heads(column)) and any(grid.figure(r, column) for r in range(grid.height))
    ]
    return sorted(columns, key=lambda column: not total.match(grid.head(column)))


def _judge(view: View, figure: Quantity, name: str, cells: Sequence[Quantity]) -> Iterator[Finding]:
    """A cell of the same value, else the one cell of the name.

    A table prints what goes out with a minus (损失 -49.2亿元) where a sentence names it a loss.
    """
    same = [cell for cell in cells if abs(cell.value) == abs(figure.value)]
    if not same and len({abs(cell.value) for cell in cells}) > 1:
        return
    cell = (same or cells)[0]
    possible = range_of(cell)
    if cell.value < 0 < figure.value:
        possible = Range(-possible.high, -possible.low)
    yield judged(
        view,
        "disagreement",
        "disagreement",
        claimed=figure,
        operands=[(view, cell)],
        formula=f"{plain(figure.value)} = {plain(abs(cell.value) if figure.value > 0 else cell.value)}",
        stated=figure.value,
        quantum=max(figure.quantum, cell.quantum),
        recomputed=abs(cell.value) if figure.value > 0 else cell.value,
        possible=possible,
        doubt=len(name) < _TELLING,
        args={"cell": cell.surface, "name": name},
    )
