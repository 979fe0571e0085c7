"""Parts listed behind their whole, and where such a list ends."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共有指标28项，其中预期性指标19项、约束性指标9项。", ["consistent 28项 = 19 + 9"]),
        ("共有指标28项，其中预期性指标23项、约束性指标9项。", ["inconsistent 28项 = 23 + 9"]),
        ("共有指标38项，其中预期性指标19项、约束性指标9项。", ["suspect 38项 = 19 + 9"]),
        ("“三公”经费支出17.60万元，其中：因公出国（境）费0万元，公务用车费15.20万元，公务接待费2.40万元。", ["consistent 17.60万元 = 0 + 152000 + 24000"]),
        ("“三公”经费支出18.60万元，其中：因公出国（境）费0万元，公务用车费15.20万元，公务接待费2.40万元。", ["inconsistent 18.60万元 = 0 + 152000 + 24000"]),
        ("案件共18件，分别为公开类13件、征收类3件、不作为类1件。", ["inconsistent 18件 = 13 + 3 + 1"]),
        ("案件共17件，分别为公开类13件、征收类3件、不作为类1件。", ["consistent 17件 = 13 + 3 + 1"]),
    ],
)  # fmt: skip
def test_lists_that_leave_nothing_out(text: str, expected: list[str]) -> None:
    assert said(text, "sum") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组织演练164次，其中街镇组织182次。", ["inconsistent 182次 = 182 <= 164"]),
        ("组织演练164次，其中街镇组织82次。", ["consistent 164次 = 82 <= 164"]),
        ("新增铁路639公里、其中高铁370公里，新增公路2600公里。", ["consistent 639公里 = 370 <= 639"]),
        (
            "新增装机3000万千瓦，其中可再生能源装机5000万千瓦。",
            ["inconsistent 5000万千瓦 = 50000000 <= 30000000"],
        ),
        ("人才专项3个项目，常规计划包括个人、团队、专项引进9个项目。", []),
        ("引进人才3个类别，其中9个项目。", []),
        ("组织演练约164次，其中街镇组织182次。", ["suspect 182次 = 182 <= 164"]),
    ],
)
def test_parts_within_their_whole(text: str, expected: list[str]) -> None:
    assert said(text, "containment") == expected


def test_a_sum_over_years_is_none_of_the_values_at_its_ends() -> None:
    text = "转移支付由上届末的664亿元增加到4025亿元，五年共计12319亿元。"
    assert said(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A list that falls short of its whole, comes close to it, or passes it.
        ("投资100亿元，其中工业30亿元、房地产20亿元、交通30亿元。", []),
        ("投资100亿元，其中工业30亿元、房地产20亿元、交通42亿元。", ["suspect 100亿元 = 3000000000 + 2000000000 + 4200000000"]),
        ("投资100亿元，其中工业30亿元、房地产20亿元、交通55亿元。", ["suspect 100亿元 = 3000000000 + 2000000000 + 5500000000"]),
        ("投资100亿元，其中工业30亿元、房地产20亿元、交通85亿元。", []),
        ("培训100人，其中干部30人、职工20人、学生20人。", ["suspect 100人 = 30 + 20 + 20"]),
        ("培训100人，其中干部30人、职工20人、学生10人。", []),
        ("培训100人，其中干部50人、职工45人。", []),  # two may be a selection
        ("培训约100人，其中干部30人、职工20人、学生20人。", []),
        # Where a list ends.
        ("指标28项，其中预期性指标19项、约束性指标9项。新增指标3项。", ["consistent 28项 = 19 + 9"]),
        ("指标28项，其中预期性指标19项、约束性指标9项，新增指标3项。", ["consistent 28项 = 19 + 9"]),
        ("指标28项，其中预期性指标19项、约束性指标9项，其中新增3项。", ["consistent 28项 = 19 + 9"]),
        ("已化解15件，其中甲类已化解3件；乙类已化解12件。", ["consistent 15件 = 3 + 12"]),
        # Where its whole is.
        ("全年共办结案件28件。其中公开类19件、征收类9件。", ["consistent 28件 = 19 + 9"]),
        ("全年共办结案件28件。上级交办。其中公开类19件、征收类9件。", []),
        ("全年共办结案件28件。包括公开类19件、征收类9件。", []),
        ("案件28件（含复议类），合计公开类19件、征收类9件。", []),
        ("平均每村案件28件，其中公开类19件、征收类9件。", []),
        ("案件28件：公开类19件、征收类9件。", ["consistent 28件 = 19 + 9"]),
        ("案件28件，办理情况如下：公开类19件、征收类9件。", []),
    ],
)  # fmt: skip
def test_where_lists_begin_and_end(text: str, expected: list[str]) -> None:
    assert said(text, "sum") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资100亿元，其中工业30亿元、房地产20亿元、交通30亿元。", ["consistent 100亿元 = 3000000000 + 2000000000 + 3000000000 <= 10000000000"]),
        ("组织演练约164次，其中街镇组织172次。", []),  # an estimate may be that far off
        ("组织演练164次，包括街镇组织172次。", []),
        ("组织演练164次，包括街镇组织182次。", ["suspect 182次 = 182 <= 164"]),
        ("组织演练164次，其中街镇组织100次、村居组织182次。", ["suspect 182次 = 182 <= 164"]),
        ("组织演练约164次，其中街镇组织约200次。", ["suspect 200次 = 200 <= 164"]),
        ("在职员工411人，离职职工79人；其中，本行在职员工406人。", ["consistent 411人 = 406 <= 411"]),
        ("在职员工411人，离职职工79人；其中，本行在职员工411人。", ["consistent 411人 = 411 <= 411"]),
        ("在职员工411人，离职职工79人；其中，本行在职员工416人。", ["inconsistent 416人 = 416 <= 79"]),
    ],
)  # fmt: skip
def test_one_part_and_its_whole(text: str, expected: list[str]) -> None:
    assert said(text, "containment") == expected
