"""Shares and rates that the report itself lets one recompute."""

from __future__ import annotations

import pytest

from checked_reports import report, told


def judged(text: str) -> list[str]:
    made = report(text)
    return told([made], (f for f in made.findings if f.check == "ratio"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("审批事项441项，其中379项达到目标，占85.94%。", ["ratio rounding 85.94%"]),
        ("收到申请70件，受理29件，受理率43.4%。", ["ratio inconsistent 43.4%"]),
        ("抽查食品1000批次，合格983批次，合格率98.3%。", ["ratio consistent 98.3%"]),
    ],
)
def test_a_rate_is_recomputed(text: str, expected: list[str]) -> None:
    assert judged(text) == expected


@pytest.mark.parametrize(
    "text",
    ["全年检测样品5.2万批次，合格率99.3%。", "召开会议3次，印发简报6期，群众满意率达到50%。"],
)
def test_a_rate_without_its_parts_is_left_alone(text: str) -> None:
    assert judged(text) == []
