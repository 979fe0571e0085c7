"""Figures of a real report against labels made by hand for every one of them.

The floors are pinned to what was measured; they are raised when beaten and never lowered.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scoring import analysed, result_of, run
from yoy.model import Report

FLOORS = {
    "precision": 1.0,
    "recall": 1.0,
    "exact": 1.0,
    "value": 0.995,
    "kind": 1.0,
    "unit": 1.0,
    "approx": 1.0,
    "baseline": 1.0,
    "indicator": 0.797,
}
PAIRS = {
    "cn-beijing-gwr-2025-2026": ("cn-beijing-gwr/2025.docx", "cn-beijing-gwr/2026.txt", 0.981, 0.997),
    "cn-national-gwr-dev-2021-2022": (
        "cn-national-gwr-dev/2021.txt",
        "cn-national-gwr-dev/2022.txt",
        0.975,
        1.0,
    ),
    "cn-hongze-disclosure-2023-2024": (
        "cn-hongze-disclosure/2023.pdf",
        "cn-hongze-disclosure/2024.pdf",
        1.0,
        1.0,
    ),
}


@pytest.fixture(scope="module")
def sample(shared: Path) -> Report:
    return analysed(shared / "data" / "cn-baoshan-fazhi" / "2018.txt")


@pytest.fixture(scope="module")
def scores(shared: Path, sample: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    result = result_of(tmp_path_factory.mktemp("scores") / "result.json", sample)
    scored: dict[str, Any] = json.loads(run(shared / "score" / "quantities.py", str(result)))
    return scored


@pytest.mark.parametrize("measure", FLOORS)
def test_measure(scores: dict[str, Any], measure: str) -> None:
    assert scores[measure] >= FLOORS[measure]


def test_implied_values(scores: dict[str, Any]) -> None:
    found = int(scores["implied"].split("/")[0])
    assert found >= 15


def test_no_word_is_read_as_a_figure(shared: Path, sample: Report) -> None:
    """Words such as 进一步, 统一, 双随机 that look like numbers."""
    lines = (shared / "gold" / "baoshan-2018" / "traps.jsonl").read_text(encoding="utf-8").splitlines()
    traps = [json.loads(line) for line in lines if line]
    caught = [
        trap["context"]
        for trap in traps
        for quantity in sample.figures.quantities
        if quantity.span.start < trap["char_end"] and trap["char_start"] < quantity.span.end
    ]
    assert len(traps) == 44
    assert caught == []


@pytest.mark.parametrize("name", PAIRS)
def test_figures_of_labelled_pairs_are_found(shared: Path, name: str, tmp_path: Path) -> None:
    prior, current, recall, values = PAIRS[name]
    result = result_of(
        tmp_path / "r.json", analysed(shared / "data" / prior), analysed(shared / "data" / current)
    )
    printed = run(
        shared / "score" / "pairs.py", str(shared / "gold" / "pairs" / name), str(result)
    ).splitlines()
    line = next(line for line in printed if line.startswith("quantities"))
    right = next(line for line in printed if line.startswith("values"))
    assert float(line.split()[2]) >= recall
    assert float(right.split()[1]) >= values
