"""Figures of two English excerpts against labels made by hand, by the scorer that came with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring import analysed, result_of, run

FLOORS = {
    "precision": 1.0,
    "recall": 1.0,
    "exact": 1.0,
    "value": 1.0,
    "kind": 1.0,
    "direction": 1.0,
    "role": 0.98,
}


@pytest.mark.parametrize(
    ("labels", "report"), [("hk2016", "en-hk-budget-dev/2016.txt"), ("disney2013", "en-disney-10k/2013.txt")]
)
def test_excerpt(shared: Path, tmp_path: Path, labels: str, report: str) -> None:
    result = result_of(tmp_path / "result.json", analysed(shared / "data" / report))
    gold = shared / "gold" / "english" / f"{labels}.jsonl"
    scores = json.loads(run(shared / "score" / "spans.py", str(gold), str(result)))
    assert {name: scores[name] for name in FLOORS if scores[name] < FLOORS[name]} == {}
