"""How long the main job takes, with the standard library's diff beside it on the same texts.

Absolute times say more of the machine than of yoy: only ratios are asserted. The figures are printed by
`pytest tests/benchmark --benchmark-enable`.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import yoy

YEARS = ("2017", "2018")


def longer(folder: Path, target: Path, copies: int) -> list[yoy.Document]:
    """The fixture's reports, their bodies repeated under chapters of their own."""
    documents = []
    for year in YEARS:
        text = (folder / f"{year}.txt").read_text(encoding="utf-8")
        parts = [f"第{'一二三四五六七八'[n]}章 附编\n{text}" if copies > 1 else text for n in range(copies)]
        file = target / f"{year}.txt"
        file.write_text("\n".join(parts), encoding="utf-8")
        documents.append(yoy.read(file, label=year))
    return documents


@pytest.mark.parametrize("copies", [1, 2])
def test_compare(benchmark: BenchmarkFixture, fixtures: Path, tmp_path: Path, copies: int) -> None:
    documents = longer(fixtures / "yunxi-fazhi", tmp_path, copies)
    benchmark.group = f"text of {copies}×"
    comparison = benchmark.pedantic(yoy.compare, args=(documents,), rounds=3, warmup_rounds=1)
    assert comparison.pairs[0].numbers


@pytest.mark.parametrize("copies", [1, 2])
def test_peer_difflib_by_character(
    benchmark: BenchmarkFixture, fixtures: Path, tmp_path: Path, copies: int
) -> None:
    """What a plain character diff of the two texts costs; it finds no figure, section or move."""
    prior, current = (document.text for document in longer(fixtures / "yunxi-fazhi", tmp_path, copies))
    benchmark.group = f"text of {copies}×"
    matcher = difflib.SequenceMatcher(autojunk=False)

    def diff() -> int:
        matcher.set_seqs(prior, current)
        return len(matcher.get_opcodes())

    assert benchmark.pedantic(diff, rounds=1) > 1


def fastest(job: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def test_cost_grows_with_the_length(fixtures: Path, tmp_path: Path) -> None:
    """Four times the text costs at most six times, so that a long report stays usable."""
    folders = [tmp_path / str(copies) for copies in (1, 4)]
    for folder in folders:
        folder.mkdir()
    short = longer(fixtures / "yunxi-fazhi", folders[0], 1)
    long = longer(fixtures / "yunxi-fazhi", folders[1], 4)
    for documents in (short, long):
        yoy.compare(documents)
    assert fastest(lambda: yoy.compare(long)) <= 6 * fastest(lambda: yoy.compare(short))
