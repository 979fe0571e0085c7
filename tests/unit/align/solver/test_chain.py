from __future__ import annotations

from yoy.align.solver.chain import Link, heaviest_chain


def test_crossing_links_leave_the_heavier() -> None:
    light, heavy = Link(0, 1, 1, 2, 1.0), Link(1, 0, 2, 1, 2.0)
    assert heaviest_chain([light, heavy]) == [heavy]


def test_one_against_two_takes_both_places() -> None:
    two, single, other = Link(0, 0, 2, 1, 3.0), Link(0, 0, 1, 1, 1.0), Link(1, 1, 2, 2, 1.0)
    assert heaviest_chain([two, single, other]) == [two]


def test_no_links() -> None:
    assert heaviest_chain([]) == []


def test_heavier_links_win_over_more_links() -> None:
    links = [Link(0, 2, 1, 3, 5.0), Link(1, 0, 2, 1, 2.0), Link(2, 1, 3, 2, 2.0)]
    assert heaviest_chain(links) == [links[0]]
    assert heaviest_chain([links[0]._replace(weight=3.0), *links[1:]]) == links[1:]


def test_no_two_links_of_a_chain_share_a_place() -> None:
    links = [Link(0, 0, 1, 1, 1.0), Link(0, 1, 1, 2, 1.0), Link(1, 1, 2, 2, 1.0)]
    assert heaviest_chain(links) == [links[0], links[2]]
