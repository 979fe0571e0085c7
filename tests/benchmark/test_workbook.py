"""What a large workbook costs, with the library's own writing of as many plain cells beside it."""

from __future__ import annotations

import io
import itertools
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

import yoy
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

ROWS, COLUMNS = 10_000, 37
OPTIONS = WriteOptions(html_name="page.html")


def large_comparison(folder: Path) -> yoy.Comparison:
    """A fixture's pairs of figures over and over, each row with a key of its own."""
    comparison = yoy.compare([yoy.read(folder / f"{year}.txt") for year in ("2017", "2018")])
    pair = comparison.pairs[0]
    repeated = zip(range(ROWS), itertools.cycle(pair.numbers), strict=False)
    numbers = tuple(replace(number, id=f"n{n}", key=f"{n:010d}") for n, number in repeated)
    return replace(comparison, pairs=(replace(pair, numbers=numbers),))


def plain_cells() -> None:
    """As many cells of the same number and short text, without any looks."""
    workbook = Workbook(write_only=True)
    worksheet = workbook.create_sheet()
    for number in range(ROWS):
        worksheet.append([number, "行政复议申请", *[None] * (COLUMNS - 22), *["已核对"] * 20])
    workbook.save(io.BytesIO())


def seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def test_ten_thousand_figures_cost_little_more_than_plain_cells(fixtures: Path) -> None:
    comparison = large_comparison(fixtures / "yunxi-fazhi")
    mine = seconds(lambda: write_workbook(comparison, io.BytesIO(), OPTIONS))
    assert mine <= 3 * min(seconds(plain_cells) for _ in range(2))


@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak that Linux keeps of a program")
def test_ten_thousand_figures_fit_in_300_megabytes(fixtures: Path) -> None:
    code = (
        "import io, re, sys\n"
        "from pathlib import Path\n"
        "from benchmark.test_workbook import OPTIONS, large_comparison\n"
        "from yoy.writers.excel.write import write_workbook\n"
        "write_workbook(large_comparison(Path(sys.argv[1])), io.BytesIO(), OPTIONS)\n"
        "print(re.search(r'VmHWM:\\s+(\\d+) kB', Path('/proc/self/status').read_text())[1])\n"
    )
    folder = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", code, str(fixtures / "yunxi-fazhi")]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    assert int(done.stdout) * 1024 < 300_000_000


def many_sections(folder: Path, count: int) -> yoy.Comparison:
    """A fixture's links of sections and unchanged figures over and over, so that no section has a changed one."""
    comparison = yoy.compare([yoy.read(folder / f"{year}.txt") for year in ("2017", "2018")])
    pair = comparison.pairs[0]
    sections = zip(range(count), itertools.cycle(pair.sections), strict=False)
    figures = [number for number in pair.numbers if number.prior and number.current]
    numbers = zip(range(count * 4), itertools.cycle(figures), strict=False)
    return replace(
        comparison,
        pairs=(
            replace(
                pair,
                sections=tuple(replace(section, key=f"{n:010d}") for n, section in sections),
                numbers=tuple(
                    replace(number, id=f"n{n}", key=f"{n:010d}", relation="unchanged", confirm=n % 5 == 0)
                    for n, number in numbers
                ),
                headline=(),
            ),
        ),
    )


def test_four_times_the_sections_and_figures_cost_little_more_than_four_times(fixtures: Path) -> None:
    small, large = (many_sections(fixtures / "yunxi-fazhi", count) for count in (500, 2000))
    write_workbook(small, io.BytesIO(), OPTIONS)
    one, four = (seconds(lambda c=c: write_workbook(c, io.BytesIO(), OPTIONS)) for c in (small, large))  # type: ignore[misc]
    assert four <= 6 * one
