"""What agrees in a table is told once; everything else keeps its own line."""

from __future__ import annotations

from pathlib import Path

from yoy.language.tables.agreed import told_once
from yoy.pipeline import compare
from yoy.readers.registry import read


def test_one_line_for_what_agrees_in_a_table(fixtures: Path) -> None:
    made = compare([read(fixtures / "lingchuan-juesuan" / f"{year}.html") for year in (2023, 2024)])
    (pair,) = made.pairs
    reports = {report.id: report for report in made.reports}
    told = told_once(pair.findings, reports)
    tables = [f for f in told.listed if f.code == "table_agrees"]
    table_of = {q.id: q.table for q in reports[pair.current].figures.quantities}
    agreed = [f for f in pair.findings if f.check == "restated" and f.verdict == "consistent"]
    held = {table_of[f.claimed or ""] for f in agreed}
    assert sum(int(str(f.args["count"])) for f in tables) + len(
        [
            f
            for f in told.listed
            if f.check == "restated" and f.code != "table_agrees" and f.verdict == "consistent"
        ]
    ) == len(agreed)
    assert len(tables) <= len(held) < len(agreed)
    alarms = [f.id for f in pair.findings if f.verdict != "consistent"]
    assert [f.id for f in told.listed if f.verdict != "consistent"] == alarms
    assert {told.under.get(f.id, f.id) for f in pair.findings} == {f.id for f in told.listed}
    assert len({f.key for f in told.listed}) == len(told.listed)
