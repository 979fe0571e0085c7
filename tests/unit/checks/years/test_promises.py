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


@pytest.mark.parametrize(
    ("result", "code"), [("8.9%", "target_met"), ("9.3%", "target_met"), ("8%", "target_missed")]
)
def test_what_is_planned_about_may_fall_a_little_short(result: str, code: str) -> None:
    _, pair = tracked("力争社会消费品零售总额增长9%左右。", f"社会消费品零售总额增长{result}。")
    (finding,) = [found for found in pair.findings if found.check == "promise"]
    assert finding.code == code


def test_a_fall_misses_planned_growth_by_both() -> None:
    _, pair = tracked("力争社会消费品零售总额增长8%以上。", "社会消费品零售总额下降2.1%。")
    (finding,) = [found for found in pair.findings if found.check == "promise"]
    assert (finding.code, str(finding.recomputed)) == ("target_missed", "-10.1")


def test_results_are_no_promises() -> None:
    prior = year("全年新建学校三所，完成全部年度任务。", 2017)
    made = compare([prior, year("全年新建学校四所，完成全部年度任务。", 2018)])
    assert made.pairs[0].promises == ()


def test_spans_of_a_forgotten_promise_show_it() -> None:
    _, pair = tracked("编制重大行政决策事项年度目录并向社会公布。", "全年修缮老旧住房若干，居民满意。")
    (finding,) = [found for found in pair.findings if found.check == "promise"]
    assert finding.report == "2017"
    assert len(finding.spans[0].span) > len(Span(0, 10))


def test_chapters_behind_the_plan_promise_too() -> None:
    prior = year(
        "一、2017年工作回顾\n\n全年工作平稳推进。\n\n二、2018年工作总体安排\n\n力争各项工作走在前列，取得更大进展。"
        "\n\n三、把社区服务办得更好\n\n年内新建社区食堂六家并投入运行。\n\n四、其他事项\n\n继续做好有关资料的整理工作。",
        2017,
    )
    made = compare([prior, year("全年新建社区食堂六家并投入运行。", 2018)])
    texts = [
        next(p for p in made.reports[0].outline.passages if p.id == promise.prior[0]).span.of(prior.text)
        for promise in made.pairs[0].promises
    ]
    assert [text.strip() for text in texts] == [
        "力争各项工作走在前列，取得更大进展。",
        "年内新建社区食堂六家并投入运行。",
    ]


def test_what_a_plan_of_several_years_says_is_no_result() -> None:
    promise, _ = tracked(
        "打造全市一流的托育服务体系。",
        "全年工作平稳推进。\n\n二、关于第十四个五年规划纲要（草案）的说明\n\n过去五年成绩显著。\n\n"
        "“十四五”时期是发展的关键时期。\n\n完成托育服务体系建设，打造全市一流的托育服务体系。",
    )
    assert promise.status == "not_mentioned"


@pytest.mark.parametrize(
    ("plan", "results", "status"),
    [
        ("低效建设用地减量10公顷。", "启动商务楼宇更新，盘活处置低效产业用地30公顷。", "not done"),
        ("加强古城历史街巷整体保护。", "古城历史街巷整体保护持续深化，三处园林建成开放。", "progress"),
        ("推动医药卫生体制改革取得新进展。", "对外交往取得新进展，友城增加到九个。", "not_mentioned"),
    ],
)
def test_what_another_clause_or_figure_says_is_no_fulfilment(plan: str, results: str, status: str) -> None:
    promise, _ = tracked(plan, results)
    assert promise.status != "done"
    assert status in ("not done", promise.status)


def test_an_appeal_is_no_promise() -> None:
    prior = year(f"全年工作平稳推进。{PLAN}让我们锐意进取、扎实工作，努力完成全年各项任务！", 2017)
    assert compare([prior, year("全年完成各项任务。", 2018)]).pairs[0].promises == ()


def test_a_promise_of_two_targets_is_done_when_both_are_told() -> None:
    plan = "全年新建绿道130公里、公共绿地80公顷。"
    promise, _ = tracked(plan, "全年新建绿道137公里。")
    assert promise.status == "progress"
    promise, _ = tracked(plan, "全年新建绿道137公里、公共绿地85公顷。")
    assert promise.status == "done"


@pytest.mark.parametrize(("result", "code"), [("89.7%", "target_met"), ("87.1%", "target_missed")])
def test_more_good_days_than_planned_are_no_miss(result: str, code: str) -> None:
    plan = "确保PM2.5平均浓度低于34微克/立方米，空气质量优良天数比例稳定在88.3%以上。"
    _, pair = tracked(plan, f"空气质量优良天数比例达到{result}。")
    (finding,) = [found for found in pair.findings if found.code in ("target_met", "target_missed")]
    assert finding.code == code


def test_at_least_behind_a_target_bounds_it_below_whatever_is_measured() -> None:
    _, pair = tracked("力争能耗数据接入率稳定在80%以上。", "能耗数据接入率达到85%。")
    (finding,) = [found for found in pair.findings if found.code in ("target_met", "target_missed")]
    assert finding.code == "target_met"


def test_an_age_before_a_target_is_no_bound() -> None:
    plan = "力争每千人口拥有3岁以下婴幼儿托位数达到4.5个。"
    _, pair = tracked(plan, "每千人口拥有3岁以下婴幼儿托位数达4.59个。")
    (finding,) = [found for found in pair.findings if found.code in ("target_met", "target_missed")]
    assert finding.code == "target_met"
