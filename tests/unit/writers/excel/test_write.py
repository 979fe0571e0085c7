"""The workbook as a reader meets it: opened again, cell by cell."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from builder import build_comparison
from yoy.model import Comparison, Note
from yoy.options import FlagOptions
from yoy.writers.excel.rows.layout import HEADER_ROW
from yoy.writers.excel.rows.quoted import shown_range
from yoy.writers.excel.write import write_workbook
from yoy.writers.options import WriteOptions

TITLES = [
    "封面",
    "摘要",
    "待处理",
    "指标变动",
    "文字变动",
    "章节对照",
    "表格变动",
    "勾稽核对",
    "承诺跟踪",
    "文字重复",
    "序列",
    "未列数字",
]
OPTIONS = WriteOptions(html_name="对照 页.html", date="2019-03-01")


def written(comparison: Comparison, options: WriteOptions = OPTIONS) -> bytes:
    stream = io.BytesIO()
    write_workbook(comparison, stream, options)
    return stream.getvalue()


def opened(content: bytes, *, rich: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(content), rich_text=rich)


def rows_of(worksheet: Worksheet) -> list[dict[str, object]]:
    heads = [str(cell.value) for cell in worksheet[HEADER_ROW]]
    rows = worksheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows if any(row)]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return build_comparison((2016, 2017, 2018))


@pytest.fixture(scope="module")
def content(comparison: Comparison) -> bytes:
    return written(comparison)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return opened(content)


def test_sheets_stand_in_order(book: Workbook) -> None:
    assert book.sheetnames == TITLES
    two_years = opened(written(build_comparison()))
    assert two_years.sheetnames == [title for title in TITLES if title != "序列"]


def test_reports_without_tables_have_no_sheet_of_tables() -> None:
    built = build_comparison()
    bare = replace(built, pairs=tuple(replace(pair, tables=()) for pair in built.pairs))
    assert "表格变动" not in opened(written(bare)).sheetnames


def test_settings_are_told_in_words(book: Workbook) -> None:
    cover = [str(cell.value) for row in book["封面"].iter_rows() for cell in row if cell.value]
    assert "diff.ignore" not in cover
    assert cover[cover.index("不算改动") + 1] == "标点、空格、全角半角"


def test_sums_that_add_up_bear_the_mark_that_the_legend_gives_them() -> None:
    built = build_comparison()
    prior, current = built.reports
    sums = tuple(replace(f, check="sum", verdict="consistent", rounding=None) for f in current.findings)
    assert sums
    checks = opened(written(replace(built, reports=(prior, replace(current, findings=sums)))))["勾稽核对"]
    marks = [str(cell.value)[0] for row in checks.iter_rows() for cell in row if "相符" in str(cell.value)]
    assert marks.count("∧") >= len(sums)


def test_what_is_inconsistent_in_the_oldest_report_is_counted_with_the_first_pair() -> None:
    built = build_comparison()
    prior, current = built.reports
    wrong = [f for f in current.findings if f.verdict == "inconsistent"]
    assert wrong
    moved = replace(built, reports=(replace(prior, findings=tuple(wrong)), replace(current, findings=())))
    counts = []
    for one in (built, moved):
        cells = [cell for row in opened(written(one))["摘要"].iter_rows() for cell in row]
        label = next(cell for cell in cells if cell.value == "× 不符")
        counts.append(opened(written(one))["摘要"].cell(label.row - 1, label.column).value)
    assert counts[0] == counts[1]


def test_english_where_asked() -> None:
    book = opened(written(build_comparison(), replace(OPTIONS, lang="en")))
    assert book.sheetnames[:4] == ["Cover", "Summary", "Open items", "Figures"]
    assert "Redline" in [cell.value for cell in book["Text"][HEADER_ROW]]


def test_every_pair_of_figures_is_a_row_with_its_numbers(book: Workbook, comparison: Comparison) -> None:
    numbers = [(pair, number) for pair in reversed(comparison.pairs) for number in pair.numbers]
    for row, (pair, number) in zip(rows_of(book["指标变动"]), numbers, strict=True):
        assert row["比较期间"] == f"{pair.prior}→{pair.current}"
        assert str(row["键"]).startswith(number.key)
        for side in ("prior", "current"):
            report = comparison.report(getattr(pair, side))
            values = {figure.id: figure.value for figure in report.figures.quantities}
            if getattr(number, side) is not None:
                assert Decimal(str(row[f"{report.id}年数值"])) == values[getattr(number, side)]


def test_differences_are_values_and_their_formulas_stand_beside(book: Workbook) -> None:
    worksheet = book["指标变动"]
    row = next(r for r in rows_of(worksheet) if r["指标"] == "全区审批事项总数" and r["2017年数值"] == 581)
    assert (row["2018年数值"], row["增减额"], row["增减率"]) == (558, -23, pytest.approx(-0.0396))
    assert str(row["复算增减额"]).startswith("=")
    letters = {str(cell.value): cell.column_letter for cell in worksheet[HEADER_ROW]}  # type: ignore[union-attr]
    assert letters["2018年数值"] in str(row["复算增减额"])


def test_percentages_differ_in_points(book: Workbook) -> None:
    worksheet = book["指标变动"]
    row = next(r for r in rows_of(worksheet) if r["指标"] == "网上办理率" and r["2018年数值"])
    assert row["增减率"] == pytest.approx(6.7)
    at = next(i for i, r in enumerate(rows_of(worksheet), HEADER_ROW + 1) if r == row)
    letters = {str(cell.value): cell.column_letter for cell in worksheet[HEADER_ROW]}  # type: ignore[union-attr]
    assert "个百分点" in worksheet[f"{letters['增减率']}{at}"].number_format


def test_the_double_threshold_is_obeyed_and_shown() -> None:
    loud = written(build_comparison(flags=FlagOptions(growth=Decimal("0.01"), amount=Decimal(1))))
    quiet = written(build_comparison(flags=FlagOptions(growth=Decimal(9), points=Decimal(99))))
    flagged = [r for r in rows_of(opened(loud)["指标变动"]) if r["超阈值"]]
    assert flagged
    assert all("△" in str(row["审计标识"]) for row in flagged)
    assert not [r for r in rows_of(opened(quiet)["指标变动"]) if r["超阈值"]]
    cover = " ".join(
        str(cell.value) for row in opened(loud)["封面"].iter_rows() for cell in row if cell.value
    )
    assert "达到 1%" in cover


def test_the_redline_tells_both_texts(comparison: Comparison, content: bytes) -> None:
    worksheet = opened(content, rich=True)["文字变动"]
    heads = {str(cell.value): at for at, cell in enumerate(worksheet[HEADER_ROW])}
    rows = list(worksheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True))
    found = [row[heads["修订对照"]] for row in rows if "558项" in str(row[heads["本期文字"]])]
    redline = found[0]
    assert isinstance(redline, CellRichText)
    struck = "".join(str(run) for run in redline if not isinstance(run, str) and run.font.strike)
    added = "".join(str(run) for run in redline if not isinstance(run, str) and run.font.u == "single")
    assert "581项" in struck
    assert "558项" in added
    changed = [p for pair in comparison.pairs for p in pair.passages if p.relation != "same" or p.moved]
    assert len(rows) == len(changed)


def test_long_texts_go_on_in_the_next_row_and_nothing_is_left_out() -> None:
    comparison = build_comparison()
    pair = comparison.pairs[0]
    added = next(p for p in pair.passages if p.relation == "added" and p.current)
    report = comparison.report(pair.current)
    sentence = "".join(f"第{n}项工作取得了新的进展，群众比较满意。" for n in range(4000))
    text = report.text + sentence
    passage = next(p for p in report.outline.passages if p.id == added.current[0])
    longer = replace(passage, span=replace(passage.span, start=len(report.text), end=len(text)))
    outline = replace(
        report.outline,
        document=replace(report.document, text=text),
        passages=tuple(longer if p.id == passage.id else p for p in report.outline.passages),
    )
    changed = replace(comparison, reports=(comparison.reports[0], replace(report, outline=outline)))
    rows = [r for r in rows_of(opened(written(changed))["文字变动"]) if str(r["键"]).count("+")]
    first = next(
        r
        for r in rows_of(opened(written(changed))["文字变动"])
        if str(rows[0]["键"]).startswith(str(r["键"]))
    )
    assert len(rows) > 20
    assert first["本期文字"] + "".join(str(r["本期文字"]) for r in rows) == sentence  # type: ignore[operator]


def test_the_cover_accounts_for_every_number(book: Workbook, comparison: Comparison) -> None:
    cells = [str(cell.value) for row in book["封面"].iter_rows() for cell in row if cell.value is not None]
    for report in comparison.reports:
        total = len(report.figures.quantities) + len(report.figures.set_aside)
        assert any(f"{report.id}报告" in text and f"数字 {total} 个" in text for text in cells)
    assert not any("≠" in text and "+" in text for text in cells)


def test_every_number_stands_on_one_of_two_sheets(book: Workbook, comparison: Comparison) -> None:
    aside = rows_of(book["未列数字"])
    assert len(aside) == sum(len(report.figures.set_aside) for report in comparison.reports)


def test_figures_that_no_pair_mentions_are_listed(comparison: Comparison) -> None:
    pair = comparison.pairs[-1]
    fewer = replace(
        comparison,
        pairs=(replace(pair, numbers=pair.numbers[1:], headline=()),),
        reports=comparison.reports[1:],
    )
    rows = rows_of(opened(written(fewer))["未列数字"])
    assert any("未参与配对" in str(row["不列原因"]) for row in rows)


def test_notes_reach_the_cover(comparison: Comparison) -> None:
    pair = replace(comparison.pairs[0], notes=(Note(stage="compare", code="something_odd"),) * 3)
    book = opened(written(replace(comparison, pairs=(pair, *comparison.pairs[1:]))))
    cells = [str(cell.value) for row in book["封面"].iter_rows() for cell in row if cell.value]
    assert any("something_odd" in text and "3" in text for text in cells)


def test_internal_links_lead_to_the_row_they_name(book: Workbook) -> None:
    worksheet = book["指标变动"]
    links = [cell for row in worksheet.iter_rows(min_row=5) for cell in row if cell.hyperlink]
    inner = [cell for cell in links if cell.hyperlink and not cell.hyperlink.target]
    assert inner
    for cell in inner:
        title, _, place = str(cell.hyperlink.location).partition("!")  # type: ignore[union-attr]
        assert book[title.strip("'")][place].value == cell.value


def test_page_links_name_the_file_and_the_anchor(book: Workbook) -> None:
    links = [
        c.hyperlink for row in book["指标变动"].iter_rows() for c in row if c.hyperlink and c.hyperlink.target
    ]
    assert links
    assert {link.target for link in links} == {"%E5%AF%B9%E7%85%A7%20%E9%A1%B5.html"}
    assert links[0].location == "n0-2018"


def test_no_page_no_links() -> None:
    book = opened(written(build_comparison(), WriteOptions()))
    assert not [c for ws in book for row in ws.iter_rows() for c in row if c.hyperlink and c.hyperlink.target]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "#REF!",
        '=HYPERLINK("http://x")',
        "http://example.org",
        "a\x0bb",
        "\ud800x",
        "x\r\ny",
    ],
)
def test_no_text_becomes_a_formula_a_link_or_a_broken_file(text: str) -> None:
    comparison = build_comparison()
    pair = comparison.pairs[0]
    numbers = tuple(replace(number, indicator=text) for number in pair.numbers)
    document = replace(comparison.reports[1].document, title=text, issuer=text)
    report = replace(comparison.reports[1], outline=replace(comparison.reports[1].outline, document=document))
    hostile = replace(
        comparison, pairs=(replace(pair, numbers=numbers),), reports=(comparison.reports[0], report)
    )
    book = opened(written(hostile, WriteOptions()))
    cells = [c for ws in book for row in ws.iter_rows() for c in row]
    formulas = [c for c in cells if c.data_type in {"f", "e"}]
    heads = [cell.value for cell in book["指标变动"][HEADER_ROW]]
    assert {str(heads[(c.column or 1) - 1]) for c in formulas} <= {"复算增减额", "复算增减率"}
    assert not [c for c in cells if c.hyperlink and c.hyperlink.target]


def test_control_characters_are_shown() -> None:
    comparison = build_comparison()
    pair = comparison.pairs[0]
    odd = tuple(replace(n, indicator="甲\x0b乙\udc80丙_x0041_") for n in pair.numbers)
    book = opened(written(replace(comparison, pairs=(replace(pair, numbers=odd),)), WriteOptions()))
    assert "甲␋乙⟨DC80⟩丙_x005F_x0041_" in {row["指标"] for row in rows_of(book["指标变动"])}


def test_same_inputs_same_bytes(comparison: Comparison, content: bytes) -> None:
    assert written(comparison) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2019-03-01T00:00:00Z") == 2


def test_every_sheet_prints_on_a4_with_its_headings(book: Workbook) -> None:
    for worksheet in book:
        assert worksheet.page_setup.paperSize == 9
        assert worksheet.page_setup.orientation == "landscape"
        assert worksheet.oddFooter is not None
        assert "&P" in str(worksheet.oddFooter.center.text)
        if worksheet.title not in {"封面", "摘要"}:
            assert worksheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
            assert worksheet.auto_filter.ref
            assert worksheet.freeze_panes


def test_reviewers_choose_from_a_list(book: Workbook) -> None:
    offered = {rule.formula1 for rule in book["指标变动"].data_validations.dataValidation}
    assert offered == {'"认可,不认可"', '"待核,一致,有差异,需说明,不适用,需重新核实"'}


def test_keys_are_unique_on_every_sheet(book: Workbook) -> None:
    for worksheet in book.worksheets[2:]:
        names = [(row.get("比较期间"), row["键"]) for row in rows_of(worksheet)]
        assert len(names) == len(set(names)), worksheet.title


def test_pandas_reads_the_sheet_as_it_is(content: bytes) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.read_excel(
        io.BytesIO(content), sheet_name="指标变动", header=HEADER_ROW - 1, engine="openpyxl"
    )
    row = frame[(frame["指标"] == "全区审批事项总数") & (frame["2018年数值"] == 558)].iloc[0]
    assert row["增减额"] == -23


def test_calamine_reads_the_same_figures(content: bytes, book: Workbook) -> None:
    calamine = pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    read = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = read.get_sheet_by_name("指标变动").to_python(skip_empty_area=False)[HEADER_ROW:]
    at = [cell.value for cell in book["指标变动"][HEADER_ROW]].index("2018年数值")
    assert [row[at] or None for row in rows] == [r["2018年数值"] for r in rows_of(book["指标变动"])]


def with_value(value: Decimal) -> Comparison:
    """The comparison with another value for one figure of the current report."""
    report = build_comparison()
    current = report.reports[-1]
    quantities = tuple(
        replace(q, value=value) if q.surface == "558项" else q for q in current.figures.quantities
    )
    changed = replace(current, figures=replace(current.figures, quantities=quantities))
    return replace(report, reports=(*report.reports[:-1], changed))


def test_a_number_of_any_length_is_written() -> None:
    value = Decimal(10**29 + 1)
    rows = rows_of(opened(written(with_value(value)))["指标变动"])
    assert max(float(str(r["2018年数值"] or 0)) for r in rows) == float(value)


def test_no_number_is_wider_than_its_column() -> None:
    book = opened(written(with_value(Decimal(5293800000000))))
    worksheet = book["指标变动"]
    letters = {str(cell.value): cell.column_letter for cell in worksheet[HEADER_ROW]}  # type: ignore[union-attr]
    assert worksheet.column_dimensions[letters["2018年数值"]].width > len("5,293,800,000,000")


def test_what_surrounds_a_report_comes_after_its_text(book: Workbook) -> None:
    rows = rows_of(book["文字变动"])
    by_pair = [
        [r for r in rows if r["比较期间"] == pair] for pair in dict.fromkeys(r["比较期间"] for r in rows)
    ]
    shell = [["网页附带文字" in str(r["改动类别"]) for r in pair] for pair in by_pair]
    assert all(pair == sorted(pair) for pair in shell)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("4931199620673.3048838312", "4935975320360.702420503085", "4,931,100,000,000 – 4,936,000,000,000"),
        ("28692", "28717", "28,692 – 28,717"),
        ("5.2", "5.4", "5.2 – 5.4"),
        ("0.12345", "0.22345", "0.12 – 0.23"),
    ],
)
def test_a_range_says_no_more_than_its_width_allows(low: str, high: str, shown: str) -> None:
    assert shown_range(Decimal(low), Decimal(high)) == shown
