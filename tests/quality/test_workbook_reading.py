"""Every sheet of the workbook, read by three programs, against the JSON of the same comparison."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import yoy
from yoy.writers.json import document_of
from yoy.writers.options import WriteOptions
from yoy.writers.table import WRITERS

HEAD = 3  # rows above the headings
Rows = list[dict[str, Any]]
SHEETS = ("指标变动", "文字变动", "章节对照", "勾稽核对", "承诺跟踪", "文字重复", "序列", "未列数字")


@pytest.fixture(scope="module")
def comparison(fixtures: Path) -> yoy.Comparison:
    return yoy.compare([yoy.read(fixtures / "yunxi-fazhi" / f"{year}.txt") for year in (2016, 2017, 2018)])


@pytest.fixture(scope="module")
def document(comparison: yoy.Comparison) -> dict[str, Any]:
    return document_of(comparison)


@pytest.fixture(scope="module")
def content(comparison: yoy.Comparison) -> bytes:
    stream = io.BytesIO()
    WRITERS[".xlsx"](comparison, stream, WriteOptions(html_name="page.html"))
    return stream.getvalue()


@pytest.fixture(scope="module")
def book(content: bytes) -> dict[str, Rows]:
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    return {name: _rows(list(workbook[name].iter_rows(values_only=True))) for name in SHEETS}


def _rows(grid: list[tuple[Any, ...]]) -> Rows:
    heads = [str(head) for head in grid[HEAD]]
    return [
        dict(zip(heads, row, strict=False)) for row in grid[HEAD + 1 :] if any(c is not None for c in row)
    ]


def number(value: str | None) -> float | None:
    return None if value is None else float(value)


def same(shown: Any, wanted: float | None) -> bool:
    if wanted is None:
        return shown is None
    return isinstance(shown, int | float) and shown == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize("sheet", SHEETS)
def test_other_programs_read_the_same_cells(content: bytes, book: dict[str, Rows], sheet: str) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    calamine = pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    frame = pandas.read_excel(
        io.BytesIO(content), sheet_name=sheet, header=HEAD, dtype=object, engine="openpyxl"
    )
    read = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()
    heads = [str(head) for head in read[HEAD]]
    for at, row in enumerate(book[sheet]):
        theirs = dict(zip(heads, read[HEAD + 1 + at], strict=False))
        for head, value in row.items():
            if value is None or (isinstance(value, str) and value.startswith("=")):
                continue  # an empty cell, or a formula that no program has worked out yet
            assert str(theirs[head]) == str(value) or float(theirs[head]) == float(value), (at, head)
            assert str(frame.iloc[at][head]) == str(value) or float(frame.iloc[at][head]) == float(value)


def test_figures(book: dict[str, Rows], document: dict[str, Any]) -> None:
    by_key = {(c["prior"], c["current"], n["key"]): n for c in document["comparisons"] for n in c["numbers"]}
    seen = set()
    for row in book["指标变动"]:
        prior, current = row["比较期间"].split("→")
        found = by_key[prior, current, row["键"]]
        seen.add((prior, current, row["键"]))
        assert row["指标"] == found["indicator"]
        if found["conversion"] is None and found["difference"] is not None:
            assert same(row["增减额"], number(found["difference"])), row["指标"]
        if found["growth"] is not None:
            assert row["增减率"] == pytest.approx(number(found["growth"]), abs=6e-5)
    assert seen == set(by_key)


def test_checks(book: dict[str, Rows], document: dict[str, Any]) -> None:
    findings = [f for r in document["reports"] for f in r["findings"]]
    findings += [f for c in document["comparisons"] for f in c["findings"]]
    keys = Counter(f["key"] for f in findings)
    rows = book["勾稽核对"]
    assert Counter(row["键"] for row in rows) == keys
    recomputed = Counter(f["recomputed"] for f in findings if f["recomputed"] is not None)
    assert sum(row["复算值"] is not None for row in rows) == sum(recomputed.values())


def test_text(book: dict[str, Rows], document: dict[str, Any]) -> None:
    changed = [
        p for c in document["comparisons"] for p in c["passages"] if p["relation"] != "same" or p["moved"]
    ]
    assert len({(row["比较期间"], row["键"]) for row in book["文字变动"]}) == len(changed)


def test_sections(book: dict[str, Rows], document: dict[str, Any]) -> None:
    links = [link for c in document["comparisons"] for link in c["sections"]]
    rows = book["章节对照"]
    assert len({(row["比较期间"], row["键"]) for row in rows}) == len(links)


def test_promises_reuse_and_series(book: dict[str, Rows], document: dict[str, Any]) -> None:
    promises = {(c["prior"], p["key"]) for c in document["comparisons"] for p in c["promises"]}
    assert {(row["比较期间"].split("→")[0], row["键"]) for row in book["承诺跟踪"]} == promises
    whole = [row for row in book["文字重复"] if row["范围"] == "全文"]
    for row in whole:
        reuse = next(c["reuse"] for c in document["comparisons"] if c["prior"] == row["比较期间"][:4])
        for head, name in (("相同", "identical"), ("相近", "near"), ("余弦", "cosine"), ("编辑", "edit")):
            assert same(row[head], number(reuse[name]))
    series = {s["key"]: s for s in document["series"]}
    quantities = {r["id"]: {q["id"]: q for q in r["quantities"]} for r in document["reports"]}
    for row in book["序列"]:
        for year, point in series[row["键"]]["points"].items():
            value = row[f"{year}年数值"]
            if point is not None and quantities[year][point]["unit"] == row["单位"]:
                assert same(value, number(quantities[year][point]["value"])), row["指标"]


def test_numbers_set_aside(book: dict[str, Rows], document: dict[str, Any]) -> None:
    aside = Counter((r["id"], x["surface"]) for r in document["reports"] for x in r["set_aside"])
    shown = Counter((str(row["报告"]), str(row["数字"])) for row in book["未列数字"])
    assert aside - shown == Counter()
    quoted = {(r["id"], q["surface"]) for r in document["reports"] for q in r["quantities"]}
    assert (
        set(shown - aside) <= quoted
    )  # earlier figures that a report quotes and that have no row of their own
