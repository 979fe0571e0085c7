"""Figures of small reports: times, sections, tables, names, implied values, words of the user."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.model import Cell, Document, Figures, HeadingHint, Quantity, Source, Span, Table
from yoy.options import LexiconOptions, UserUnit
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures
from yoy.quantities.thousands import groups_thousands


def figures_of(
    text: str,
    *,
    language: str = "zh",
    period: int | None = 2018,
    tables: tuple[Table, ...] = (),
    headings: tuple[str, ...] = (),
    options: LexiconOptions | None = None,
    shell: tuple[Span, ...] = (),
) -> Figures:
    hints = tuple(
        HeadingHint(span=Span(text.index(title), text.index(title) + len(title)), level=1)
        for title in headings
    )
    document = Document(
        source=Source(name="x.txt", format="txt", encoding="utf-8", size=len(text), sha256="0" * 64),
        text=text,
        language="en" if language == "en" else "zh",
        period=period,
        tables=tables,
        hints=hints,
        shell=shell,
    )
    return find_figures(find_outline(document), options or LexiconOptions())


def one(figures: Figures, surface: str) -> Quantity:
    [found] = [quantity for quantity in figures.quantities if quantity.surface == surface]
    return found


def table_of(text: str, rows: list[list[str]], **more: object) -> Table:
    """A table whose cells stand in `text` in order, separated by tabs and line ends."""
    at, cells = text.index(rows[0][0]), []
    start = at
    for row in rows:
        line = []
        for content in row:
            line.append(Cell(text=content, span=Span(at, at + len(content))))
            at += len(content) + 1
        cells.append(tuple(line))
    return Table(id="t1", span=Span(start, at - 1), rows=tuple(cells), **more)  # type: ignore[arg-type]


def test_a_plan_section_holds_targets_of_next_year() -> None:
    text = "一、2018年工作回顾\n新增就业5万人。\n二、2019年重点工作\n新增就业6万人，去年完成4万人。\n"
    figures = figures_of(text)
    assert (one(figures, "5万人").role, one(figures, "5万人").period) == ("result", "2018")
    assert (one(figures, "6万人").role, one(figures, "6万人").period) == ("target", "2019")
    assert one(figures, "4万人").role == "result"


def test_a_part_of_a_plan_stays_one_whatever_results_its_heading_wants() -> None:
    text = (
        "一、2018年工作回顾\n建成道路3条。\n"
        "二、2019年重点任务\n（一）推进绿色发展取得新成效\n新增绿道50公里。\n"
    )
    planned = one(figures_of(text), "50公里")
    assert (planned.role, planned.period) == ("target", "2019")


def test_a_section_of_results_and_plans_is_told_apart_sentence_by_sentence() -> None:
    text = (
        "一、工作回顾\n建成道路3条。\n"
        "二、“十三五”时期发展成就和“十四五”时期主要目标任务\n"
        "过去五年，新增就业60万人，公园总数达1136个。\n“十四五”时期是关键时期。森林覆盖率达到24.1%。\n"
    )
    figures = figures_of(text, period=2020)
    assert (one(figures, "60万人").role, one(figures, "60万人").period) == ("result", "2016/2020")
    assert (one(figures, "1136个").role, one(figures, "1136个").period) == ("result", "2020")
    assert (one(figures, "24.1%").role, one(figures, "24.1%").period) == ("target", "2021/2025")


def test_a_later_year_makes_a_target_anywhere() -> None:
    figures = figures_of("到2025年森林覆盖率达到24.1%。")
    assert (one(figures, "24.1%").role, one(figures, "24.1%").period) == ("target", "2025")


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("1—9月罚款30万元。", "2018-01/2018-09"),
        ("上半年罚款30万元。", "2018-01/2018-06"),
        ("前三季度罚款30万元。", "2018-01/2018-09"),
        ("1-12月罚款30万元。", None),
        ("截至6月底罚款30万元。", None),
    ],
)
def test_part_of_a_year(text: str, partial: str | None) -> None:
    assert one(figures_of(text), "30万元").partial == partial


def test_a_chapter_that_compares_two_years_dates_its_figures() -> None:
    text = (
        "RESULTS - 2017 vs. 2016\nShop revenue increased $12 million, from $300 million to $312 million, "
        "because more people came to the shops in every town.\n"
    )
    figures = figures_of(text, language="en", period=2018)
    assert [one(figures, s).period for s in ("$12 million", "$300 million", "$312 million")] == [
        "2017",
        "2016",
        "2017",
    ]


def test_shell_holds_no_figures() -> None:
    text = "浏览次数：532次\n全年受理154件。\n"
    figures = figures_of(text, shell=(Span(0, 9),))
    assert [quantity.surface for quantity in figures.quantities] == ["154件"]
    assert ("532", "shell") in [(entry.surface, entry.reason) for entry in figures.set_aside]


def test_subject_is_carried_into_the_sentences_that_leave_it_out() -> None:
    figures = figures_of(
        "全年收到行政复议申请154件。其中受理134件，不予受理20件；审结110件，结案率为82.09%。"
    )
    names = {quantity.surface: quantity.indicator for quantity in figures.quantities}
    assert names == {
        "154件": "收到行政复议申请件数",
        "134件": "行政复议申请受理件数",
        "20件": "行政复议申请不予受理件数",
        "110件": "行政复议申请审结件数",
        "82.09%": "行政复议申请结案率",
    }


def test_changes_are_named_after_their_level() -> None:
    figures = figures_of("全区信访总量为7623件，同比下降15.9%。")
    assert one(figures, "15.9%").indicator == "全区信访总量同比变化"
    assert one(figures, "15.9%").of == one(figures, "7623件").id


def test_names_are_short_and_told_apart_by_section() -> None:
    text = "一、城市建设\n新增面积30公顷。\n二、乡村建设\n新增面积50公顷。\n"
    names = {quantity.surface: quantity.indicator for quantity in figures_of(text).quantities}
    assert names == {"30公顷": "城市建设：新增面积", "50公顷": "乡村建设：新增面积"}


def test_keys_depend_on_neither_value_nor_place() -> None:
    before = figures_of("一、概况\n收到申请154件。\n")
    after = figures_of("前言说明。\n一、概况\n收到申请98件。\n")
    assert [quantity.key for quantity in before.quantities] == [quantity.key for quantity in after.quantities]


def test_last_years_value_follows_from_level_and_growth() -> None:
    figures = figures_of("新增注册企业30484户，增长6.2%。")
    [implied] = figures.implied
    assert (implied.period, implied.stated) == ("2017", False)
    assert implied.low < Decimal(28702) < implied.high
    assert implied.high - implied.low < 30


def test_a_printed_baseline_is_stated() -> None:
    figures = figures_of("审批事项由581项精简至558项。")
    [implied] = figures.implied
    assert (implied.low, implied.high, implied.stated) == (Decimal(581), Decimal(581), True)
    assert implied.quantity == one(figures, "581项").id


@pytest.mark.parametrize(
    "text",
    [
        "优良率为83.2%，较全市平均水平高3.3个百分点。",
        "预计2019年产值达5亿元，增长5%。",
        "产值约5亿元，增长5%。",
    ],
)
def test_nothing_is_implied_by_distances_plans_and_rough_values(text: str) -> None:
    assert figures_of(text).implied == ()


def test_cells_are_named_by_both_heads_and_take_the_tables_unit() -> None:
    rows = [["项目", "2018年", "2017年"], ["一、总收入", "1,234.5", "1,100"], ["其中：税收", "80%", "(3.2)"]]
    text = "收支表\n" + "\n".join("\t".join(row) for row in rows) + "\n"
    figures = figures_of(text, tables=(table_of(text, rows, unit="万元"),))
    total, earlier = one(figures, "1,234.5"), one(figures, "1,100")
    assert (total.value, total.unit, total.indicator) == (Decimal(12345000), "元", "总收入（2018年）")
    assert (total.table, total.row, total.column, total.period) == ("t1", 1, 1, "2018")
    assert (earlier.role, earlier.period) == ("baseline", "2017")
    assert (one(figures, "80%").kind, one(figures, "80%").unit) == ("ratio", "%")
    assert one(figures, "(3.2)").value == Decimal(-32000)


def test_unit_of_a_head_comes_before_the_tables() -> None:
    rows = [["内容", "件数", "金额（万元）", "同比增长"], ["许可", "12", "34", "-5.5%"]]
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    figures = figures_of(text, tables=(table_of(text, rows, unit="元"),))
    assert (one(figures, "12").unit, one(figures, "34").value) == ("件", Decimal(340000))
    growth = one(figures, "-5.5%")
    assert (growth.kind, growth.direction, growth.value) == ("change_rel", "down", Decimal("5.5"))


def test_money_and_shares_in_millions_but_not_per_share() -> None:
    rows = [
        ["(In millions, except per share data)", "2018"],
        ["Revenue", "$26,974"],
        ["Other income", "48"],
        ["Net income per share", "$1.74"],
        ["Shares outstanding", "2,507"],
    ]
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    table = table_of(text, rows, unit="millions")
    figures = figures_of(text, language="en", tables=(table,))
    assert one(figures, "$26,974").value == Decimal(26974000000)
    assert (one(figures, "48").value, one(figures, "48").unit) == (Decimal(48000000), "$")
    assert one(figures, "$1.74").value == Decimal("1.74")
    assert (one(figures, "2,507").value, one(figures, "2,507").unit) == (Decimal(2507000000), "shares")


def test_a_user_adds_a_unit() -> None:
    options = LexiconOptions(units=(UserUnit(name="网格", base="网格"),))
    assert figures_of("划分1234网格。").quantities == ()
    assert one(figures_of("划分1234网格。", options=options), "1234网格").unit == "网格"


@pytest.mark.parametrize(
    ("text", "language", "grouped"),
    [
        ("列全市第2,117项没有,共9658件,办结1234件", "zh", False),
        ("收入1,234元，支出2,345元。", "zh", True),
        ("收入1,234,567元,支出12元,结余", "zh", True),
        ("It has 4,565 posts, and more", "en", True),
        ("没有数字", "zh", True),
    ],
)
def test_thousands_are_decided_once_for_a_document(text: str, language: str, grouped: bool) -> None:
    assert groups_thousands(text, language)[0] is grouped


def test_a_doubtful_comma_is_noted() -> None:
    figures = figures_of("总数达310项,列全市第2,117项没有期限,共9658件,办结1234件。")
    assert [note.code for note in figures.notes] == ["comma_ambiguous"]


def test_an_empty_report_has_no_figures() -> None:
    figures = figures_of("")
    assert (figures.quantities, figures.set_aside, figures.implied) == ((), (), ())
