"""Writes docs/benchmarks.md: what a comparison costs by stage and length, with other programs beside it.

    PYTHONPATH=src:tests python benchmarks/speed.py [--copies 2 21 105] [--seconds 60]

Each length runs in a process of its own, as each peer does in an environment of its own; `--seconds` is
what a peer may take. Seconds are of CPU: they say less of who else uses the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "benchmarks.md"
YEARS = ("2017", "2018")
OUTPUTS = (".xlsx", ".html", ".json")
NUMBER = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d)\d+(?:\.\d+)?")
HEAD = """# What it costs

Made by `PYTHONPATH=src:tests python benchmarks/speed.py` with {system}, Python {python}, {cores} cores.
The reports are those of fixtures/yunxi-fazhi over and over, each time as a chapter with figures of its own. A
report that says the same so often is harder than a real one of that length: nearly every sentence has rivals
in every other chapter.

## By stage

Seconds of CPU; in brackets microseconds for each character of both reports.
"""
PEERS = """
## Beside others

Seconds of CPU for the same two texts; `yoy` is all of the above with its start. The others tell which
characters or words differ; none finds figures, sections or moves.
"""


def reports(folder: Path, copies: int) -> list[Path]:
    """The fixture's reports, their bodies repeated with other figures under chapters of their own."""
    made = []
    for year in YEARS:
        text = (ROOT / "fixtures" / "yunxi-fazhi" / f"{year}.txt").read_text(encoding="utf-8")
        parts = [f"第{n}章 附编\n{_turned(text, n - 1)}" for n in range(1, copies + 1)]
        file = folder / f"{year}.txt"
        file.write_text("\n".join(parts), encoding="utf-8")
        made.append(file)
    return made


def _turned(text: str, by: int) -> str:
    """`text` with every number but years made larger by a percentage of its own copy, as long as before."""
    return NUMBER.sub(lambda found: _larger(found[0], by), text)


def _larger(number: str, by: int) -> str:
    digits = number.replace(".", "")
    turned = str((int(digits) * (100 + by) // 100) % 10 ** len(digits)).zfill(len(digits))
    first = "1" if turned[0] == "0" and digits[0] != "0" else turned[0]
    at = number.find(".")
    whole = first + turned[1:]
    return whole if at < 0 else f"{whole[:at]}.{whole[at:]}"


def measured(folder: Path) -> dict[str, float]:
    """CPU seconds of each stage of comparing and writing the reports in a folder, and the peak of memory."""
    spent: dict[str, float] = {"start": time.process_time()}
    from yoy.pipeline import compare
    from yoy.readers.registry import read
    from yoy.writers.files import write

    step, begun = "read", time.process_time()

    def next_step(name: str, _subject: str = "") -> None:
        nonlocal step, begun
        now = time.process_time()
        spent[step] = spent.get(step, 0.0) + now - begun
        step, begun = name, now

    documents = [read(folder / f"{year}.txt") for year in YEARS]
    comparison = compare(documents, progress=next_step)
    for suffix in OUTPUTS:
        next_step(suffix)
        write(comparison, folder / f"out{suffix}")
    next_step("end")
    return {**spent, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def by_stage(lengths: Sequence[int], found: Sequence[dict[str, float]]) -> Iterator[str]:
    """The table of stages: seconds, and what a character costs."""
    yield (
        "| stage | "
        + " | ".join(f"{length / 1000:.0f} thousand" for length in lengths)
        + " | last by first |"
    )
    yield "|---|" + "---:|" * (len(lengths) + 1)
    names = [name for name in found[0] if name not in ("memory", "start")]
    for name in (*names, "all"):
        seconds = [sum(one[n] for n in names) if name == "all" else one[name] for one in found]
        costs = [spent / length / 2 * 1e6 for spent, length in zip(seconds, lengths, strict=True)]
        cells = [f"{spent:.2f} ({cost:.1f})" for spent, cost in zip(seconds, costs, strict=True)]
        yield f"| {name.lstrip('.')} | {' | '.join(cells)} | {costs[-1] / costs[0] if costs[0] else 0:.1f} |"
    yield "| memory, MB | " + " | ".join(f"{one['memory']:.0f}" for one in found) + " | |"


def _head(lengths: Sequence[int]) -> str:
    return " | ".join(f"{length / 1000:.0f} thousand" for length in lengths)


def peers(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Names and commands of the others, those that can be had."""
    prior, current = (str(folder / f"{year}.txt") for year in YEARS)
    if shutil.which("git"):
        yield "git diff --word-diff", ["git", "diff", "--no-index", "--word-diff", prior, current]
    code = (
        "import difflib, sys\n"
        "a, b = (open(name, encoding='utf-8').readlines() for name in sys.argv[1:])\n"
        "difflib.HtmlDiff().make_file(a, b)"
    )
    yield "difflib.HtmlDiff", [sys.executable, "-c", code, prior, current]
    python = _environment(folder.parent / "diff-match-patch", "diff-match-patch")
    if python:
        code = (
            "import sys\n"
            "from diff_match_patch import diff_match_patch\n"
            "a, b = (open(name, encoding='utf-8').read() for name in sys.argv[1:])\n"
            "made = diff_match_patch(); made.Diff_Timeout = 0\n"
            "made.diff_prettyHtml(made.diff_main(a, b))"
        )
        yield "diff-match-patch", [python, "-c", code, prior, current]


def _environment(folder: Path, package: str) -> str | None:
    """The interpreter of an environment with a package, or None where it can't be installed."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "-q", package]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
        if done.returncode:
            return None
    return str(python)


def cost(command: Sequence[str], limit: float) -> str:
    """CPU seconds of a command, or that it took longer."""
    before, quiet = resource.getrusage(resource.RUSAGE_CHILDREN), subprocess.DEVNULL
    try:
        subprocess.run(command, stdout=quiet, stderr=quiet, timeout=limit, check=False)  # noqa: S603 - our own command
    except subprocess.TimeoutExpired:
        return f"more than {limit:.0f}"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.2f}"


def lines(scratch: Path, copies: Sequence[int], limit: float) -> Iterator[str]:
    """The page, line by line."""
    yield HEAD.format(system=platform.system(), python=platform.python_version(), cores=os.cpu_count())
    lengths, found, beside = [], [], dict[str, list[str]]()
    for count in copies:
        folder = scratch / str(count)
        folder.mkdir()
        files = reports(folder, count)
        lengths.append(max(len(file.read_text(encoding="utf-8")) for file in files))
        command = [sys.executable, __file__, "--folder", str(folder)]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own command
        found.append(json.loads(done.stdout))
        total = sum(spent for name, spent in found[-1].items() if name != "memory")
        beside.setdefault("yoy", []).append(f"{total:.2f}")
        for name, command in peers(folder):
            beside.setdefault(name, []).append(cost(command, limit))
    yield from by_stage(lengths, found)
    yield PEERS
    yield f"| program | {_head(lengths)} |"
    yield "|---|" + "---:|" * len(lengths)
    yield from (f"| {name} | {' | '.join(costs)} |" for name, costs in beside.items())


def main() -> None:
    """Measures and writes the page; with `--folder` measures one length and prints it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, nargs="+", default=[2, 21, 105])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    if wanted.folder:
        print(json.dumps(measured(wanted.folder)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        page = "\n".join(lines(Path(scratch), wanted.copies, wanted.seconds))
    TARGET.write_text(page + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
