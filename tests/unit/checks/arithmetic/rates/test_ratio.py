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
        ("抽查食品1000批次，不合格5批次，不合格率0.5%。", ["ratio consistent 0.5%"]),
        ("抽查食品1000批次，不合格5批次，不合格率0.9%。", ["ratio inconsistent 0.9%"]),
        ("审批事项1000项，其中900项达到目标，占5%。", ["ratio inconsistent 5%"]),
        ("审批事项1000项，其中900项达到目标，占3%。", []),  # so far off that it is of other things
        ("抽查食品1000批次，合格500批次以上，合格率98.3%。", []),
        ("抽查食品1000批次，合格983批次以内，合格率58.3%。", []),
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


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("支出1180万元，其中基本支出800万元，占67.8%；项目支出380万元，占42.2%。", "1180万元"),
        ("支出1180万元，其中基本支出800万元，增长8%；项目支出380万元，占42.2%。", "1180万元"),
        ("支出1180万元，其中基本支出800万元，其中工资380万元，占42.2%。", "800万元"),
        ("支出1180万元，工资380万元，占42.2%。", "1180万元"),
    ],
)
def test_a_wrong_share_is_held_against_its_whole(text: str, base: str) -> None:
    made = report(text)
    surfaces = {q.id: q.surface for q in made.figures.quantities}
    wrong = [f for f in made.findings if f.check == "ratio" and f.verdict == "inconsistent"]
    assert [surfaces[f.operands[1].quantity] for f in wrong] == [base]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The centre received 862 files. Officers checked 251 files, or 29.1% of them.",
            ["ratio rounding 29.1%"],
        ),
        ("The centre received 862 files. Costs rose by 12%, or 29.1% of them.", []),
        ("The centre received 862 files. Officers checked 251 files, and 29.1% of the staff left.", []),
    ],
)
def test_english_shares(text: str, expected: list[str]) -> None:
    made = report(text, language="en")
    assert told([made], (f for f in made.findings if f.check == "ratio")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民生支出396.5亿元，占预算支出495.0亿元的80.1%。", ["rounding"]),
        ("民生支出396.5亿元，占预算支出495.0亿元的81.0%。", ["inconsistent"]),
        ("办结复议案件57件，占受理案件76件的75%。", ["consistent"]),
        ("民生支出近400亿元，占预算支出495.0亿元的81.0%。", []),
        ("民生支出396.5亿元。教育支出占预算支出495.0亿元的81.0%。", []),
        ("新建公园12个，占地面积495.0亩的81.0%为绿地。", []),
    ],
)
def test_a_share_that_prints_its_whole(text: str, expected: list[str]) -> None:
    assert [f.verdict for f in report(text).findings if f.check == "ratio"] == expected
