from __future__ import annotations

from text_reports import report_of
from yoy.align.sections.pair import pair_sections
from yoy.align.tables.pair import pair_tables
from yoy.model import Cell, Report, Span, Table, TablePair
from yoy.options import AlignOptions


def table(name: str, rows: list[list[str]], start: int = 0, caption: str | None = None) -> Table:
    cells = tuple(tuple(Cell(text=text, span=Span(start, start)) for text in row) for row in rows)
    return Table(id=name, span=Span(start, start), caption=caption, rows=cells)


def paired(prior: tuple[Table, ...], current: tuple[Table, ...]) -> tuple[TablePair, ...]:
    before, after = report_of("甲。", 2017, tables=prior), report_of("甲。", 2018, tables=current)
    return pair_tables(before, after, sections(before, after))


def sections(before: Report, after: Report):  # type: ignore[no-untyped-def]
    return pair_sections(before, after, AlignOptions())


def test_rows_and_columns_are_paired_by_label() -> None:
    prior = table("t1", [["项目", "2016年", "2017年"], ["行政许可", "3", "4"], ["行政处罚", "5", "6"]])
    current = table(
        "t1",
        [
            ["项目", "2017年", "2018年"],
            ["行政处罚", "6", "7"],
            ["行政强制", "1", "2"],
            ["行政许可", "4", "5"],
        ],
    )
    (pair,) = paired((prior,), (current,))
    assert set(pair.rows) == {(0, 0), (2, 1), (None, 2), (1, 3)}
    assert set(pair.columns) == {(0, 0), (1, 1), (2, 2)}


def test_tables_find_each_other_by_their_labels() -> None:
    permits = table("t1", [["项目", "数量"], ["行政许可", "3"], ["行政处罚", "5"]])
    appeals = table("t2", [["结果", "件数"], ["结果维持", "3"], ["结果纠正", "5"], ["尚未审结", "0"]])
    swapped = (
        table("t1", [["结果", "件数"], ["结果维持", "4"], ["结果纠正", "0"], ["尚未审结", "1"]]),
        table("t2", [["项目", "数量"], ["行政许可", "4"], ["行政处罚", "7"]]),
        table("t3", [["镇", "人口"], ["罗店", "10"], ["月浦", "12"]]),
    )
    pairs = paired((permits, appeals), swapped)
    assert [(p.prior, p.current) for p in pairs] == [(("t2",), ("t1",)), (("t1",), ("t2",)), ((), ("t3",))]


def test_a_spanning_cell_stands_in_every_place_it_covers() -> None:
    head = (
        Cell(text="事项", span=Span(0, 0), row_span=2),
        Cell(text="收入", span=Span(0, 0), column_span=2),
        Cell(text="支出", span=Span(0, 0), column_span=2),
    )
    second = tuple(Cell(text=text, span=Span(0, 0)) for text in ("预算", "决算", "预算", "决算"))
    body = tuple(Cell(text=text, span=Span(0, 0)) for text in ("教育", "1", "2", "3", "4"))
    prior = Table(id="t1", span=Span(0, 0), header_rows=2, rows=(head, second, body))
    current = Table(id="t1", span=Span(0, 0), header_rows=2, rows=((head[0], head[2], head[1]), second, body))
    (pair,) = paired((prior,), (current,))
    assert set(pair.columns) == {(0, 0), (1, 3), (2, 4), (3, 1), (4, 2)}


def test_equal_labels_keep_their_order() -> None:
    rows = [["项目", "数量"], ["其他", "1"], ["其他", "2"], ["其他", "3"]]
    (pair,) = paired((table("t1", rows),), (table("t1", rows),))
    assert pair.rows == ((0, 0), (1, 1), (2, 2), (3, 3))


def test_a_report_without_tables() -> None:
    assert paired((), ()) == ()
