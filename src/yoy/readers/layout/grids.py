"""Cells at known rows and columns made into the rows of a grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.readers.layout.rows import GridCell, GridRow

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Placed:
    """A cell where it stands; readers mend `text` and spans before rows are made of it."""

    row: int
    column: int
    height: int
    width: int
    text: str
    header: bool = False


def grid_rows(
    placed: Sequence[Placed], height: int, pages: Sequence[int | None] | None = None
) -> tuple[GridRow, ...]:
    """Rows of a grid without columns that no cell needs; gaps are filled with empty cells."""
    filled = [cell for cell in placed if cell.text]
    kept = _needed_columns(filled)
    number = {column: index for index, column in enumerate(kept)}
    starts: list[dict[int, tuple[Placed, int]]] = [{} for _ in range(height)]
    covered: set[tuple[int, int]] = set()
    for cell in filled:
        columns = [number[c] for c in range(cell.column, cell.column + cell.width) if c in number]
        if columns:
            starts[cell.row][columns[0]] = (cell, len(columns))
            covered.update(
                (row, column)
                for row in range(cell.row, min(cell.row + cell.height, height))
                for column in columns
            )
    return tuple(
        GridRow(
            cells=tuple(_row(starts[index], covered, index, len(kept))),
            page=pages[index] if pages else None,
        )
        for index in range(height)
    )


def _row(
    starts: dict[int, tuple[Placed, int]], covered: set[tuple[int, int]], index: int, width: int
) -> list[GridCell]:
    cells = []
    for column in range(width):
        if column in starts:
            cell, span = starts[column]
            cells.append(GridCell(text=cell.text, row_span=cell.height, column_span=span, header=cell.header))
        elif (index, column) not in covered:
            cells.append(GridCell(text=""))
    return cells


def _needed_columns(filled: Sequence[Placed]) -> list[int]:
    """Columns left when each that no cell stands in alone is taken out, from the right."""
    widths = {id(cell): cell.width for cell in filled}
    last = max((cell.column + cell.width for cell in filled), default=0)
    by_column: dict[int, list[Placed]] = {}
    for cell in filled:
        for column in range(cell.column, cell.column + cell.width):
            by_column.setdefault(column, []).append(cell)
    kept = []
    for column in range(last - 1, -1, -1):
        cells = by_column.get(column, [])
        if any(widths[id(cell)] == 1 for cell in cells):
            kept.append(column)
        else:
            for cell in cells:
                widths[id(cell)] -= 1
    return kept[::-1]
