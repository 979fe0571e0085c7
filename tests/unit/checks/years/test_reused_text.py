"""Text taken over from last year."""

from __future__ import annotations

from checked_reports import document, options
from yoy.model import Finding
from yoy.pipeline import compare

WORK = "深化审批制度改革，梳理权责清单，压缩办理时限。"
PROBLEM = "一些部门运用法治思维解决复杂问题的能力还不强，基层执法力量与繁重任务不相适应。"


def found(prior: str, current: str) -> list[Finding]:
    documents = []
    for year, problems in ((2017, prior), (2018, current)):
        made = document(f"{WORK}\n\n二、存在的问题\n\n{problems}", year)
        documents.append(made)
    return [f for f in compare(documents, options()).pairs[0].findings if f.check == "repeated_problem"]


def test_a_shortcoming_named_in_the_same_words_twice_is_told() -> None:
    (finding,) = found(PROBLEM, PROBLEM)
    assert finding.verdict == "suspect"
    assert {span.report for span in finding.spans} == {"2017", "2018"}


def test_another_figure_in_it_makes_it_no_other_shortcoming() -> None:
    assert len(found(f"目前仍有12个{PROBLEM}", f"目前仍有15个{PROBLEM}")) == 1


def test_another_shortcoming_is_none() -> None:
    assert found(PROBLEM, "行政复议案件数量增长较快，专业审理人员配备不足，办案周期偏长。") == []
