"""Writes a sheet of rows: headings, cells, drop-downs, filter, panes, colours and the printed page."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import DataBarRule, Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.model import RowFormula
from yoy.writers.excel.book.cells import LINK_LIMIT, SHEET_ROW_LIMIT, line_width
from yoy.writers.excel.book.markup import RowPen
from yoy.writers.excel.book.paper import GAP, lay_out
from yoy.writers.excel.book.pen import Seat
from yoy.writers.excel.book.styles import (
    BAR,
    BODY,
    BODY_SIZE,
    NARROWER,
    NUMBER_LOOKS,
    RULING_TONES,
    STATUS_TONES,
)
from yoy.writers.excel.rows.columns import RULINGS, STATUSES
from yoy.writers.excel.rows.layout import HEADER_ROW, Rich

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.writers.excel.book.markup import RowSheet
    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.layout import Column, Row, RowName, Sheet

LINE_HEIGHT = 14.5
"""Points of a line of the body font."""
TALLEST = 409.0
"""Points of the highest row that Excel allows."""
GROUPED_LOOKS = frozenset({"number", "signed", "count", "precise"})
"""Looks whose numbers are shown with all their digits, in groups of three."""
WIDEST = 26.0
"""Where a column of numbers stops growing."""
HEAD, LOW_HEAD = (30, 18, 16, 34), (22, 14, 13, 28)
"""Points of the rows down to the headings."""
TIGHT_LINE, TIGHT_PAD = 13.1, 1.3
"""Points of a line and around a row where lines stand close."""
FLAT_LINE = 13.4
"""Points of a line where all rows are of one height."""
LINKED = frozenset({"figures", "sections", "findings", "promises", "open"})
"""Sheets to whose rows something leads."""
_COLUMN = re.compile(r"\{([^{}]+)\}")


class _Place(NamedTuple):
    """A column on its way into rows: where its cells stand, how they look, how wide a line of them is."""

    column: Column
    name: str
    reviewer: bool
    letter: str
    style: str
    room: float | None
    is_number: bool
    is_grouped: bool


def _places(pen: RowPen, sheet: Sheet, letters: Mapping[str, str]) -> list[_Place]:
    return [
        _Place(
            column,
            column.name,
            column.reviewer,
            letters[column.name],
            pen.style(column.look),
            _room(column),
            column.look in NUMBER_LOOKS,
            column.look in GROUPED_LOOKS,
        )
        for column in sheet.columns
    ]


def decimals_format(value: Decimal, look: str) -> str | None:
    """A number format that shows as many decimals as the number has."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    if places == 0 or look not in {"number", "signed"}:
        return None
    plain = "#,##0." + "0" * min(places, 6)
    return plain if look == "number" else f"+{plain};-{plain};0"


def write_table(pen: Pen, worksheet: RowSheet, sheet: Sheet, seats: dict[RowName, Seat]) -> int:
    """Fill `worksheet` with `sheet`, note in `seats` where its rows stand, and tell how many there are."""
    letters = {column.name: get_column_letter(at) for at, column in enumerate(sheet.columns, 1)}
    row_pen = RowPen(pen, worksheet)
    worksheet.width = len(sheet.columns)
    _write_head(row_pen, worksheet, sheet, LOW_HEAD if sheet.lines else HEAD)
    count, longest = _write_rows(row_pen, sheet, letters, seats)
    sheet = replace(sheet, columns=tuple(_wide_enough(column, longest) for column in sheet.columns))
    _set_widths(worksheet, sheet)
    last = HEADER_ROW + max(1, count)
    if pen.links >= LINK_LIMIT:
        full = pen.book.words.say("links_full", limit=f"{LINK_LIMIT:,}")
        worksheet.put_head(2, [row_pen.cell("A2", f"{sheet.intro} {full}", "intro")], 18)
    worksheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(sheet.columns))}{last}"
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{HEADER_ROW + 1}"
    _add_choices(pen, sheet, letters, last)
    _add_tones(pen, sheet, letters, last)
    _add_bars(pen, sheet, letters, last)
    lay_out(worksheet, sheet, last, pen.book)
    return count


def _wide_enough(column: Column, longest: Mapping[str, int]) -> Column:
    """A column in which no number is so long that only # would be seen."""
    if column.look not in GROUPED_LOOKS:
        return column
    return replace(column, width=max(column.width, min(WIDEST, longest.get(column.name, 0) * 1.1 + 1.5)))


def _set_widths(worksheet: RowSheet, sheet: Sheet) -> None:
    for at, column in enumerate(sheet.columns, 1):
        dimension = worksheet.column_dimensions[get_column_letter(at)]
        dimension.width = round((column.width + GAP) * NARROWER, 2)
        if column.hidden:
            dimension.hidden = True
            dimension.outlineLevel = 1


def _printed(value: Decimal) -> str:
    """A number as the grouped formats print it: six decimals at most, and none that are 0."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _write_head(
    pen: RowPen, worksheet: RowSheet, sheet: Sheet, heights: tuple[float, float, float, float]
) -> None:
    say = pen.pen.book.words.say
    worksheet.put_head(1, [pen.cell("A1", sheet.title, "title")], heights[0])
    worksheet.put_head(2, [pen.cell("A2", sheet.intro, "intro")], heights[1])
    worksheet.put_head(3, [pen.cell("A3", say("back_to_cover"), "back")], heights[2])
    pen.jump("A3", say("sheet_cover"))
    heads = []
    for at, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(at)
        look = "head review" if column.reviewer else "head quiet" if column.look == "key" else "head"
        heads.append(pen.cell(f"{letter}{HEADER_ROW}", column.heading, look))
    worksheet.put_head(HEADER_ROW, heads, heights[3])


def _write_rows(
    pen: RowPen, sheet: Sheet, letters: Mapping[str, str], seats: dict[RowName, Seat]
) -> tuple[int, Mapping[str, int]]:
    """Write the rows; how many there are, and the digits of the longest number of each column."""
    columns = _places(pen, sheet, letters)
    linked, longest = sheet.name in LINKED, dict[str, int]()
    at = HEADER_ROW
    for at, row in enumerate(sheet.rows, HEADER_ROW + 1):
        if at > SHEET_ROW_LIMIT:
            raise fail(WriteError, "too_many_rows", sheet=sheet.title, limit=f"{SHEET_ROW_LIMIT:,}")
        if linked:
            seats[sheet.row_name(row)] = Seat(pen.sheet.title, at, str(row.cells.get("index", "")))
        lines = _write_row(pen, row, at, columns, letters, longest)
        flat = sheet.lines and sheet.lines * FLAT_LINE + 2
        height, pad = (TIGHT_LINE, TIGHT_PAD) if sheet.tight else (LINE_HEIGHT, 4)
        pen.sheet.add_row(at, lines[0], flat or min(TALLEST, lines[1] * height + pad))
    return at - HEADER_ROW, longest


def _write_row(
    pen: RowPen,
    row: Row,
    at: int,
    columns: Sequence[_Place],
    letters: Mapping[str, str],
    longest: dict[str, int],
) -> tuple[list[str], int]:
    """The elements of its cells, and how many lines the highest has."""
    cells, lines = [], 1
    shown, written, links, comments = row.cells, row.written, row.links, row.comments
    for column, name, reviewer, letter, style, room, is_number, is_grouped in columns:
        value = written.get(name) if reviewer else shown.get(name)
        words = pen.link(f"{letter}{at}", links[name]) if name in links else None
        if name in comments or name in row.notes:
            whole = (row.notes.get(name), comments.get(name))
            pen.comment(f"{letter}{at}", "\n\n".join(filter(None, whole)))
        if value is None or value == "":
            if not words:
                cells.append(f'<c r="{letter}{at}"{style}/>')
            else:
                cells.append(f'<c r="{letter}{at}"{style} t="inlineStr">{pen.text(words)}</c>')
        elif isinstance(value, str):
            if room is not None:
                lines = max(lines, _lines(value, room))
            look = pen.style("center") if is_number else style
            cells.append(f'<c r="{letter}{at}"{look} t="inlineStr">{pen.text(value)}</c>')
        else:
            if room is not None and isinstance(value, Rich):
                lines = max(lines, _lines(value.plain, room))
            elif is_grouped and isinstance(value, Decimal):
                longest[name] = max(longest.get(name, 0), len(_printed(value)))
            cells.append(_filled(pen, row, column, value, (letter, at), letters))
    return cells, lines


def _filled(
    pen: RowPen, row: Row, column: Column, value: object, place: tuple[str, int], letters: Mapping[str, str]
) -> str:
    letter, at = place
    number_format = row.formats.get(column.name)
    if isinstance(value, RowFormula):
        formula = _COLUMN.sub(lambda name: f"{letters.get(name[1], '#REF!')}{at}", value.template)
        return pen.cell(f"{letter}{at}", RowFormula(formula), column.look, number_format)
    if isinstance(value, Decimal) and number_format is None:
        number_format = decimals_format(value, column.look)
    return pen.cell(f"{letter}{at}", value, column.look, number_format)


def _room(column: Column) -> float | None:
    """How wide a line of the column may be; None where its cells make no row higher."""
    if column.hidden or column.look in NUMBER_LOOKS:
        return None
    return (column.width - 0.5) * BODY_SIZE / BODY[column.look][0]


def _lines(text: str, room: float) -> int:
    """Estimated lines of a cell once its text is wrapped."""
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    if "\n" not in text:
        return math.ceil(line_width(text) / room)
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
            rule = Rule(type="expression", dxfId=pen.looks.tone(tone), formula=[formula], stopIfTrue=True)
            pen.worksheet.conditional_formatting.add(area, rule)
