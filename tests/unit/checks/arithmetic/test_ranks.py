"""Ranks: up is towards the first place."""

from __future__ import annotations

import pytest

from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("综合排名由第9位上升到第4位，前进5位。", ["consistent 第4位 = 4 <= 9", "consistent 5位 = 9 - 4"]),
        ("综合排名由第9位上升到第4位，前进6位。", ["consistent 第4位 = 4 <= 9", "inconsistent 6位 = 9 - 4"]),
        ("综合排名由第4位上升到第9位。", ["inconsistent 第9位 = 9 <= 4"]),
        ("综合排名由第4位下降到第9位，后退5位。", ["consistent 第9位 = 9 >= 4", "consistent 5位 = 9 - 4"]),
        ("综合排名由第9位下降到第4位。", ["inconsistent 第4位 = 4 >= 9"]),
        ("企业在“百强”榜排名由369位上升到235位。", ["consistent 235位 = 235 <= 369"]),
        ("养老床位由580张增加到640张。", ["consistent 640张 = 640 >= 580"]),
        ("养老床位由640张增加到580张。", ["inconsistent 580张 = 580 >= 640"]),
        ("审批时限由58天压缩至31天。", ["consistent 31天 = 31 <= 58"]),
        ("审批时限由31天压缩至58天。", ["inconsistent 58天 = 58 <= 31"]),
    ],
)
def test_directions(text: str, expected: list[str]) -> None:
    assert said(text, "difference") == expected


@pytest.mark.parametrize(
    "text",
    [
        "综合排名第9位，获奖第4位，上升5位。",
        "排名由第9位变为第4位。",
        "综合排名由第9位上升到第4位。居民收入排名前进6位。",
        "排名居第9位，由此上升的有4位。",
        "综合排名由第4位上升到获奖9项，前进5位。",
    ],
)
def test_what_is_no_move_is_left_alone(text: str) -> None:
    assert [line for line in said(text, "difference") if line.startswith("inconsistent")] == []


@pytest.mark.parametrize(
    "text",
    [
        "综合排名由第9位上升到第4位。群众满意度提升6位。",  # another sentence
        "综合排名由第9位上升到第4位，比上年同期又继续大幅度提升了6位。",  # too far behind
        "综合排名由第9位上升到第4位，后退6位。",  # the other way
    ],
)
def test_only_what_stands_right_behind_tells_how_far(text: str) -> None:
    assert said(text, "difference") == ["consistent 第4位 = 4 <= 9"]


@pytest.mark.parametrize(("apart", "expected"), [(12, ["inconsistent 6位 = 9 - 4"]), (13, [])])
def test_how_far_apart_the_words_may_stand(apart: int, expected: list[str]) -> None:
    between = "甲" * (apart - len("上升到"))
    behind = "，" + "甲" * (apart - len("，前进"))
    for text in (
        f"综合排名由第9位{between}上升到第4位，前进6位。",
        f"综合排名由第9位上升到第4位{behind}前进6位。",
    ):
        assert [line for line in said(text, "difference") if "6位" in line] == expected
