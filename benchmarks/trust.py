"""Writes docs/trust.md: what was tried against yoy, and what became of it.

    PYTHONPATH=src:tests python benchmarks/trust.py [--seconds 30] [--largest 16000]

`--seconds` are for each kind and language of fuzzing, `--largest` is the repeats of the longest shape.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from fuzzing.files import valid_files
from fuzzing.kinds import KINDS
from fuzzing.run import run
from fuzzing.shapes import SHAPES, reports_of
from fuzzing.texts import TITLES
from yoy.pipeline import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).parents[1] / "docs" / "trust.md"
HEAD = """# What was tried

Made by `PYTHONPATH=src:tests python benchmarks/trust.py`; SECURITY.md says what it is for.
"""
FUZZED = """
## Inputs made by chance

`benchmarks/fuzz.py --seconds N` does it again; a fault is a traceback, a hang or a broken promise.

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
    wanted = parser.parse_args()
    lines = [HEAD, *shaped(wanted.largest), *fuzzed(wanted.seconds)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
