"""How a sheet prints: A4 landscape, headings on every page, columns kept together by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.properties import PageSetupProperties

from yoy.writers.excel.layout import HEADER_ROW

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from yoy.writers.excel.layout import Column
    from yoy.writers.excel.source import Book

A4 = "9"
COLUMN_INCHES = 0.0766
"""Printed width of one column unit of the body font at 100 %."""
PRINTABLE_INCHES = 11.69 - 2 * 0.45
SMALLEST, LARGEST = 38, 95
"""Scales between which a page stays legible and no column is blown up."""


def set_paper(worksheet: Worksheet, book: Book, *, landscape: bool = True) -> None:
    """Paper, margins, and what stands at the head and foot of each page."""
    setup = worksheet.page_setup
    setup.paperSize = A4
    setup.orientation = "landscape" if landscape else "portrait"
    margins = worksheet.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.header, margins.footer = 0.65, 0.6, 0.3, 0.3
    worksheet.print_options.horizontalCentered = True
    say = book.words.say
    worksheet.oddHeader.left.text = running_title(book).replace("&", "&&")
    worksheet.oddHeader.right.text = "&A"
    worksheet.oddFooter.left.text = say("footer_sign")
    worksheet.oddFooter.center.text = say("footer_page")
    for part in (
        worksheet.oddHeader.left,
        worksheet.oddHeader.right,
        worksheet.oddFooter.left,
        worksheet.oddFooter.center,
    ):
        part.size = 8
    if book.options.first_page > 1:
        setup.firstPageNumber = book.options.first_page
        setup.useFirstPageNumber = True


def running_title(book: Book) -> str:
    """Issuer, kind of paper and years, as the head of each page has them."""
    document = book.comparison.reports[-1].document
    years = f"{book.years[0]}–{book.years[-1]}"
    return book.words.say("running_title", issuer=document.issuer, years=years).strip()


def lay_out(worksheet: Worksheet, columns: tuple[Column, ...], last: int, book: Book) -> None:
    """Print the columns that belong on paper, each group on its own page across."""
    set_paper(worksheet, book)
    printed = [at for at, column in enumerate(columns, 1) if column.page is not None and not column.hidden]
    for at, column in enumerate(columns, 1):
        if column.page is None and at < printed[-1]:
            worksheet.column_dimensions[get_column_letter(at)].outlineLevel = 1
    worksheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    worksheet.print_area = f"A1:{get_column_letter(printed[-1])}{last}"
    pages = sorted({column.page for column in columns if column.page is not None})
    widest = max(
        sum(column.width + 0.7 for column in columns[: printed[-1]] if column.page in {page, None})
        for page in pages
    )
    worksheet.page_setup.scale = round(
        min(LARGEST, max(SMALLEST, 100 * PRINTABLE_INCHES / (widest * COLUMN_INCHES)))
    )
    worksheet.page_setup.pageOrder = "overThenDown"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    breaks = ColBreak()
    for page in pages[1:]:
        first = next(at for at, column in enumerate(columns, 1) if column.page == page)
        breaks.append(Break(id=first - 1))
    worksheet.col_breaks = breaks
