"""Which of several parts in another order have moved."""

from __future__ import annotations

from decimal import Decimal

from yoy.align.sections.order import in_reading_order, out_of_order
from yoy.model import SectionPair


def test_of_two_parts_that_change_places_the_smaller_has_moved() -> None:
    assert out_of_order([(0, 1), (1, 0)], [100.0, 300.0]) == [True, False]


def test_order_kept_moves_nothing() -> None:
    assert out_of_order([(0, 0), (1, 2), (5, 7)], [1.0, 1.0, 1.0]) == [False, False, False]


def test_the_longer_of_two_chapters_stays_where_it_was() -> None:
    assert out_of_order([(0, 1), (1, 0)], [9.0, 2.0]) == [False, True]


def test_pairs_follow_the_current_report_and_what_is_gone_comes_last() -> None:
    def link(prior: tuple[str, ...], current: tuple[str, ...]) -> SectionPair:
        return SectionPair(prior=prior, current=current, relation="same", score=Decimal(1))

    gone, second, first, new = (
        link(("s1",), ()),
        link(("s2",), ("s3",)),
        link(("s3",), ("s1",)),
        link((), ("s2",)),
    )
    ordered = in_reading_order([gone, second, first, new], ["s1", "s2", "s3"], ["s1", "s2", "s3"])
    assert ordered == (first, new, second, gone)
