"""What yoy makes of an invented city's work reports of three years, held against their truth.

Real labels lie outside the repository; here the same rules hold wherever the tests run. The floors are
pinned to what was measured; they are raised when beaten and never lowered.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from work_pairs import ALARMS, Share, WorkPair
from work_reports import WorkReports

FACETS = {
    "concept": 0.944,
    "qualifiers": 0.981,
    "period": 1.0,
    "basis": 0.962,
    "role": 1.0,
    "kind": 1.0,
    "base_period": 1.0,
    "partial": 1.0,
    "subjects": 0.75,
}


@pytest.fixture(scope="module")
def reports(fixtures: Path) -> WorkReports:
    return WorkReports(fixtures / "qichuan-gwr")


@pytest.fixture(scope="module", params=(0, 1), ids=("2018-2019", "2019-2020"))
def pair(reports: WorkReports, request: pytest.FixtureRequest) -> WorkPair:
    pair: WorkPair = reports.pairs[request.param]
    return pair


def pooled(shares: list[Share]) -> Share:
    """The shares of all pairs as one."""
    return Share(
        sum(share.part for share in shares),
        sum(share.whole for share in shares),
        tuple(line for share in shares for line in share.rest),
    )


def test_the_years_are_those_reviewed_not_those_of_delivery(reports: WorkReports) -> None:
    for name, side in reports.sides.items():
        truth = reports.truth["reports"][name]
        assert (str(side.report["period"]), str(side.report["delivered"])) == (truth["speaks_of"], name)
    assert [(c["prior"], c["current"]) for c in reports.document["comparisons"]] == [
        ("2018", "2019"),
        ("2019", "2020"),
    ]


def test_chapters_have_their_part_and_time(reports: WorkReports) -> None:
    chapters = reports.chapters()
    assert chapters.value == 1.0, chapters.rest


@pytest.mark.parametrize("facet", FACETS)
def test_figures_are_told_by_their_facets(reports: WorkReports, facet: str) -> None:
    share = reports.facet(facet)
    assert share.value >= FACETS[facet], share.rest


def test_what_is_subtracted_is_like_for_like(reports: WorkReports) -> None:
    share = pooled([pair.precision() for pair in reports.pairs])
    assert share.value == 1.0, share.rest


def test_like_for_like_pairs_are_found(reports: WorkReports) -> None:
    share = pooled([pair.recall() for pair in reports.pairs])
    assert share.value == 1.0, share.rest


def test_no_trap_is_fallen_into(pair: WorkPair) -> None:
    assert pair.traps_fallen_into() == []


def test_what_is_not_like_for_like_is_not_subtracted(pair: WorkPair) -> None:
    assert pair.subtracted_though_unlike() == []


def test_what_is_not_like_for_like_is_set_side_by_side(reports: WorkReports) -> None:
    """Of those pairs that neither figure has a better partner for; to leave one alone is no error."""
    share = pooled([pair.marked_unlike() for pair in reports.pairs])
    assert share.value >= 0.538, share.rest


def test_targets_find_their_results(reports: WorkReports) -> None:
    found = pooled([pair.targets_found() for pair in reports.pairs])
    assert found.value == 1.0, found.rest


def test_results_given_for_targets_are_right(reports: WorkReports) -> None:
    right = pooled([pair.targets_right() for pair in reports.pairs])
    assert right.value == 1.0, right.rest


def test_the_headline_is_like_for_like(pair: WorkPair) -> None:
    headline = pair.headline()
    assert len(headline) >= 10
    assert [pair.shown(link) for link in headline if link not in pair.true] == []


def test_false_claims_are_refuted(reports: WorkReports) -> None:
    inside = reports.false_claims_refuted()
    growth = [
        pair.claims_borne_out("growth_claims", ALARMS, "growth", "difference") for pair in reports.pairs
    ]
    share = pooled([inside, *growth])
    assert share.value == 1.0, share.rest


def test_true_claims_are_never_accused(reports: WorkReports) -> None:
    assert reports.accused_though_true() == []


def test_true_claims_are_borne_out(reports: WorkReports) -> None:
    true = ("consistent", "rounding")
    growth = [pair.claims_borne_out("growth_claims", true, "growth", "difference") for pair in reports.pairs]
    share = pooled([reports.true_claims_borne_out(), *growth])
    assert share.value >= 0.666, share.rest


def test_quoted_figures_of_last_year_are_judged(pair: WorkPair) -> None:
    share = pair.quoted_figures_judged()
    assert share.value == 1.0, share.rest


def test_promises_are_followed_up(reports: WorkReports) -> None:
    share = pooled([pair.promises_followed() for pair in reports.pairs])
    assert share.value == 1.0, share.rest


def test_problems_and_wording_are_pointed_out(reports: WorkReports) -> None:
    share = pooled([pair.wordings_pointed_out() for pair in reports.pairs])
    assert share.value >= 0.5, share.rest
