"""A reviewed workbook that would fill the memory is refused."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from builder import build_comparison
from yoy.errors import WriteError
from yoy.review import cells, parts
from yoy.review.cells import read_tabs
from yoy.review.read import parse_review, read_review
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions


def workbook() -> bytes:
    stream = io.BytesIO()
    write_workbook(build_comparison(), stream, WriteOptions(lang="zh"))
    return stream.getvalue()


def with_rows(content: bytes, rows: str) -> bytes:
    """The workbook with `rows` at the end of its last sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        last = max(name for name in old.namelist() if re.match(r"xl/worksheets/sheet\d+\.xml", name))
        for name in old.namelist():
            data = old.read(name)
            if name == last:
                data = data.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            new.writestr(name, data)
    return made.getvalue()


def test_a_million_rows_are_refused() -> None:
    row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    with pytest.raises(WriteError) as caught:
        parse_review(with_rows(workbook(), row * (cells.LARGEST_ROWS + 1)), "x.xlsx")
    assert caught.value.slug == "review_too_many_rows"


def test_a_million_rows_without_writing_are_none() -> None:
    assert not parse_review(with_rows(workbook(), "<row/>" * 100_000), "x.xlsx").remarks


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LARGEST", 1_000_000)
    with pytest.raises(WriteError) as caught:
        parse_review(with_rows(workbook(), " " * 1_000_000), "x.xlsx")
    assert caught.value.slug == "review_too_large"


def test_a_file_larger_than_what_may_be_unpacked_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    with file.open("wb") as stream:
        stream.truncate(parts.LARGEST + 1)
    with pytest.raises(WriteError) as caught:
        read_review(file)
    assert caught.value.slug == "review_too_large"


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
