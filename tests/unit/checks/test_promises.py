"""Last year's plan against this year's report."""

from __future__ import annotations

import pytest

from checked_reports import document
from yoy.model import Document, Promise, ReportPair, Span
from yoy.pipeline import compare

PLAN = "\n\n二、下一步工作思路\n\n"


def year(body: str, number: int) -> Document:
    return document(body, number)


def tracked(plan: str, results: str) -> tuple[Promise, ReportPair]:
    prior = year(f"全年工作平稳推进。{PLAN}{plan}", 2017)
    made = compare([prior, year(results, 2018)])
    (promise,) = made.pairs[0].promises
    return promise, made.pairs[0]


@pytest.mark.parametrize(
    ("plan", "results", "status"),
    [
        ("力争审批事项总数精简到560项以内。", "全区审批事项总数精简至558项。", "done"),
        ("力争行政复议结案率达到90%以上。", "行政复议审结110件，行政复议结案率82.09%。", "behind"),
        ("新建区公共法律服务中心并投入运行。", "区公共法律服务中心建成并投入运行。", "done"),
        ("新建区公共法律服务中心并投入运行。", "区公共法律服务中心正在建设，尚未投入运行。", "behind"),
        ("新建区公共法律服务中心并投入运行。", "推进区公共法律服务中心前期工作。", "progress"),
        (
            "编制重大行政决策事项年度目录并向社会公布。",
            "全年修缮老旧住房若干平方米，居民满意。",
            "not_mentioned",
        ),
    ],
)
def test_status(plan: str, results: str, status: str) -> None:
    promise, _ = tracked(plan, results)
    assert promise.status == status
    assert bool(promise.current) == (status != "not_mentioned")


def test_a_target_in_other_units_is_converted() -> None:
    promise, pair = tracked("全年新建公共绿地不少于80公顷。", "全年新建公共绿地1110亩。")
    assert promise.status == "behind"
    (finding,) = [found for found in pair.findings if found.check == "promise"]
    assert finding.code == "target_missed"
    assert finding.recomputed == -6


def test_less_unemployment_than_planned_is_no_miss() -> None:
    promise, _ = tracked("力争城镇调查失业率5.5%左右。", "城镇调查失业率5.1%。")
    assert promise.status == "done"


def test_results_are_no_promises() -> None:
    prior = year("全年新建学校三所，完成全部年度任务。", 2017)
    made = compare([prior, year("全年新建学校四所，完成全部年度任务。", 2018)])
    assert made.pairs[0].promises == ()


def test_spans_of_a_forgotten_promise_show_it() -> None:
    _, pair = tracked("编制重大行政决策事项年度目录并向社会公布。", "全年修缮老旧住房若干，居民满意。")
    (finding,) = [found for found in pair.findings if found.check == "promise"]
    assert finding.report == "2017"
    assert len(finding.spans[0].span) > len(Span(0, 10))
