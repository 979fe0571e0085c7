"""Five thousand spelled numbers, each in a neutral sentence, as the program reads them.

A number is read with exactly its value, both ends and its unit, or it is set aside; it's neither read
as another one nor passed over in silence. The styles that fail today are named below; a style that
no longer fails makes its test fail, so that it's taken off the list.
benchmarks/compare_number_readers.py does the same with 100,000 and shows the sentences.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from number_reference.agreement import STYLES, Judged, judge, surfaces

EACH = -(-5000 // len(STYLES))
# The share of all surfaces that must be read right, not only set aside; raised when beaten.
FLOOR = 0.998
READ_AS_ANOTHER: dict[str, tuple[str, ...]] = {}
PASSED_OVER: dict[str, tuple[str, ...]] = {}


@cache
def judged(language: str, style: str) -> tuple[Judged, ...]:
    return tuple(judge(surfaces(language, style, EACH, seed=2018)))


def styles(failing: dict[str, tuple[str, ...]]) -> list[object]:
    """Every style; those that fail today as strictly expected failures."""
    unknown = {(language, style) for language in failing for style in failing[language]} - STYLES.keys()
    assert not unknown
    return [
        pytest.param(
            language,
            style,
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError)]
            if style in failing.get(language, ())
            else [],
        )
        for language, style in STYLES
    ]


def told(language: str, style: str, outcome: str) -> list[str]:
    return [
        f"{one.spelled.sentence()} → {one.said}" for one in judged(language, style) if one.outcome == outcome
    ]


@pytest.mark.parametrize(("language", "style"), styles(READ_AS_ANOTHER))
def test_no_number_is_read_as_another(language: str, style: str) -> None:
    assert told(language, style, "wrong") == []


@pytest.mark.parametrize(("language", "style"), styles(PASSED_OVER))
def test_no_number_is_passed_over_in_silence(language: str, style: str) -> None:
    assert told(language, style, "missed") == []


def test_most_numbers_are_read_right() -> None:
    counts = Counter(one.outcome for style in STYLES for one in judged(*style))
    assert counts.total() >= 5000
    assert counts["right"] / counts.total() >= FLOOR, counts
