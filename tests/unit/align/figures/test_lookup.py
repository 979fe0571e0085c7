from __future__ import annotations

from marked_reports import report
from yoy.align.figures.lookup import is_clear, rank_figures

REPORT = report(
    2018,
    """
# 一、审批
全区审批事项总数为{558项|全区审批事项总数}，网上办理率{94.2%|网上办理率}。
# 二、复议
收到行政复议申请{154件|行政复议申请收到件数}，受理{134件|行政复议申请受理件数}，不予受理{20件|行政复议申请不予受理件数}。
公众安全感列全市{第8|公众安全感全市排名}。
""",
)


def first(name: str, unit: str) -> str:
    return rank_figures(REPORT, name, unit)[0].quantity.surface


def test_other_words_find_the_figure() -> None:
    assert first("行政审批事项总量", "项") == "558项"
    assert first("依法受理复议案件", "件") == "134件"
    assert first("复议申请决定不予受理", "件") == "20件"


def test_only_units_of_the_kind_are_offered() -> None:
    assert {c.quantity.unit for c in rank_figures(REPORT, "办理率", "%")} == {"%"}
    assert rank_figures(REPORT, "绿地面积", "公顷") == ()


def test_a_rank_is_asked_for_in_places() -> None:
    assert first("公众安全感排名", "位") == "第8"


def test_nothing_is_taken_for_a_name_that_is_not_there() -> None:
    assert not is_clear(rank_figures(REPORT, "法律援助咨询人次", "件"))
    assert not is_clear(())


def test_a_name_in_its_own_words_is_taken() -> None:
    assert is_clear(rank_figures(REPORT, "行政复议申请不予受理件数", "件"))
