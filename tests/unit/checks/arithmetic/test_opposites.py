"""Two opposites that make up a whole."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请152件，受理130件，不予受理22件。", ["consistent 152件 = 130 + 22"]),
        ("收到申请152件，受理130件，不予受理23件。", ["inconsistent 152件 = 130 + 23"]),
        ("收到申请152件，受理130件，不予受理12件。", ["inconsistent 152件 = 130 + 12"]),
        ("收到申请130件，受理152件，不予受理22件。", []),  # less than a part: no whole
        ("收到申请130件，受理130件，不予受理22件。", []),
        ("收到申请152件，受理130件，不予受理160件。", []),
        ("收到申请152件，经逐件核对之后受理130件，不予受理23件。", ["inconsistent 152件 = 130 + 23"]),
        (
            "收到申请152件，按照条例规定的程序和时限并经全体干部认真研究逐件核对以及反复讨论与征求各方面意见，"
            "最终由主管的负责同志签字确认之后依法受理130件，不予受理23件。",
            [],  # too far behind
        ),
        ("收到申请152件，受理22件，不予受理130件。", ["consistent 152件 = 22 + 130"]),
        (
            "共558项审批事项。441项没有法定办理期限的审批事项已公布，117项具有法定办理期限的审批事项压缩了时限。",
            ["consistent 558项 = 117 + 441"],
        ),
        ("收到申请约152件，受理130件，不予受理12件。", []),
        ("收到申请152件，受理130件，转办12件。", []),
        ("收到申请152件，受理130件，不予受理22人次。", []),
        ("收到申请152件。受理130件，不予受理24件。", ["inconsistent 152件 = 130 + 24"]),
        ("收到申请352件。受理130件，不予受理24件。", []),  # far off and a sentence before
        (
            "共558项审批事项。117项没有法定办理期限的审批事项已公布，441项具有法定办理期限的审批事项压缩了时限。",
            ["consistent 558项 = 441 + 117"],
        ),
        (
            "共568项审批事项。117项没有法定办理期限的审批事项已公布，441项具有法定办理期限的审批事项压缩了时限。",
            [],
        ),
        ("共558项审批事项。117项没有收费的审批事项已公布，441项具有法定办理期限的审批事项压缩了时限。", []),
    ],
)
def test_opposites(text: str, expected: list[str]) -> None:
    assert said(text, "sum") == expected


@pytest.mark.parametrize(("apart", "expected"), [(60, ["inconsistent 152件 = 130 + 23"]), (61, [])])
def test_a_whole_stands_near(apart: int, expected: list[str]) -> None:
    words = "甲" * (apart - len("，受理"))
    assert said(f"收到申请152件，{words}受理130件，不予受理23件。", "sum") == expected
