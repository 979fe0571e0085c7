"""Twice as much of one shape takes about twice as long."""

from __future__ import annotations

import time

import pytest

from fuzzing.shapes import SHAPES, reports_of
from yoy.pipeline import compare

REPEATS = 3000


def seconds(name: str, count: int) -> float:
    documents = reports_of(name, count)
    start = time.process_time()
    compare(documents)
    return time.process_time() - start


@pytest.mark.parametrize("name", SHAPES)
def test_time_follows_the_length(name: str) -> None:
    seconds(name, 10)
    assert seconds(name, 2 * REPEATS) <= 3.2 * seconds(name, REPEATS) + 0.3
