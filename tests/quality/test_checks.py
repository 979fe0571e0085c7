"""How the checks do on labelled reports. The floors only go up; what is accused wrongly stays at none."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

import yoy
from quality import broken_claims
from scoring import run
from yoy.model import Comparison, Finding
from yoy.writers.json import write_json
from yoy.writers.options import WriteOptions

ACCUSING = ("inconsistent", "suspect")
REAL = {
    "cn-national-gwr-dev": ("2021.txt", "2022.txt"),
    "cn-beijing-gwr": ("2025.docx", "2026.txt"),
    "cn-shanghai-gwr": ("2025.docx", "2026.txt"),
}
# Every alarm on these six reports was read: each is worth an auditor's look.
MOST_ALARMS = 6


@cache
def compared(*files: Path) -> Comparison:
    return yoy.compare([yoy.read(file) for file in files])


def _alarms(made: Comparison) -> list[Finding]:
    found = [finding for report in made.reports for finding in report.findings]
    found += [finding for pair in made.pairs for finding in pair.findings]
    return [finding for finding in found if finding.verdict in ACCUSING]


def written(made: Comparison, target: Path) -> str:
    with target.open("wb") as stream:
        write_json(made, stream, WriteOptions())
    return str(target)


def test_claims_of_the_labelled_report(shared: Path, fixtures: Path, tmp_path: Path) -> None:
    sample = shared / "data" / "cn-baoshan-fazhi" / "2018.txt"
    made = compared(fixtures / "yunxi-fazhi" / "2017.txt", sample)
    printed = run(shared / "score" / "quantities.py", written(made, tmp_path / "result.json"))
    checks = json.loads(printed)["checks"]
    assert checks["wrong_claims_found"] == "8/8"
    assert checks["right_claims_confirmed"] == "18/18"
    assert checks["right_claims_accused"] == 0
    assert checks["other_alarms"] <= 2


def test_broken_claims_are_caught(shared: Path) -> None:
    assert shared.is_dir()
    tried, caught, missed = broken_claims.measure()
    assert tried.total() >= 240
    assert caught.total() >= 0.90 * tried.total(), missed


@pytest.mark.parametrize("issuer", REAL)
def test_real_work_reports_raise_few_alarms(shared: Path, issuer: str) -> None:
    made = compared(*(shared / "data" / issuer / name for name in REAL[issuer]))
    alarms = [(finding.check, finding.code, dict(finding.args)) for finding in _alarms(made)]
    assert len(alarms) <= MOST_ALARMS // len(REAL) + 1, alarms


def test_claims_of_the_labelled_pairs(shared: Path, tmp_path: Path) -> None:
    counts = [0] * 8
    for name, files in broken_claims.PAIRS.items():
        made = compared(*(shared / "data" / file for file in files))
        result = written(made, tmp_path / f"{name}.json")
        printed = run(shared / "score" / "pairs.py", str(shared / "gold" / "pairs" / name), result)
        (line,) = re.findall(r"^claims .*$", printed, re.MULTILINE)
        counts = [a + b for a, b in zip(counts, map(int, re.findall(r"\d+", line)), strict=True)]
    caught, wrong, confirmed, right, accused, uncheckable, _, others = counts
    assert (caught, wrong) == (2, 2)
    assert confirmed / right >= 0.95
    assert (accused, uncheckable, others) == (0, 0, 0)
