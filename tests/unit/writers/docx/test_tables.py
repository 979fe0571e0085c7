from __future__ import annotations

import hashlib
from pathlib import Path

from redlines import redline, resolved, shown, text_of, written_text
from yoy.model import Comparison, Document
from yoy.pipeline import compare
from yoy.readers.registry import read

HEAD = "<tr><th>项目</th><th>上年决算数</th><th>本年决算数</th></tr>"
FIRST = "<tr><td>教育支出</td><td>2,100.40</td><td>2,290.70</td></tr>"
SECOND = "<tr><td>住房保障支出</td><td>1,310.50</td><td>1,342.40</td></tr>"
THIRD = "<tr><td>节能环保支出</td><td>88.10</td><td>90.20</td></tr>"


def compared(folder: Path, *tables: str) -> Comparison:
    return compare([document(folder, 2023 + index, table) for index, table in enumerate(tables)])


def document(folder: Path, year: int, table: str) -> Document:
    page = (
        f"<html><head><title>灵川县{year}年度部门决算</title></head><body><h1>灵川县{year}年度部门决算</h1>"
    )
    page += f"<h2>一、支出决算表</h2><p>单位：万元</p><table>{table}</table><p>说明：本表不含代管资金。</p></body></html>"
    path = folder / f"{hashlib.sha256(table.encode()).hexdigest()[:8]}-{year}.html"
    path.write_text(page, encoding="utf-8")
    return read(path)


def holds(comparison: Comparison) -> list[str]:
    """The lines of the redline, proved to give both texts."""
    content = redline(comparison)
    prior, current = comparison.reports
    assert text_of(resolved(content, "accept")) == written_text(current)
    assert text_of(resolved(content, "reject")) == written_text(prior)
    return shown(content)


def test_changed_figures_are_changed_cells(tmp_path: Path) -> None:
    after = FIRST.replace("2,290.70", "2,422.10")
    assert "教育支出 | 2,100.40 | [-2,290.70-]{+2,422.10+}" in holds(
        compared(tmp_path, HEAD + FIRST + SECOND, HEAD + after + SECOND)
    )


def test_a_figure_is_replaced_in_its_own_cell(tmp_path: Path) -> None:
    """Though the same figures stand one cell further on."""
    before = "<tr><td>予以公开</td><td>0</td><td>50</td></tr>"
    after = "<tr><td>予以公开</td><td>50</td><td>50</td></tr>"
    lines = holds(compared(tmp_path, HEAD + FIRST + before, HEAD + FIRST + after))
    assert "予以公开 | [-0-]{+50+} | 50" in lines


def test_rows_of_one_year_are_deleted_and_inserted(tmp_path: Path) -> None:
    lines = holds(compared(tmp_path, HEAD + FIRST + SECOND, HEAD + FIRST + THIRD + SECOND))
    assert "ins: {+节能环保支出+}{+¶+} | {+88.10+}{+¶+} | {+90.20+}{+¶+}" in lines
    assert "住房保障支出 | 1,310.50 | 1,342.40" in lines
    lines = holds(compared(tmp_path, HEAD + FIRST + THIRD + SECOND, HEAD + FIRST + SECOND))
    assert "del: [-节能环保支出-][-¶-] | [-88.10-][-¶-] | [-90.20-][-¶-]" in lines


def test_a_table_of_other_columns_is_replaced_whole(tmp_path: Path) -> None:
    wider = "<tr><th>项目</th><th>编码</th><th>上年决算数</th><th>本年决算数</th></tr>"
    wider += "<tr><td>教育支出</td><td>205</td><td>2,290.70</td><td>2,422.10</td></tr>"
    wider += "<tr><td>住房保障支出</td><td>221</td><td>1,342.40</td><td>1,381.75</td></tr>"
    lines = holds(compared(tmp_path, HEAD + FIRST + SECOND, wider))
    assert sum(line.startswith("del: ") for line in lines) == 3
    assert sum(line.startswith("ins: ") for line in lines) == 3


def test_rows_whose_cells_are_merged_in_other_ways_are_replaced(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>第{n}项</td><td>{n}.5</td><td>{n}.9</td></tr>" for n in range(1, 6))
    merged = rows.replace("<td>4.5</td><td>4.9</td>", '<td colspan="2">4.7</td>')
    lines = holds(compared(tmp_path, HEAD + rows, HEAD + merged))
    assert "第3项 | 3.5 | 3.9" in lines
    assert [line for line in lines if line.startswith(("del", "ins"))] == [
        "del: [-第4项-][-¶-] | [-4.5-][-¶-] | [-4.9-][-¶-]",
        "ins: {+第4项+}{+¶+} | {+4.7+}{+¶+}",
    ]


def test_cells_that_reach_over_rows_stay_so(tmp_path: Path) -> None:
    tall = '<tr><td rowspan="2">教育支出</td><td>2,100.40</td><td>2,290.70</td></tr>'
    tall += "<tr><td>10.00</td><td>11.00</td></tr>"
    lines = holds(compared(tmp_path, HEAD + tall + SECOND, HEAD + tall.replace("11.00", "12.00") + SECOND))
    assert " | 10.00 | [-11.00-]{+12.00+}" in lines


def test_a_new_table_is_inserted(tmp_path: Path) -> None:
    bare = HEAD.replace("th>", "td>") + FIRST
    before = document(tmp_path, 2023, "")
    lines = holds(compare([before, document(tmp_path, 2024, bare + SECOND)]))
    assert sum(line.startswith("ins: ") for line in lines) == 3
