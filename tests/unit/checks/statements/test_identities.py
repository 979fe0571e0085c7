"""The balance, cash carried over from year to year, and earnings for each share."""

from __future__ import annotations

import pytest

from statement_pages import page, statements
from yoy.model import Report


def said(report: Report, code: str) -> list[str]:
    surfaces = {q.id: q.surface for q in report.figures.quantities}
    return [
        f"{f.verdict} {surfaces[f.claimed or '']} = {f.formula}"
        for f in report.findings
        if f.code.startswith(code)
    ]


def test_true_statements_agree() -> None:
    report = statements()
    assert said(report, "balance") == [
        "consistent $6,730 = 6730000000 = 6730000000",
        "consistent $6,200 = 6200000000 = 6200000000",
    ]
    assert said(report, "carried") == [
        "consistent 1,105 = 1105000000 = 1105000000",
        "consistent 955 = 955000000 = 955000000",
    ]
    assert [line.split()[:2] for line in said(report, "per_share")] == [
        ["consistent", "$2.21"], ["rounding", "$1.95"], ["rounding", "$1.73"],
        ["rounding", "$2.18"], ["rounding", "$1.93"], ["rounding", "$1.71"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "stated", "code", "expected"),
    [
        ("BALANCE SHEETS Total assets", 1, "$6,797", "balance", ["$6,730 = 6730000000 = 6797000000"]),
        ("BALANCE SHEETS Total liabilities and shareholders' equity", 2, "$6,262", "balance", ["$6,262 = 6262000000 = 6200000000"]),
        ("STATEMENTS OF CASH FLOWS Cash and cash equivalents at beginning of year", 1, "1,116", "carried", ["1,116 = 1116000000 = 1105000000"]),
        ("STATEMENTS OF CASH FLOWS Cash and cash equivalents at end of year", 3, "$965", "carried", ["955 = 955000000 = 965000000"]),
        ("STATEMENTS OF INCOME Diluted", 2, "$1.95", "per_share", ["$1.95 = 787000000 / 408000000"]),
        ("STATEMENTS OF INCOME Basic", 3, "$1.92", "per_share", ["$1.92 = 709000000 / 410000000"]),
        ("STATEMENTS OF CASH FLOWS Net income", 1, "$893", "linked", ["$893 = 893000000 = 884000000"]),
        ("STATEMENTS OF CASH FLOWS Net income", 3, "$744", "linked", ["$744 = 744000000 = 709000000"]),
        ("BALANCE SHEETS Cash and cash equivalents", 1, "$1,302", "linked", ["$1,240 = 1240000000 = 1302000000"]),
    ],
)  # fmt: skip
def test_one_wrong_amount(line: str, column: int, stated: str, code: str, expected: list[str]) -> None:
    told = said(statements({(line, column): stated}), code)
    assert [each.partition(" ")[2] for each in told if each.startswith("inconsistent")] == expected


def test_a_smaller_step_is_rounding() -> None:
    for rate, verdict in (("$1.94", "rounding"), ("$1.93", "inconsistent")):
        told = said(statements({("STATEMENTS OF INCOME Basic", 2): rate}), "per_share")
        assert [line.split()[:2] for line in told][1] == [verdict, rate]
    told = said(statements({("STATEMENTS OF CASH FLOWS Net income", 1): "$885"}), "linked")
    assert "inconsistent" not in {line.split()[0] for line in told}


def test_two_wrong_years_of_a_link_prove_that_it_is_none() -> None:
    changes = {("STATEMENTS OF CASH FLOWS Net income", at): f"${at}93" for at in (1, 2)}
    assert said(statements(changes), "linked")[0].startswith("consistent")
    assert not [line for line in said(statements(changes), "linked") if line.startswith("inconsistent")]


def test_each_finding_is_of_the_check_of_identities() -> None:
    codes = ("subtotal", "balance", "carried", "per_share", "linked")
    assert {f.check for f in statements().findings if f.code.startswith(codes)} == {"identity"}


def test_the_finding_tells_how_far_they_are_apart() -> None:
    report = statements({("BALANCE SHEETS Total assets", 1): "$6,797"})
    (finding,) = [f for f in report.findings if f.code == "balance_differs"]
    assert [finding.args["difference"], finding.args["source"]] == ["67000000", "$6,797"]


def test_no_shares_give_no_earnings_for_each() -> None:
    told = said(statements({("STATEMENTS OF INCOME Diluted", 1): "$9.18"}), "per_share")
    assert [line.split()[:2] for line in told if line.startswith("inconsistent")] == [
        ["inconsistent", "$9.18"]
    ]
    rows = (
        "(In millions, except per share data) | 2018 | 2017\nRevenue | 900 | 800\nNet income | 700 | 600\n"
        "Net income per share:\nDiluted | $2.18 | $1.93\nWeighted average shares:\nDiluted | 0 | 0"
    )
    assert said(page(rows), "per_share") == []
