"""Totals whose parts stand beside them."""

from __future__ import annotations

import pytest

from checked_reports import report, told


def judged(text: str) -> list[str]:
    made = report(text)
    return told([made], (f for f in made.findings if f.check == "sum"))


def test_parts_that_make_their_total() -> None:
    assert judged("梳理出区级79项、街镇147项、居村8项，合计234项。") == ["sum consistent 234项"]


def test_parts_that_do_not() -> None:
    assert judged("梳理出区级79项、街镇147项、居村8项，合计236项。") == ["sum inconsistent 236项"]


@pytest.mark.parametrize(
    "text",
    [
        "完成投资100亿元，其中工业投资30亿元、房地产投资20亿元。",
        "移送案件35件，其中涉嫌犯罪7件。",
    ],
)
def test_a_selection_of_parts_is_no_sum(text: str) -> None:
    assert not [line for line in judged(text) if "inconsistent" in line]
