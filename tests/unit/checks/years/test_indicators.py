"""Figures counted otherwise than last year, and figures no longer given."""

from __future__ import annotations

from checked_reports import pair
from yoy.model import Finding


def found(check: str, prior: str, current: str) -> list[Finding]:
    return [f for f in pair(prior, current)[2].findings if f.check == check]


def test_another_scope_under_one_name_is_a_change_of_basis() -> None:
    (finding,) = found(
        "basis",
        "区级机关公务员学法测试参加人数1820人。",
        "全区工作人员学法测试参加人数5460人。",
    )
    assert (finding.verdict, finding.code) == ("suspect", "basis_scope")


def test_one_scope_in_both_years_is_none() -> None:
    text = "区级机关公务员学法测试参加人数{}人。"
    assert found("basis", text.format(1820), text.format(1905)) == []


def test_a_figure_that_is_no_longer_given_is_pointed_out() -> None:
    kept = "新增注册企业{}户。"
    (finding,) = [
        f
        for f in found(
            "dropped_indicator",
            kept.format(28702) + "\n办理法律援助案件1235件。",
            kept.format(30484) + "\n法律援助工作扎实推进。",
        )
        if f.code == "indicator_dropped"
    ]
    assert finding.verdict == "cannot_check"
    assert "1235" in str(finding.args)
