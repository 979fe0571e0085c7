from __future__ import annotations

from yoy.align.solver.assignment import assign, best_first


def test_the_best_sum_wins_over_the_best_pair() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}
    assert assign(scores) == [(0, 1), (1, 0)]
    assert best_first(scores) == [(0, 0)]


def test_nothing_to_assign() -> None:
    assert assign({}) == []


def test_a_row_may_stay_alone() -> None:
    assert assign({(0, 0): 0.5, (1, 0): 0.6}) == [(1, 0)]


def test_parts_without_a_link_are_solved_apart() -> None:
    scores = {(row, row): 1.0 for row in range(2000)}
    assert assign(scores) == [(row, row) for row in range(2000)]


def test_a_part_too_large_to_solve_is_paired_best_first() -> None:
    scores = {(row, column): 1.0 - abs(row - column) / 10 for row in range(450) for column in (row, row + 1)}
    assert assign(scores) == [(row, row) for row in range(450)]
