"""What agrees in a table is told once; everything else keeps its own line."""

from __future__ import annotations

from pathlib import Path

from yoy.language.tables.agreed import nil_last, told_once
from yoy.pipeline import compare
from yoy.readers.registry import read


def test_one_line_for_what_agrees_in_a_table(fixtures: Path) -> None:
    made = compare([read(fixtures / "lingchuan-juesuan" / f"{year}.html") for year in (2023, 2024)])
    (pair,) = made.pairs
    reports = {report.id: report for report in made.reports}
    told = told_once(pair.findings, reports)
    tables = [f for f in told.listed if f.code == "table_agrees"]
    table_of = {q.id: q.table for q in reports[pair.current].figures.quantities}
    agreed = [f for f in pair.findings if f.check == "restated" and f.verdict in ("consistent", "rounding")]
    held = {table_of[f.claimed or ""] for f in agreed}
    assert sum(int(str(f.args["count"])) for f in tables) + len(
        [
            f
            for f in told.listed
            if f.check == "restated" and f.code != "table_agrees" and f.verdict in ("consistent", "rounding")
        ]
    ) == len(agreed)
    assert len(tables) <= len(held) < len(agreed)
    alarms = [f.id for f in pair.findings if f.verdict in ("inconsistent", "suspect")]
    assert [f.id for f in told.listed if f.verdict in ("inconsistent", "suspect")] == alarms
    assert {told.under.get(f.id, f.id) for f in pair.findings} == {f.id for f in told.listed}
    assert len({f.key for f in told.listed}) == len(told.listed)


def test_cells_that_are_zero_in_both_years_come_last(tmp_path: Path) -> None:
    page = "# 某县{}年度报告\n\n| 项目 | 件数 |\n|---|---|\n| 查处 | 0 |\n| 受理 | {} |\n| 撤回 | {} |\n| 驳回 | 4 |\n"
    for year, one, other in ((2017, 5, 1), (2018, 7, 0)):
        (tmp_path / f"{year}.md").write_text(page.format(year, one, other), encoding="utf-8")
    made = compare([read(tmp_path / f"{year}.md") for year in (2017, 2018)])
    (pair,) = made.pairs
    sides = [{q.id: q for q in report.figures.quantities} for report in made.reports]
    ordered = [sides[1][n.current or ""].indicator for n in nil_last(pair.numbers, *sides)]
    assert [name.split("（")[0] for name in ordered] == ["受理", "撤回", "驳回", "查处"]
