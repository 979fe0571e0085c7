"""Years left over from an earlier report."""

from __future__ import annotations

import pytest

from checked_reports import document
from yoy.pipeline import compare

PLAN = "\n\n二、下一步工作思路\n\n"


def stale(body: str) -> list[str]:
    reports = compare([document("全年工作平稳推进。", 2017), document(body, 2018)]).reports
    return [str(f.args["text"]) for f in reports[-1].findings if f.check == "stale_period"]


@pytest.mark.parametrize("opening", ["2018年，区政府将", "2018年，各部门要", "2018年，围绕目标，我们将"])
def test_a_plan_that_speaks_of_the_year_that_is_over(opening: str) -> None:
    sentence = f"{opening}继续修缮社区食堂。"
    assert stale(f"全年工作平稳推进。{PLAN}{sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "2019年，区政府将继续修缮社区食堂。",
        "2018年，区政府修缮了社区食堂，明年再修缮三家。",
        "今年，区政府将继续修缮社区食堂。",
    ],
)
def test_a_plan_may_speak_of_its_year_and_look_back(sentence: str) -> None:
    assert stale(f"全年工作平稳推进。{PLAN}{sentence}") == []


def test_what_a_review_says_of_its_year_is_right() -> None:
    assert stale("2018年，区政府将服务延伸到社区食堂。") == []
