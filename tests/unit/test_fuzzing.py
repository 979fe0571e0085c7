"""A short run of what benchmarks/fuzz.py does at length: inputs of chance end in a result or an error."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of time need a POSIX system")
if sys.platform != "win32":
    from fuzzing.run import run

VALID = {
    ".txt": "某某区人民政府2018年度工作报告\n一、主要工作\n全区审批事项558项。".encode(),
    ".md": b"# Report 2018\n\n| a | 2018 |\n|---|---|\n| b | 1 |\n",
    ".html": "<html><body><h1>2018</h1><p>审批事项<b>558</b>项</p><table><tr><td>1</td></tr></table>".encode(),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("kind", "count"), [("grammar", 60), ("readers", 150), ("pipeline", 8)])
def test_no_input_of_chance_breaks_it(kind: str, lang: str, count: int) -> None:
    assert run(kind, lang, range(count), VALID).faults == []


@pytest.mark.parametrize(
    ("kind", "lang", "seed"),
    [("pipeline", "zh", 32), ("pipeline", "en", 25), ("pipeline", "zh", 1072)],
)
def test_what_once_broke_a_promise_keeps_it(kind: str, lang: str, seed: int) -> None:
    """Seeds of long runs; what lay behind each has a case of its own words where that can be said in a line."""
    assert run(kind, lang, range(seed, seed + 1), VALID).faults == []


def test_the_same_seed_makes_the_same_input() -> None:
    one, two = (run("grammar", "zh", range(5), VALID) for _ in range(2))
    assert (one.tried, one.errors, one.faults) == (two.tried, two.errors, two.faults)
