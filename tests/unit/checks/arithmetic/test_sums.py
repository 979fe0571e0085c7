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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理建议75件、提案183件，合计258件。", ["sum consistent 258件"]),
        ("办理建议75件、提案183件，256件建议和提案均已办复。", ["sum suspect 256件"]),
        ("办理建议75件、提案183件，900件建议和提案均已办复。", []),  # too far off to be their total
        ("办理建议75件、提案183件，240件提案均已办复。", []),  # names one of them only
        ("清理农业79项、工业147项，合计约236项。", []),
        ("清理区级79项、街镇300项，合计236项。", []),  # a part larger than the total is none
        ("清理农业79项、工业147项，五年合计236项。", []),  # of other years
        ("清理区级79项、街镇79项，合计79项。", ["sum inconsistent 79项"]),  # no larger than a part
        ("清理农业100项、工业100项，共有230项。", ["sum suspect 230项"]),
        ("清理农业100项、工业100项，共有240项。", []),
        ("清理农业100项、工业70项，共有200项。", ["sum suspect 200项"]),
        ("清理区级79项、街镇147项，共3次，总合计226项。", []),  # counted in between
        ("“十三五”期间投资农业79亿元、工业147亿元，合计236亿元。", []),  # of several years
        ("清理区级79项；街镇147项、居村8项，合计155项。", ["sum consistent 155项"]),
        ("清理区级79项，经过核对，街镇147项、居村8项，合计155项。", ["sum consistent 155项"]),
        ("清理区级79项、街镇147项，共3次，合计226项。", ["sum consistent 226项"]),
    ],
)
def test_which_figures_a_total_is_of(text: str, expected: list[str]) -> None:
    assert judged(text) == expected
