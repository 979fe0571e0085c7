"""The changes that every output puts in front."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from findings_by_hand import REPORT, finding, number, pair_of
from yoy.checks.headline import headline_of
from yoy.model import Report, ReportPair

QUIET: dict[str, Any] = {"relation": "unchanged", "difference": Decimal(0), "growth": Decimal(0)}


def headline(pair: ReportPair, report: Report = REPORT) -> tuple[str, ...]:
    return headline_of(pair, report, report)


def with_concept(quantity_id: str, concept: str) -> Report:
    quantities = tuple(
        replace(q, concept=concept) if q.id == quantity_id else q for q in REPORT.figures.quantities
    )
    return replace(REPORT, figures=replace(REPORT.figures, quantities=quantities))


def test_what_passes_the_threshold_comes_by_rate_and_size() -> None:
    small = number("n1", growth=Decimal("0.12"), flagged=True)
    large = number("n2", growth=Decimal("-0.4"), relation="down", difference=Decimal(-60), flagged=True)
    assert headline(pair_of(small, large)) == ("n2", "n1")


def test_what_stays_below_the_threshold_is_no_headline() -> None:
    assert headline(pair_of(number())) == ()


def test_a_standard_indicator_leads_whatever_became_of_it() -> None:
    flagged = number("n1", "q1", unit="%", difference=Decimal(20), prior="q1", flagged=True)
    quiet = number("n2", **QUIET)
    assert headline(pair_of(flagged, quiet), with_concept("q0", "known_to_nobody")) == ("n1",)
    known = next(iter(_known()))
    assert headline(pair_of(flagged, quiet), with_concept("q0", known)) == ("n2", "n1")


def test_a_standard_indicator_leads_once() -> None:
    report = with_concept("q0", next(iter(_known())))
    assert headline(pair_of(number("n1"), number("n2", **QUIET)), report) == ("n1",)


def _known() -> list[str]:
    from yoy.lexicon import data

    return list(data(data("indicators")["files"][0]))


@pytest.mark.parametrize(
    "change",
    [
        {"confirm": True},
        {"relation": "added", "prior": None},
        {"relation": "removed", "current": None},
        {"relation": "incomparable"},
        {"relation": "target_result"},
        {"current": "q2"},
    ],
)
def test_doubt_plans_and_what_is_not_like_for_like_are_left_out(change: dict[str, Any]) -> None:
    assert headline(pair_of(number(flagged=True, **change))) == ()


def test_a_figure_of_another_year_is_left_out() -> None:
    earlier = tuple(replace(q, period="2013") for q in REPORT.figures.quantities)
    report = replace(REPORT, figures=replace(REPORT.figures, quantities=earlier))
    assert headline(pair_of(number(flagged=True)), report) == ()


def test_a_figure_counted_otherwise_than_last_year_is_left_out() -> None:
    both = replace(pair_of(number(flagged=True)), findings=(finding("basis", "suspect"),))
    assert headline(both) == ()
    sure = replace(pair_of(number(flagged=True)), findings=(finding("basis", "cannot_check"),))
    assert headline(sure) == ("n1",)


@pytest.mark.parametrize(
    ("before", "after", "relation", "stands"),
    [
        (None, "超", "down", False),
        (None, "超", "up", True),
        ("突破", None, "up", False),
        ("突破", None, "down", True),
        ("超过", "超过", "up", True),
        ("约", None, "up", True),
        ("不到", None, "down", False),
    ],
)
def test_a_bound_that_leaves_the_way_open_is_no_headline(
    before: str | None, after: str | None, relation: Any, stands: bool
) -> None:
    def told(approx: str | None) -> Report:
        quantities = tuple(replace(q, approx=approx) for q in REPORT.figures.quantities)
        return replace(REPORT, figures=replace(REPORT.figures, quantities=quantities))

    changed = number("n1", growth=Decimal("0.4"), relation=relation, difference=Decimal(60), flagged=True)
    assert bool(headline_of(pair_of(changed), told(before), told(after))) is stands
