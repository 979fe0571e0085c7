"""The cells of a reviewed workbook that hold something, and nothing of its looks.

Looks, links and drawings take most of the time in which a workbook is read, and no remark is in them. What a
formula last came to is read beside the formula, so that one pass is enough. People format whole columns
down to the last row that a sheet can have: cells that are merely formatted are passed over.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.xml.constants import COMMENTS_NS, SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, iterparse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO
    from xml.etree.ElementTree import Element

_ROW, _FORMULA, _INLINE, _STRING, _RUN, _TEXT, _MERGED = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("row", "f", "is", "si", "r", "t", "mergeCell")
)


LARGEST_ROWS = 300_000
"""Rows with something in them: the workbook of two reports of 650,000 characters each has 70,000."""


class TooManyRowsError(ValueError):
    """A workbook has more rows with writing than any that yoy wrote."""


class Cell(NamedTuple):
    """A cell that holds something.

    Attributes:
        formula: with its equals sign; `value` is then what it last came to.
        note: the text of a comment.
    """

    row: int
    column: int
    value: Any = None
    formula: str | None = None
    note: str | None = None

    @property
    def text(self) -> Any:
        """What was typed: the formula where there is one, else the value."""
        return self.value if self.formula is None else self.formula


Cells = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet: its title, and its cells by row and column, both counted from 1, from top to bottom."""

    title: str
    rows: dict[int, Cells]


def read_tabs(content: bytes) -> list[Tab]:
    """The worksheets of a workbook; a file that is none raises whatever openpyxl finds wrong with it."""
    reader = ExcelReader(BytesIO(content))
    with closing(reader.archive):
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)  # which numbers are dates
        strings = list(_strings(reader))
        tabs: list[Tab] = []
        left = LARGEST_ROWS
        for sheet, part in reader.parser.find_sheets():
            if part.target in reader.valid_files and "chartsheet" not in part.Type:
                rows = _rows(reader, part.target, strings, left)
                left -= len(rows)
                tabs.append(Tab(sheet.name, _with_notes(reader, part.target, rows)))
        return tabs


def _strings(reader: ExcelReader) -> Iterator[str]:
    """The texts that cells share."""
    part = reader.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
    if part is None:
        return
    with reader.archive.open(part.PartName[1:]) as source:
        for _, element in iterparse(source):
            if element.tag == _STRING:
                yield _text(element)
                element.clear()


def _text(element: Element) -> str:
    """The characters of plain or rich text, without what tells how to pronounce them."""
    parts = [part if part.tag == _TEXT else part.find(_TEXT) for part in element if part.tag in {_TEXT, _RUN}]
    return "".join(part.text or "" for part in parts if part is not None)


def _rows(reader: ExcelReader, part: str, strings: list[str], most: int) -> dict[int, Cells]:
    rows: dict[int, Cells] = {}
    with reader.archive.open(part) as source:
        parser = _Parser(source, strings, reader)
        for row, cells in parser.rows():
            if cells:
                rows[row] = cells
                if len(rows) > most:
                    raise TooManyRowsError
    for first_column, first_row, last_column, last_row in parser.merged:
        for row in [number for number in rows if first_row <= number <= last_row]:
            for column in [at for at in rows[row] if first_column <= at <= last_column]:
                if (row, column) != (first_row, first_column):
                    del rows[row][column]
    return dict(sorted(rows.items()))


def _with_notes(reader: ExcelReader, part: str, rows: dict[int, Cells]) -> dict[int, Cells]:
    """The rows with the comments of the sheet on their cells."""
    relations = get_rels_path(part)  # type: ignore[no-untyped-call]
    if relations not in reader.valid_files:
        return rows
    for relation in get_dependents(reader.archive, relations).find(COMMENTS_NS):
        tree: Any = fromstring(reader.archive.read(relation.target))
        comments: Any = CommentSheet.from_tree(tree)
        for place, comment in comments.comments:
            row, column = coordinate_to_tuple(place)
            cell = rows.setdefault(row, {}).get(column, Cell(row, column))
            rows[row][column] = cell._replace(note=comment.text or "")
    return {row: dict(sorted(cells.items())) for row, cells in sorted(rows.items())}


class _Parser(WorkSheetParser):
    """Reads the cells of one sheet; openpyxl knows numbers, dates and shared formulas."""

    def __init__(self, source: IO[bytes], strings: list[str], reader: ExcelReader) -> None:
        book: Any = reader.wb
        super().__init__(
            source,
            strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001 - where openpyxl keeps what it found in the styles
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - the same
        )
        self.merged: list[Any] = []

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """The rows as they come."""
        for _, element in iterparse(self.source):
            if element.tag == _ROW:
                yield self._row(element)
                element.clear()
            elif element.tag == _MERGED:
                self.merged.append(range_boundaries(element.get("ref")))

    def _row(self, element: Element) -> tuple[int, Cells]:
        number = element.get("r")
        self.row_counter = int(float(number)) if number else self.row_counter + 1
        self.col_counter = 0
        cells = (self._cell(child) for child in element)
        return self.row_counter, {cell.column: cell for cell in cells if cell is not None}

    def _cell(self, element: Element) -> Cell | None:
        formula = self._formula(element) if element.find(_FORMULA) is not None else None
        if formula is None and (len(element) == 0 or element.get("t") == "inlineStr"):
            place = element.get("r")
            self.col_counter = _column(place) if place else self.col_counter + 1
            inline = element.find(_INLINE)
            return None if inline is None else Cell(self.row_counter, self.col_counter, _text(inline))
        found = self.parse_cell(element)
        if found["value"] is None and formula is None:
            return None
        return Cell(found["row"], found["column"], found["value"], formula)

    def _formula(self, element: Element) -> str:
        formula = self.parse_formula(element)  # type: ignore[no-untyped-call]
        return str(formula.text if isinstance(formula, ArrayFormula) else formula)


def _column(place: str) -> int:
    return column_index_from_string(place.rstrip("0123456789"))
