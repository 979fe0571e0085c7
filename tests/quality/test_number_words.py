"""The numeral reader against surface → value pairs of an independent specification.

Pairs that the specification reads as percent where the text says 百分点 are left out.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yoy.language.numerals import Numeral, read_numeral
from yoy.language.units import read_amount

FLOORS = {"A": (335, 0.99), "B": (138, 1.0)}


def right(case: dict[str, Any]) -> bool:
    amount = None
    numeral: Numeral | None = read_numeral(case["text"])
    if numeral is None:
        amount = read_amount(case["text"])
        numeral = amount.numeral if amount else None
    wanted = Decimal(case["value"].rstrip("%"))
    return numeral is not None and abs(numeral.value - wanted) <= Decimal("1e-9") * max(
        Decimal(1), abs(wanted)
    )


@pytest.mark.parametrize("tier", FLOORS)
def test_tier(shared: Path, tier: str) -> None:
    lines = (
        (shared / "gold" / "number-words" / "surface_value.jsonl").read_text(encoding="utf-8").splitlines()
    )
    cases = [case for case in map(json.loads, lines) if case["tier"] == tier and not case["note"]]
    count, floor = FLOORS[tier]
    assert len(cases) == count
    assert sum(map(right, cases)) / count >= floor
