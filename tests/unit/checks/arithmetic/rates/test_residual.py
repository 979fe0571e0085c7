"""Rates of what is left of a list."""

from __future__ import annotations

import pytest

from checked_reports import report


def said(text: str) -> list[str]:
    made = report(text)
    surfaces = {q.id: q.surface for q in made.figures.quantities}
    return [
        f"{f.verdict} {surfaces[f.claimed or '']} = {f.formula}"
        for f in made.findings
        if f.code == "residual_agrees"
    ]


LIST = "共24件，其中甲类2件、乙类2件，化解率100%；"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LIST}丙类已化解12件，化解率60%。", ["consistent 60% = 12 / (24 - 2 - 2)"]),
        (f"{LIST}丙类已化解13件，化解率65%。", ["consistent 65% = 13 / (24 - 2 - 2)"]),
        (f"{LIST}丙类已化解11件，化解率55.0%。", ["consistent 55.0% = 11 / (24 - 2 - 2)"]),
        ("共25件，其中甲类2件、乙类2件，化解率100%；丙类已化解12件，化解率57.1%。", ["rounding 57.1% = 12 / (25 - 2 - 2)"]),
        (f"{LIST}丙类已化解12件，化解率70%。", []),
        (f"{LIST}丙类已受理12件，化解率60%。", []),  # another deed
        (f"{LIST}丙类已化解12件，满意率60%。", []),  # the first of its name
        ("共24件，甲类2件、乙类2件，化解率100%；丙类已化解12件，化解率60%。", []),  # no list
        ("已审结8件，其中维持4件，驳回2件，终止2件，纠错率为0。", ["consistent 0 = (8 - 4 - 2 - 2) / 8"]),
        ("已审结8件，其中维持4件，驳回2件，终止1件，纠错率为0。", []),
        ("已审结8件，其中维持4件，驳回2件，纠错2件，纠错率为0。", []),
        ("已审结8件，其中维持8件，纠错率为0。", []),
    ],
)  # fmt: skip
def test_rests(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_the_share_is_told() -> None:
    made = report(f"{LIST}丙类已化解12件，化解率60%。")
    (finding,) = [f for f in made.findings if f.code == "residual_agrees"]
    assert finding.args["share"] == "60%"
    assert [operand.quantity for operand in finding.operands] == [
        q.id for q in sorted(made.figures.quantities, key=lambda q: q.surface != "12件")
        if q.surface in ("12件", "24件", "2件")
    ]  # fmt: skip
