"""How much of a plan was done, and averages."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初目标800件，实际办结760件，完成率为95%。", ["consistent 95% = 760 / 800"]),
        ("年初目标800件，实际办结760件，完成率为85%。", ["inconsistent 85% = 760 / 800"]),
        ("年初预算为10.00万元，支出决算为8.90万元，完成年初预算的89%。", ["consistent 89% = 89000 / 100000"]),
        (
            "年初预算为10.00万元，支出决算为8.90万元，完成年初预算的98%。",
            ["inconsistent 98% = 89000 / 100000"],
        ),
        ("支出1,260万元，完成年度预算1,200万元的105%。", ["consistent 105% = 12600000 / 12000000"]),
        ("完成水利投资286亿元，占年度计划300亿元的95.3%。", ["rounding 95.3% = 28600000000 / 30000000000"]),
        (
            "完成水利投资286亿元，占年度计划300亿元的93.5%。",
            ["inconsistent 93.5% = 28600000000 / 30000000000"],
        ),
        ("城镇新增就业546人，完成全年目标任务520人的105%。", ["consistent 105% = 546 / 520"]),
        ("公务接待80批次，支出96000元，平均每批次1200元。", ["consistent 1200元 = 96000 / 80"]),
        ("公务接待80批次，支出96000元，平均每批次1020元。", ["inconsistent 1020元 = 96000 / 80"]),
        ("举办培训12场，参训1260人次，平均每场105人次。", ["consistent 105人次 = 1260 / 12"]),
        ("举办培训12场，参训1260人次，平均每场106人次。", ["inconsistent 106人次 = 1260 / 12"]),
        ("举办培训12场，参训1260人次，平均每场1050000人次。", ["inconsistent 1050000人次 = 1260 / 12"]),
        ("惠及农户2000户，发放补贴360万元，户均1800元。", ["consistent 1800元 = 3600000 / 2000"]),
    ],
)
def test_quotients_are_judged(text: str, expected: list[str]) -> None:
    assert [*said(text, "completion"), *said(text, "average")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "年初目标800件，实际办结760件，超额完成年度任务的20%。",
        "年初目标约800件，实际办结760件，完成率为85%。",
        "年初目标0件，实际办结760件，完成率为85%。",
        "举办培训0场，参训1260人次，平均每场106人次。",
        "年初目标800件；实际办结760件，完成率为85%。",
        "实际办结760件，完成率为85%。",
        "完成投资50亿元，为年度计划的85%。",
        "举办培训12场、讲座8场，参训1260人次，平均每场63人次。",
        "举办培训12场，参训1260人次，平均每期90人次。",
        "举办培训12场，参训1260人次，每年新增90人次。",
        "户均收入8万元，高于上年。",
    ],
)
def test_what_has_no_one_reading_is_left_alone(text: str) -> None:
    assert [
        line
        for line in [*said(text, "completion"), *said(text, "average")]
        if not line.startswith(("consistent", "rounding"))
    ] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 12 sessions, 1,260 visitors came, an average of 105 visitors per session.", ["consistent 105 visitors = 1260 / 12"]),
        ("In 12 sessions, 1,260 visitors came, an average of 115 visitors per session.", ["inconsistent 115 visitors = 1260 / 12"]),
        ("In 12 sessions, 1,260 visitors came, an average of 115 visitors.", []),
        ("In 12 sessions, 1,260 visitors came, at most 115 visitors per session.", []),
        ("In 12 sessions, 1,260 visitors came, an average of 115 visitors per week.", []),
    ],
)  # fmt: skip
def test_english_averages(text: str, expected: list[str]) -> None:
    assert said(text, "average", language="en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The plan called for 800 repairs, and we completed 760 repairs, 95% of the plan.",
            ["consistent 95% = 760 / 800"],
        ),
        (
            "The plan called for 800 repairs, and we completed 760 repairs, 85% of the plan.",
            ["inconsistent 85% = 760 / 800"],
        ),
        ("The plan called for 800 repairs, and we completed 760 repairs, 85% of them on time.", []),
    ],
)
def test_english_completion(text: str, expected: list[str]) -> None:
    assert said(text, "completion", language="en") == expected
