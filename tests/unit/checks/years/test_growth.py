"""Growth against last year's level: one subject, one period, one basis, or a question at most."""

from __future__ import annotations

import pytest

from judging import said, said_of_years

LAST = "全区办结行政处罚案件5604件。年末公共停车位3120个。"


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("全区办结行政处罚案件5987件，同比增长6.8%。", ["rounding 6.8% = 5987 / 5604 - 1"]),
        ("全区办结行政处罚案件5987件，同比增长8.6%。", ["inconsistent 8.6% = 5987 / 5604 - 1"]),
        ("全区办结行政处罚案件5987件，同比下降6.8%。", ["inconsistent 6.8% = 1 - 5987 / 5604"]),
        ("全区办结行政处罚案件约5987件，同比增长7.5%。", ["cannot_check 7.5% = 5987 / 5604 - 1"]),
    ],
)
def test_two_years(current: str, expected: list[str]) -> None:
    assert said_of_years(LAST, current, "growth") == expected


@pytest.mark.parametrize(
    ("prior", "current"),
    [
        ("农林牧渔总产值3100亿元。", "农林牧渔总产值3172.8亿元，增长4.6%。"),  # constant prices
        ("净增外贸企业167家。", "净增外贸企业1295家，增长50.6%。"),  # growth of the stock
        ("安排优抚事业费74.6亿元。", "优抚事业费支出112亿元，增长47%。"),  # a plan against what was spent
        ("累计入驻企业130家。", "新增入驻企业132家，增长30%。"),  # another basis
        ("转化科技成果622项。", "转化科技成果662项、新增经济效益增长21.5%。"),  # another subject
        ("全区办结案件5604件。", "五年来全区办结案件5987件，年均增长8.6%。"),  # a yearly average
    ],
)
def test_what_differs_is_no_contradiction(prior: str, current: str) -> None:
    lines = said_of_years(prior, current, "growth")
    assert [line for line in lines if line.startswith("inconsistent")] == []


def test_a_net_addition_behind_two_levels_is_their_difference() -> None:
    text = "经营主体从3.2万户增长到4.1万户，净增{}万户。"
    assert said(text.format("0.9"), "difference")[-1].startswith("consistent")
    assert said(text.format("0.5"), "difference")[-1].startswith("inconsistent")


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("年末公共停车位3480万个。", ["suspect 3480万个 = 34800000 / 3120"]),
        ("年末公共停车位3480个。", []),
        ("年末公共停车位348个。", []),
    ],
)
def test_a_unit_put_wrong_is_asked_about(current: str, expected: list[str]) -> None:
    assert said_of_years(LAST, current, "unit_misuse") == expected
