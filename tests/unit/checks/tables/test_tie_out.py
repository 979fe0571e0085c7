"""Comparatives of tables held against last year's report, in every format; columns of change recomputed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from yoy.model import Comparison, Document, Finding
from yoy.pipeline import compare
from yoy.readers.registry import read

ISSUER = "lingchuan-juesuan"


def as_html(fixtures: Path, _folder: Path, year: int) -> Document:
    return read(fixtures / ISSUER / f"{year}.html")


def as_text(fixtures: Path, folder: Path, year: int) -> Document:
    path = folder / f"{year}.txt"
    path.write_text(as_html(fixtures, folder, year).text, encoding="utf-8")
    return read(path)


def as_sheets(fixtures: Path, folder: Path, year: int) -> Document:
    """Each table on a sheet of its own, with its title and unit above and its merged cells."""
    source = as_html(fixtures, folder, year)
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(source.tables, start=1):
        sheet = book.create_sheet(f"决算{number}")
        sheet.append([f"灵川县机关事务中心{year}年度决算"])
        sheet.append(["编制单位：灵川县机关事务中心", "金额单位：万元"])
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(table.rows, start=3):
            column = 1
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                sheet.cell(row, column, cell.text)
                reach = row + cell.row_span - 1, column + cell.column_span - 1
                taken |= {(r, c) for r in range(row, reach[0] + 1) for c in range(column, reach[1] + 1)}
                if reach != (row, column):
                    sheet.merge_cells(
                        start_row=row, start_column=column, end_row=reach[0], end_column=reach[1]
                    )
                column += cell.column_span
    path = folder / f"{year}.xlsx"
    book.save(path)
    return read(path)


@pytest.fixture(scope="module", params=[as_html, as_text, as_sheets], ids=["html", "pasted text", "xlsx"])
def comparison(
    request: pytest.FixtureRequest, fixtures: Path, tmp_path_factory: pytest.TempPathFactory
) -> Comparison:
    folder = tmp_path_factory.mktemp("accounts")
    return compare([request.param(fixtures, folder, year) for year in (2023, 2024)])


def accused(findings: tuple[Finding, ...]) -> list[tuple[str, str, object]]:
    return [(f.check, f.code, f.args["claim"]) for f in findings if f.verdict == "inconsistent"]


def test_what_was_restated_is_found_and_nothing_else_accused(comparison: Comparison, fixtures: Path) -> None:
    truth = json.loads((fixtures / ISSUER / "truth.json").read_text(encoding="utf-8"))
    (pair,) = comparison.pairs
    assert sorted(accused(pair.findings)) == sorted(
        ("restated", "restated", truth[name][key])
        for name, key in (("restated", "stated"), ("opening", "opening"))
    )
    sources = {f.args["claim"]: f.args["source"] for f in pair.findings if f.code == "restated"}
    assert sources == {
        truth["restated"]["stated"]: truth["restated"]["prior_report"],
        truth["opening"]["opening"]: truth["opening"]["closing"],
    }


def test_the_other_comparatives_agree(comparison: Comparison) -> None:
    (pair,) = comparison.pairs
    agreed = [f for f in pair.findings if f.check == "restated" and f.verdict == "consistent"]
    assert len(agreed) >= 20


def test_a_wrong_growth_rate_is_found_and_nothing_else_accused(
    comparison: Comparison, fixtures: Path
) -> None:
    truth = json.loads((fixtures / ISSUER / "truth.json").read_text(encoding="utf-8"))
    assert accused(comparison.reports[0].findings) == []
    assert accused(comparison.reports[1].findings) == [
        ("growth", "table_growth_differs", truth["growth"]["stated"])
    ]


def test_cells_have_their_row_year_and_unit(comparison: Comparison, fixtures: Path) -> None:
    truth = json.loads((fixtures / ISSUER / "truth.json").read_text(encoding="utf-8"))
    report = comparison.reports[1]
    found = {
        (q.table, q.period, str(q.value), q.unit, label)
        for q in report.figures.quantities
        for label in (q.indicator.split("（")[0],)
    }
    for cell in truth["tables"]["2024"]:
        wanted = (f"t{cell['table']}", cell["year"], cell["value"], cell["unit"], cell["row"])
        assert wanted in found


PRIOR = """# 某中心2023年度决算

| 项目 | 2023年 | 2022年 |
|---|---|---|
| 人员经费 | 310.5 | 300.2 |
| 公用经费 | 88.4 | 85.1 |
| 项目支出 | 120.0 | 118.6 |
"""


@pytest.mark.parametrize(
    ("rows", "verdicts"),
    [
        (("310.5", "88.4", "120.0"), {"consistent"}),
        (("310.5", "88.4", "121.0"), {"consistent", "inconsistent"}),
        (("311", "88", "120"), {"rounding", "consistent"}),
        (("900.1", "801.3", "555.5"), set()),
    ],
    ids=["agree", "one restated", "rounded", "something else"],
)
def test_verdicts(tmp_path: Path, rows: tuple[str, ...], verdicts: set[str]) -> None:
    names = ("人员经费", "公用经费", "项目支出")
    lines = "".join(f"| {name} | 330 | {value} |\n" for name, value in zip(names, rows, strict=True))
    (tmp_path / "2023.md").write_text(PRIOR, encoding="utf-8")
    (tmp_path / "2024.md").write_text(
        f"# 某中心2024年度决算\n\n| 项目 | 2024年 | 2023年 |\n|---|---|---|\n{lines}", encoding="utf-8"
    )
    (pair,) = compare([read(tmp_path / f"{year}.md") for year in (2023, 2024)]).pairs
    assert {f.verdict for f in pair.findings if f.check == "restated"} == verdicts
