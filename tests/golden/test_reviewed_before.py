"""A workbook that was reviewed before names of figures changed keeps every remark whose figure still stands.

`reviewed-before.xlsx` was written by the state of 2026-11-28 for fixtures/yunxi-fazhi, 2017 and 2018; every row of
its sheet of figures bears the remark `remark-<row>`.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from openpyxl import load_workbook

import yoy
from yoy.review.read import read_review
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

BEFORE = Path(__file__).parent / "reviewed-before.xlsx"
REMARK = re.compile(r"remark-\d+")


def remarks(content: bytes) -> dict[str, set[str]]:
    """Remarks by the sheet that they stand on."""
    found: dict[str, set[str]] = {}
    for sheet in load_workbook(io.BytesIO(content)):
        cells = (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
        told = {cell for cell in cells if REMARK.fullmatch(cell)}
        if told:
            found[sheet.title] = told
    return found


def test_every_remark_stands_beside_its_figure(fixtures: Path) -> None:
    written = remarks(BEFORE.read_bytes())["指标变动"]
    files = [fixtures / "yunxi-fazhi" / f"{year}.txt" for year in (2017, 2018)]
    comparison = yoy.compare([yoy.read(file) for file in files])
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(review=read_review(BEFORE)))
    carried = remarks(stream.getvalue())
    assert len(written) == 262
    assert carried["指标变动"] == written
    assert set(carried) == {"指标变动"}
