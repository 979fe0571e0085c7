"""The best one-to-one choice, and how clear each link of it is."""

from __future__ import annotations

import pytest

from yoy.align.solver.margins import match


def never(*_: object) -> bool:
    return False


def always(*_: object) -> bool:
    return True


def chosen(balances: dict[tuple[int, int], float], least: float = 0.0) -> list[tuple[int, int]]:
    return [found.link for found in match(balances, least, never, never)]


def test_the_whole_counts_not_the_best_single_link() -> None:
    assert chosen({(0, 0): 3.0, (0, 1): 2.5, (1, 0): 2.5}) == [(0, 1), (1, 0)]


def test_what_does_not_pass_the_least_is_never_chosen() -> None:
    assert chosen({(0, 0): 1.0, (1, 1): 0.4}, least=0.5) == [(0, 0)]


def test_the_runner_up_is_named_with_the_distance_to_it() -> None:
    (found,) = match({(0, 0): 3.0, (0, 1): 2.0}, 0.0, never, never)
    assert found.runner_up == (0, 1)
    assert found.margin == pytest.approx(1.0)


def test_a_link_without_rival_is_as_clear_as_it_is_likely() -> None:
    (found,) = match({(0, 0): 3.0}, 0.0, never, never)
    assert (found.runner_up, found.balance, found.margin) == (None, 3.0, 3.0)


def test_a_link_that_says_the_same_is_no_rival() -> None:
    (found,) = match({(0, 0): 3.0, (0, 1): 3.0}, 0.0, always, never)
    assert found.runner_up is None


def test_a_rival_that_stands_as_well_elsewhere_leaves_no_margin() -> None:
    (found,) = match({(0, 0): 3.0, (0, 1): 1.0}, 0.0, never, always)
    assert (found.runner_up, found.margin) == ((0, 1), 0.0)


def test_a_rival_that_would_cost_another_link_dear_is_none() -> None:
    first, second = match({(0, 0): 3.0, (0, 1): 2.9, (1, 1): 3.0}, 0.0, never, never)
    assert first.margin > 2.0
    assert second.margin > 2.0
