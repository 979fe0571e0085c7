"""The workbook in a real spreadsheet program: it opens, prints, and comes back with what was written."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from yoy.model import Comparison
from yoy.pipeline import compare
from yoy.readers.registry import read
from yoy.review.read import parse_review, read_review
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(
        SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not installed"
    ),
    pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning"),
]
YEARS = (2017, 2018)


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it, in a profile of its own."""
    assert SOFFICE is not None
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind.partition(':')[0]}"


@pytest.fixture(scope="module")
def comparison(fixtures: Path) -> Comparison:
    return compare([read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in YEARS])


@pytest.fixture(scope="module")
def workbook(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "底稿.xlsx"
    with path.open("wb") as stream:
        write_workbook(comparison, stream, WriteOptions(html_name="对照.html", date="2019-03-01"))
    return path


def test_it_prints(workbook: Path, tmp_path: Path) -> None:
    pdf = converted(workbook, "pdf", tmp_path)
    text = _words(pdf)
    for title in load_workbook(workbook, read_only=True).sheetnames:
        assert title in text
    assert "第 1 页" in text


def _words(pdf: Path) -> str:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_formulas_come_to_the_values_beside_them(workbook: Path, tmp_path: Path) -> None:
    worksheet = load_workbook(converted(workbook, "xlsx", tmp_path), data_only=True)["指标变动"]
    heads = {str(cell.value): cell.column for cell in worksheet[HEADER_ROW]}
    checked = 0
    for row in worksheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True):
        value, again = row[(heads["增减额"] or 1) - 1], row[(heads["复算增减额"] or 1) - 1]
        if value is not None and again is not None:
            assert again == pytest.approx(value)
            checked += 1
    assert checked > 50


def _column(worksheet: Worksheet, heading: str) -> int:
    return next(c.column or 0 for c in worksheet[HEADER_ROW] if c.value == heading)


def test_ten_rounds_of_review_lose_nothing(comparison: Comparison, workbook: Path, tmp_path: Path) -> None:
    """Written in with openpyxl, saved by LibreOffice, carried into the next: ten times over."""
    path, total = workbook, 0
    for number in range(10):
        book = load_workbook(path)
        for title in ("指标变动", "文字变动", "勾稽核对", "未列数字"):
            worksheet = book[title]
            assert isinstance(worksheet, Worksheet)
            row = HEADER_ROW + 1 + (number * 7) % (worksheet.max_row - HEADER_ROW)
            remark = worksheet.cell(row, _column(worksheet, "说明"))
            assert remark.value is None
            remark.value = f"第{number}轮 {title} 已核"
            worksheet.column_dimensions["C"].hidden = number % 2 == 0
            worksheet.auto_filter.add_sort_condition(f"A{HEADER_ROW + 1}:A{worksheet.max_row}")
            total += 1
        book.create_sheet(f"附表{number}")["A1"] = f"附 {number}"
        marked = tmp_path / f"复核{number}.xlsx"
        book.save(marked)
        saved = converted(marked, "xlsx", tmp_path / f"lo{number}") if number % 3 == 0 else marked
        review = read_review(saved)
        assert len(review.remarks) == total
        assert len(review.sheets) == number + 1
        path = tmp_path / f"底稿{number}.xlsx"
        with path.open("wb") as stream:
            write_workbook(comparison, stream, WriteOptions(review=review, date="2019-03-01"))
    final = parse_review(path.read_bytes(), path.name)
    texts = sorted(str(remark.written["remark"]) for remark in final.remarks)
    assert len(texts) == len(set(texts)) == total
    assert not any(remark.written.get("since") for remark in final.remarks)
    book = load_workbook(BytesIO(path.read_bytes()))
    assert [book[f"附表{n}"]["A1"].value for n in range(10)] == [f"附 {n}" for n in range(10)]
