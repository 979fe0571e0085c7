"""Writes a comparison as a workbook: an auditor's working paper, to filter, annotate, print and sign."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.carry import Carrier
from yoy.writers.excel.rows.columns import index_of
from yoy.writers.excel.rows.layout import HEADER_ROW, FreshRows
from yoy.writers.excel.rows.source import Book
from yoy.writers.excel.sheets.figures import figures_sheet
from yoy.writers.excel.sheets.findings import findings_sheet, owned_findings
from yoy.writers.excel.sheets.open import open_sheet
from yoy.writers.excel.sheets.passages import passages_sheet
from yoy.writers.excel.sheets.promises import promises_sheet
from yoy.writers.excel.sheets.reuse import reuse_sheet
from yoy.writers.excel.sheets.sections import sections_sheet
from yoy.writers.excel.sheets.series import series_sheet
from yoy.writers.excel.sheets.set_aside import set_aside_sheet
from yoy.writers.excel.sheets.tables import tables_sheet
from yoy.writers.excel.sheets.withdrawn import withdrawn_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from openpyxl import Workbook

    from yoy.model import Comparison
    from yoy.writers.excel.book.pen import Seat
    from yoy.writers.excel.book.styles import Looks
    from yoy.writers.excel.rows.layout import Row, RowName, Sheet, SheetName
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
    open_sheet,
)
"""The sheets of rows in the order in which they are written; the open items lead to all others."""
TABS = {"cover": "1F3A5F", "summary": "1F3A5F", "open": "B3261E", "withdrawn": "B3261E"}
UNDATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone


def write_workbook(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    """Write `comparison` to `stream` as an .xlsx file; the same inputs give the same bytes.

    What `options.review` holds is carried into the rows it belongs to.
    """
    book = Book(comparison, options)
    _save(_fill(book), stream)


def _told_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows whose keys differ: a second row of one key is numbered."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        count = seen[row.comparison, row.key] = seen.get((row.comparison, row.key), 0) + 1
        if count == 1:
            yield row
            continue
        key = f"{row.key}-{count}"
        yield replace(row, key=key, cells={**row.cells, "key": key})


def build_sheets(book: Book) -> Iterator[Sheet]:
    """The sheets of rows, one after the other, with what reviewers wrote; one without rows is left out."""
    review = book.options.review
    carrier = Carrier(review, book.words, _homes(book)) if review else None
    for make in SHEETS:
        made = make(book)
        if made is not None:
            sheet = replace(made, rows=FreshRows(partial(_told_apart, made.rows)))
            yield carrier.carry(sheet) if carrier else sheet
    if carrier and book.options.on_carried:
        book.options.on_carried(carrier.count())
    withdrawn = withdrawn_sheet(book, carrier.gone()) if carrier else None
    if withdrawn is not None:
        yield withdrawn


def _homes(book: Book) -> dict[tuple[str, str], SheetName]:
    """The sheet that has the row of each thing an open item can be about, for the day it is settled."""
    found: dict[tuple[str, str], SheetName] = {}
    for facing in book.facings:
        label = facing.label
        found |= {(label, number.key): "figures" for number in facing.pair.numbers}
        found |= {(label, link.key): "sections" for link in facing.pair.sections}
        found |= {(label, promise.key): "promises" for promise in facing.pair.promises}
    found |= {("→".join(owner), finding.key): "findings" for owner, finding in owned_findings(book)}
    still_open = {
        (facing.label if item.finding is None else "", item.key)
        for facing in book.facings
        for item in facing.pair.open
    }
    return {name: sheet for name, sheet in found.items() if not {name, ("", name[1])} & still_open}


def _fill(book: Book) -> Workbook:
    from openpyxl import Workbook

    from yoy.writers.excel.book.own_sheets import add_own_sheets
    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.book.styles import Looks
    from yoy.writers.excel.sheets.cover import write_cover
    from yoy.writers.excel.sheets.summary import write_summary

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    titles: dict[str, str] = {name: book.words.say(f"sheet_{name}") for name in ("cover", "summary")}
    cover, summary = (workbook.create_sheet(titles[name]) for name in ("cover", "summary"))
    looks = Looks(workbook, book.words.lang)
    seats = dict(_seats_ahead(book))
    counts = _write_sheets(book, workbook, looks, seats)
    titles |= {name: book.words.say(f"sheet_{name}") for name in counts}
    workbook.move_sheet(titles["open"], 2 - workbook.sheetnames.index(titles["open"]))
    write_summary(Pen(book, summary, seats, looks), book, titles)
    write_cover(Pen(book, cover, seats, looks), book, counts, titles)
    for name, colour in TABS.items():
        if name in titles:
            workbook[titles[name]].sheet_properties.tabColor = colour
    if book.options.review:
        add_own_sheets(workbook, book.options.review)
    _describe(workbook, book)
    return workbook


def _write_sheets(
    book: Book, workbook: Workbook, looks: Looks, seats: dict[RowName, Seat]
) -> dict[SheetName, int]:
    """Write the sheets of rows one at a time, so that they aren't all held; how many rows each has."""
    from yoy.writers.excel.book.markup import RowSheet
    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.book.table import write_table

    counts: dict[SheetName, int] = {}
    for sheet in build_sheets(book):
        worksheet = RowSheet(workbook, book.words.say(f"sheet_{sheet.name}"))
        counts[sheet.name] = write_table(Pen(book, worksheet, seats, looks), worksheet, sheet, seats)
    return counts


def _seats_ahead(book: Book) -> Iterator[tuple[RowName, Seat]]:
    """Where the sections will stand: figures and texts, which are written before them, lead to them."""
    from yoy.writers.excel.book.pen import Seat

    title = book.words.say("sheet_sections")
    names = [(facing.label, pair.key) for facing in reversed(book.facings) for pair in facing.pair.sections]
    for number, (label, key) in reversed(tuple(enumerate(names, 1))):
        yield ("sections", label, key), Seat(title, HEADER_ROW + number, index_of("sections", number))


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
