"""Names of places on the page."""

from __future__ import annotations

from yoy.writers.anchors import anchor_in_pair, anchor_of_finding, anchor_of_number, anchor_of_pair


def test_a_report_in_the_middle_of_a_series_has_two_places_for_a_passage() -> None:
    as_current = anchor_in_pair("2016", "2017", "current", "p31")
    as_prior = anchor_in_pair("2017", "2018", "prior", "p31")
    assert (as_current, as_prior) == ("p31-2017", "p31-2017-2018")


def test_rows_pairs_and_findings() -> None:
    assert anchor_of_number("2018", "n12") == "n12-2018"
    assert anchor_of_pair("2017", "2018") == "c-2017-2018"
    assert anchor_of_finding(("2018",), "f3") == "f-f3-2018"
    assert anchor_of_finding(("2017", "2018"), "f3") == "f-f3-2017-2018"


def test_any_id_makes_an_address_and_no_two_the_same() -> None:
    made = [anchor_of_number(name, "n1") for name in ("2018 修订", "2018_修订", "2018#", "2018%")]
    assert len(set(made)) == len(made)
    assert all(character.isascii() and character not in " #%" for name in made for character in name)
