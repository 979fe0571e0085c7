"""Pairs of English figures: the right year, the right cause, the right kind of spending."""

from __future__ import annotations

from checked_reports import pair


def asserted(prior: str, current: str) -> set[tuple[str, str]]:
    before, after, both = pair(prior, current, language="en")
    surfaces = [{q.id: q.surface for q in report.figures.quantities} for report in (before, after)]
    return {
        (surfaces[0][n.prior], surfaces[1][n.current])
        for n in both.numbers
        if n.prior and n.current and not n.confirm
    }


_CHAPTER = "RESULTS - {} vs. {}\nShop revenue increased ${} million to ${} million because more people came to the shops.\n"


def test_a_chapter_kept_from_last_year_does_not_take_this_years_partner() -> None:
    prior = _CHAPTER.format(2017, 2016, 12, 312) + _CHAPTER.format(2016, 2015, 30, 300)
    current = _CHAPTER.format(2018, 2017, 18, 330) + _CHAPTER.format(2017, 2016, 12, 312)
    found = asserted(prior, current)
    assert ("$312 million", "$330 million") in found
    assert ("$312 million", "$312 million") not in found
    assert ("$300 million", "$330 million") not in found


def test_changes_put_down_to_other_causes_are_left_to_the_reader() -> None:
    prior = "Ticket revenue reflected an increase of 6% due to higher rates at the two ferry piers."
    current = "Ticket revenue reflected an increase of 7% due to longer routes at the two ferry piers."
    assert asserted(prior, current) == set()


def test_overall_and_operating_expenditure_are_two_things() -> None:
    prior = "Operating expenditure for the year is estimated to be $380 million, the highest in a decade."
    current = (
        "The overall expenditure for the year is estimated to be $491 million, the highest in a decade. "
        "Operating expenditure for the year is estimated to be $384 million."
    )
    assert ("$380 million", "$491 million") not in asserted(prior, current)


def test_words_alone_carry_near_equals_only() -> None:
    prior = "The pilot programme will provide a maximum subsidy of $20,000 for each small firm."
    current = "Schools: the scheme gives every eligible project a maximum subsidy of $90,000 and free advice."
    assert asserted(prior, current) == set()
