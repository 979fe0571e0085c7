"""Years that are counted or named by a plan."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from yoy.language.years import five_year_plans, years_back


@pytest.mark.parametrize(
    ("text", "years"), [("过去五年", "2016/2020"), ("过去三年", "2018/2020"), ("过去两年", "2019/2020")]
)
def test_counted_years_end_with_the_year_reported_on(text: str, years: str) -> None:
    match = re.search(r"过去(?P<count>.)年|(?P<other>x)", text)
    assert match is not None
    assert years_back(match, 2020) == years


def test_plans_follow_each_other() -> None:
    spans = sorted(five_year_plans().values())
    assert all(int(after[:4]) == int(before[5:]) + 1 for before, after in pairwise(spans))
