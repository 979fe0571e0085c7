"""Which of several parts in another order have moved."""

from __future__ import annotations

from yoy.align.sections.order import out_of_order


def test_of_two_parts_that_change_places_the_smaller_has_moved() -> None:
    assert out_of_order([(0, 1), (1, 0)], [100.0, 300.0]) == [True, False]


def test_order_kept_moves_nothing() -> None:
    assert out_of_order([(0, 0), (1, 2), (5, 7)], [1.0, 1.0, 1.0]) == [False, False, False]
