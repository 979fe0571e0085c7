"""Tables in plain text: cells set apart by tabs, bars or blanks, as browsers and pdftotext leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import Cell, Span, Table
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.layout.table_shape import (
    caption_above,
    header_shape,
    is_figure,
    unit_of,
    wide_heads,
)
from yoy.readers.layout.text_levels import Placed, by_levels, place_heads
from yoy.readers.layout.text_rows import TextCell, TextRow, row_of
from yoy.readers.layout.text_runs import LONE, is_corner, runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = 0.2
_ROWS = 2
_MANY = 4
_ASIDE = 3
_HEADS = 3
_ABOVE = 400


def find_text_tables(text: str) -> tuple[Table, ...]:
    """Tables of a plain text, in reading order, with the places of their cells in it."""
    tables: list[Table] = []
    for run in runs_of(text):
        rows = _trimmed([row for row in run if row.cells])
        if _is_table(rows):
            tables.append(_table(rows, _lines_above(text, min(run[0].start, rows[0].start)), len(tables) + 1))
    return tuple(tables)


def _trimmed(rows: list[TextRow]) -> list[TextRow]:
    """Rows of blanks from the heads of the first row of figures to the last row of figures."""
    if not rows or not any(row.loose for row in rows) or _is_lone(rows):
        return rows
    if _is_form(rows):
        return rows
    counted = [index for index, row in enumerate(rows) if row.figures > 1 or not row.loose]
    if not counted:
        return []
    return rows[max(0, counted[0] - _HEADS) : counted[-1] + 1]


def _is_table(rows: Sequence[TextRow]) -> bool:
    """Whether rows agree in their number of cells or figures, and some cells are figures."""
    if len(rows) < _ROWS:
        return _is_lone(rows)
    cells = [cell.text for row in rows for cell in row.cells if cell.text]
    figures = sum(is_figure(text) for text in cells)
    if figures < _FIGURES * len(cells):
        return False
    widths = [len(row.cells) for row in rows]
    ends = [row.figures for row in rows if row.figures > 1]
    agreeing = max((ends.count(end) for end in ends), default=0)
    if _is_form(rows) or _is_one_row(rows):
        return True
    if any(row.loose for row in rows):
        return agreeing >= _ROWS and agreeing * 2 >= len(rows)
    usual = max(sorted(set(widths)), key=widths.count)
    return widths.count(usual) * 2 >= len(rows) or agreeing * 2 >= len(rows)


def _is_form(rows: Sequence[TextRow]) -> bool:
    """Whether rows are pairs of a name and a number under a head that says so (项目 金额)."""
    return len(rows) >= _ROWS and is_corner(rows[0].cells) and all(_is_pair(row) for row in rows[1:])


def _is_pair(row: TextRow) -> bool:
    return len(row.cells) == 2 and row.figures == 1  # noqa: PLR2004 - a name and a number


def _is_lone(rows: Sequence[TextRow]) -> bool:
    """Whether rows are one of so many figures that it can't be text."""
    return len(rows) == 1 and rows[0].loose and rows[0].figures == len(rows[0].cells) >= LONE


def _is_one_row(rows: Sequence[TextRow]) -> bool:
    """Whether heads alone stand over one row that is all figures, set apart by more than blanks."""
    last = rows[-1]
    whole = last.figures == len(last.cells) >= _MANY
    return whole and not any(row.figures or row.loose for row in rows[:-1]) and not last.loose


def _table(rows: Sequence[TextRow], above: Sequence[str], number: int) -> Table:
    placed = _arranged(rows)
    width = max(cell.column + cell.width for cells in placed for cell in cells)
    filled = [_filled(cells, width, _covered(placed, index)) for index, cells in enumerate(placed)]
    grid = [GridRow(cells=tuple(_grid_cell(cell) for cell in cells)) for cells in filled]
    header_rows, header_columns = header_shape(grid)
    return Table(
        id=f"t{number}",
        span=Span(rows[0].start, rows[-1].end),
        caption=None if _is_lone(rows) else caption_above(above),
        unit=unit_of(above, wide_heads(grid, header_rows, header_columns)),
        header_rows=header_rows,
        header_columns=header_columns,
        rows=tuple(tuple(map(_cell, cells)) for cells in filled),
    )


def _arranged(rows: Sequence[TextRow]) -> list[list[Placed]]:
    """Cells in columns: heads by their level where all are numbered, else counted from the right."""
    figures = max((row.figures for row in rows), default=0)
    first = next((index for index, row in enumerate(rows) if row.figures), len(rows))
    heads, body = rows[:first], rows[first:]
    made = by_levels(body) if body and all(row.figures for row in body) else None
    if made is None:
        width = max(len(row.cells) for row in rows)
        made = [
            [Placed(cell, index + width - len(row.cells)) for index, cell in enumerate(row.cells)]
            for row in body
        ]
    width = max((cell.column + cell.width for cells in made for cell in cells), default=0)
    labels = max(0, width - figures)
    if not body or any(len(row.cells) > width for row in heads):
        return [[Placed(cell, index) for index, cell in enumerate(row.cells)] for row in rows]
    return [*place_heads(heads, labels, width - labels), *made]


def _covered(placed: Sequence[Sequence[Placed]], row: int) -> set[int]:
    """Columns of a row that cells above reach down into."""
    return {
        cell.column + right
        for index, cells in enumerate(placed[:row])
        for cell in cells
        if index + cell.height > row
        for right in range(cell.width)
    }


def _filled(cells: Sequence[Placed], width: int, covered: set[int]) -> list[Placed]:
    """The cells of a row with empty ones in its gaps."""
    taken = {cell.column + right for cell in cells for right in range(cell.width)} | covered
    end = max((cell.cell.start + len(cell.cell.text) for cell in cells), default=0)
    gaps = []
    for column in range(width):
        if column not in taken:
            start = next((cell.cell.start for cell in cells if cell.column > column), end)
            gaps.append(Placed(TextCell("", start), column))
    return sorted([*cells, *gaps], key=lambda cell: cell.column)


def _grid_cell(placed: Placed) -> GridCell:
    return GridCell(text=placed.cell.text, row_span=placed.height, column_span=placed.width)


def _cell(placed: Placed) -> Cell:
    text, start = placed.cell
    return Cell(
        text=text,
        span=Span(start, start + len(text)),
        row_span=placed.height,
        column_span=placed.width,
    )


def _lines_above(text: str, start: int) -> list[str]:
    lines = [line.strip() for line in text[max(0, start - _ABOVE) : start].split("\n")]
    return [line for line in lines if line and row_of(line, 0) is None][-_ASIDE:]
