"""A ruled table that goes on over several pages, put together again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.readers.layout.grids import Placed
    from yoy.readers.pdf.tables import Frame

_SNAP = 5.0


class Spread:
    """Frames of consecutive pages with the same grid, as one."""

    def __init__(self, frame: Frame, page: int) -> None:
        self._columns = frame.columns
        self._cells = list(frame.cells)
        self._pages = [page] * (len(frame.rows) - 1)

    def takes(self, frame: Frame) -> bool:
        """Whether the grid lines of a frame on the next page are those of this table, or some of them."""
        shift = frame.columns[0] - self._columns[0]
        moved = [column - shift for column in frame.columns]
        return _within(moved, self._columns) or _within(self._columns, moved)

    def add(self, frame: Frame, page: int) -> None:
        """Append a frame; header rows printed again are left out, cells cut by the page go on."""
        shift = frame.columns[0] - self._columns[0]
        moved = [column - shift for column in frame.columns]
        if len(moved) > len(self._columns):
            self._cells = _mapped(self._cells, self._columns, moved)
            self._columns = tuple(moved)
        cells = _mapped(frame.cells, moved, self._columns)
        again = self._repeated(cells)
        offset = len(self._pages) - again
        fresh = [replace(cell, row=cell.row + offset) for cell in cells if cell.row >= again]
        self._continue(fresh, len(self._pages))
        self._cells.extend(fresh)
        self._pages.extend([page] * (len(frame.rows) - 1 - again))

    def result(self) -> tuple[list[Placed], int, list[int]]:
        """Cells, number of rows, and the page of each row."""
        return self._cells, len(self._pages), self._pages

    def _repeated(self, cells: Sequence[Placed]) -> int:
        """How many leading rows say the same as the table's own first rows."""
        count = 0
        while count < len(self._pages):
            row = _texts(cells, count)
            if not row or row != _texts(self._cells, count):
                break
            count += 1
        return count

    def _continue(self, fresh: list[Placed], at: int) -> None:
        """Let cells of several rows that reach the page's end take up the empty cells below them."""
        ending = {
            (c.column, c.width): c for c in self._cells if c.text and c.row + c.height == at and c.height > 1
        }
        for cell in [c for c in fresh if c.row == at and not c.text]:
            above = ending.get((cell.column, cell.width))
            if above is not None:
                above.height += cell.height
                fresh.remove(cell)


def _texts(cells: Sequence[Placed], row: int) -> list[tuple[int, str]]:
    return sorted((cell.column, cell.text) for cell in cells if cell.row == row and cell.text)


def _within(some: Sequence[float], more: Sequence[float]) -> bool:
    """Whether each of `some` stands among `more`, and both reach equally far."""
    return abs(some[-1] - more[-1]) <= _SNAP and all(
        any(abs(place - other) <= _SNAP for other in more) for place in some
    )


def _mapped(cells: Sequence[Placed], old: Sequence[float], new: Sequence[float]) -> list[Placed]:
    """Cells with their columns counted on a finer grid."""
    place = [min(range(len(new)), key=lambda i: abs(new[i] - at)) for at in old]
    return [
        replace(
            cell,
            column=place[cell.column],
            width=max(1, place[cell.column + cell.width] - place[cell.column]),
        )
        for cell in cells
    ]
