"""Spreadsheets: values as shown, merged cells, places, one sheet of several, delimited text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from yoy.errors import ReadError
from yoy.readers.registry import read
from yoy.readers.shown import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.0767, "0.00%", "7.67%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-1234.5, "#,##0.0;(#,##0.0)", "-1,234.5"),
        (12, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (5, '0"个"', "5个"),
        (12345678, "#,##0,", "12,346"),
        (1200, '"$"#,##0', "$1,200"),
        (date(2024, 3, 1), "yyyy-mm-dd", "2024-03-01"),
        ("甲", "@", "甲"),
        (True, "General", "TRUE"),
    ],
)
def test_values_as_the_sheet_shows_them(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    for number, year in enumerate((2023, 2024)):
        sheet = made.worksheets[0] if number == 0 else made.create_sheet()
        sheet.title = str(year)
        sheet.append([f"云岭县{year}年度部门决算"])
        sheet.append(["编制单位：云岭县财政局", None, "单位：万元"])
        sheet.append(["项目", "决算数", None])
        sheet.append([None, "上年数", "本年数"])
        sheet.merge_cells("A3:A4")
        sheet.merge_cells("B3:C3")
        sheet.append(["财政拨款收入", 1200.5 + number, 1300.25])
        sheet.append(["事业收入", 200, 180])
    made.worksheets[1].row_dimensions[6].hidden = True
    path = tmp_path / "决算.xlsx"
    made.save(path)
    return path


def test_one_sheet_is_named_behind_the_file(book: Path) -> None:
    document = read(f"{book}#2024")
    assert document.period == 2024
    (table,) = document.tables
    assert (table.unit, table.header_rows, table.header_columns) == ("万元", 2, 1)
    assert [cell.text for cell in table.rows[0]] == ["项目", "决算数"]
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)
    assert [note.code for note in document.notes] == ["hidden_rows"]


def test_every_sheet_is_a_section(book: Path) -> None:
    document = read(book)
    assert len(document.tables) == 2
    assert [hint.span.of(document.text) for hint in document.hints] == ["2023", "2024"]


def test_places_name_sheet_and_cell(book: Path) -> None:
    document = read(f"{book}#2024")
    at = document.text.index("1300.25")
    (place,) = [place for place in document.places if place.span.start == at]
    assert (place.sheet, place.cell) == ("2024", "C5")


def test_a_sheet_that_is_not_there(book: Path) -> None:
    with pytest.raises(ReadError) as error:
        read(f"{book}#2030")
    assert error.value.slug == "no_such_sheet"


@pytest.mark.parametrize(("suffix", "mark"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
def test_delimited_text(tmp_path: Path, suffix: str, mark: str) -> None:
    path = tmp_path / f"2024.{suffix}"
    rows = [["项目", "2024年", "2023年"], ["收入", "12.5", "11"], ["支出", "9", "8"]]
    path.write_text("\n".join(mark.join(row) for row in rows), encoding="gb18030")
    (table,) = read(path).tables
    assert [[cell.text for cell in row] for row in table.rows] == rows


def test_decimals_are_decimals() -> None:
    assert shown(Decimal("1.10"), "General") == "1.1"


def test_a_cell_far_off_neither_fills_the_sheet_nor_hides_a_formula(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(["项目", "本年数"])
    sheet.append(["财政拨款收入", 1200])
    sheet.append(["合计", "=B2"])
    sheet["XFD1048576"].number_format = "0.00"
    path = tmp_path / "2024年决算.xlsx"
    made.save(path)
    document = read(str(path))
    assert "财政拨款收入" in document.text
    assert [note.args for note in document.notes if note.code == "formulas_without_values"] == [{"count": 1}]
