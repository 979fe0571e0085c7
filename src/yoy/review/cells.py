"""The cells of a sheet that hold something, by row.

People format whole columns down to the last row that a sheet can have; walking over a sheet as a
rectangle would then make a million rows of empty cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cells = dict[int, Cell]


def written_rows(worksheet: Worksheet) -> dict[int, Cells]:
    """Cells with a value or a note, by row and column, both counted from 1, from top to bottom."""
    found: dict[int, Cells] = {}
    for (row, column), cell in sorted(worksheet._cells.items()):  # noqa: SLF001 - the public ways fill gaps with new cells
        if isinstance(cell, Cell) and (cell.value is not None or cell.comment):
            found.setdefault(row, {})[column] = cell
    return found
