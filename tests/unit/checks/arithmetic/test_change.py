"""By how much a figure went up or down, as an amount, a rate, in points and in places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from checked_reports import report
from judging import said
from yoy.checks.arithmetic.change import change_of
from yoy.model import Direction, Quantity


@pytest.mark.parametrize(
    ("text", "check", "expected"),
    [
        ("驿站由12家增加到18家，净增6家。", "difference", "consistent 6家 = 18 - 12"),
        ("驿站由12家增加到18家，净增7家。", "difference", "inconsistent 7家 = 18 - 12"),
        ("驿站由12家增加到18家，净增5家。", "difference", "inconsistent 5家 = 18 - 12"),
        ("驿站由18家减少到12家，减少6家。", "difference", "consistent 6家 = 18 - 12"),
        ("驿站由18家减少到12家，减少5家。", "difference", "inconsistent 5家 = 18 - 12"),
        ("用户由50.0万户增加到60.0万户，增长20%。", "growth", "consistent 20% = 600000 / 500000 - 1"),
        ("用户由50万户增加到60万户，增长22%。", "growth", "rounding 22% = 600000 / 500000 - 1"),
        ("用户由50.0万户增加到60.0万户，增长22%。", "growth", "inconsistent 22% = 600000 / 500000 - 1"),
        ("用户由60.0万户减少到50.0万户，下降16.7%。", "growth", "rounding 16.7% = 1 - 500000 / 600000"),
        ("用户由60.0万户减少到50.0万户，下降20.0%。", "growth", "inconsistent 20.0% = 1 - 500000 / 600000"),
        ("用户由60.0万户减少到50.0万户，增长16.7%。", "growth", "inconsistent 16.7% = 500000 / 600000 - 1"),
        ("驿站由50家增加到150家，增长2倍。", "growth", "consistent 2倍 = 150 / 50 - 1"),
        ("驿站由50家增加到150家，增长3倍。", "growth", "inconsistent 3倍 = 150 / 50 - 1"),
        ("满意率由92.1%提高到95.3%，提高3.2个百分点。", "growth", "consistent 3.2个百分点 = 95.3 - 92.1"),
        ("满意率由92.1%提高到95.3%，提高3.5个百分点。", "growth", "inconsistent 3.5个百分点 = 95.3 - 92.1"),
        ("驿站由0家增加到12家，净增12家。", "difference", "consistent 12家 = 12 - 0"),
    ],
)
def test_the_change_follows_from_both_levels(text: str, check: str, expected: str) -> None:
    told = [line for line in said(text, check) if "<=" not in line and ">=" not in line]
    assert told == [expected]


def test_growth_from_nothing_is_no_rate() -> None:
    assert said("驿站由0家增加到12家，增长12%。", "growth") == []


def figure(text: str) -> Quantity:
    """The last figure of a sentence."""
    return report(text).figures.quantities[-1]


def test_an_amount_in_another_unit_is_compared_in_the_finest() -> None:
    after, before = figure("管网总长12.5公里。"), figure("管网总长12.0公里。")
    claim = replace(figure("管网长度500米。"), kind="change_abs", direction="up")
    change = change_of(claim, after, before)
    assert change is not None
    assert [change.stated, change.recomputed, change.quantum] == [500, 500, 1]
    assert [change.possible.low, change.possible.high] == [400, 600]
    assert change.formula == "12500 - 12000"


def test_a_rate_keeps_its_unit_where_levels_are_restated() -> None:
    after, before = figure("管网总长6.0公里。"), figure("管网总长5000米。")
    claim = replace(figure("比例为20%。"), kind="change_rel", direction="up")
    change = change_of(claim, after, before)
    assert change is not None
    assert [change.stated, change.recomputed, change.relative] == [Decimal("0.2"), Decimal("0.2"), True]


def test_what_is_no_change_has_none() -> None:
    after, before = figure("满意率95.3%。"), figure("满意率92.1%。")
    assert change_of(after, after, before) is None
    assert change_of(replace(after, kind="change_rel", unit="分"), after, before) is None
    points = change_of(replace(figure("比例为3.2%。"), kind="change_abs", direction=None), after, before)
    assert points is not None
    assert [points.recomputed, points.relative] == [Decimal("3.2"), False]


def test_without_a_direction_the_levels_tell_it() -> None:
    after, before = figure("排名居第4位。"), figure("排名居第9位。")
    moved = replace(figure("共有5位。"), kind="change_abs", direction="up")
    ways: tuple[tuple[Direction | None, int], ...] = (("up", 5), ("down", -5), (None, 5))
    for direction, result in ways:
        change = change_of(replace(moved, direction=direction), after, before)
        assert change is not None
        assert change.recomputed == result


def test_a_multiple_is_of_the_level_before() -> None:
    after, before = figure("驿站150家。"), figure("驿站50家。")
    change = change_of(
        replace(figure("共有2倍。"), kind="change_rel", direction="up", unit="倍"), after, before
    )
    assert change is not None
    assert [change.stated, change.recomputed] == [2, 2]
