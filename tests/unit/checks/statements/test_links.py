"""One amount in two statements."""

from __future__ import annotations

import pytest

from statement_pages import pages
from yoy.model import Report

FIRST = "(In millions) | 2018 | 2017 | 2016\nRevenue | 2,420 | 2,960 | 2,512\nNet income | 884 | 787 | 709"


def said(report: Report) -> list[str]:
    surfaces = {q.id: q.surface for q in report.figures.quantities}
    return [
        f"{f.verdict} {surfaces[f.claimed or '']}" for f in report.findings if f.code.startswith("linked")
    ]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Net income | 884 | 787 | 709", ["consistent 884", "consistent 787", "consistent 709"]),
        ("Net income (loss) | 884 | 787 | 790", ["consistent 884", "consistent 787", "inconsistent 790"]),
        ("Net income | 886 | 787 | 709", ["rounding 886", "consistent 787", "consistent 709"]),
        ("Net income | 889 | 787 | 709", ["inconsistent 889", "consistent 787", "consistent 709"]),
        ("Net income | 889 | 780 | 709", []),  # two years differ: it is another amount
        ("Net revenue | 889 | 787 | 709", []),  # another name
        ("Other income | 884 | 787 | 700", []),  # a name that statements don't share
    ],
)
def test_a_line_of_two_statements(second: str, expected: list[str]) -> None:
    rows = f"(In millions) | 2018 | 2017 | 2016\nDepreciation | 310 | 296 | 284\n{second}"
    assert said(pages(FIRST, rows)) == expected


def test_small_amounts_prove_nothing() -> None:
    rows = "(In millions) | 2018 | 2017\nRevenue | 2,420 | 2,960\nNet income | {} | 87"
    assert said(pages(rows.format(784), rows.format(884))) == []


def test_one_year_in_common_proves_nothing() -> None:
    rows = "(In millions) | 2016 | 2015\nDepreciation | 310 | 296\nNet income | 799 | 650"
    assert said(pages(FIRST, rows)) == []


def test_an_amount_of_a_hundred_units_proves_it() -> None:
    rows = "(In millions) | 2018 | 2017\nRevenue | 2,420 | 2,960\nNet income | {} | 100"
    assert said(pages(rows.format(784), rows.format(884))) == ["inconsistent 884", "consistent 100"]


def test_two_columns_of_one_year_are_of_parts() -> None:
    rows = "(In millions) | 2018 | 2018 | 2017\nDepreciation | 110 | 196 | 284\nNet income | 884 | 200 | 787"
    assert said(pages(FIRST, rows)) == []
