"""Figures of tables: what names a cell, its unit and scale, its year; keys of rows are no figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yoy.model import Quantity, Report
from yoy.options import Options
from yoy.pipeline import analyse
from yoy.readers.registry import read

COVER = "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 2024</p>"


def page(folder: Path, rows: list[list[str]], *, above: str = "", cover: str = COVER) -> Report:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = "<p>The company sells many things to many people in many places of the world.</p>" * 3
    path = folder / "report.html"
    path.write_text(
        f"<html><body>{cover}{body}<p>{above}</p><table>{lines}</table></body></html>", encoding="utf-8"
    )
    return analyse(read(path), "2024", Options())


def one(report: Report, surface: str) -> Quantity:
    (found,) = [q for q in report.figures.quantities if q.surface == surface and q.table]
    return found


def test_scale_of_money_shares_and_amounts_per_share(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        [
            ["", "2024", "2023"],
            ["Net income", "$1,200", "$1,100"],
            ["Other income", "48", "(7)"],
            ["Weighted average shares outstanding", "310", "305"],
            ["Net income per share", "$3.87", "$3.61"],
            ["Effective tax rate", "21.5%", "20.9%"],
        ],
        above="Results of the year (in millions, except per share data):",
    )
    assert one(report, "$1,200").value == Decimal(1_200_000_000)
    assert (one(report, "48").value, one(report, "48").unit) == (Decimal(48_000_000), "$")
    assert one(report, "(7)").value == Decimal(-7_000_000)
    assert (one(report, "310").value, one(report, "310").unit) == (Decimal(310_000_000), "shares")
    assert one(report, "$3.87").value == Decimal("3.87")
    assert (one(report, "21.5%").value, one(report, "21.5%").unit) == (Decimal("21.5"), "%")
    assert (one(report, "$1,100").period, one(report, "$1,100").role) == ("2023", "baseline")


def test_shares_in_thousands_beside_dollars_in_millions(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        [
            ["shares in thousands, dollars in millions", "Number of Shares", "Intrinsic Value"],
            ["Outstanding", "2,100", "$404"],
            ["Exercisable", "1,400", "320"],
        ],
    )
    assert one(report, "2,100").value == Decimal(2_100_000)
    assert one(report, "320").value == Decimal(320_000_000)


@pytest.mark.parametrize("cell", ["$(23)", "($23)", "$ (23)", "(23)"])
def test_brackets_are_negative(tmp_path: Path, cell: str) -> None:
    report = page(tmp_path, [["", "2024"], ["Loss", cell], ["Gain", "$14"]])
    assert one(report, cell).value == Decimal(-23)


def test_balances_and_the_rows_between_them_have_their_years(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        [
            ["(in millions)", "Shares", "Retained Earnings"],
            ["Balances, December 31, 2022", "100", "$500"],
            ["Net income", "", "60"],
            ["Balances, December 31, 2023", "101", "560"],
            ["Net income", "", "70"],
            ["Balances, December 31, 2024", "102", "630"],
        ],
    )
    years = {q.surface: q.period for q in report.figures.quantities if q.table}
    assert years == {
        "100": "2022",
        "$500": "2022",
        "60": "2023",
        "101": "2023",
        "560": "2023",
        "70": "2024",
        "102": "2024",
        "630": "2024",
    }
    assert one(report, "101").unit == "shares"


def test_an_opening_balance_is_of_the_year_before(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        [
            ["", "2024", "2023"],
            ["Balance at beginning of year", "$90", "$80"],
            ["Additions", "15", "10"],
            ["Balance at end of year", "$105", "$91"],
        ],
    )
    assert [one(report, text).period for text in ("$90", "$80", "15", "$105")] == [
        "2023",
        "2022",
        "2024",
        "2024",
    ]


def test_years_to_come_are_no_time_of_what_is_due(tmp_path: Path) -> None:
    report = page(tmp_path, [["", "Payments"], ["2025", "$12"], ["2026", "13"], ["Thereafter", "40"]])
    assert {q.period for q in report.figures.quantities if q.table} == {"2024"}


def test_a_fiscal_year_is_read_off_the_cover_not_off_the_file(tmp_path: Path) -> None:
    cover = "<p>For the fiscal year ended February 2, 2025</p><p>Fiscal 2024 was longer than fiscal 2023.</p>"
    report = page(
        tmp_path, [["", "February 2, 2025", "January 28, 2024"], ["Cash", "$12", "$11"]], cover=cover
    )
    assert report.document.period == 2024
    assert (one(report, "$12").period, one(report, "$11").period) == ("2024", "2023")


def test_figures_inside_row_heads_are_read(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        [
            ["(in millions, except par value)", "2024", "2023"],
            ["Common stock, $0.001 par value; 8,000 shares authorized", "$2", "$2"],
            ["2.5% Notes Due 2030", "500", "500"],
        ],
    )
    labels = {q.surface: (q.value, q.unit) for q in report.figures.quantities if q.rule == "table.label"}
    assert labels == {
        "$0.001": (Decimal("0.001"), "$"),
        "8,000 shares": (Decimal(8_000_000_000), "shares"),
        "2.5%": (Decimal("2.5"), "%"),
    }
    assert {q.unit for q in report.figures.quantities if q.surface == "500"} == {"$"}


@pytest.fixture(scope="module")
def accounts(fixtures: Path) -> Report:
    return analyse(read(fixtures / "lingchuan-juesuan" / "2024.html"), "2024", Options())


def test_codes_and_line_numbers_are_keys_of_rows(accounts: Report) -> None:
    surfaces = {q.surface for q in accounts.figures.quantities}
    assert not surfaces & {"201", "03", "01", "205", "1", "4", "8"}
    aside = {number.surface for number in accounts.figures.set_aside}
    assert {"201", "03", "205", "4", "8"} <= aside


def test_each_side_of_a_table_names_its_own_figures(accounts: Report) -> None:
    names = {q.surface: q.indicator for q in accounts.figures.quantities if q.table == "t1"}
    assert names["431.90"] == "事业收入（收入-本年决算数）"
    assert names["2,510.63"] == "教育支出（支出-本年决算数）"


def test_years_may_head_rows(accounts: Report) -> None:
    years = {q.row: (q.period, q.role) for q in accounts.figures.quantities if q.table == "t3"}
    assert years == {1: ("2022", "baseline"), 2: ("2023", "baseline"), 3: ("2024", "result")}


def test_tables_say_what_their_columns_are_for(accounts: Report) -> None:
    table = accounts.document.tables[1]
    uses = {line.column: line.use for line in table.lines if line.column is not None}
    assert uses == {0: "code", 1: "code", 2: "code", 3: "name", 4: "prior", 5: "current", 6: "growth"}
    assert table.title == "二、支出决算明细表"
    assert table.unit == "万元"


def test_zero_blank_and_not_applicable_are_three_states(tmp_path: Path) -> None:
    path = tmp_path / "2024.md"
    path.write_text(
        "# 某局2024年度决算\n\n| 项目 | 金额 | 备用 |\n|---|---|---|\n| 甲 | 0 | 5 |\n| 乙 |  | 6 |\n| 丙 | 不适用 | 7 |\n",
        encoding="utf-8",
    )
    report = analyse(read(path), "2024", Options())
    states = [row[1].state for row in report.document.tables[0].rows[1:]]
    assert states == ["zero", "blank", "not_applicable"]


def test_a_statement_set_as_two_tables_has_one_unit(tmp_path: Path) -> None:
    rows = "<tr><td>项目</td><td>2024年</td></tr><tr><td>存款</td><td>2,297</td></tr><tr><td>贷款</td><td>10.5</td></tr>"
    page = "<h1>某行2024年年度报告</h1><p>单位：万元</p><table>{0}</table>{1}<table>{0}</table>"
    found = []
    for between in ("", "<p>员工情况如下。</p>"):
        (tmp_path / "2024.html").write_text(page.format(rows, between), encoding="utf-8")
        report = analyse(read(tmp_path / "2024.html"), "2024", Options())
        found.append([str(q.value) for q in report.figures.quantities if q.table == "t2"])
    assert found == [["22970000", "105000"], ["2297", "10.5"]]
