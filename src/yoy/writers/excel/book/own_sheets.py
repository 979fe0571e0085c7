"""Copies the sheets that people added to a reviewed workbook into the new one."""

from __future__ import annotations

import warnings
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell

from yoy.writers.excel.book.cells import sheet_title
from yoy.writers.excel.book.private import cells_in_order

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.model import Review


def add_own_sheets(workbook: Workbook, review: Review) -> None:
    """Append them under their names, with values, formulas, looks, notes, widths and merged cells."""
    if not review.sheets:
        return
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of extensions that hold no writing
        reviewed = load_workbook(BytesIO(review.content), rich_text=True)
    taken = {name.casefold() for name in workbook.sheetnames}
    for name in review.sheets:
        copied = workbook.create_sheet(sheet_title(name, taken))
        _copy(reviewed[name], copied)
    reviewed.close()


def _copy(source: Worksheet, copied: Worksheet) -> None:
    for cell in cells_in_order(source):
        if isinstance(cell, Cell):
            _copy_cell(cell, copied)
    for letter, column in source.column_dimensions.items():
        known = copied.column_dimensions[letter]
        known.width, known.hidden, known.min, known.max = column.width, column.hidden, column.min, column.max
    for number, line in source.row_dimensions.items():
        if line.height is not None:
            copied.row_dimensions[number].height = line.height
        copied.row_dimensions[number].hidden = line.hidden
    for area in source.merged_cells.ranges:
        copied.merge_cells(str(area))
    for rule in source.data_validations.dataValidation:
        copied.add_data_validation(copy(rule))
    for table in source.tables.values():
        copied.add_table(copy(table))
    copied.freeze_panes = source.freeze_panes
    copied.auto_filter.ref = source.auto_filter.ref
    copied.sheet_state = source.sheet_state
    copied.sheet_properties.tabColor = copy(source.sheet_properties.tabColor)


def _copy_cell(cell: Cell, copied: Worksheet) -> None:
    twin = copied.cell(cell.row, cell.column)
    twin.value = cell.value
    twin.data_type = cell.data_type
    if cell.has_style:
        twin.number_format = cell.number_format
        for part in ("font", "fill", "border", "alignment", "protection"):
            setattr(twin, part, copy(getattr(cell, part)))
    if cell.comment:
        twin.comment = copy(cell.comment)
    if cell.hyperlink:
        twin.hyperlink = copy(cell.hyperlink)
