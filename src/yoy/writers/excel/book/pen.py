"""What writes into a worksheet: looks, safe text, and links that lead to rows and to the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink

from yoy.writers.excel.book.cells import LINK_LIMIT, fit
from yoy.writers.excel.book.private import own_style, put_text, set_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.writers.excel.book.styles import Looks
    from yoy.writers.excel.rows.layout import RowName, Target
    from yoy.writers.excel.rows.source import Book


class Seat(NamedTuple):
    """Where a row stands: title of its sheet, number of its row, and its index."""

    title: str
    row: int
    number: str


class Lead(NamedTuple):
    """Where a link leads: a place in this workbook or, with `file`, an anchor in that file; what it says."""

    location: str
    file: str | None
    words: str


@dataclass
class Pen:
    """Writes cells of one worksheet with the looks of one language."""

    book: Book
    worksheet: Worksheet
    rows: Mapping[RowName, Seat]
    looks: Looks
    links: int = 0

    def cell(self, row: int, column: int, value: object, look: str, number_format: str | None = None) -> Cell:
        """A new cell with text made safe and a look; numbers keep their own precision."""
        cell = Cell(self.worksheet, row=row, column=column)
        set_style(cell, self.looks.style(look, number_format))
        if value is None or value == "":
            return cell
        if isinstance(value, Decimal):
            cell.value = as_number(value)
        elif isinstance(value, bool | int | float):
            cell.value = value
        elif isinstance(value, dt.date | dt.time | dt.timedelta):
            own_style(cell)
            cell.value = value
        else:
            put_text(cell, fit(str(value), self.cut_note))
        return cell

    def cut_note(self, full: int) -> str:
        """What ends a text that no cell can hold."""
        return self.book.words.say("cut", full=full)

    def lead(self, target: Target) -> Lead | None:
        """The link to a row or to the page; None where there is none, or the sheet may hold no more."""
        if self.links >= LINK_LIMIT:
            return None
        page = self.book.options.html_name
        if target.anchor is not None and page:
            self.links += 1
            return Lead(target.anchor, quote(page), self.book.words.say("see_page"))
        seat = self.rows.get(target.row) if target.row else None
        if seat is None:
            return None
        self.links += 1
        return Lead(f"'{quoted(seat.title)}'!A{seat.row}", None, seat.number)

    def link(self, cell: Cell, target: Target) -> None:
        """Lead from a cell to a row or to the page, as long as the sheet may hold more links."""
        lead = self.lead(target)
        if lead is None:
            return
        if cell.value is None:
            cell.value, cell.data_type = lead.words, "s"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=lead.file, location=lead.location)

    def jump(self, cell: Cell, title: str) -> None:
        """Lead from a cell to the top of a sheet."""
        self.links += 1
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=top_of(title))


def top_of(title: str) -> str:
    """The first cell of a sheet, as a link names it."""
    return f"'{quoted(title)}'!A1"


def quoted(title: str) -> str:
    """A sheet's name inside a reference."""
    return title.replace("'", "''")


def as_number(value: Decimal) -> int | Decimal:
    """A value without the noughts that say nothing."""
    return int(value) if value == value.to_integral_value() else value.normalize()
