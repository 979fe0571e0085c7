"""A redline of any two reports gives this year's text when all is accepted, last year's when all is rejected."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings

from property.test_promises import compared, pairs
from redlines import W, part, redline, resolved, text_of, written_text

WORDS = re.compile(r"\w")
slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(pairs())
def test_accepting_and_rejecting_give_the_two_texts(reports: tuple[str, str]) -> None:
    comparison = compared(*reports)
    content = redline(comparison)
    prior, current = comparison.reports
    assert text_of(resolved(content, "accept")) == written_text(current)
    assert text_of(resolved(content, "reject")) == written_text(prior)


@slow
@given(pairs())
def test_every_change_has_a_number_of_its_own(reports: tuple[str, str]) -> None:
    root = part(redline(compared(*reports)))
    numbers = Counter(
        element.get(f"{W}id") for element in root.iter() if element.get(f"{W}author") is not None
    )
    assert all(count == 1 for count in numbers.values())
