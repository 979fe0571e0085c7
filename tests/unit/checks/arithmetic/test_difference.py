"""From one level to another: the way of the word and the way of the figures."""

from __future__ import annotations

import pytest

from checked_reports import report
from judging import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("审批事项由581项精简至558项。", ["consistent 558项 = 558 <= 581"]),
        ("审批事项由558项精简至581项。", ["inconsistent 581项 = 581 <= 558"]),
        ("审批事项由558项精简至558项。", ["consistent 558项 = 558 <= 558"]),
        ("养老床位由580张增加到640张。", ["consistent 640张 = 640 >= 580"]),
        ("养老床位由640张增加到580张。", ["inconsistent 580张 = 580 >= 640"]),
        ("合格率由98.2%提高到98.1%。", ["inconsistent 98.1% = 98.1 >= 98.2"]),
        (
            "审批事项由558项再再再再再再再再再再再再再再再再再再再再再精简至581项。",
            ["inconsistent 581项 = 581 <= 558"],
        ),
        # Printed more coarsely, a figure may lie on either side of the other.
        ("合格率由98.23%提高到98.2%。", ["consistent 98.2% = 98.2 >= 98.23"]),
        ("投资由1.2万亿元增加到11995亿元。", ["consistent 11995亿元 = 1199500000000 >= 1200000000000"]),
        ("投资由1.2万亿元增加到11200亿元。", ["inconsistent 11200亿元 = 1120000000000 >= 1200000000000"]),
    ],
)
def test_directions(text: str, expected: list[str]) -> None:
    assert said(text, "difference") == expected


@pytest.mark.parametrize(
    "text",
    [
        "审批事项由581项，精简至558项。",  # not one breath
        "审批事项581项精简至558项。",  # no word of origin
        "审批事项由581项变为558项。",  # no direction
        "审批事项由558项再再再再再再再再再再再再再再再再再再再再再再精简至581项。",
        "审批事项由581项先增加后减少到690项。",  # two
        "审批事项由581项在全体干部职工持之以恒的共同努力之下经过一年终于精简至690项。",  # too far
    ],
)
def test_what_names_no_way_is_left_alone(text: str) -> None:
    assert [line for line in said(text, "difference") if line.startswith("inconsistent")] == []


def test_up_is_towards_the_first_place() -> None:
    assert said("企业在“百强”榜排名由369位上升到235位。", "difference") == ["consistent 235位 = 235 <= 369"]
    assert said("企业在“百强”榜排名由235位上升到369位。", "difference") == ["inconsistent 369位 = 369 <= 235"]
    assert said("经济总量在全省由第9位上升到第4位。", "difference") == ["consistent 第4位 = 4 <= 9"]


def test_the_finding_tells_the_way_and_how_far() -> None:
    (finding,) = [f for f in report("审批事项由558项精简至581项。").findings if f.check == "difference"]
    assert finding.recomputed == 23
    assert [finding.args[name] for name in ("before", "way", "value")] == ["558项", "down", "23"]
