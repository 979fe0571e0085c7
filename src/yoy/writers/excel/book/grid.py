"""A sheet that is set like a page, not like a table: blocks below each other over a few columns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break

from yoy.writers.excel.book.cells import line_width
from yoy.writers.excel.book.paper import PAGE_POINTS, fitting_scale, set_paper
from yoy.writers.excel.book.private import put_cell
from yoy.writers.excel.book.styles import NARROWER

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.layout import Target
    from yoy.writers.excel.rows.source import Book

PAGE_SCALE = 85
"""The scale at which the smallest of the fonts of a page is 8 points on paper."""
PAGE_LINE = 13.6
"""Points of a line of a page."""
EMPTY_ROW = 12.75
"""Points of a row that nothing made higher."""


class FlowingRow(RowDimension):
    """A row whose height is a first estimate: a spreadsheet program may fit it again."""

    customHeight = False  # noqa: N815 - openpyxl's name for the attribute in the file


class Page:
    """Writes blocks from top to bottom; `row` is the next free row.

    It keeps count of the paper used, so that no heading is left alone at the foot of a page.
    """

    def __init__(self, pen: Pen, widths: tuple[float, ...], printed: int) -> None:
        self.pen = pen
        self.row = 1
        self.widths = widths
        self.scale = min(PAGE_SCALE, fitting_scale(sum(widths[:printed])))
        self._capacity = PAGE_POINTS * 100 / self.scale
        self._used = 0.0
        for at, width in enumerate(widths, 1):
            pen.worksheet.column_dimensions[get_column_letter(at)].width = width * NARROWER
        pen.worksheet.sheet_view.showGridLines = False

    def put(
        self,
        first: int,
        last: int,
        value: object,
        look: str,
        *,
        target: Target | None = None,
        number_format: str | None = None,
        grows: bool = True,
    ) -> Cell:
        """A value over the columns `first` to `last` of the current row; its height follows the text."""
        worksheet, row = self.pen.worksheet, self.row
        for at in range(first, last + 1):
            cell = self.pen.cell(row, at, value if at == first else None, look, number_format)
            put_cell(worksheet, row, at, cell)
        if last > first:
            # `merge_cells` would work out borders that are drawn already, `add` look through all areas.
            area = CellRange(min_col=first, max_col=last, min_row=row, max_row=row)
            worksheet.merged_cells.ranges.add(area)
        cell = cast("Cell", worksheet.cell(row, first))
        if target is not None:
            self.pen.link(cell, target)
        if grows and isinstance(value, str):
            self.grow(value, sum(self.widths[first - 1 : last]))
        return cell

    def grow(self, text: str, width: float, size: float = PAGE_LINE) -> None:
        """Make the current row high enough for `text`."""
        lines = sum(max(1, math.ceil(line_width(line) / (width - 2.5))) for line in text.split("\n"))
        self.height(lines * size + 4)

    def height(self, points: float) -> None:
        """Make the current row at least that high."""
        known = self.pen.worksheet.row_dimensions
        if self.row not in known or (known[self.row].height or 0) < points:
            known[self.row] = FlowingRow(self.pen.worksheet, index=self.row, ht=min(points, 409))

    def next(self, count: int = 1) -> None:
        """Go down."""
        known = self.pen.worksheet.row_dimensions
        for _ in range(count):
            points = known[self.row].height if self.row in known else None
            self._used = (self._used + (points or EMPTY_ROW)) % self._capacity
            self.row += 1

    def keep(self, points: float) -> None:
        """Begin a new page unless this one has room for so much."""
        if self._used + points > self._capacity:
            self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.pen.worksheet.row_breaks.append(Break(id=self.row - 1))
        self._used = 0.0

    def heading(self, text: str, first: int, last: int, *, needs: float = 90) -> None:
        """The title of a block, with a line under it and room above it; `needs` in points."""
        self.next()
        self.keep(needs)
        self.put(first, last, text, "heading")
        self.height(22)
        self.next()

    def finish(self, book: Book, last_column: str) -> None:
        """Set the paper up for what has been written."""
        set_paper(self.pen.worksheet, book)
        self.pen.worksheet.print_area = f"A1:{last_column}{self.row}"
        self.pen.worksheet.page_setup.scale = self.scale

    def line(
        self, spans: tuple[tuple[int, int], ...], values: tuple[object, ...], look: str | tuple[str, ...]
    ) -> None:
        """A row of a block: one value to a span of columns."""
        looks = (look,) * len(spans) if isinstance(look, str) else look
        for (first, last), value, one in zip(spans, values, looks, strict=True):
            self.put(first, last, value, one)
        self.next()
