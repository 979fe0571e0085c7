"""Nested subtotals of statements: what the other years bear out is refuted where it fails."""

from __future__ import annotations

import pytest

from statement_pages import page, statements
from yoy.checks.statements.matrix import matrices
from yoy.checks.statements.subtotals import sums_of
from yoy.checks.view import view_of
from yoy.model import Report


def said(report: Report, code: str = "subtotal") -> list[str]:
    surfaces = {q.id: q.surface for q in report.figures.quantities}
    return [
        f"{f.verdict} {surfaces[f.claimed or '']} = {f.formula}"
        for f in report.findings
        if f.code.startswith(code)
    ]


def wrong(report: Report, code: str = "subtotal") -> list[str]:
    return [line.partition(" ")[2] for line in said(report, code) if line.startswith("inconsistent")]


def test_every_total_of_true_statements_is_explained() -> None:
    report = statements()
    assert [f.code for f in report.findings if f.verdict in ("inconsistent", "suspect")] == []
    told = said(report)
    assert "consistent 3,638 = 1240000000 + 866000000 + 1532000000" in told
    assert "consistent $6,730 = 3638000000 + 2480000000 + 612000000" in told
    assert "consistent $6,730 = 3486000000 + 3244000000" in told
    assert "consistent 3,310 = 8420000000 - 5110000000" in told
    assert "consistent 1,133 = 1245000000 + -112000000" in told
    assert "consistent $884 = 1133000000 - 249000000" in told
    assert "consistent 135 = 1153000000 + -588000000 + -430000000" in told
    assert "consistent $1,240 = 135000000 + 1105000000" in told
    assert len(told) == 2 * 6 + 3 * 10


@pytest.mark.parametrize(
    ("line", "column", "stated", "expected"),
    [
        # A leaf, its subtotal, and what takes the subtotal in.
        ("BALANCE SHEETS Inventories", 1, "1,547", ["3,638 = 1240000000 + 866000000 + 1547000000"]),
        ("BALANCE SHEETS Inventories", 2, "1,432", ["3,313 = 1105000000 + 790000000 + 1432000000"]),
        (
            "BALANCE SHEETS Total current assets", 1, "3,674",
            ["3,674 = 1240000000 + 866000000 + 1532000000", "$6,730 = 3674000000 + 2480000000 + 612000000"],
        ),
        ("BALANCE SHEETS Goodwill", 1, "643", ["$6,730 = 3638000000 + 2480000000 + 643000000"]),
        ("STATEMENTS OF INCOME Cost of revenue", 2, "4,919", ["3,090 = 7960000000 - 4919000000"]),
        ("STATEMENTS OF INCOME Income tax expense", 1, "299", ["$884 = 1133000000 - 299000000"]),
        ("STATEMENTS OF CASH FLOWS Acquisitions", 3, "(132)", ["(560) = -450000000 + -132000000"]),
        ("STATEMENTS OF CASH FLOWS Dividends paid", 1, "(336)", ["(430) = -150000000 + -336000000"]),
        ("STATEMENTS OF CASH FLOWS Increase in cash and cash equivalents", 2, "180", [
            "180 = 1070000000 + -508000000 + -412000000", "$1,105 = 180000000 + 955000000",
        ]),
    ],
)  # fmt: skip
def test_one_wrong_amount(line: str, column: int, stated: str, expected: list[str]) -> None:
    assert wrong(statements({(line, column): stated})) == expected


@pytest.mark.parametrize(
    ("stated", "verdict"), [("3,639", "rounding"), ("3,640", "rounding"), ("3,641", "inconsistent")]
)
def test_rounding_of_three_parts_and_a_total(stated: str, verdict: str) -> None:
    told = said(statements({("BALANCE SHEETS Total current assets", 1): stated}))
    assert f"{verdict} {stated} = 1240000000 + 866000000 + 1532000000" in told


@pytest.mark.parametrize(
    "rows",
    [
        # One year proves nothing.
        "(In millions) | 2018\nPlant | 400\nTools | 300\nTotal equipment | 900",
        # Both years fail: the total holds something else.
        "(In millions) | 2018 | 2017\nPlant | 400 | 380\nTools | 300 | 290\nTotal equipment, net | 610 | 588",
        # A line that is no total and agrees in one year by chance.
        "(In millions) | 2018 | 2017\nPlant | 400 | 380\nTools | 300 | 290\nVehicles | 700 | 655",
        # Of three lines two make up the total of one year: the list has no beginning there.
        "(In millions) | 2018 | 2017\nLand | 120 | 110\nPlant | 400 | 380\nTools | 300 | 290\nTotal leased | 700 | 655",
        # Small amounts agree by chance, and differ by rounding.
        "(In millions) | 2018 | 2017\nPlant | 4 | 380\nTools | 3 | 290\nTotal equipment | 7 | 655",
        "(In millions) | 2018 | 2017\nPlant | 400 | 3\nTools | 300 | 2\nTotal equipment | 700 | 9",
        # Too far off: the total is of more than these lines.
        "(In millions) | 2018 | 2017\nPlant | 400 | 380\nTools | 300 | 290\nTotal equipment | 700 | 1,590",
        "(In millions) | 2018 | 2017\nPlant | 4 | 3\nTools | 3 | 2\nTotal equipment | 7 | 9",
    ],
)
def test_what_proves_nothing_accuses_nobody(rows: str) -> None:
    assert wrong(page(rows)) == []


def test_shares_and_rates_are_no_parts() -> None:
    rows = "(In millions) | 2018 | 2017\nPlant | 400 | 380\nMargin | 12.5% | 11.0%\nTools | 300 | 290\nTotal plant and tools | 700 | 670"
    assert said(page(rows)) == [
        "consistent 700 = 400000000 + 300000000",
        "consistent 670 = 380000000 + 290000000",
    ]


def test_sums_name_their_lines() -> None:
    first = next(matrices(view_of(statements())))
    names = {found.whole.name: [part.name for part in found.parts] for found in sums_of(first)}
    assert names["totalassets"] == ["totalcurrentassets", "propertyandequipment,net", "goodwill"]
    assert names["totalliabilities"] == ["totalcurrentliabilities", "long-termdebt"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # No total by its name, yet both years bear it out.
        (
            "(In millions) | 2018 | 2017\nCash | 412 | 380\nSecurities | 305 | 290\nCash and securities | 717 | 670",
            ["consistent 717 = 412000000 + 305000000", "consistent 670 = 380000000 + 290000000"],
        ),
        # One line among others is taken off.
        (
            "(In millions) | 2018 | 2017\nPlant | 912 | 880\nDepreciation | 305 | 290\nConstruction | 120 | 95\n"
            "Net property | 727 | 685",
            [
                "consistent 727 = 912000000 - 305000000 + 120000000",
                "consistent 685 = 880000000 - 290000000 + 95000000",
            ],
        ),
        # Of many lines only the last is taken off, or all but the first.
        (
            "(In millions) | 2018 | 2017\nLand | 110 | 104\nBuildings | 412 | 390\nMachines | 305 | 290\n"
            "Vehicles | 120 | 95\nDepreciation | 222 | 205\nTotal property, net | 725 | 674",
            [
                "consistent 725 = 110000000 + 412000000 + 305000000 + 120000000 - 222000000",
                "consistent 674 = 104000000 + 390000000 + 290000000 + 95000000 - 205000000",
            ],
        ),
        (
            "(In millions) | 2018 | 2017\nSales | 2,110 | 2,004\nWages | 412 | 390\nRent | 305 | 290\n"
            "Energy | 120 | 95\nOther | 222 | 205\nOperating income | 1,051 | 1,024",
            [
                "consistent 1,051 = 2110000000 - 412000000 - 305000000 - 120000000 - 222000000",
                "consistent 1,024 = 2004000000 - 390000000 - 290000000 - 95000000 - 205000000",
            ],
        ),
        # What is no total can only be a sum.
        (
            "(In millions) | 2018 | 2017\nAssets | 912 | 880\nDebt | 305 | 290\nRetained amounts | 607 | 590",
            [],
        ),
        # Taken off among others, in a column that fails: the other column alone proves too little.
        (
            "(In millions) | 2018 | 2017\nPlant | 912 | 880\nDepreciation | 305 | 290\nConstruction | 120 | 95\n"
            "Net property | 727 | 715",
            [],
        ),
        # A year that prints nothing is not judged.
        (
            "(In millions) | 2018 | 2017\nCash | 412 | 380\nSecurities | 305 | —\nTotal cash and securities | 717 | 380",
            ["consistent 717 = 412000000 + 305000000"],
        ),
        # The proof must be near: twelve rounded lines may miss by six, and prove nothing then.
        (
            "(In millions) | 2018 | 2017\n"
            + "".join(f"Line {chr(97 + at)} | {101 + at} | {151 + 3 * at}\n" for at in range(10))
            + "Total lines | 1,060 | 1,700",
            [],
        ),
    ],
)
def test_how_lines_add_up(rows: str, expected: list[str]) -> None:
    assert said(page(rows)) == expected
