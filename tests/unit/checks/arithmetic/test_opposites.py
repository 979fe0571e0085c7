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
