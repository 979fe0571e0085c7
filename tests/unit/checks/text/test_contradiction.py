"""Figures that could contradict each other are all found, whatever their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import example, given
from hypothesis import strategies as st

from yoy.checks.text.contradiction import _ALIKE, _Earlier, _Named
from yoy.language.similarity import dice, grams

if TYPE_CHECKING:
    from yoy.model import Quantity

NAMES = st.text("受理行政复议案件数", min_size=1, max_size=9)


def named(name: str) -> _Named:
    return _Named(
        figure=cast("Quantity", None), agent="", letters="".join(sorted(name)), name=grams(name), words=""
    )


@given(st.lists(NAMES, max_size=12), NAMES)
@example(["行政复议案件"], "行政复议案")
@example(["案件受理"], "受理案件")
def test_names_that_can_meet_are_looked_at(names: list[str], name: str) -> None:
    earlier, one = _Earlier(), named(name)
    others = [named(each) for each in names]
    for other in others:
        earlier.add(other)
    found = list(earlier.near(one))
    can_meet = [x for x in others if x.letters == one.letters or dice(x.name, one.name) >= _ALIKE]
    assert [x for x in found if x in can_meet] == can_meet
