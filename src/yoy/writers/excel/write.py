"""Writes a comparison as a workbook: an auditor's working paper, to filter, annotate, print and sign."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.carry import merge
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.rows.source import Book
from yoy.writers.excel.sheets.figures import figures_sheet
from yoy.writers.excel.sheets.findings import findings_sheet
from yoy.writers.excel.sheets.passages import passages_sheet
from yoy.writers.excel.sheets.promises import promises_sheet
from yoy.writers.excel.sheets.reuse import reuse_sheet
from yoy.writers.excel.sheets.sections import sections_sheet
from yoy.writers.excel.sheets.series import series_sheet
from yoy.writers.excel.sheets.set_aside import set_aside_sheet
from yoy.writers.excel.sheets.tables import tables_sheet
from yoy.writers.excel.sheets.withdrawn import withdrawn_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from openpyxl import Workbook

    from yoy.model import Comparison
    from yoy.writers.excel.rows.layout import Row, RowName, Sheet
    from yoy.writers.options import WriteOptions

SHEETS: tuple[Callable[[Book], Sheet | None], ...] = (
    figures_sheet,
    passages_sheet,
    sections_sheet,
    tables_sheet,
    findings_sheet,
    promises_sheet,
    reuse_sheet,
    series_sheet,
    set_aside_sheet,
)
"""The sheets of rows in the order of their tabs."""
TABS = {"cover": "1F3A5F", "summary": "1F3A5F", "withdrawn": "B3261E"}
UNDATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone


def write_workbook(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    """Write `comparison` to `stream` as an .xlsx file; the same inputs give the same bytes.

    What `options.review` holds is carried into the rows it belongs to.
    """
    book = Book(comparison, options)
    _save(_fill(book, build_sheets(book)), stream)


def build_sheets(book: Book) -> list[Sheet]:
    """The sheets of rows, with what reviewers wrote; a sheet without rows is left in its place."""
    made = (make(book) for make in SHEETS)
    sheets = [replace(sheet, rows=tuple(_told_apart(sheet.rows))) for sheet in made if sheet is not None]
    if book.options.review is None:
        return sheets
    merged, gone = merge(sheets, book.options.review, book.words)
    withdrawn = withdrawn_sheet(book, gone)
    return [*merged, withdrawn] if withdrawn else merged


def _told_apart(rows: Iterable[Row]) -> Iterable[Row]:
    """Rows whose keys differ: a second row of one key is numbered."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        count = seen[row.comparison, row.key] = seen.get((row.comparison, row.key), 0) + 1
        if count == 1:
            yield row
            continue
        key = f"{row.key}-{count}"
        yield replace(row, key=key, cells={**row.cells, "key": key})


def _fill(book: Book, sheets: list[Sheet]) -> Workbook:
    from openpyxl import Workbook

    from yoy.writers.excel.book.markup import RowSheet
    from yoy.writers.excel.book.own_sheets import add_own_sheets
    from yoy.writers.excel.book.pen import Pen, Seat
    from yoy.writers.excel.book.styles import Looks
    from yoy.writers.excel.book.table import write_table
    from yoy.writers.excel.sheets.cover import write_cover
    from yoy.writers.excel.sheets.summary import write_summary

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    titles: dict[str, str] = {
        name: book.words.say(f"sheet_{name}") for name in ("cover", "summary", *(s.name for s in sheets))
    }
    cover, summary = (workbook.create_sheet(titles[name]) for name in ("cover", "summary"))
    looks = Looks(workbook, book.words.lang)
    rows: dict[RowName, Seat] = {}
    for sheet in sheets:
        for at, row in enumerate(sheet.rows, HEADER_ROW + 1):
            rows[sheet.row_name(row)] = Seat(titles[sheet.name], at, str(row.cells.get("index", "")))
    for sheet in sheets:
        worksheet = RowSheet(workbook, titles[sheet.name])
        write_table(Pen(book, worksheet, rows, looks), worksheet, sheet)
    write_summary(Pen(book, summary, rows, looks), book, {s.name: s for s in sheets}, titles)
    write_cover(Pen(book, cover, rows, looks), book, sheets, titles)
    for name, colour in TABS.items():
        if name in titles:
            workbook[titles[name]].sheet_properties.tabColor = colour
    if book.options.review:
        add_own_sheets(workbook, book.options.review)
    _describe(workbook, book)
    return workbook


def _describe(workbook: Workbook, book: Book) -> None:
    """Document properties, all from the inputs: there is no clock in them."""
    document, properties = book.comparison.reports[-1].document, workbook.properties
    from yoy.writers.excel.book.cells import clean

    title = book.words.say("file_title", issuer=document.issuer, years="–".join(book.years))
    properties.title = clean(title).strip()
    properties.subject = clean(document.title)
    properties.creator = "yoy"
    properties.lastModifiedBy = "yoy"
    properties.language = "zh-CN" if book.words.lang == "zh" else "en"
    properties.description = clean(
        "\n".join(
            f"{r.document.source.name} sha256:{r.document.source.sha256}" for r in book.comparison.reports
        )
    )
    properties.created = properties.modified = _evidence_time(book)


def _evidence_time(book: Book) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(book.options.date or "").replace(tzinfo=None)
    except ValueError:
        return UNDATED


def _save(workbook: Workbook, stream: BinaryIO) -> None:
    from yoy.writers.excel.book.archive import BookWriter, TimelessZip

    with TimelessZip(stream, "w", allowZip64=True) as archive:
        BookWriter(workbook, archive).write_data()  # `Workbook.save` would put the clock into the file
