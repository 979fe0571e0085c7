"""What the words say of the parts of a whole."""

from __future__ import annotations

import pytest

from checked_reports import report
from judging import said
from yoy.checks.arithmetic.parts import (
    are_attributes,
    are_kinds,
    are_opposites,
    is_whole_set,
    opposite,
    specific,
    sum_formula,
)
from yoy.checks.view import view_of


@pytest.mark.parametrize(
    ("plain", "denied", "expected"),
    [
        ("受理", "不予受理", True),
        ("具有法定期限", "没有法定期限", True),
        ("受理", "受理", False),
        ("办结", "不予受理", False),
        ("不予受理", "受理", False),
        ("人", "无人", False),
    ],
)
def test_opposites(plain: str, denied: str, expected: bool) -> None:
    assert opposite(plain, denied) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("案件共17件，公开类13件、征收类3件、不作为类1件。", (False, True, True)),
        ("案件共17件，公开类13件、征收类4件。", (False, False, True)),
        ("案件共17件，公开类13件、征收类3件、转办1件。", (False, False, False)),
        ("指标共28项，预期性指标19项、约束性指标9项。", (False, False, True)),
        ("指标共28项，预期性指标19项、约束性任务9项。", (False, False, False)),
        ("申请共28件，受理19件，不予受理9件。", (True, False, False)),
        ("申请共28件，受理19件，不予受理9件，转办3件。", (False, False, False)),
    ],
)
def test_kinds_attributes_and_opposites(text: str, expected: tuple[bool, bool, bool]) -> None:
    view = view_of(report(text))
    parts = view.figures[1:]
    assert (are_opposites(view, parts), are_kinds(view, parts), are_attributes(view, parts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出5万元，其中因公出国（境）费1万元、公务用车购置及运行费2万元、公务接待费2万元。", True),
        ("支出5万元，其中因公出国（境）费1万元、公务接待费2万元。", False),
        ("支出5万元，其中公务接待费1万元、公务用车费2万元、公务接待费2万元。", False),
        ("支出5万元，其中差旅费1万元、公务用车费2万元、公务接待费2万元。", False),
    ],
)
def test_the_set_that_a_rule_makes(text: str, expected: bool) -> None:
    view = view_of(report(text))
    assert is_whole_set(view, view.figures[1:]) is expected


def test_words_without_content_are_left_out() -> None:
    assert specific("其中已受理的") == "受理"


def test_a_finding_names_its_parts() -> None:
    made = report("梳理出区级79项、街镇147项、居村8项，合计236项。")
    (finding,) = [f for f in made.findings if f.check == "sum"]
    assert (finding.args["parts"], finding.args["difference"]) == ("79项、147项、8项", "2")
    assert sum_formula(made.figures.quantities[:3]) == "79 + 147 + 8"
    assert said("梳理出区级79项、街镇147项、居村8项，合计236项。", "sum") == [
        "inconsistent 236项 = 79 + 147 + 8"
    ]
