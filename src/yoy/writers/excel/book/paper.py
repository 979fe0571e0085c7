"""How a sheet prints: A4 landscape, headings on every page, columns kept together by page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.properties import PageSetupProperties

from yoy.writers.excel.book.cells import clean
from yoy.writers.excel.rows.layout import HEADER_ROW

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.writers.excel.rows.layout import Column, Sheet
    from yoy.writers.excel.rows.source import Book

A4 = "9"
RUNNING = 10
"""Points of the running head and foot: programs print them in the scale of the sheet."""
LONGEST_HEAD = 120
"""Characters of the running title: a whole head may hold 255."""
COLUMN_INCHES = 0.082
"""Printed width of one column unit of the body font at 100 %."""
GAP = 0.7
"""What a cell keeps free at its sides, in columns."""
PRINTABLE_INCHES = 11.69 - 2 * 0.35
PAGE_POINTS = (8.27 - 0.5 - 0.45) * 72 * 0.97
"""Height of a page between its margins at 100 %, less a little for rounding."""
SMALLEST, LARGEST = 38, 95
"""Scales between which a page stays legible and no column is blown up."""


def set_paper(worksheet: Worksheet, book: Book, *, landscape: bool = True) -> None:
    """Paper, margins, and what stands at the head and foot of each page."""
    setup = worksheet.page_setup
    setup.paperSize = A4
    setup.orientation = "landscape" if landscape else "portrait"
    margins = worksheet.page_margins
    margins.left = margins.right = 0.35
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.45, 0.22, 0.2
    worksheet.print_options.horizontalCentered = True
    say = book.words.say
    head, foot = worksheet.oddHeader, worksheet.oddFooter
    assert head is not None
    assert foot is not None
    worksheet.HeaderFooter.scaleWithDoc = False
    title = clean(running_title(book)).replace("&", "&&")[:LONGEST_HEAD]
    texts = (title, "&A", say("footer_sign"), say("footer_page"))
    for part, text in zip((head.left, head.right, foot.left, foot.center), texts, strict=True):
        part.text, part.size = text, RUNNING
    if book.options.first_page > 1:
        setup.firstPageNumber = book.options.first_page
        setup.useFirstPageNumber = True


def running_title(book: Book) -> str:
    """Issuer, kind of paper and years, as the head of each page has them."""
    document = book.comparison.reports[-1].document
    years = f"{book.years[0]}–{book.years[-1]}"
    return book.words.say("running_title", issuer=document.issuer, years=years).strip()


def lay_out(worksheet: Worksheet, sheet: Sheet, last: int, book: Book) -> None:
    """Print the columns that belong on paper, each group on its own page across."""
    set_paper(worksheet, book)
    columns = sheet.columns
    printed = max(at for at, column in enumerate(columns, 1) if column.page is not None)
    pages = sorted({column.page for column in columns if column.page is not None})
    repeated = sheet.frozen if len(pages) > 1 else 0
    worksheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    if repeated:
        worksheet.print_title_cols = f"A:{get_column_letter(repeated)}"
    worksheet.print_area = f"A1:{get_column_letter(printed)}{last}"
    worksheet.page_setup.pageOrder = "overThenDown"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=len(pages) == 1)
    if len(pages) == 1:
        worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
        return
    worksheet.page_setup.scale = _scale(columns[:printed], repeated)
    breaks = ColBreak()
    for page in pages[1:]:
        first = next(at for at, column in enumerate(columns, 1) if column.page == page)
        breaks.append(Break(id=first - 1))
    worksheet.col_breaks = breaks


def _scale(columns: tuple[Column, ...], repeated: int) -> int:
    """The scale at which the widest page across fits the paper."""
    widths: dict[int, float] = {}
    page = 0
    for column in columns:
        page = page if column.page is None else column.page
        widths[page] = widths.get(page, 0) + (0 if column.hidden else column.width + GAP)
    lead = sum(column.width + GAP for column in columns[:repeated])
    widest = max(width + (lead if page else 0) for page, width in widths.items())
    return fitting_scale(widest)


def fitting_scale(width: float) -> int:
    """The scale, in per cent, at which columns of that width together fit the paper."""
    return math.floor(min(LARGEST, max(SMALLEST, 100 * PRINTABLE_INCHES / (width * COLUMN_INCHES))))
