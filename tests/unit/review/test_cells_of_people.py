"""The cells of a reviewed workbook that hold something."""

from __future__ import annotations

import datetime as dt
import io

from openpyxl import Workbook
from openpyxl.comments import Comment

from yoy.review.cells import read_tabs


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_texts_numbers_dates_and_notes_come_back() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "意见"
    sheet["A1"], sheet["B1"], sheet["C2"] = "核定数", 5.5, dt.date(2019, 3, 4)
    sheet["A1"].comment = Comment("再核", "复核人")
    (tab,) = read_tabs(saved(book))
    assert tab.title == "意见"
    assert (tab.rows[1][1].value, tab.rows[1][1].note) == ("核定数", "再核")
    assert tab.rows[1][2].value == 5.5
    assert tab.rows[2][3].value == dt.datetime(2019, 3, 4)  # noqa: DTZ001 - a cell's dates have no zone


def test_a_formula_is_what_was_typed() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "=B1-C1"
    (tab,) = read_tabs(saved(book))
    assert tab.rows[1][1].text == "=B1-C1"


def test_cells_that_are_merely_formatted_or_covered_are_passed_over() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["B2"].number_format = "0.00"
    sheet["A1"] = "头"
    sheet.merge_cells("A1:B1")
    (tab,) = read_tabs(saved(book))
    assert tab.rows == {1: {1: tab.rows[1][1]}}
