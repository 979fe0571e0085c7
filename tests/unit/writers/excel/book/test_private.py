"""The parts of openpyxl that it doesn't promise: they are there, and only two modules know them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.worksheet import Worksheet

from yoy.writers.excel.book import private

ROOT = Path(__file__).resolve().parents[5]
SOURCE = ROOT / "src" / "yoy"
KNOWING = {"writers/excel/book/private", "review/cells"}


def private_names(module: Path) -> Iterator[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and re.match(r"openpyxl\..*\._", node.module):
            yield node.module
        if isinstance(node, ast.Attribute) and re.match("_[a-z]", node.attr):
            of_its_own = isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}
            if not of_its_own:
                yield node.attr


def test_no_other_module_knows_a_private_part() -> None:
    for folder in ("writers/excel", "review"):
        for module in sorted((SOURCE / folder).rglob("*.py")):
            name = module.relative_to(SOURCE).with_suffix("").as_posix()
            found = list(private_names(module))
            assert name in KNOWING or found == [], f"{name} takes {found}: put it into book/private.py"


def test_the_version_is_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "openpyxl>=3.1.5,<3.2" in project["dependencies"]
    assert version("openpyxl").startswith("3.1.")


def test_every_dependency_has_two_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    assert [n for n in named if not n.startswith("yoy[") and not re.search(r">=[\d.]+,<[\d.]+$", n)] == []


def test_the_parts_of_a_workbook_are_there() -> None:
    workbook = openpyxl.Workbook()
    font = Font(name="Verdana", size=10)
    private.set_default_font(workbook, font)
    assert workbook._fonts[0] == font  # type: ignore[attr-defined]
    assert workbook._named_styles["Normal"].font == font  # type: ignore[attr-defined]
    private.add_sheet(workbook, Worksheet(workbook, "second"))
    assert workbook.sheetnames == ["Sheet", "second"]
    assert private.add_tone(workbook, DifferentialStyle(font=Font(bold=True))) == 0
    assert workbook._differential_styles[0].font.bold  # type: ignore[attr-defined]


def test_the_parts_of_a_cell_are_there() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    model = Cell(sheet, row=1, column=1)
    model.number_format = "0.00"
    other = Cell(sheet, row=2, column=2)
    private.set_style(other, private.style_of(model))
    assert other.number_format == "0.00"
    assert private.number_of_style(workbook, private.style_of(other)) == 1
    private.own_style(other)
    other.value = date(2018, 3, 1)
    assert model.number_format == "0.00"
    private.put_text(model, "=1+1")
    assert (model.value, model.data_type) == ("=1+1", "s")
    private.put_cell(sheet, 2, 2, other)
    private.put_cell(sheet, 1, 1, model)
    assert [cell.coordinate for cell in private.cells_in_order(sheet)] == ["A1", "B2"]


def test_the_parts_of_a_sheet_are_where_the_writer_looks() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    assert sheet._comments == []  # type: ignore[attr-defined]
    assert {"_comments", "_drawing", "_rels"} <= set(vars(sheet))
    record = CommentRecord(ref="A1")
    private.set_comments(sheet, [record])
    private.set_drawing(sheet, SpreadsheetDrawing())
    writer = private.WorksheetWriter(sheet, BytesIO())
    private.set_relations(sheet, private.relations_of(writer))
    assert callable(private.write_cell)


def test_the_parts_of_the_reader_are_there() -> None:
    stream = BytesIO()
    openpyxl.Workbook().save(stream)
    reader = ExcelReader(stream)
    reader.read_manifest()
    reader.read_workbook()
    assert {"_date_formats", "_timedelta_formats"} <= set(vars(reader.wb))
    assert callable(WorkSheetParser.parse_cell)
    assert callable(WorkSheetParser.parse_formula)
