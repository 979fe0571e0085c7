"""Shares and rates against the levels they follow from."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理案件250件，审结200件，审结率80%。", ["consistent 80% = 200 / 250"]),
        ("受理案件250件，审结200件，审结率81%。", ["inconsistent 81% = 200 / 250"]),
        ("受理案件251件，审结200件，审结率79.7%。", ["rounding 79.7% = 200 / 251"]),
        ("受理案件251件，审结200件，审结率79.6%。", ["rounding 79.6% = 200 / 251"]),
        ("受理案件251件，审结200件，审结率79.8%。", ["inconsistent 79.8% = 200 / 251"]),
        ("受理案件251件，审结200件，审结率79.5%。", ["inconsistent 79.5% = 200 / 251"]),
        ("评查案卷745份，其中优秀731份，优秀率107.9%。", ["inconsistent 107.9% = 731 / 745"]),
        ("收入总计500万元，其中拨款310万元，占62%；其他190万元，占39%。", ["consistent 62% = 3100000 / 5000000", "inconsistent 39% = 1900000 / 5000000"]),
    ],
)  # fmt: skip
def test_a_rate_is_judged(text: str, expected: list[str]) -> None:
    assert said(text, "ratio") == expected


@pytest.mark.parametrize(
    "text",
    [
        "受理案件250件，审结200家，审结率81%。",  # another unit
        "2016年受理案件250件，今年审结200件，审结率81%。",  # another year
        "受理案件约250件，审结200件，审结率81%。",  # an estimate
        "受理案件250件，审结200余件，审结率81%。",
        "受理案件250件，审结200件，审结率约81%。",
        "受理案件250件，审结200件，贷款利率8.1%。",  # a rate of price
        "受理案件250件，审结200件，审结率要达到81%以上。",  # a target
        "受理案件250件，审结200件，满意率81%。",  # a rate of something else
        "受理案件250件，审结2件，审结率81%。",  # too far from it to be its part
        "培育企业200家，占全国81%。",  # a whole that isn't told
        "受理案件250件，审结200件。满意度调查全部完成，占比81%。",  # another sentence
        "获评奖项58项，占全国28.7%。",
    ],
)
def test_what_is_no_claim_on_these_levels_is_left_alone(text: str) -> None:
    assert [line for line in said(text, "ratio") if line.startswith(("inconsistent", "suspect"))] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信访由上年的300件下降到250件，网上信访200件，占66.7%。", ["inconsistent 66.7% = 200 / 250"]),
        ("受理案件100件，办结案件150件，办结率66.7%。", []),
        ("发放贷款200万元，其中信用贷款50万元，贷款利率20%。", []),
        ("今年受理案件250件，审结200件，明年审结率要达到81%。", []),
        ("支出1.2万元，其中差旅0.4万元，占34.5%。", ["rounding 34.5% = 4000 / 12000"]),
        ("支出1.2万元，其中差旅0.4万元，占44.5%。", ["inconsistent 44.5% = 4000 / 12000"]),
        ("交办50件，已化解50件，化解率100%；自排已化解24件，化解率48%。", []),
        ("受理案件250件，审结200件；调解成功，占81%。", []),
        ("受理案件251件，立案250件，审结200件，审结率80%。", ["consistent 80% = 200 / 250"]),
        ("受理案件250件，审结240件，审结率100%。", []),
        ("收到申请250件，答复200件，按期答复率80%。", ["consistent 80% = 200 / 250"]),
        ("受理案件250件，审结200件，力争审结率达到81%。", []),
        ("总收入800万元，拨款500万元，其中占66%的是专项资金。", []),
        ("摸排企业250家，走访企业200家，占税源户80%。", []),
        ("受理案件250件。队伍建设得到加强。作风持续好转。审结200件，审结率81%。", []),
        ("计划改造小区250个，实际改造200个，完成率81%。", []),
    ],
)
def test_which_figures_are_part_and_whole(text: str, expected: list[str]) -> None:
    assert said(text, "ratio") == expected


def test_the_nearest_whole_that_fits_is_the_base() -> None:
    text = "收到申请400件，受理250件，审结200件，审结率80%。"
    assert said(text, "ratio") == ["consistent 80% = 200 / 250"]


def test_a_base_that_is_named_is_found_in_another_paragraph() -> None:
    text = "全区审批事项总数为558项。\n网上大厅已上线审批事项446项，占审批事项总数的{}。"
    assert said(text.format("79.93%"), "ratio") == ["rounding 79.93% = 446 / 558"]
    assert said(text.format("72.93%"), "ratio") == ["inconsistent 72.93% = 446 / 558"]


def test_a_base_is_named_by_most_of_its_words() -> None:
    text = "全区审批事项总数为558项。\n网上大厅已上线审批事项446项，占服务清单事项的72.93%。"
    assert said(text, "ratio") == []


def test_a_second_rate_of_one_name_has_a_ground_of_its_own() -> None:
    text = "交办50件，已化解50件，化解率100%；自排30件，已化解24件，化解率{}。"
    assert said(text.format("80%"), "ratio")[-1:] == ["consistent 80% = 24 / 30"]
    assert said(text.format("70%"), "ratio")[-1:] == ["inconsistent 70% = 24 / 30"]


@pytest.mark.parametrize(
    ("share", "verdict"), [("27.1%", "rounding"), ("27.0%", "rounding"), ("28.1%", "inconsistent")]
)
def test_english_shares_of_a_part_without_its_noun(share: str, verdict: str) -> None:
    text = f"The panel reviewed 902 files, of which 244 were incomplete ({share})."
    assert said(text, "ratio", language="en") == [f"{verdict} {share} = 244 / 902"]
