"""Bags of words, weighed by how rare their pieces are."""

from __future__ import annotations

import pytest

from yoy.align.figures.evidence.term_weights import Bag, Lot, Rarity, contained, nearest, overlap, shared

NAMES = [["复议", "申请", "件数"], ["诉讼", "案件", "件数"], ["信访", "件数"], ["企业", "户数"]]
RARITY = Rarity(NAMES)


def bag(*pieces: str) -> Bag:
    return RARITY.bag(pieces)


def test_what_every_name_has_tells_little() -> None:
    assert bag("复议").total > bag("件数").total
    assert bag("从未见过").total >= bag("复议").total


def test_names_that_share_a_rare_piece_overlap_more() -> None:
    assert overlap(bag("复议", "件数"), bag("复议", "总数")) > overlap(
        bag("复议", "件数"), bag("信访", "件数")
    )


def test_overlap_has_no_direction_and_ends_at_one() -> None:
    one, other = bag("复议", "申请"), bag("复议", "案件")
    assert overlap(one, other) == overlap(other, one)
    assert 0 < overlap(one, one) <= 1
    assert overlap(one, bag()) == 0.0


def test_a_short_name_within_a_longer_one_is_contained() -> None:
    assert contained(bag("复议"), bag("复议", "申请", "件数")) == pytest.approx(1.0)
    assert contained(bag(), bag("复议")) == 0.0
    assert shared(bag("复议", "申请"), bag("申请", "件数")) == pytest.approx(bag("申请").total)


def test_bags_of_different_lanes_never_meet() -> None:
    prior, current = (bag("复议", "申请"), bag("企业")), (bag("复议", "申请"), bag("企业"))
    links = nearest(Lot(prior, ("件", "户")), Lot(current, ("件", "件")), lambda *_: True, RARITY)
    assert links == {(0, 0)}
    assert nearest(Lot(prior, (None, None)), Lot(current, ("件", "件")), lambda *_: True, RARITY) == set()
