"""How alike two texts are, with the plain definitions beside the fast ones."""

from __future__ import annotations

import pytest

from yoy.language.similarity import containment, dice, grams, partial_ratio, ratio


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 1.0),
        ("政务公开", "政务公开", 1.0),
        ("政务公开", "", 0.0),
        ("政务", "政府", 0.5),
        ("ab", "cd", 0.0),
    ],
)
def test_ratio_is_the_share_that_survives_the_shortest_edit(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected)
    assert ratio(other, one) == pytest.approx(expected)


def test_a_text_within_a_longer_one_is_wholly_there() -> None:
    assert partial_ratio("政务公开", "推进政务公开工作") == 1.0


def test_grams_count_repeats_and_keep_what_is_shorter() -> None:
    assert grams("ababa") == {"ab": 2, "ba": 2}
    assert grams("公") == {"公": 1}
    assert grams("") == {}


def test_dice_counts_every_gram_once_for_each_time_it_stands() -> None:
    assert dice(grams("ababa"), grams("aba")) == pytest.approx(2 * 2 / 6)
    assert dice(grams(""), grams("")) == 0.0


def test_containment_asks_only_for_the_part() -> None:
    assert containment(grams("政务公开"), grams("推进政务公开工作")) == 1.0
    assert containment(grams("推进政务公开工作"), grams("政务公开")) < 0.5
    assert containment(grams(""), grams("政务")) == 0.0
