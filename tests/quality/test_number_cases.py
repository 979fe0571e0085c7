"""Single sentences of 22 classes with every figure they hold, by the scorer that came with them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from scoring import run

# At most so much of all figures missed, so many read that are none, and wrong ones in any class.
RECALL, PRECISION, WRONG_IN_A_CLASS = 0.995, 0.995, 1


def test_cases(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = str(Path(__file__).resolve().parents[2] / "src")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([source, os.environ.get("PYTHONPATH", "")]))
    cases = shared / "cases"
    lines = run(cases / "cases.py", str(cases / "figures-dev.jsonl"), "--yoy", sys.executable).splitlines()
    totals = json.loads(lines[-1])
    assert totals["recall"] >= RECALL
    assert totals["precision"] >= PRECISION
    assert totals["ordinary"]["missed"] == totals["ordinary"]["false"] == totals["failed"] == 0
    rows = [line.split() for line in lines[1:-1]]
    wrong = {row[0]: int(row[7]) + int(row[8]) for row in rows if row[0] not in ("ordinary", "hard", "all")}
    assert {name: count for name, count in wrong.items() if count > WRONG_IN_A_CLASS} == {}
