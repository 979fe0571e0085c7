"""How well sections and passages are aligned and diffed: floors that are raised when beaten, never lowered.

Measured on 2026-11-27: pairs with recorded edits, seeds 1–20: everything, noise mean .957, worst .976; gold
pairs: section links F1 1.0, repeats 29 of 29; synthetic outlines 1.0 / .993 / .982.
"""

from __future__ import annotations

import json
import re
import resource
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from quality.synthetic_outlines import LEVELS, make_pair
from scoring import run
from text_reports import report_of
from yoy.align.sections.pair import pair_sections
from yoy.options import AlignOptions
from yoy.pipeline import compare
from yoy.readers.registry import read
from yoy.writers.json import write_json
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OUTLINES = {"easy": 0.995, "typical": 0.99, "hard": 0.98}
SEEDS = range(1, 21)
NOISE_MEAN, NOISE_WORST = 0.96, 0.98
LINKS_F1, REPEATS = 1.0, 1.0
GOLD = {
    "cn-national-gwr-dev-2021-2022": ("cn-national-gwr-dev/2021.txt", "cn-national-gwr-dev/2022.txt"),
    "cn-beijing-gwr-2025-2026": ("cn-beijing-gwr/2025.docx", "cn-beijing-gwr/2026.txt"),
    "cn-hongze-disclosure-2023-2024": ("cn-hongze-disclosure/2023.pdf", "cn-hongze-disclosure/2024.pdf"),
}


@dataclass
class Tally:
    """True, false and missed links."""

    true: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.true / (2 * self.true + self.false + self.missed)

    def count(self, found: set[tuple[str, str]], wanted: frozenset[tuple[str, str]]) -> None:
        self.true += len(found & wanted)
        self.false += len(found - wanted)
        self.missed += len(wanted - found)


def links(prior: str, current: str) -> set[tuple[str, str]]:
    before, after = report_of(prior, 2017), report_of(current, 2018)
    titles = [{s.id: s.title for s in report.outline.sections if s.level} for report in (before, after)]
    return {
        (titles[0][i], titles[1][j])
        for pair in pair_sections(before, after, AlignOptions())
        for i in pair.prior
        for j in pair.current
        if i in titles[0] and j in titles[1]
    }


def same_title_first(prior: str, current: str) -> set[tuple[str, str]]:
    """Equal titles only: what the outlines of each level leave to be found."""
    before, after = report_of(prior, 2017), report_of(current, 2018)
    titles = [{s.title for s in report.outline.sections if s.level} for report in (before, after)]
    return {(title, title) for title in titles[0] & titles[1]}


@pytest.mark.parametrize("level", LEVELS)
def test_links_of_synthetic_outlines(level: str) -> None:
    tally, plain = Tally(), Tally()
    for seed in SEEDS:
        pair = make_pair(level, seed)
        tally.count(links(pair.prior, pair.current), pair.links)
        plain.count(same_title_first(pair.prior, pair.current), pair.links)
    assert tally.f1 >= OUTLINES[level], tally
    assert plain.f1 <= {"easy": 0.97, "typical": 0.79, "hard": 0.4}[level], "the outlines have become easier"


def scored(shared: Path, folder: Path, *options: str) -> dict[str, Any]:
    """The score of a pair made with recorded edits."""
    made = folder / "-".join(("pair", *options)).replace("--", "")
    run(shared / "score" / "make_pair.py", str(made), "--year-shift", *options)
    result = folder / f"{made.name}.json"
    write([made / "2017.txt", made / "2018.txt"], result)
    score: dict[str, Any] = json.loads(
        run(shared / "score" / "perturbed.py", str(result), str(made / "truth.json"))
    )
    return score


def write(paths: Iterable[Path], result: Path) -> None:
    with result.open("wb") as stream:
        write_json(compare([read(path) for path in paths]), stream, WriteOptions())


WHOLE = ("numbers", "isolated", "moves", "headings", "added", "removed")


def assert_whole(score: dict[str, Any]) -> None:
    assert score["swaps"], score
    assert {name: Fraction(score[name]) for name in WHOLE} == dict.fromkeys(WHOLE, 1), score


def test_recorded_edits_are_found_and_nothing_else(shared: Path, tmp_path: Path) -> None:
    noise = []
    for seed in SEEDS:
        score = scored(shared, tmp_path, "--seed", str(seed))
        assert_whole(score)
        noise.append(score["noise"])
    assert sum(noise) / len(noise) <= NOISE_MEAN
    assert max(noise) <= NOISE_WORST


def test_recorded_edits_in_a_report_ten_times_as_long(shared: Path, tmp_path: Path) -> None:
    score = scored(shared, tmp_path, "--seed", "1", "--copies", "10")
    assert_whole(score)
    assert score["noise"] <= NOISE_WORST
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss <= 900_000


def test_links_and_repeats_of_real_pairs(shared: Path, tmp_path: Path) -> None:
    tally, found, wanted = Tally(), 0, 0
    for name, files in GOLD.items():
        result, details = tmp_path / f"{name}.json", tmp_path / f"{name}-score.json"
        write([shared / "data" / file for file in files], result)
        gold = shared / "gold" / "pairs" / name
        told = run(shared / "score" / "pairs.py", str(gold), str(result), "--json", str(details))
        sections = json.loads(details.read_text(encoding="utf-8"))["sections"]
        tally.true += sections["true"]
        tally.false += sections["false"]
        tally.missed += sections["missed"]
        repeats = re.search(r"^repeats +(\d+)/(\d+)", told, re.MULTILINE)
        assert repeats
        found, wanted = found + int(repeats[1]), wanted + int(repeats[2])
    assert tally.f1 >= LINKS_F1, tally
    assert found / wanted >= REPEATS
