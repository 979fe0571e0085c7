"""What we take of openpyxl that it doesn't promise to keep: every such name is in this module.

pyproject.toml bounds its version, and tests/unit/writers/excel/book/test_private.py tells what is gone.
"""

# ruff: noqa: SLF001 - this is the module that may
from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl.cell._writer import write_cell
from openpyxl.worksheet._writer import WorksheetWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.comments.comment_sheet import CommentRecord
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.packaging.relationship import RelationshipList
    from openpyxl.styles import Font
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "WorksheetWriter",
    "add_sheet",
    "add_tone",
    "cells_in_order",
    "number_of_style",
    "own_style",
    "put_cell",
    "put_text",
    "relations_of",
    "set_comments",
    "set_default_font",
    "set_drawing",
    "set_relations",
    "set_style",
    "style_of",
    "write_cell",
]


def style_of(cell: Cell) -> StyleArray:
    """The look of a cell, to be given to others: going by its name takes ten times as long."""
    style: StyleArray = _open(cell)._style
    return style


def set_style(cell: Cell, style: StyleArray) -> None:
    """Gives a cell the look of another one."""
    _open(cell)._style = style


def own_style(cell: Cell) -> None:
    """Lets a cell have its look to itself: a date changes the format of the cell that takes it."""
    _open(cell)._style = copy(_open(cell)._style)


def put_text(cell: Cell, text: str) -> None:
    """Writes text as text; the public setter would take some for a formula, an error or a number."""
    _open(cell)._value = text
    cell.data_type = "s"


def add_sheet(workbook: Workbook, worksheet: Worksheet) -> None:
    """Adds a sheet of a class of our own; `create_sheet` makes a plain one."""
    _open(workbook)._add_sheet(worksheet)


def put_cell(worksheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Sets a cell that was made elsewhere, with its look."""
    _open(worksheet)._cells[row, column] = cell


def cells_in_order(worksheet: Worksheet) -> Iterator[Any]:
    """The cells that are there, row by row; the public ways fill the gaps with new ones."""
    for _, cell in sorted(_open(worksheet)._cells.items()):
        yield cell


def set_default_font(workbook: Workbook, font: Font) -> None:
    """Makes a font the one that the widths of columns are counted in."""
    _open(workbook)._fonts[0] = font
    _open(workbook)._named_styles["Normal"].font = font


def number_of_style(workbook: Workbook, style: StyleArray) -> int:
    """The number by which the element of a cell names its look."""
    return int(_open(workbook)._cell_styles.add(style))


def add_tone(workbook: Workbook, style: DifferentialStyle) -> int:
    """The number by which a conditional format names what it lays over a cell."""
    return int(_open(workbook)._differential_styles.add(style))


def set_comments(worksheet: Worksheet, comments: Sequence[CommentRecord]) -> None:
    """Hands the writer the comments of a sheet that has no cells."""
    _open(worksheet)._comments = comments


def set_drawing(worksheet: Worksheet, drawing: SpreadsheetDrawing) -> None:
    """Gives a sheet its drawing; openpyxl expects one, even if it is empty."""
    _open(worksheet)._drawing = drawing


def relations_of(writer: WorksheetWriter) -> RelationshipList:
    """What a sheet refers to outside of itself, once it is written."""
    relations: RelationshipList = _open(writer)._rels
    return relations


def set_relations(worksheet: Worksheet, relations: RelationshipList) -> None:
    """Hands the writer what a sheet refers to."""
    _open(worksheet)._rels = relations


def _open(value: Any) -> Any:
    """The same value, seen without its published types."""
    return value
