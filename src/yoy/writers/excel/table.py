"""Writes a sheet of rows: headings, cells, drop-downs, filter, panes, colours and the printed page."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import DataBarRule, Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.hyperlink import Hyperlink

from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.model import RowFormula
from yoy.writers.excel.cells import LINK_LIMIT, SHEET_ROW_LIMIT, fit, fit_runs, line_width
from yoy.writers.excel.columns import RULINGS, STATUSES
from yoy.writers.excel.layout import HEADER_ROW, Rich
from yoy.writers.excel.paper import GAP, lay_out
from yoy.writers.excel.runs import fonts_of, rich_text
from yoy.writers.excel.styles import (
    BAR,
    BODY,
    BODY_SIZE,
    NUMBER_LOOKS,
    RULING_TONES,
    STATUS_TONES,
    tone_style,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.writers.excel.layout import Column, Row, RowName, Sheet, Target
    from yoy.writers.excel.source import Book

LINE_HEIGHT = 14.5
"""Points of a line of the body font."""
TALLEST = 409.0
"""Points of the highest row that Excel allows."""


_COLUMN = re.compile(r"\{([^{}]+)\}")


class FlowingRow(RowDimension):
    """A row whose height is a first estimate: a spreadsheet program may fit it again."""

    customHeight = False  # noqa: N815 - openpyxl's name for the attribute in the file


class Seat(NamedTuple):
    """Where a row stands: title of its sheet, number of its row, and its index."""

    title: str
    row: int
    number: str


@dataclass
class Pen:
    """Writes cells of one worksheet with the looks of one language."""

    book: Book
    worksheet: Worksheet
    rows: Mapping[RowName, Seat]
    links: int = 0

    def __post_init__(self) -> None:
        self.fonts = fonts_of(self.book.words.lang)
        self._styles: dict[tuple[str, str | None], object] = {}

    def cell(self, row: int, column: int, value: object, look: str, number_format: str | None = None) -> Cell:
        """A new cell with text made safe and a look; numbers keep their own precision."""
        cell = Cell(self.worksheet, row=row, column=column)
        cell._style = self._style(look, number_format)  # type: ignore[attr-defined]  # noqa: SLF001 - a name takes ten times as long
        if value is None or value == "":
            return cell
        if isinstance(value, str):
            self._write_text(cell, value)
        elif isinstance(value, Rich):
            cell.value = rich_text(fit_runs(value, self.cut_note), self.fonts)
        elif isinstance(value, Decimal):
            cell.value = int(value) if value == value.to_integral_value() else value.normalize()
        elif isinstance(value, bool | int | float | dt.date | dt.time | dt.timedelta):
            cell.value = value
        else:
            self._write_text(cell, str(value))
        return cell

    def _write_text(self, cell: Cell, text: str) -> None:
        """Text that no program may take for a formula, an error or a number."""
        cell._value = fit(text, self.cut_note)  # type: ignore[attr-defined]  # noqa: SLF001 - the setter guesses
        cell.data_type = "s"

    def cut_note(self, full: int) -> str:
        """What ends a text that no cell can hold."""
        return self.book.words.say("cut", full=full)

    def _style(self, look: str, number_format: str | None) -> object:
        known = self._styles.get((look, number_format))
        if known is None:
            model = Cell(self.worksheet, row=1, column=1)
            model.style = f"yoy {look}"
            if number_format:
                model.number_format = number_format
            known = self._styles[look, number_format] = model._style  # type: ignore[attr-defined]  # noqa: SLF001 - the same
        return known

    def link(self, cell: Cell, target: Target) -> None:
        """Lead from a cell to a row or to the page, as long as the sheet may hold more links."""
        if self.links >= LINK_LIMIT:
            return
        page = self.book.options.html_name
        if target.anchor is not None and page:
            words = self.book.words.say("see_page")
            link = Hyperlink(ref=cell.coordinate, target=quote(page), location=target.anchor)
        elif target.row in self.rows:
            seat = self.rows[target.row]  # type: ignore[index]
            words = seat.number
            link = Hyperlink(ref=cell.coordinate, location=f"'{quoted(seat.title)}'!A{seat.row}")
        else:
            return
        if cell.value is None:
            cell.value, cell.data_type = words, "s"
        self.links += 1
        cell.hyperlink = link

    def jump(self, cell: Cell, title: str) -> None:
        """Lead from a cell to the top of a sheet."""
        self.links += 1
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted(title)}'!A1")


def quoted(title: str) -> str:
    """A sheet's name inside a reference."""
    return title.replace("'", "''")


def decimals_format(value: Decimal, look: str) -> str | None:
    """A number format that shows as many decimals as the number has."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    if places == 0 or look not in {"number", "signed"}:
        return None
    plain = "#,##0." + "0" * min(places, 6)
    return plain if look == "number" else f"+{plain};-{plain};0"


def write_table(pen: Pen, sheet: Sheet) -> None:
    """Fill the worksheet of `pen` with `sheet`."""
    worksheet = pen.worksheet
    if len(sheet.rows) > SHEET_ROW_LIMIT - HEADER_ROW:
        raise fail(WriteError, "too_many_rows", sheet=sheet.title, limit=f"{SHEET_ROW_LIMIT:,}")
    letters = {column.name: get_column_letter(at) for at, column in enumerate(sheet.columns, 1)}
    _write_head(pen, sheet)
    for at, row in enumerate(sheet.rows, HEADER_ROW + 1):
        _write_row(pen, sheet, row, at, letters)
    last = HEADER_ROW + max(1, len(sheet.rows))
    if pen.links >= LINK_LIMIT:
        worksheet.cell(
            2, 1
        ).value = f"{sheet.intro} {pen.book.words.say('links_full', limit=f'{LINK_LIMIT:,}')}"
    worksheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(sheet.columns))}{last}"
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{HEADER_ROW + 1}"
    _add_choices(pen, sheet, letters, last)
    _add_tones(pen, sheet, letters, last)
    _add_bars(pen, sheet, letters, last)
    lay_out(worksheet, sheet, last, pen.book)


def _write_head(pen: Pen, sheet: Sheet) -> None:
    worksheet, say = pen.worksheet, pen.book.words.say
    title = pen.cell(1, 1, sheet.title, "title")
    intro = pen.cell(2, 1, sheet.intro, "intro")
    back = pen.cell(3, 1, say("back_to_cover"), "back")
    pen.jump(back, say("sheet_cover"))
    for cell in (title, intro, back):
        worksheet.append([cell])
    heads = []
    for at, column in enumerate(sheet.columns, 1):
        look = "head review" if column.reviewer else "head quiet" if column.look == "key" else "head"
        heads.append(pen.cell(HEADER_ROW, at, column.heading, look))
        dimension = worksheet.column_dimensions[get_column_letter(at)]
        dimension.width = column.width + GAP
        if column.hidden:
            dimension.hidden = True
            dimension.outlineLevel = 1
    worksheet.append(heads)
    for row, height in ((1, 30), (2, 18), (3, 16), (HEADER_ROW, 34)):
        worksheet.row_dimensions[row].height = height


def _write_row(pen: Pen, sheet: Sheet, row: Row, at: int, letters: Mapping[str, str]) -> None:
    cells, lines = [], 1
    for index, column in enumerate(sheet.columns, 1):
        name = column.name
        value = row.written.get(name) if column.reviewer else row.cells.get(name)
        if value is None or value == "":
            cell = pen.cell(at, index, None, column.look)
        else:
            cell = _write_value(pen, row, column, value, (at, index), letters)
            if not column.hidden:
                lines = max(lines, _lines(value, column))
        if name in row.links:
            pen.link(cell, row.links[name])
        if name in row.comments:
            text = fit(row.comments[name], pen.cut_note)
            cell.comment = Comment(text, pen.book.words.say("reviewer_name"))
        cells.append(cell)
    pen.worksheet.append(cells)
    height = min(TALLEST, lines * LINE_HEIGHT + 4)
    pen.worksheet.row_dimensions[at] = FlowingRow(pen.worksheet, index=at, ht=height)


def _write_value(
    pen: Pen, row: Row, column: Column, value: object, place: tuple[int, int], letters: Mapping[str, str]
) -> Cell:
    number_format = row.formats.get(column.name)
    if isinstance(value, RowFormula):
        cell = pen.cell(*place, None, column.look, number_format)
        cell.value = _COLUMN.sub(lambda name: f"{letters.get(name[1], '#REF!')}{place[0]}", value.template)
        return cell
    if isinstance(value, Decimal) and number_format is None:
        number_format = decimals_format(value, column.look)
    return pen.cell(*place, value, _look(column, value), number_format)


def _look(column: Column, value: object) -> str:
    """Words in a column of numbers stand centred: a range, or the text of a table's cell."""
    return "center" if column.look in NUMBER_LOOKS and isinstance(value, str) and value else column.look


def _lines(value: object, column: Column) -> int:
    """Estimated lines of a cell once its text is wrapped."""
    text = value.plain if isinstance(value, Rich) else value
    if not isinstance(text, str) or column.look in NUMBER_LOOKS or not text:
        return 1
    room = (column.width - 0.5) * BODY_SIZE / BODY[column.look][0]
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(line_width(line) / room)) for line in text.split("\n"))


def _add_choices(pen: Pen, sheet: Sheet, letters: Mapping[str, str], last: int) -> None:
    say = pen.book.words.say
    for column in sheet.columns:
        if not column.choices:
            continue
        offered = ",".join(column.choices)
        rule = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = say("choice_title"), say("choice_error", choices=offered)
        rule.errorStyle = "warning"
        rule.add(f"{letters[column.name]}{HEADER_ROW + 1}:{letters[column.name]}{last}")
        pen.worksheet.add_data_validation(rule)


def _add_bars(pen: Pen, sheet: Sheet, letters: Mapping[str, str], last: int) -> None:
    """Shares show as bars behind their numbers."""
    for column in sheet.columns:
        if column.look == "share":
            area = f"{letters[column.name]}{HEADER_ROW + 1}:{letters[column.name]}{last}"
            bar = DataBarRule("num", 0, "num", 1, BAR)  # type: ignore[no-untyped-call]
            pen.worksheet.conditional_formatting.add(area, bar)


def _add_tones(pen: Pen, sheet: Sheet, letters: Mapping[str, str], last: int) -> None:
    say = pen.book.words.say
    tones: dict[str, Mapping[str, str]] = dict(sheet.tones)
    tones["status"] = {say(f"status_{status}"): STATUS_TONES[status] for status in STATUSES}
    tones["pairing"] = {say(f"ruling_{ruling}"): RULING_TONES[ruling] for ruling in RULINGS}
    for name, by_word in tones.items():
        if name not in letters:
            continue
        letter = letters[name]
        area = f"{letter}{HEADER_ROW + 1}:{letter}{last}"
        for word, tone in by_word.items():
            formula = f'LEFT({letter}{HEADER_ROW + 1},{len(word)})="{word}"'
            rule = Rule(type="expression", dxf=tone_style(tone), formula=[formula], stopIfTrue=True)
            pen.worksheet.conditional_formatting.add(area, rule)
