"""Writes docs/trust.md: what was tried against yoy, and what became of it.

    PYTHONPATH=src:tests python benchmarks/trust.py [--seconds 30] [--largest 16000] [--fuzzed FILE …]

`--seconds` are for each kind and language of fuzzing, `--largest` is the repeats of the longest shape. With
`--fuzzed` the tables that benchmarks/fuzz.py printed into files are put in, and the shapes stay as they are.
"""

from __future__ import annotations

import argparse
import resource
import time
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from fuzzing.files import valid_files
from fuzzing.kinds import KINDS
from fuzzing.run import run
from fuzzing.shapes import SHAPES, reports_of
from fuzzing.texts import TITLES
from yoy.pipeline import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TARGET = Path(__file__).parents[1] / "docs" / "trust.md"
HEAD = """# What was tried

Made by `PYTHONPATH=src:tests python benchmarks/trust.py`; SECURITY.md says what it is for.
"""
FUZZED = """
## Inputs made by chance

`benchmarks/fuzz.py --kind KIND --lang LANG --count N` does it again; a fault is a traceback, a hang or a
broken promise. Each that was found is mended and a case (tests/unit/test_fuzzing.py).

| kind | language | inputs | errors told | faults | slowest, s CPU |
|---|---|---:|---:|---:|---:|"""
SHAPED = """
## Shapes whose time might grow faster than the text

Seconds of CPU for two reports; a ratio near 2 is linear.

| shape | repeats | half | whole | ratio | memory, MB |
|---|---:|---:|---:|---:|---:|"""


def fuzzed(seconds: float) -> Iterator[str]:
    """A line for each kind and language."""
    yield FUZZED
    valid = valid_files()
    for kind in KINDS:
        for lang in TITLES:
            got = run(kind, lang, range(10**9), valid, seconds=seconds)
            yield f"| {kind} | {lang} | {got.tried} | {got.errors} | {len(got.faults)} | {got.slowest:.2f} |"


def printed(files: Iterable[Path]) -> Iterator[str]:
    """The same from tables that fuzz.py printed, runs of one kind and language added up."""
    yield FUZZED
    found: dict[tuple[str, str], list[float]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, lang, *counts = (cell.strip() for cell in line.strip("|").split("|"))
            if kind not in KINDS:
                continue
            tried, errors, faults, slowest = map(float, counts[:4])
            before = found.setdefault((kind, lang), [0, 0, 0, 0])
            found[kind, lang] = [*map(add, before, (tried, errors, faults)), max(before[3], slowest)]
    for (kind, lang), (tried, errors, faults, slowest) in found.items():
        yield f"| {kind} | {lang} | {tried:.0f} | {errors:.0f} | {faults:.0f} | {slowest:.2f} |"


def shaped(largest: int) -> Iterator[str]:
    """A line for each shape: its time at half the length and at the whole."""
    yield SHAPED
    for name in SHAPES:
        half, whole = (_seconds(name, count) for count in (largest // 2, largest))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        yield f"| {name} | {largest} | {half:.2f} | {whole:.2f} | {whole / half:.1f} | {memory} |"


def _seconds(name: str, count: int) -> float:
    documents = reports_of(name, count)
    start = time.process_time()
    compare(documents)
    return time.process_time() - start


def main() -> None:
    """Tries everything and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--largest", type=int, default=16_000)
    parser.add_argument("--fuzzed", type=Path, nargs="+")
    wanted = parser.parse_args()
    if wanted.fuzzed:
        kept = TARGET.read_text(encoding="utf-8").split(FUZZED.splitlines()[1])[0]
        lines = [kept.rstrip("\n"), *printed(wanted.fuzzed)]
    else:
        lines = [HEAD, *shaped(wanted.largest), *fuzzed(wanted.seconds)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
