"""What a reviewer writes comes back, is carried into the next workbook, and is never lost."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from builder import build_comparison
from yoy.errors import WriteError
from yoy.model import Comparison, Language, Review
from yoy.review.read import parse_review, read_review
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

DAY = dt.datetime(2019, 3, 4)  # noqa: DTZ001 - a cell's dates have no zone
Edit = Callable[[Workbook], None]


def written(comparison: Comparison, review: Review | None = None, lang: Language = "zh") -> bytes:
    stream = io.BytesIO()
    write_workbook(comparison, stream, WriteOptions(review=review, date="2019-03-01", lang=lang))
    return stream.getvalue()


def edited(content: bytes, edit: Edit) -> bytes:
    book = load_workbook(io.BytesIO(content))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(worksheet: Worksheet, heading: str) -> int:
    return next(c.column for c in worksheet[HEADER_ROW] if c.value == heading)


def row_of(worksheet: Worksheet, heading: str, value: object) -> int:
    column = at(worksheet, heading)
    return next(
        r for r in range(HEADER_ROW + 1, worksheet.max_row + 1) if worksheet.cell(r, column).value == value
    )


def note(book: Workbook, sheet: str, row: int, **values: str | dt.datetime) -> None:
    for heading, value in values.items():
        book[sheet].cell(row, at(book[sheet], heading)).value = value


def shown(content: bytes, sheet: str, key: str) -> dict[str, object]:
    worksheet = load_workbook(io.BytesIO(content))[sheet]
    heads = [cell.value for cell in worksheet[HEADER_ROW]]
    row = row_of(worksheet, "键", key)
    return {str(head): worksheet.cell(row, n).value for n, head in enumerate(heads, 1)}


def with_value(comparison: Comparison, surface: str, value: int) -> Comparison:
    """The comparison of a corrected report: one figure of the newest year is another."""
    report = comparison.reports[-1]
    figures = tuple(
        replace(q, value=Decimal(value)) if q.surface == surface else q for q in report.figures.quantities
    )
    return replace(
        comparison,
        reports=(
            *comparison.reports[:-1],
            replace(report, figures=replace(report.figures, quantities=figures)),
        ),
    )


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return build_comparison()


@pytest.fixture(scope="module")
def content(comparison: Comparison) -> bytes:
    return written(comparison)


@pytest.fixture(scope="module")
def keys(comparison: Comparison) -> dict[str, str]:
    return {n.indicator: n.key for n in comparison.pairs[0].numbers if n.prior and n.current}


def test_an_untouched_workbook_holds_nothing(content: bytes) -> None:
    review = parse_review(content, "x.xlsx")
    assert (review.remarks, review.decisions, review.cover, review.columns, review.sheets) == (
        (),
        (),
        {},
        {},
        (),
    )


def test_remarks_come_back_in_their_rows(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        row = row_of(book["指标变动"], "键", keys["网上办理率"])
        note(book, "指标变动", row, 核实状态="一致", 说明="已查原件", 编制人="张", 日期=DAY)
        note(book, "章节对照", HEADER_ROW + 1, 说明="章节已核")

    review = parse_review(edited(content, write), "x.xlsx")
    again = written(comparison, review)
    row = shown(again, "指标变动", keys["网上办理率"])
    assert (row["核实状态"], row["说明"], row["编制人"], row["上次复核"]) == ("一致", "已查原件", "张", None)
    assert row["日期"] == DAY
    assert (
        load_workbook(io.BytesIO(again))["章节对照"]
        .cell(5, at(load_workbook(io.BytesIO(again))["章节对照"], "说明"))
        .value
        == "章节已核"
    )
    assert "已撤行" not in load_workbook(io.BytesIO(again)).sheetnames


def test_a_sorted_workbook_with_moved_columns_is_read(content: bytes, keys: dict[str, str]) -> None:
    def shuffle(book: Workbook) -> None:
        worksheet = book["指标变动"]
        row = row_of(worksheet, "键", keys["网上办理率"])
        note(book, "指标变动", row, 说明="在此")
        rows = [[c.value for c in r] for r in worksheet.iter_rows(min_row=HEADER_ROW + 1)]
        for number, values in enumerate(reversed(rows), HEADER_ROW + 1):
            for column, value in enumerate(values, 1):
                worksheet.cell(number, column).value = value
        worksheet.insert_cols(3)
        worksheet.insert_rows(1, 2)
        worksheet.title = "我的指标"

    review = parse_review(edited(content, shuffle), "x.xlsx")
    assert [(r.sheet, r.key, r.written) for r in review.remarks] == [
        ("figures", keys["网上办理率"], {"remark": "在此"})
    ]


def test_changed_figures_are_marked_to_look_again(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        for indicator in ("全区审批事项总数", "网上办理率"):
            note(
                book, "指标变动", row_of(book["指标变动"], "键", keys[indicator]), 核实状态="一致", 说明="好"
            )

    review = parse_review(edited(content, write), "x.xlsx")
    corrected = written(with_value(comparison, "558项", 559), review)
    changed = shown(corrected, "指标变动", keys["全区审批事项总数"])
    assert changed["2018年数值"] == 559
    assert (changed["核实状态"], changed["说明"]) == ("需重新核实", "好")
    assert "一致" in str(changed["上次复核"])
    assert "558" in str(changed["上次复核"])
    same = shown(corrected, "指标变动", keys["网上办理率"])
    assert (same["核实状态"], same["上次复核"]) == ("一致", None)

    third = written(with_value(comparison, "558项", 559), parse_review(corrected, "y.xlsx"))
    assert shown(third, "指标变动", keys["全区审批事项总数"]) == changed


def test_vanished_rows_go_with_their_remarks_and_come_back(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        note(
            book,
            "指标变动",
            row_of(book["指标变动"], "键", keys["网上办理率"]),
            核实状态="需说明",
            说明="待补材料",
        )

    review = parse_review(edited(content, write), "x.xlsx")
    pair = comparison.pairs[0]
    fewer = replace(
        comparison,
        pairs=(
            replace(pair, headline=(), numbers=tuple(n for n in pair.numbers if n.key != keys["网上办理率"])),
        ),
    )
    without = written(fewer, review)
    gone = shown(without, "已撤行", keys["网上办理率"])
    assert (gone["原工作表"], gone["核实状态"], gone["说明"]) == ("指标变动", "需说明", "待补材料")
    assert "网上办理率" in str(gone["原行内容"])
    back = written(comparison, parse_review(without, "y.xlsx"))
    assert shown(back, "指标变动", keys["网上办理率"])["说明"] == "待补材料"
    assert "已撤行" not in load_workbook(io.BytesIO(back)).sheetnames


def test_verdicts_on_pairs_are_read_and_outlive_the_pair(comparison: Comparison, content: bytes) -> None:
    number = next(n for n in comparison.pairs[0].numbers if n.confirm)

    def reject(book: Workbook) -> None:
        note(book, "指标变动", row_of(book["指标变动"], "键", number.key), 配对="不认可", 说明="不是一回事")

    review = parse_review(edited(content, reject), "x.xlsx")
    prior = next(q.key for q in comparison.reports[0].figures.quantities if q.id == number.prior)
    current = next(q.key for q in comparison.reports[1].figures.quantities if q.id == number.current)
    (ruling,) = review.decisions
    assert (ruling.kind, ruling.key, ruling.ruling) == ("pair", number.key, "rejected")
    assert (ruling.comparison, ruling.prior, ruling.current) == ("2017→2018", (prior,), (current,))
    alone = replace(number, prior=None, relation="added", difference=None, growth=None, confirm=False)
    obeyed = replace(
        comparison,
        pairs=(
            replace(
                comparison.pairs[0],
                numbers=tuple(alone if n is number else n for n in comparison.pairs[0].numbers),
            ),
        ),
    )
    next_one = written(obeyed, review)
    assert shown(next_one, "已撤行", number.key)["撤行原因"] == "配对不认可"
    (again,) = parse_review(next_one, "y.xlsx").decisions
    assert (again.ruling, again.prior, again.current) == ("rejected", (prior,), (current,))


def test_own_columns_sheets_rows_and_notes_are_carried(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        worksheet = book["指标变动"]
        row = row_of(worksheet, "键", keys["网上办理率"])
        last = worksheet.max_column + 1
        worksheet.cell(HEADER_ROW, last).value = "主审意见"
        worksheet.cell(row, last).value = "同意"
        worksheet.cell(HEADER_ROW, last + 1).value = "折算"
        year = worksheet.cell(row, at(worksheet, "2018年数值")).coordinate
        worksheet.cell(row, last + 1).value = f"=ROUND({year}*1.5,1)"
        worksheet.cell(row, 1).comment = Comment("见底稿第三页", "王")
        worksheet.cell(worksheet.max_row + 2, 2).value = "小计：另见附表"
        own = book.create_sheet("我的计算")
        own["A1"], own["B2"] = "合计", "=1+2"
        own.merge_cells("A3:B3")
        own.column_dimensions["A"].width = 33

    first = parse_review(edited(content, write), "x.xlsx")
    second = written(comparison, first)
    third = written(comparison, parse_review(second, "y.xlsx"))
    for result in (second, third):
        row = shown(result, "指标变动", keys["网上办理率"])
        assert row["主审意见"] == "同意"
        assert str(row["折算"]).startswith("=ROUND(")
        book = load_workbook(io.BytesIO(result))
        assert book["我的计算"]["B2"].value == "=1+2"
        assert book["我的计算"].column_dimensions["A"].width == 33
        assert [str(area) for area in book["我的计算"].merged_cells.ranges] == ["A3:B3"]
        comments = [c.comment.text for row in book["指标变动"].iter_rows() for c in row if c.comment]
        assert comments == ["见底稿第三页"]
        texts = [str(c.value) for row in book["已撤行"].iter_rows() for c in row]
        assert sum("小计：另见附表" in text for text in texts) == 1


def test_cover_fields_are_carried_and_known_ones_follow_the_inputs(
    comparison: Comparison, content: bytes
) -> None:
    def fill(book: Workbook) -> None:
        cover = book["封面"]
        for row in cover.iter_rows():
            for cell in row:
                if cell.value == "编制人":
                    cover.cell(cell.row, cell.column + 1).value = "李审计"
                if cell.value == "审计结论":
                    cover.cell(cell.row, cell.column + 1).value = "未发现重大差异"

    review = parse_review(edited(content, fill), "x.xlsx")
    assert review.cover == {"prepared_by": "李审计", "conclusion": "未发现重大差异"}
    again = written(comparison, review)
    assert parse_review(again, "y.xlsx").cover == review.cover


def test_review_in_another_language(comparison: Comparison, content: bytes, keys: dict[str, str]) -> None:
    def write(book: Workbook) -> None:
        note(
            book,
            "指标变动",
            row_of(book["指标变动"], "键", keys["网上办理率"]),
            核实状态="有差异",
            配对="认可",
        )

    english = written(comparison, parse_review(edited(content, write), "x.xlsx"), lang="en")
    worksheet = load_workbook(io.BytesIO(english))["Figures"]
    row = row_of(worksheet, "Key", keys["网上办理率"])
    assert worksheet.cell(row, at(worksheet, "Status")).value == "differs"
    assert worksheet.cell(row, at(worksheet, "Pairing")).value == "accepted"
    assert [r.written for r in parse_review(english, "y.xlsx").remarks] == [
        {"pairing": "accepted", "status": "differs"}
    ]


def test_formulas_written_by_people_come_back_as_text_not_as_formulas(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        note(book, "指标变动", row_of(book["指标变动"], "键", keys["网上办理率"]), 说明="=1+1")

    again = written(comparison, parse_review(edited(content, write), "x.xlsx"))
    worksheet = load_workbook(io.BytesIO(again))["指标变动"]
    cell = worksheet.cell(row_of(worksheet, "键", keys["网上办理率"]), at(worksheet, "说明"))
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as copy:
        for member in source.infolist():
            copy.writestr(member, source.read(member))
        copy.writestr(name, data)
    return stream.getvalue()


def test_a_workbook_of_someone_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    Workbook().save(path)
    with pytest.raises(WriteError) as raised:
        read_review(path)
    assert raised.value.slug == "not_our_workbook"


def test_a_sheet_formatted_to_its_last_row_is_read_quickly(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        note(book, "指标变动", row_of(book["指标变动"], "键", keys["网上办理率"]), 说明="好")
        book["指标变动"]["A1048576"].number_format = "0"
        book["封面"]["C1048576"].number_format = "0"
        book.create_sheet("另表")["XFD1048576"] = "末格"

    review = parse_review(edited(content, write), "x.xlsx")
    assert [r.written for r in review.remarks] == [{"remark": "好"}]
    assert load_workbook(io.BytesIO(written(comparison, review)))["另表"]["XFD1048576"].value == "末格"


def test_a_copy_of_one_of_our_sheets_is_theirs(
    comparison: Comparison, content: bytes, keys: dict[str, str]
) -> None:
    def write(book: Workbook) -> None:
        note(book, "指标变动", row_of(book["指标变动"], "键", keys["网上办理率"]), 说明="好")
        worksheet = book["指标变动"]
        assert isinstance(worksheet, Worksheet)
        book.copy_worksheet(worksheet).title = "指标变动（王）"

    review = parse_review(edited(content, write), "x.xlsx")
    assert len(review.remarks) == 1
    assert review.sheets == ("指标变动（王）",)
    assert "指标变动（王）" in load_workbook(io.BytesIO(written(comparison, review))).sheetnames


def test_a_date_leaves_the_cells_around_it_as_they_are(comparison: Comparison, content: bytes) -> None:
    reviewed = edited(content, lambda book: note(book, "指标变动", HEADER_ROW + 1, 上次复核=DAY))
    book = load_workbook(io.BytesIO(written(comparison, parse_review(reviewed, "r.xlsx"))))
    worksheet = book["指标变动"]
    column = at(worksheet, "上次复核")
    assert worksheet.cell(HEADER_ROW + 1, column).value == DAY
    assert worksheet.cell(HEADER_ROW + 2, column).number_format == "General"


def test_an_address_that_is_its_own_link_is_writing(content: bytes) -> None:
    def edit(book: Workbook) -> None:
        worksheet = book["指标变动"]
        cell = worksheet.cell(HEADER_ROW + 1, at(worksheet, "说明"))
        cell.value = cell.hyperlink = "https://example.org/"

    review = parse_review(edited(content, edit), "r.xlsx")
    assert [remark.written for remark in review.remarks] == [{"remark": "https://example.org/"}]
