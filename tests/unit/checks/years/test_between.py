"""A level between two years that the growth to it and from it both deny."""

from __future__ import annotations

import pytest

from checked_reports import document, told
from yoy.options import Options
from yoy.pipeline import compare

FIRST = "全年办结行政复议案件1000件。"


def said(*years: str) -> list[str]:
    """What the last pair says of levels of the year before it, with the operands' formula."""
    made = compare([document(text, 2016 + at) for at, text in enumerate(years)], Options())
    found = [f for pair in made.pairs for f in pair.findings if f.code.startswith("between")]
    assert [f.id for pair in made.pairs for f in pair.findings] == [
        f"f{at}" for pair in made.pairs for at in range(1, len(pair.findings) + 1)
    ]
    return [f"{line} = {f.formula}" for line, f in zip(told(made.reports, found), found, strict=True)]


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        (
            "全年办结行政复议案件1200件，同比增长10%。",
            "全年办结行政复议案件1210件，同比增长10%。",
            ["growth inconsistent 1200件 = 1210 / 1.1"],
        ),
        (
            "全年办结行政复议案件990件，同比下降10%。",
            "全年办结行政复议案件1080件，同比增长20%。",
            ["growth inconsistent 990件 = 1080 / 1.2"],
        ),
        (
            "全年办结行政复议案件1200件，同比增长10%。",
            "全年办结行政复议案件880件，同比下降20%。",
            ["growth inconsistent 1200件 = 880 / 0.8"],
        ),
        # All three agree.
        ("全年办结行政复议案件1100件，同比增长10%。", "全年办结行政复议案件1210件，同比增长10%。", []),
        # Rounding explains it.
        ("全年办结行政复议案件1104件，同比增长10%。", "全年办结行政复议案件1210件，同比增长10%。", []),
        # Only one of the two denies it: which figure is wrong nobody can tell.
        ("全年办结行政复议案件1200件，同比增长10%。", "全年办结行政复议案件1320件，同比增长10%。", []),
        ("全年办结行政复议案件1100件，同比增长10%。", "全年办结行政复议案件1200件，同比增长20%。", []),
        # The two lead to different levels.
        ("全年办结行政复议案件1200件，同比增长10%。", "全年办结行政复议案件1800件，同比增长10%。", []),
        # Estimates, several years and constant prices say nothing of the printed levels.
        ("全年办结行政复议案件1200余件，同比增长10%。", "全年办结行政复议案件1210件，同比增长10%。", []),
        ("全年办结行政复议案件1200件，同比增长10%。", "全年办结行政复议案件1210件，年均增长10%。", []),
    ],
)
def test_three_years(second: str, third: str, expected: list[str]) -> None:
    assert said(FIRST, second, third) == expected


def test_constant_prices_are_left_alone() -> None:
    first, second = "地区生产总值1000.0亿元。", "地区生产总值1200.0亿元，增长10%。"
    assert said(first, second, "地区生产总值1210.0亿元，增长10%。") == []


def test_two_years_say_nothing_of_the_level_between() -> None:
    assert said(FIRST, "全年办结行政复议案件1200件，同比增长10%。") == []


def test_the_later_of_two_pairs_tells_it() -> None:
    years = [FIRST, "全年办结行政复议案件1200件，同比增长10%。", "全年办结行政复议案件1210件，同比增长10%。"]
    made = compare([document(text, 2016 + at) for at, text in enumerate(years)], Options())
    found = [f for f in made.pairs[1].findings if f.code == "between_differs"]
    assert [f.report for f in found] == ["2017"]
    marks = {q.surface: q.mark for q in made.reports[1].figures.quantities}
    assert marks["1200件"] == "contradicted"
    assert found[0].key in {item.key for item in made.pairs[1].open}
