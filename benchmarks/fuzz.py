"""Inputs made by chance: no traceback, no hang, no flood of memory, and every promise kept.

    PYTHONPATH=src:tests python benchmarks/fuzz.py [--kind grammar|readers|pipeline] [--lang zh|en]
        [--count 1000] [--seed 0] [--seconds 60]

`--count` and `--seconds` are for each kind and language. The same seeds make the same inputs: a fault is
made again with `--seed N --count 1`. Prints a table; the exit code is 1 where there was a fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fuzzing.kinds import KINDS
from fuzzing.run import run
from fuzzing.texts import TITLES
from saving import save_docx, save_html

LINES = [
    "某某区人民政府2018年度工作报告",
    "一、主要工作",
    "（一）简政放权。全区审批事项558项，同比下降4.0%。",
    "二、不足",
]


def valid_files() -> dict[str, bytes]:
    """A sound file of each format that is read within this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_docx(LINES, folder / "a.docx")
        save_html(LINES, folder / "a.html")
        page, text = (folder / "a.html").read_bytes(), "\n".join(LINES).encode()
        return {
            ".docx": (folder / "a.docx").read_bytes(),
            ".html": page,
            ".mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page,
            ".md": text + "\n\n| 项目 | 2017 |\n|---|---|\n| 甲 | 1 |\n".encode(),
            ".txt": text,
        }


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
