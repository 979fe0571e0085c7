"""Spreadsheets (.xlsx, .csv, .tsv): each sheet a section with its tables; .xls and .ods come converted."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy.errors import ReadError, TooLargeError
from yoy.lexicon import fail, pattern
from yoy.model import Note
from yoy.readers.encoding import decode
from yoy.readers.extraction import Extraction
from yoy.readers.layout.blocks import Grid, Paragraph, assemble
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.layout.table_shape import unit_of
from yoy.readers.limits import MEGABYTE, PART_LIMIT, expect
from yoy.readers.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yoy.readers.layout.blocks import Block

_ROWS, _COLUMNS = 100_000, 400
_DEFAULT_NAME = re.compile(r"(?i)sheet\s*\d+|工作表\s*\d+|表\s*\d+")
_DELIMITERS = ",;\t|"
_SAMPLE = 4000


class Place(NamedTuple):
    """A cell of a sheet: its text, its address, how far it reaches."""

    text: str
    address: str
    height: int = 1
    width: int = 1


class Sheet(NamedTuple):
    """A sheet: its rows by number, each with its cells by column; both count from 0."""

    name: str
    rows: tuple[dict[int, Place], ...]


def read_workbook(content: bytes, name: str) -> Extraction:
    """Extraction of an .xlsx file; `年报.xlsx#2024` reads one sheet of it.

    Raises:
        ReadError: damaged, encrypted, or without a sheet of the name asked for (`no_such_sheet`).
        TooLargeError: it unpacks to more than an honest workbook.
    """
    file, _, wanted = name.partition("#")
    expect(content, "docx", file)
    _check_parts(content, file)
    book = _opened(content, file)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    chosen = [sheet for sheet in book.worksheets if sheet.title == wanted] if wanted else visible
    if not chosen:
        raise fail(ReadError, "no_such_sheet", file=file, sheet=wanted, sheets=" ".join(book.sheetnames))
    made = _extraction([_sheet(sheet) for sheet in chosen], "xlsx")
    notes = [*_hidden(chosen), *_uncomputed(content, file, chosen)]
    left_out = len(book.worksheets) - len(visible)
    if left_out and not wanted:
        notes.append(Note(stage="read", code="hidden_sheets", args={"count": left_out}))
    return replace(made, notes=(*made.notes, *notes))


def read_delimited(content: bytes, name: str) -> Extraction:
    """Extraction of a .csv or .tsv file."""
    text, encoding = decode(content, name)
    delimiter = "\t" if Path(name).suffix.lower() == ".tsv" else _delimiter(text)
    rows = tuple(
        {at: Place(cell.strip(), _address(row, at)) for at, cell in enumerate(cells) if cell.strip()}
        for row, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter))
    )
    made = _extraction([Sheet("", rows)], Path(name).suffix.lower().lstrip("."))
    return replace(made, encoding=encoding)


def _delimiter(text: str) -> str:
    head = text[:_SAMPLE]
    return max(_DELIMITERS, key=head.count)


def _address(row: int, column: int) -> str:
    letters = ""
    left = column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _check_parts(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            largest = max((info.file_size for info in package.infolist()), default=0)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise fail(ReadError, "damaged_file", file=name, reason=type(error).__name__) from None
    if largest > PART_LIMIT:
        raise fail(TooLargeError, "unpacks_too_large", file=name, limit=PART_LIMIT // MEGABYTE)


def _opened(content: bytes, name: str, *, values: bool = True) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(content), data_only=values)
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever its parts do
        raise fail(ReadError, "damaged_file", file=name, reason=type(error).__name__) from None


def _sheet(sheet: Any) -> Sheet:
    spans = {
        (area.min_row - 1, area.min_col - 1): (
            area.max_row - area.min_row + 1,
            area.max_col - area.min_col + 1,
        )
        for area in sheet.merged_cells.ranges
    }
    rows: list[dict[int, Place]] = [{} for _ in range(min(sheet.max_row, _ROWS))]
    for cell in _cells_of(sheet):
        if cell.row > _ROWS or cell.column > _COLUMNS or cell.value is None:
            continue
        row, column = cell.row - 1, cell.column - 1
        text = shown(cell.value, cell.number_format or "General").strip()
        if text:
            rows[row][column] = Place(text, cell.coordinate, *spans.get((row, column), (1, 1)))
    return Sheet(str(sheet.title), tuple(rows))


def _cells_of(sheet: Any) -> Iterator[Any]:
    """The cells that are there, row by row: openpyxl's public ways make new ones for every gap."""
    for _, cell in sorted(sheet._cells.items()):  # noqa: SLF001 - one cell far off would fill the whole sheet
        yield cell


def _hidden(sheets: Iterable[Any]) -> Iterator[Note]:
    """Rows and columns that a sheet hides are read, and said."""
    for sheet in sheets:
        rows = sum(bool(dimension.hidden) for dimension in sheet.row_dimensions.values())
        columns = sum(bool(dimension.hidden) for dimension in sheet.column_dimensions.values())
        if rows or columns:
            yield Note(
                stage="read",
                code="hidden_rows",
                args={"sheet": str(sheet.title), "rows": rows, "columns": columns},
            )


def _uncomputed(content: bytes, name: str, sheets: Sequence[Any]) -> Iterator[Note]:
    """Formulas that no spreadsheet program has computed yet hold no value to read."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [part for part in package.namelist() if part.startswith("xl/worksheets/")]
        if not any(b"<f" in package.read(part) for part in parts):
            return
    formulas = _opened(content, name, values=False)
    count = sum(
        cell.data_type == "f" and sheet.cell(cell.row, cell.column).value is None
        for sheet in sheets
        for cell in _cells_of(formulas[sheet.title])
    )
    if count:
        yield Note(stage="read", code="formulas_without_values", args={"count": count})


def _extraction(sheets: Sequence[Sheet], kind: str) -> Extraction:
    blocks: list[Block] = []
    for sheet in sheets:
        if sheet.name and not _DEFAULT_NAME.fullmatch(sheet.name.strip()):
            blocks.append(Paragraph(text=sheet.name, level=1, sheet=sheet.name))
        blocks.extend(_blocks(sheet))
    made = assemble(blocks)
    return Extraction(
        text=made.text,
        format=kind,
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    """Stretches of rows without a gap: lines above and below are text, what is between is a table."""
    stretch: list[dict[int, Place]] = []
    covered = 0
    for row in (*sheet.rows, {}):
        if row or covered > 0:
            stretch.append(row)
            reach = max((place.height for place in row.values()), default=1)
            covered = max(covered, reach) - 1
            continue
        yield from _stretch(sheet.name, stretch)
        stretch = []


def _stretch(sheet: str, rows: list[dict[int, Place]]) -> Iterator[Block]:
    first, last = 0, len(rows)
    while first < last and _is_line(rows[first]):
        first += 1
    while last > first and _is_line(rows[last - 1]):
        last -= 1
    yield from _lines(sheet, rows[:first])
    columns = {at for row in rows[first:last] for at in row}
    if last - first > 1 and len(columns) > 1:
        yield _grid(sheet, rows[first:last], columns)
    else:
        yield from _lines(sheet, rows[first:last])
    yield from _lines(sheet, rows[last:])


def _is_line(row: dict[int, Place]) -> bool:
    """A row that is a title, a unit or a remark, alone or side by side."""
    texts = [place.text for place in row.values()]
    if len(texts) == 1:
        return True
    said = [bool(pattern("tables.filled_by").search(text) or unit_of([text], ())) for text in texts]
    return bool(texts) and all(said)


def _lines(sheet: str, rows: Iterable[dict[int, Place]]) -> Iterator[Paragraph]:
    for row in rows:
        for _, place in sorted(row.items()):
            yield Paragraph(text=place.text, sheet=sheet or None, cell=place.address)


def _grid(sheet: str, rows: Sequence[dict[int, Place]], columns: set[int]) -> Grid:
    """The rows as a grid of the columns that hold something."""
    kept = sorted(columns)
    covered: set[tuple[int, int]] = set()
    made = []
    for number, row in enumerate(rows):
        cells = []
        for at in kept:
            if (number, at) in covered:
                continue
            place = row.get(at)
            if place is None:
                cells.append(GridCell(text=""))
                continue
            own = [other for other in kept if at <= other < at + place.width]
            height = min(place.height, len(rows) - number)
            covered.update((number + down, other) for down in range(height) for other in own)
            cells.append(
                GridCell(text=place.text, row_span=height, column_span=len(own), place=place.address)
            )
        made.append(GridRow(cells=tuple(cells), sheet=sheet or None))
    return Grid(rows=tuple(made))
