"""Three and more reports beside each other: every sentence in the row of what it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import yoy
from yoy.writers.html.facts import facts_of
from yoy.writers.html.rows.text.years import YearRow, year_runs
from yoy.writers.html.words import Words

if TYPE_CHECKING:
    from pathlib import Path

YEARS = (2016, 2017, 2018)


@pytest.fixture(scope="module")
def three(fixtures: Path) -> yoy.Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in YEARS])


@pytest.fixture(scope="module")
def rows(three: yoy.Comparison) -> list[YearRow]:
    return [row for run in year_runs(facts_of(three), Words("zh")) for row in run.rows]


def said(row: YearRow) -> list[str]:
    cells = ("".join(part.text for run in cell.runs for part in run.parts) for cell in row.cells)
    return ["".join(text.split()) for text in cells]


def test_two_reports_stand_side_by_side_already(three: yoy.Comparison) -> None:
    assert year_runs(facts_of(three)[:1], Words("zh")) == ()


@pytest.mark.parametrize("at", range(len(YEARS)))
def test_every_sentence_of_each_year_stands_there_once(
    three: yoy.Comparison, rows: list[YearRow], at: int
) -> None:
    report = three.reports[at]
    inside = [passage for passage in report.outline.passages if passage.kind != "shell"]
    wanted = sorted("".join(passage.span.of(report.text).split()) for passage in inside)
    found = "".join(sorted("".join(said(row)[at] for row in rows)))
    assert found == "".join(sorted("".join(wanted)))


def test_a_sentence_stands_beside_what_it_came_from(rows: list[YearRow]) -> None:
    row = next(row for row in rows if "签订年度责任书" in said(row)[2])
    assert all("签订年度责任书" in text for text in said(row))
    assert ["2次" in said(row)[0], "3次" in said(row)[1], "4次" in said(row)[2]] == [True, True, True]


def test_what_a_year_has_new_is_marked_and_the_oldest_is_plain(rows: list[YearRow]) -> None:
    row = next(row for row in rows if "签订年度责任书" in said(row)[2])
    tags = [{run.tag for run in cell.runs} for cell in row.cells]
    assert tags == [{""}, {"", "ins"}, {"", "ins"}]
