"""The sheet of open items: what stands on it, in which order, and that nothing written on it is lost."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from yoy.model import Comparison, Decision, Review
from yoy.pipeline import compare
from yoy.readers.registry import read
from yoy.review.decisions import remark_of
from yoy.review.merge import merge_reviews
from yoy.review.read import parse_review
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.sheets.open import TONES
from yoy.writers.excel.write import write_workbook
from yoy.writers.items.agenda import Agenda
from yoy.writers.options import WriteOptions
from yoy.writers.plain import counts_of

FIXTURE = Path(__file__).resolve().parents[5] / "fixtures" / "yunxi-fazhi"
TITLE = "待处理"


@cache
def comparison() -> Comparison:
    return compare([read(FIXTURE / "2017.txt"), read(FIXTURE / "2018.txt")])


def written(review: Review | None = None, of: Comparison | None = None) -> bytes:
    stream = io.BytesIO()
    write_workbook(of or comparison(), stream, WriteOptions(review=review, date="2019-03-01"))
    return stream.getvalue()


@cache
def first() -> bytes:
    return written()


def edited(content: bytes, edit: Callable[[Any], None]) -> bytes:
    book = load_workbook(io.BytesIO(content), rich_text=True)
    edit(book[TITLE])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table(content: bytes, title: str = TITLE) -> list[dict[str, Any]]:
    sheet = load_workbook(io.BytesIO(content))[title]
    heads = [str(cell.value) for cell in sheet[HEADER_ROW]]
    return [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=HEADER_ROW + 1)
    ]


def at(sheet: Any, heading: str) -> int:
    return next(int(cell.column) for cell in sheet[HEADER_ROW] if cell.value == heading)


def test_every_open_item_is_a_row_in_order() -> None:
    rows = table(first())
    (pair,) = comparison().pairs
    assert len(rows) == counts_of(pair)["open"]
    assert [row["索引号"] for row in rows] == [f"A-{number}" for number in range(1, len(rows) + 1)]
    kinds = [item.kind for item in pair.open]
    assert sorted(kinds, key=list(TONES).index) == kinds
    assert rows[0]["类别"] == "× 不符"


def test_words_are_short_and_the_whole_is_in_a_note() -> None:
    sheet = load_workbook(io.BytesIO(first()))[TITLE]
    for heading, whole in (("上期原文", "上期文字"), ("本期原文", "本期文字")):
        column, full = at(sheet, heading), at(sheet, whole)
        for row in range(HEADER_ROW + 1, sheet.max_row + 1):
            shown, text = str(sheet.cell(row, column).value or ""), str(sheet.cell(row, full).value or "")
            assert len(shown) <= 40
            note = sheet.cell(row, column).comment
            assert ("…" in shown) <= (note is not None and note.text == text)


def test_the_columns_one_writes_in_are_on_the_first_screen() -> None:
    sheet: Any = load_workbook(io.BytesIO(first()))[TITLE]
    widths = []
    for cell in sheet[HEADER_ROW]:
        dimension = sheet.column_dimensions[cell.column_letter]
        widths.append((str(cell.value), 0.0 if dimension.hidden else dimension.width * 8))
    upto = 1 + [name for name, _ in widths].index("复核人")
    assert sum(width for _, width in widths[:upto]) <= 1400
    for name in ("核实状态", "说明", "责任单位", "证据索引", "复核人"):
        assert dict(widths)[name] > 0
    height = sum((sheet.row_dimensions[row].height or 15) * 96 / 72 for row in range(1, HEADER_ROW + 13))
    assert height <= 900 - 190


def test_an_untouched_workbook_holds_no_remarks_and_keeps_its_indices() -> None:
    review = parse_review(first(), "x.xlsx")
    assert review.remarks == ()
    rows = table(first())
    assert review.indices[rows[3]["比较期间"], rows[3]["键"]] == "A-4"


def test_an_index_stays_with_its_key_when_other_items_go() -> None:
    review = parse_review(first(), "x.xlsx")
    (pair,) = comparison().pairs
    fewer = replace(comparison(), pairs=(replace(pair, open=pair.open[2:]),))
    before = {(row["键"], row["类别"]): row["索引号"] for row in table(first())}
    for row in table(written(review, fewer)):
        assert before[row["键"], row["类别"]] == row["索引号"]
    assert table(written(review, fewer))[0]["索引号"] == "A-3"


def test_what_is_written_comes_back_sorted_or_with_columns_and_notes_of_ones_own() -> None:
    def edit(sheet: Any) -> None:
        row = HEADER_ROW + 5
        for heading, value in (
            ("核实状态", "有差异"),
            ("说明", "已函询"),
            ("责任单位", "区司法局"),
            ("证据索引", "E-7"),
            ("复核人", "李"),
        ):
            sheet.cell(row, at(sheet, heading)).value = value
        sheet.cell(row, at(sheet, "事项")).comment = Comment("附件三第2页", "张")
        words = sheet.cell(row, at(sheet, "本期原文"))
        words.comment = Comment(f"{words.comment.text if words.comment else ''}\n请看原件", "张")
        sheet.cell(HEADER_ROW, sheet.max_column + 1).value = "底稿页"
        sheet.cell(row, sheet.max_column).value = 12
        lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=row - 1, max_row=row)]
        for number, line in zip((row - 1, row), reversed(lines), strict=True):
            for column, value in enumerate(line, 1):
                sheet.cell(number, column).value = value
        for column in range(1, sheet.max_column + 1):
            one, two = sheet.cell(row - 1, column), sheet.cell(row, column)
            notes = one.comment, two.comment
            one.comment = two.comment = None
            one.comment, two.comment = (note and Comment(note.text, "张") for note in reversed(notes))

    review = parse_review(edited(first(), edit), "x.xlsx")
    (remark,) = review.remarks
    assert remark.sheet == "open"
    assert remark.written["status"] == "differs"
    assert remark.comments == {"what": "附件三第2页", "words_current": "请看原件"}
    again = written(review)
    (row,) = (row for row in table(again) if row["说明"] == "已函询")
    assert (row["核实状态"], row["责任单位"], row["证据索引"], row["复核人"], row["底稿页"]) == (
        "有差异",
        "区司法局",
        "E-7",
        "李",
        12,
    )
    assert row["键"] == table(first())[4]["键"]
    (once_more,) = parse_review(again, "y.xlsx").remarks
    assert (once_more.written, once_more.comments) == (remark.written, remark.comments)


def test_a_pair_is_accepted_or_rejected_under_its_status() -> None:
    row = next(
        n for n, r in enumerate(table(first()), HEADER_ROW + 1) if r["类别"] == "◇ 需确认" and r["上期"]
    )

    def edit(sheet: Any) -> None:
        sheet.cell(row, at(sheet, "核实状态")).value = "不认可"
        sheet.cell(row, at(sheet, "说明")).value = "不是一个口径"
        sheet.cell(row, at(sheet, "责任单位")).value = "房管局"

    review = merge_reviews([parse_review(edited(first(), edit), "x.xlsx")])
    assert review is not None
    (decision,) = review.decisions
    assert (decision.kind, decision.ruling) == ("open_item", "rejected")
    made = compare([read(FIXTURE / "2017.txt"), read(FIXTURE / "2018.txt")], decisions=review.decisions)
    assert [d["key"] for d in made.settings["decisions"]] == [decision.key]  # type: ignore[attr-defined]
    content = written(review, made)
    gone = [
        r for title in ("已撤行", "指标变动") for r in table(content, title) if r["说明"] == "不是一个口径"
    ]
    assert len(gone) == 1
    kept = parse_review(content, "y.xlsx")
    assert [d.ruling for d in kept.decisions] == ["rejected"]
    assert "房管局" in str([remark.written for remark in kept.remarks])


def test_an_accepted_pair_goes_to_its_own_row_with_what_was_written() -> None:
    row = next(r for r in table(first()) if r["类别"] == "◇ 需确认" and r["上期"])
    decision = Decision(
        key=row["键"],
        kind="open_item",
        comparison="2017→2018",
        ruling="accepted",
        remark="问过了",
        who="张",
        when="2019-03-02T09:00:00",
        fingerprint=row["数据指纹"],
        prior=(row["上期键"],),
        current=(row["本期键"],),
    )
    review = Review(name="r.json", sha256="", remarks=(remark_of(decision),), decisions=(decision,))
    made = compare([read(FIXTURE / "2017.txt"), read(FIXTURE / "2018.txt")], decisions=(decision,))
    content = written(review, made)
    assert not [r for r in table(content) if r["键"] == row["键"] and r["类别"] == "◇ 需确认"]
    rows = [r for title in (TITLE, "指标变动") for r in table(content, title) if r["键"] == row["键"]]
    (kept,) = (r for r in rows if r["说明"])
    assert (kept["配对"] or kept["核实状态"], kept["说明"], kept["编制人"]) == ("认可", "问过了", "张")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_items_are_named_with_place_and_what_to_do(lang: str) -> None:
    (pair,) = comparison().pairs
    agenda = Agenda(comparison(), pair, lang)
    for entry in agenda.entries():
        assert entry.title
        assert entry.todo
        assert entry.why
        assert agenda.where(entry)


def test_deleted_rows_are_no_loss() -> None:
    def edit(sheet: Any) -> None:
        sheet.cell(HEADER_ROW + 1, at(sheet, "说明")).value = "甲"
        sheet.delete_rows(HEADER_ROW + 2, 5)

    review = parse_review(edited(first(), edit), "x.xlsx")
    assert [remark.written["remark"] for remark in review.remarks] == ["甲"]
    assert len(table(written(review))) == len(table(first()))
