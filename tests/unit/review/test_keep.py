"""The reviewed file is kept beside the new one."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builder import build_comparison
from yoy.model import Comparison, Language, Review
from yoy.review.keep import carry_over
from yoy.review.read import parse_review, read_review
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

Edit = Callable[[Workbook], None]


def written(comparison: Comparison, review: Review | None = None, lang: Language = "zh") -> bytes:
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(review=review, date="2019-03-01", lang=lang))
    return stream.getvalue()


def edited(content: bytes, edit: Edit) -> bytes:
    book = load_workbook(io.BytesIO(content))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(worksheet: Worksheet, heading: str) -> int:
    return next(c.column for c in worksheet[HEADER_ROW] if c.value == heading)


def row_of(worksheet: Worksheet, heading: str, value: object) -> int:
    column = at(worksheet, heading)
    return next(
        r for r in range(HEADER_ROW + 1, worksheet.max_row + 1) if worksheet.cell(r, column).value == value
    )


def note(book: Workbook, sheet: str, row: int, **values: str | dt.datetime) -> None:
    for heading, value in values.items():
        book[sheet].cell(row, at(book[sheet], heading)).value = value


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return build_comparison()


@pytest.fixture(scope="module")
def content(comparison: Comparison) -> bytes:
    return written(comparison)


def test_the_reviewed_file_is_kept_under_a_dated_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "底稿.xlsx"
    path.write_bytes(edited(content, lambda book: note(book, "指标变动", HEADER_ROW + 1, 说明="x")))
    review = read_review(path)
    kept = carry_over(path, path, review)
    assert kept is not None
    assert kept.name.startswith("底稿.reviewed-20")
    assert kept.read_bytes() == path.read_bytes()
    assert carry_over(path, path, review) == kept
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_is_kept_where_nobody_wrote(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "底稿.xlsx"
    path.write_bytes(content)
    assert carry_over(path, path, read_review(path)) is None


def test_a_workbook_nobody_saved_since_is_not_kept_again(
    comparison: Comparison, content: bytes, tmp_path: Path
) -> None:
    def write(book: Workbook) -> None:
        note(book, "指标变动", HEADER_ROW + 1, 说明="x")

    path = tmp_path / "底稿.xlsx"
    path.write_bytes(written(comparison, parse_review(edited(content, write), "x.xlsx")))
    review = read_review(path)
    assert review.remarks
    assert carry_over(path, path, review) is None


def test_a_reviewed_target_is_kept_when_another_review_is_named(
    comparison: Comparison, content: bytes, tmp_path: Path
) -> None:
    def write(text: str) -> bytes:
        return edited(content, lambda book: note(book, "指标变动", HEADER_ROW + 1, 说明=text))

    named, target = tmp_path / "复核.xlsx", tmp_path / "底稿.xlsx"
    named.write_bytes(write("一"))
    target.write_bytes(write("二"))
    kept = carry_over(named, target, read_review(named))
    assert kept is not None
    assert kept.read_bytes() == target.read_bytes()
