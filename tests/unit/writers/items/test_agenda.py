"""Every output shows the counts of the JSON document, and names the same items in the same order."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from yoy.model import Comparison
from yoy.pipeline import compare
from yoy.readers.registry import read
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.write import write_workbook
from yoy.writers.items.agenda import Agenda
from yoy.writers.json import document_of
from yoy.writers.options import WriteOptions
from yoy.writers.terminal.summary import print_summary

FIXTURE = Path(__file__).resolve().parents[4] / "fixtures" / "yunxi-fazhi"
KINDS = {
    "inconsistent": "不符",
    "suspect": "存疑",
    "confirm": "需确认",
    "flagged": "变动超限",
    "dropped": "未再列示",
    "promise": "承诺未落实",
}


@cache
def comparison() -> Comparison:
    return compare([read(FIXTURE / f"{year}.txt") for year in (2016, 2017, 2018)])


@cache
def counts() -> list[dict[str, int]]:
    return [pair["counts"] for pair in document_of(comparison())["comparisons"]]


def test_the_terminal_counts_as_the_json_document_does(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("COLUMNS", "200")
    print_summary(comparison(), [], "zh")
    text = screen.getvalue()
    told = re.findall(r"^待处理\s+(\d+) 项：(.*)$", text, re.MULTILINE)
    assert [int(total) for total, _ in told] == [pair["open"] for pair in counts()]
    for (_, line), pair in zip(told, counts(), strict=True):
        named = {kind: int(re.findall(rf"{word} (\d+)", line)[0]) for kind, word in KINDS.items()}
        assert named == {kind: pair[kind] for kind in KINDS}
    for pair, words in zip(counts(), re.split(r"^\d{4} → \d{4}$", text, flags=re.MULTILINE)[1:], strict=True):
        block = words.split("× 不符")[1].split("\n\n")[0]
        assert len(re.findall(r"^ +\d+\. .*〔\d{4} 第\d+段〕$", block, re.MULTILINE)) == pair["inconsistent"]


def test_the_workbook_counts_as_the_json_document_does() -> None:
    stream = io.BytesIO()
    write_workbook(comparison(), stream, WriteOptions())
    book = load_workbook(stream)
    sheet = book["待处理"]
    heads = [str(cell.value) for cell in sheet[HEADER_ROW]]
    kinds = [str(row[heads.index("类别")].value)[2:] for row in sheet.iter_rows(min_row=HEADER_ROW + 1)]
    for kind, word in KINDS.items():
        assert kinds.count(word) == sum(pair[kind] for pair in counts())
    tiles = []
    for row in book["摘要"].iter_rows():
        for cell in row:
            if cell.value == "× 不符":
                above = [
                    book["摘要"].cell(cell.row - 1, cell.column + n).value for n in range(len(KINDS) + 1)
                ]
                tiles.append(above)
    assert tiles == [[*(pair[kind] for kind in KINDS), pair["open"]] for pair in reversed(counts())]


def test_every_pair_has_its_own_items() -> None:
    for pair, count in zip(comparison().pairs, counts(), strict=True):
        entries = list(Agenda(comparison(), pair, "zh").entries())
        assert len(entries) == count["open"]
        assert [entry.item for entry in entries] == list(pair.open)
