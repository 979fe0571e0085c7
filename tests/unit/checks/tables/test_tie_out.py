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


def test_a_wrong_growth_rate_and_a_part_that_no_longer_adds_up_are_found_and_nothing_else_accused(
    comparison: Comparison, fixtures: Path
) -> None:
    truth = json.loads((fixtures / ISSUER / "truth.json").read_text(encoding="utf-8"))
    assert accused(comparison.reports[0].findings) == []
    assert accused(comparison.reports[1].findings) == [
        ("sum", "table_sum_differs", truth["levels"]["stated"]),
        ("growth", "table_growth_differs", truth["growth"]["stated"]),
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


def ties(tmp_path: Path, *tables: str) -> list[tuple[str, str, str]]:
    """Verdict, claim and source of every comparative of two English reports with a table each."""
    for year, table in zip((2023, 2024), tables, strict=True):
        page = f"<h1>Harbour Company annual report {year}</h1><h2>Balances</h2><table>{table}</table>"
        (tmp_path / f"{year}.html").write_text(page, encoding="utf-8")
    (pair,) = compare([read(tmp_path / f"{year}.html") for year in (2023, 2024)]).pairs
    return [
        (f.verdict, str(f.args["claim"]), str(f.args["source"]))
        for f in pair.findings
        if f.check == "restated"
    ]


def rows(*lines: str) -> str:
    return "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("|")) + "</tr>" for line in lines
    )


def test_heads_that_changed_places_are_told_by_their_figures(tmp_path: Path) -> None:
    found = ties(
        tmp_path,
        rows(
            "|2023|2022",
            "Pier fees:||",
            "Net fees|470|430",
            "Refunds of fees|(49)|29",
            "Net change in fees|421|459",
            "Ferry fares|1,380|1,270",
            "Rents|640|610",
        ),
        rows(
            "|2024|2023",
            "Pier fees:||",
            "Net change in fees|380|470",
            "Refunds of fees|(48)|(49)",
            "Change in fees for the year|332|421",
            "Ferry fares|1,410|1,380",
            "Rents|655|640",
        ),
    )
    assert {verdict for verdict, _, _ in found} == {"consistent"}
    assert ("consistent", "470", "470") in found


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ("Boats & other|455", "Boats and other|{}", "inconsistent"),
        ("Investment in piers|455", "Investments in piers|{}", "inconsistent"),
        ("Leases of quays|455", "Sales of nets|{}", None),
    ],
    ids=["and", "one letter more between the same rows", "another row"],
)
def test_a_row_under_nearly_its_old_name(tmp_path: Path, before: str, now: str, verdict: str | None) -> None:
    others = "Ferry fares|1,380", "Rents|640", "Harbour dues|910"
    last = [f"{line}|{line.rsplit('|', 1)[1]}" for line in (*others[:2], before, others[2])]
    this = [f"{name}|990|{value}" for name, value in (line.rsplit("|", 1) for line in others[:2])]
    this += [now.format("990|405"), "Harbour dues|990|910"]
    found = ties(tmp_path, rows("|2023|2022", *last), rows("|2024|2023", *this))
    assert {v for v, claim, _ in found if claim == "405"} == ({verdict} if verdict else set())
    assert [claim for v, claim, _ in found if v == "inconsistent"] == (["405"] if verdict else [])


def test_rows_of_one_name_are_told_by_their_figures_and_never_accused(tmp_path: Path) -> None:
    last = rows("|2023|2022", "Ferry fares|1,380|1,270", "Other|310|280", "Rents|640|610", "Other|77|65")
    this = rows("|2024|2023", "Ferry fares|1,410|1,380", "Other|320|310", "Rents|655|640", "Other|80|79")
    found = ties(tmp_path, last, this)
    assert ("consistent", "310", "310") in found
    assert all(verdict == "consistent" for verdict, _, _ in found)


def test_rows_under_a_group_with_a_new_name(tmp_path: Path) -> None:
    last = rows(
        "|2023|2022", "Fees:||", "Town|312|300", "County|81|79", "Total fees|393|379", "Rents|640|610"
    )
    this = rows(
        "|2024|2023",
        "Fees and dues:||",
        "Town|330|342",
        "County|83|81",
        "Total fees|413|393",
        "Rents|655|640",
    )
    found = ties(tmp_path, last, this)
    assert [(claim, source) for verdict, claim, source in found if verdict == "inconsistent"] == [
        ("342", "312")
    ]


def test_a_day_with_its_year_in_the_row_below_is_one_head(tmp_path: Path) -> None:
    last = rows(
        "|June 30,|June 30,", "|2023|2022", "Opening stock|46|22", "Added|145|140", "Closing stock|182|46"
    )
    this = rows(
        "|June 30, 2024|June 30, 2023", "Opening stock|182|46", "Added|278|145", "Closing stock|306|182"
    )
    found = ties(tmp_path, last, this)
    assert len(found) >= 3
    assert {verdict for verdict, _, _ in found} == {"consistent"}


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [("2.1%-4.6%", "consistent"), ("2.1%-4.9%", "inconsistent"), ("—%-4.6%", "inconsistent")],
)
def test_both_ends_of_what_is_printed_from_to(tmp_path: Path, stated: str, verdict: str) -> None:
    last = rows("|2023|2022", "Volatility|43%|41%", "Rate of interest|2.1%-4.6%|1.8%-3.3%", "Yield|0.1%|0.2%")
    this = rows("|2024|2023", "Volatility|40%|43%", f"Rate of interest|2.9%-5.1%|{stated}", "Yield|0.1%|0.1%")
    found = ties(tmp_path, last, this)
    assert {v for v, claim, _ in found if "4." in claim} == {verdict}
