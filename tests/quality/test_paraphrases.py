"""Indicators in other words against the figures of one real report: 66 paraphrases made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from yoy.align.figures.lookup import is_clear, rank_figures
from yoy.model import Report
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

    from yoy.model import Quantity


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def outcomes(shared: Path) -> list[tuple[str, bool, bool]]:
    """(paraphrase, whether the right figure comes first, whether the first is taken without asking)."""
    outline = find_outline(read(shared / "data" / "cn-baoshan-fazhi" / "2018.txt"))
    report = Report(id="2018", outline=outline, figures=find_figures(outline, LexiconOptions()))
    folder = shared / "gold" / "baoshan-2018"
    labels = {label["id"]: label for label in lines(folder / "quantities.jsonl")}
    found = []
    for entry in lines(folder / "indicator_paraphrase.jsonl"):
        label = labels[entry["gold_id"]]
        home = [s for s in report.outline.sections if s.span.start <= label["char_start"] < s.span.end][-1]
        ranked = rank_figures(report, entry["variant"], entry["unit"], section=home.id)
        first = ranked[0].quantity if ranked else None
        right = first is not None and any(overlaps(q, label) for q in one_indicator(report, first))
        found.append((entry["variant"], right, is_clear(ranked)))
    return found


def one_indicator(report: Report, first: Quantity) -> list[Quantity]:
    """The figure and the earlier one it is compared with: a name alone doesn't tell the two years apart."""
    beside = {first.id, first.baseline}
    return [q for q in report.figures.quantities if q.id in beside or q.baseline == first.id]


def overlaps(quantity: Quantity, label: dict[str, Any]) -> bool:
    return bool(quantity.span.start < label["char_end"] and label["char_start"] < quantity.span.end)


def test_the_right_figure_comes_first(outcomes: list[tuple[str, bool, bool]]) -> None:
    wrong = [name for name, right, _ in outcomes if not right]
    assert len(wrong) / len(outcomes) <= 0.08, wrong


def test_what_is_taken_without_asking_is_right(outcomes: list[tuple[str, bool, bool]]) -> None:
    taken = [name for name, right, clear in outcomes if clear and not right]
    assert len(taken) / len(outcomes) <= 0.0, taken


def test_most_are_taken_without_asking(outcomes: list[tuple[str, bool, bool]]) -> None:
    assert sum(clear for _, _, clear in outcomes) / len(outcomes) >= 0.6
