"""Copies the sheets that people added to a reviewed workbook into the new one."""

from __future__ import annotations

import re
import warnings
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, cast

from openpyxl.cell.cell import Cell

from yoy.writers.excel.book.cells import clean, sheet_title
from yoy.writers.excel.book.private import cells_in_order, put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.model import Review


_WORDS = re.compile(r'"[^"]*"|\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+')
_LEAVES = re.compile(r"(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:|[\\/]{2}")
"""Links to files, programs and shares: only those into the workbook and to the web come back."""


def add_own_sheets(workbook: Workbook, review: Review) -> None:
    """Append them under their names, with values, looks, notes, widths and merged cells.

    Formulas come back as their text: nobody can tell what they would fetch, send or run.
    """
    for one in (review, *review.further):
        if one.sheets:
            _add_sheets_of(workbook, one)


def _add_sheets_of(workbook: Workbook, review: Review) -> None:
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
    _copy_rules(source, copied)
    copied.freeze_panes = source.freeze_panes
    copied.auto_filter.ref = source.auto_filter.ref
    copied.sheet_state = source.sheet_state
    copied.sheet_properties.tabColor = copy(source.sheet_properties.tabColor)


def _copy_rules(source: Worksheet, copied: Worksheet) -> None:
    """Merged cells, drop-downs and tables."""
    for area in source.merged_cells.ranges:
        copied.merge_cells(str(area))
    for rule in source.data_validations.dataValidation:
        if _offers_words(rule):
            copied.add_data_validation(copy(rule))
    for table in source.tables.values():
        for column in table.tableColumns:
            column.calculatedColumnFormula = column.totalsRowFormula = None
        copied.add_table(copy(table))


def _copy_cell(cell: Cell, copied: Worksheet) -> None:
    twin = copied.cell(cell.row, cell.column)
    live = cell.data_type == "f"
    if live:
        put_text(cast("Cell", twin), clean(_formula(cell.value)))
    else:
        twin.value = cell.value
        twin.data_type = cell.data_type
    if cell.has_style:
        twin.number_format = cell.number_format
        for part in ("font", "fill", "border", "alignment", "protection"):
            setattr(twin, part, copy(getattr(cell, part)))
    if live:
        twin.quotePrefix = True  # typing over it leaves it text
    if cell.comment:
        twin.comment = copy(cell.comment)
    if cell.hyperlink and not _LEAVES.match(cell.hyperlink.target or ""):
        twin.hyperlink = copy(cell.hyperlink)


def _formula(value: object) -> str:
    """The text of a formula, of an array or of a table of data."""
    return str(value if isinstance(value, str) else getattr(value, "text", None) or "=TABLE()")


def _offers_words(rule: DataValidation) -> bool:
    """Whether a rule offers a list of words, and reckons nothing."""
    return rule.type == "list" and bool(_WORDS.fullmatch(str(rule.formula1 or "")))
