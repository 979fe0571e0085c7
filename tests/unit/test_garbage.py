"""The search for cyclic garbage is as the caller left it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

import yoy


def test_collection_is_on_again_after_a_comparison_and_after_a_failure(fixtures: Path) -> None:
    documents = [yoy.read(fixtures / "harbour-council" / f"{year}.txt") for year in (2017, 2018)]
    yoy.compare(documents)
    assert gc.isenabled()
    with pytest.raises(yoy.YoyError):
        yoy.compare(documents[:1])
    assert gc.isenabled()


def test_collection_stays_off_where_the_caller_wants_none(fixtures: Path) -> None:
    documents = [yoy.read(fixtures / "harbour-council" / f"{year}.txt") for year in (2017, 2018)]
    gc.disable()
    try:
        yoy.compare(documents)
        assert not gc.isenabled()
    finally:
        gc.enable()
