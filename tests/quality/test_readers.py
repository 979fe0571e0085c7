"""Real files and round trips: what is read of them, to the last cell."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from conftest import FIXTURES, require
from saving import lines_of, save_docx, save_html, save_pdf
from yoy.errors import MissingToolError, ReadError
from yoy.pipeline import compare
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

    from yoy.model import Document, Table

YEARS = ("2016", "2017", "2018")
FORMATS = ("txt", "docx", "html", "pdf")
DOUBTS = {"figure", "wording"}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Document]:
    """The reports written for this project, saved in every format and read again."""
    browser = require("chromium")
    made: dict[tuple[str, str], Document] = {}
    for year in YEARS:
        source = FIXTURES / "yunxi-fazhi" / f"{year}.txt"
        folder = tmp_path_factory.mktemp(year)
        target = {kind: folder / f"{year}.{kind}" for kind in FORMATS}
        lines = lines_of(source)
        target["txt"].write_bytes(source.read_text(encoding="utf-8").encode("gb18030"))
        save_docx(lines, target["docx"])
        save_html(lines, target["html"])
        save_pdf(target["html"], target["pdf"], browser)
        made.update({(year, kind): read(path) for kind, path in target.items()})
    return made


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("first", "second"), list(combinations(FORMATS, 2)))
def test_the_same_report_in_two_formats_shows_no_difference(
    saved: dict[tuple[str, str], Document], year: str, first: str, second: str
) -> None:
    (pair,) = compare([saved[year, first], saved[year, second]]).pairs
    assert [number.indicator for number in pair.numbers if number.relation != "unchanged"] == []
    classes = {edit.edit_class for passage in pair.passages for edit in passage.edits}
    assert classes & DOUBTS == set()
    assert [p for p in pair.passages if p.relation in ("added", "removed")] == []


REAL = [
    ("cn-baoshan-fazhi/2018.txt", 2018, 0, 0),
    ("cn-beijing-gwr/2025.docx", 2024, 0, 16_000),
    ("cn-shanghai-gwr/2025.docx", 2024, 0, 18_000),
    ("cn-hongze-disclosure/2023.pdf", 2023, 6, 2_300),
    ("cn-hongze-disclosure/2024.pdf", 2024, 6, 2_400),
    ("loader-samples/2025年广东省政府工作报告.docx", 2024, 0, 33_000),
    ("loader-samples/nvda-10k-FY2023.html", 2023, 55, 300_000),
    ("loader-samples/pingan-bank-annual-2024.pdf", 2024, 250, 250_000),
    ("loader-samples/archive.org.he.xinhuanet.com.25340717.html", None, 0, 1_400),
    ("loader-samples/xinhuanet.com.c_1125597921.html", None, 0, 1_000),
]


@pytest.mark.parametrize(("name", "period", "tables", "length"), REAL)
def test_real_files_are_read(shared: Path, name: str, period: int | None, tables: int, length: int) -> None:
    document = read(shared / "data" / name)
    assert document.period == period
    assert len(document.tables) >= tables
    assert len(document.text) >= length
    assert not re.search(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]", document.text)
    for table in document.tables:
        assert all(cell.span.of(document.text) == cell.text for row in table.rows for cell in row)


@pytest.mark.parametrize(
    "path", ["cn-national-gwr-dev", "cn-national-gwr-gbk-dev", "en-disney-10k", "en-hk-budget-dev"]
)
def test_plain_reports_hold_no_tables_that_are_none(shared: Path, path: str) -> None:
    files = sorted((shared / "data" / path).iterdir())
    assert files
    for file in files:
        assert read(file).tables == ()


def test_a_legacy_document_is_read_through_libreoffice(shared: Path) -> None:
    require("soffice")
    document = read(shared / "data" / "loader-samples" / "legacy_sample.doc")
    assert "1. Wear sunglasses" in document.text
    assert [len(table.rows) for table in document.tables] == [4]
    assert [hint.span.of(document.text) for hint in document.hints] == ["Let’s swim!", "Let’s eat"]


def test_without_libreoffice_the_error_names_it(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingToolError, match="LibreOffice"):
        read(shared / "data" / "loader-samples" / "legacy_sample.doc")


def gold_cells(shared: Path, side: str) -> list[dict[str, str]]:
    source = shared / "gold" / "pairs" / "cn-hongze-disclosure-2023-2024" / "numbers.jsonl"
    lines = [json.loads(line)[side] for line in source.read_text(encoding="utf-8").splitlines()]
    return [cell for cell in lines if "table" in cell]


@pytest.mark.parametrize(("side", "year"), [("old", "2023"), ("new", "2024")])
def test_the_disclosure_form_is_read_to_the_last_cell(shared: Path, side: str, year: str) -> None:
    document = read(shared / "data" / "cn-hongze-disclosure" / f"{year}.pdf")
    found = {key for table in document.tables for key in labelled(table)}
    missing = [
        (cell["row"], cell["column"], cell["surface"])
        for cell in gold_cells(shared, side)
        if not any(names(cell, row, column, text) for row, column, text in found)
    ]
    assert missing == []


def names(cell: dict[str, str], row: str, column: str, text: str) -> bool:
    """Whether a cell's own heads hold what the label calls its row and column."""
    bare = [re.sub(r"[\s/·—>]+", "", part) for part in (cell["row"].split("/")[-1], cell["column"])]
    heads = column.split("\x1f")
    return (
        text == cell["surface"] and bare[0] in row and any(bare[1].endswith(head) for head in heads if head)
    )


def labelled(table: Table) -> set[tuple[str, str, str]]:
    """Row label, column heads and text of every cell below and right of the heads."""
    grid: dict[tuple[int, int], str] = {}
    starts: list[tuple[int, int, str]] = []
    for index, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (index, column) in grid:
                column += 1
            starts.append((index, column, cell.text))
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    grid[index + down, column + right] = cell.text
            column += cell.column_span
    return {
        (
            "".join(grid.get((index, left), "") for left in range(table.header_columns)),
            "\x1f".join(grid.get((above, column), "") for above in range(table.header_rows)),
            text,
        )
        for index, column, text in starts
        if index >= table.header_rows and column >= table.header_columns
    }


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_ruled_tables_agree_with_another_program(shared: Path, year: str) -> None:
    """Every cell is one that pdfplumber finds too, but one that it joins to shaded text."""
    pdfplumber = pytest.importorskip("pdfplumber")
    path = shared / "data" / "cn-hongze-disclosure" / f"{year}.pdf"
    with pdfplumber.open(path) as file:
        rows = [row for page in file.pages for table in page.extract_tables() for row in table]
    theirs = Counter(re.sub(r"\s", "", cell) for row in rows for cell in row if cell)
    cells = [cell.text for table in read(path).tables for row in table.rows for cell in row if cell.text]
    ours = Counter(re.sub(r"\s", "", text) for text in cells)
    assert ours.total() > 200
    assert (ours - theirs).total() <= 1


def test_an_inline_xbrl_page_keeps_its_statements(shared: Path) -> None:
    document = read(shared / "data" / "loader-samples" / "nvda-10k-FY2023.html")
    rows = ["\t".join(cell.text for cell in row) for table in document.tables for row in table.rows]
    assert "Total assets\t$41,182\t$44,187" in rows
    assert "Net income\t$4,368\t$9,752\t$4,332" in rows
    income = [t for t in document.tables if any(c.text == "Cost of revenue" for row in t.rows for c in row)]
    assert (1, "millions") in {(table.header_columns, table.unit) for table in income}


def test_statements_without_rules_are_tables(shared: Path) -> None:
    document = read(shared / "data" / "loader-samples" / "pingan-bank-annual-2024.pdf")
    rows = [tuple(cell.text for cell in row) for table in document.tables for row in table.rows]
    assert ("发放贷款和垫款", "6", "3,294,053", "3,320,110") in rows
    assert ("资产总计", "", "5,769,270", "5,587,116") in rows


def test_running_heads_and_page_numbers_are_furniture(shared: Path) -> None:
    document = read(shared / "data" / "loader-samples" / "pingan-bank-annual-2024.pdf")
    shell = [span.of(document.text) for span in document.shell]
    assert shell.count("2024年年度报告") > 80
    assert {"17", "100", "111"} <= set(shell)
    pages = [place.page for place in document.places if place.page is not None]
    assert max(pages) == 296


def test_a_scan_without_recognition_names_the_extra(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    if _has_recognition():
        pytest.skip("text recognition is installed")
    from PIL import Image

    Image.new("RGB", (600, 800), "white").save(tmp_path / "2018.pdf")
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "2018.pdf")
    assert caught.value.slug == "no_text_layer"
    assert "yoy[ocr]" in caught.value.hint


def _has_recognition() -> bool:
    import importlib.util

    return importlib.util.find_spec("rapidocr") is not None
