"""Inputs made by chance: no traceback, no hang, no flood of memory, and every promise kept.

    PYTHONPATH=src:tests python benchmarks/fuzz.py [--kind grammar|readers|pipeline] [--lang zh|en]
        [--count 1000] [--seed 0] [--seconds 60]

`--count` and `--seconds` are for each kind and language. The same seeds make the same inputs: a fault is
made again with `--seed N --count 1`. Prints a table; the exit code is 1 where there was a fault.
"""

from __future__ import annotations

import argparse
import sys

from fuzzing.files import valid_files
from fuzzing.kinds import KINDS
from fuzzing.run import run
from fuzzing.texts import TITLES


def main() -> int:
    """Tries, counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kind", choices=list(KINDS), action="append")
    parser.add_argument("--lang", choices=list(TITLES), action="append")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    wanted = parser.parse_args()
    seeds, valid, faults = range(wanted.seed, wanted.seed + wanted.count), valid_files(), 0
    print("| kind | language | inputs | errors told | faults | slowest, s CPU | memory, MB |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for kind in wanted.kind or KINDS:
        for lang in wanted.lang or TITLES:
            got = run(kind, lang, seeds, valid, seconds=wanted.seconds)
            counts = f"{got.tried} | {got.errors} | {len(got.faults)} | {got.slowest:.2f} | {got.grown}"
            print(f"| {kind} | {lang} | {counts} |", flush=True)
            faults += len(got.faults)
            for seed, words in got.faults[:20]:
                print(f"{kind} {lang} seed {seed}: {words}", file=sys.stderr, flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
