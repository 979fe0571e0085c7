"""What speaks for a link of two sections."""

from __future__ import annotations

import pytest

from text_reports import report_of
from yoy.align.sections.features import Evidence, title_likeness
from yoy.align.sections.tree import section_tree


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("推进政务公开", "推进政务公开", 1.0),
        ("健全审批监管体制机制", "审批监管体制机制进一步健全", 0.6),
        ("优化营商环境", "持续优化营商环境", 0.7),
    ],
)
def test_titles_that_say_the_same_are_alike(one: str, other: str, least: float) -> None:
    assert title_likeness(one, other) >= least


@pytest.mark.parametrize(
    ("one", "other"), [("推进政务公开", "化解社会矛盾"), ("Film_Industry", "Fund_Industry")]
)
def test_titles_that_share_letters_only_are_not(one: str, other: str) -> None:
    assert title_likeness(one, other) <= 0.6


def test_texts_are_held_against_each_other_whatever_the_titles() -> None:
    told = "梳理权责清单，公布行政审批目录，取消审批事项，压缩办理时限，推行一次办结。"
    other = "办理人大代表建议，接受民主监督，听取各界意见，落实重大决策程序规定。"
    prior = section_tree(report_of(f"一、审批改革\n{told}\n二、接受监督\n{other}"))
    current = section_tree(report_of(f"一、民主监督\n{other}\n二、放管服改革\n{told}", 2018))
    evidence = Evidence(prior, current)
    assert evidence.body(1, 2) > 0.9
    assert evidence.likeness(1, 2) > evidence.likeness(1, 1)
    assert evidence.inside(1, 2) == pytest.approx((1.0, 1.0))


def test_a_part_is_wholly_inside_and_the_whole_is_not() -> None:
    one = "梳理权责清单，公布行政审批目录，取消审批事项，压缩办理时限，推行一次办结。"
    two = "办理人大代表建议，接受民主监督，听取各界意见，落实重大决策程序规定。"
    prior = section_tree(report_of(f"一、全部工作\n{one}{two}\n二、附则\n略。"))
    current = section_tree(report_of(f"一、审批\n{one}\n二、监督\n{two}", 2018))
    held, holding = Evidence(prior, current).inside(1, 1)
    assert holding > 0.9
    assert held < 0.7
