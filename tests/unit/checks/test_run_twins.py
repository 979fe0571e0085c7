"""True claims are confirmed, false ones refuted with the right figures, near misses left alone."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from twins import Twin, outcome, twins

TWINS = tuple(twins())
KINDS = sorted({(twin.kind, twin.lang) for twin in TWINS})
REFUTED = CONFIRMED = 0.98
MOST_WRONG = 0.1  # of each kind


@cache
def outcomes() -> tuple[tuple[Twin, str], ...]:
    return tuple((twin, outcome(twin)) for twin in TWINS)


def test_there_are_enough() -> None:
    assert len(TWINS) >= 700
    assert {twin.lang for twin in TWINS} == {"zh", "en"}


@pytest.mark.parametrize(("kind", "lang"), KINDS)
def test_kind(kind: str, lang: str) -> None:
    of_kind = [(twin, found) for twin, found in outcomes() if (twin.kind, twin.lang) == (kind, lang)]
    wrong = [
        f"{found}: {twin.text} ({twin.truth})"
        for twin, found in of_kind
        if found != ("refuted" if twin.is_false else "confirmed")
    ]
    assert len(wrong) <= MOST_WRONG * len(of_kind), wrong


def test_nothing_true_is_accused_and_nothing_false_confirmed() -> None:
    counts = Counter((twin.is_false, found) for twin, found in outcomes())
    false, true = (
        sum(n for (is_false, _), n in counts.items() if is_false is side) for side in (True, False)
    )
    assert counts[False, "refuted"] + counts[False, "wrong"] + counts[False, "asked"] == 0
    assert counts[True, "confirmed"] == 0
    assert counts[True, "refuted"] >= REFUTED * false
    assert counts[False, "confirmed"] >= CONFIRMED * true
