"""A table of a financial statement as lines of amounts, one for each year or component."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.patterns import pattern
from yoy.checks.tables.grid import grids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.tables.grid import Grid
    from yoy.checks.view import View
    from yoy.model import Quantity

_LEAST = 2
_CLOSING = ("total", "gain", "end")


class Line(NamedTuple):
    """A row with the figures of the columns that hold amounts.

    Attributes:
        name: its label without blanks, in small letters.
        cells: a figure or None for each column of the matrix.
        opens: whether a heading stands right above it, or nothing does.
    """

    name: str
    cells: tuple[Quantity | None, ...]
    opens: bool

    @property
    def is_total(self) -> bool:
        """Whether its name says that it closes what stands above it."""
        return not self.name or any(pattern("statement", kind).search(self.name) for kind in _CLOSING)

    def value(self, column: int) -> Decimal:
        """The amount of a column, 0 where the cell is empty."""
        cell = self.cells[column]
        return cell.value if cell is not None else Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The lines of one table.

    Attributes:
        amounts: lines of amounts in the scale of the statement.
        others: lines in another scale or unit: per share, shares.
        quanta: one unit in the last digit of each column of `amounts`.
    """

    amounts: tuple[Line, ...]
    others: tuple[Line, ...]
    quanta: tuple[Decimal, ...]

    @property
    def width(self) -> int:
        """How many columns of figures there are."""
        return len(self.quanta)


def matrices(view: View) -> Iterator[Matrix]:
    """The tables of a report that have two columns of amounts or more."""
    for grid in grids(view):
        made = _matrix(grid)
        if made is not None:
            yield made


def _matrix(grid: Grid) -> Matrix | None:
    measures = {column: measure for column in range(grid.width) if (measure := _measure(grid, column))}
    columns = [column for column, (unit, _) in measures.items() if unit not in ("%", "百分点")]
    if len(columns) < _LEAST:
        return None
    amounts: list[Line] = []
    others: list[Line] = []
    opens = True
    for row in range(grid.height):
        cells = tuple(grid.figure(row, column) for column in columns)
        if not any(cells):
            opens = True
            continue
        line = Line(grid.name(row).casefold(), cells, opens)
        told = [(cell, measures[column]) for cell, column in zip(cells, columns, strict=True) if cell]
        alike = all((cell.unit, cell.quantum) == measure for cell, measure in told)
        (amounts if alike else others).append(line)
        opens = False
    quanta = tuple(measures[column][1] for column in columns)
    return Matrix(amounts=tuple(amounts), others=tuple(others), quanta=quanta)


def _measure(grid: Grid, column: int) -> tuple[str | None, Decimal] | None:
    """Unit and precision of most figures of a column; None for a column of one figure or none."""
    cells = [cell for row in range(grid.height) if (cell := grid.figure(row, column)) is not None]
    found = Counter((cell.unit, cell.quantum) for cell in cells if cell.kind in ("level", "change_abs"))
    return found.most_common(1)[0][0] if len(cells) >= _LEAST and found else None
