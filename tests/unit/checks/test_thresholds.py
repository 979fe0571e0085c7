"""Which changes ask for an explanation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from findings_by_hand import number
from yoy.checks.thresholds import needs_explanation, with_flags
from yoy.options import FlagOptions


@pytest.mark.parametrize(
    ("change", "asks"),
    [
        ({}, True),
        ({"difference": Decimal(49)}, False),
        ({"growth": Decimal("0.09")}, False),
        ({"difference": Decimal(-60), "growth": Decimal("-0.1"), "relation": "down"}, True),
        ({"growth": None}, True),
        ({"growth": None, "difference": Decimal(3)}, False),
        ({"unit": "%", "difference": Decimal(5), "growth": None}, True),
        ({"unit": "%", "difference": Decimal("4.9"), "growth": Decimal(9)}, False),
        ({"unit": "元", "difference": Decimal(999_999), "growth": Decimal(2)}, False),
        ({"unit": "元", "difference": Decimal(1_000_000), "growth": Decimal(2)}, True),
        ({"relation": "added", "difference": None, "growth": None}, False),
        ({"relation": "target_result"}, False),
        ({"relation": "unchanged", "difference": Decimal(0), "growth": Decimal(0)}, False),
    ],
)
def test_both_thresholds_must_be_passed(change: dict[str, Any], *, asks: bool) -> None:
    assert needs_explanation(number(**change), FlagOptions()) is asks


def test_the_users_thresholds_count() -> None:
    strict = FlagOptions(growth=Decimal("0.5"), amount=Decimal(10))
    (flagged,) = with_flags([number()], FlagOptions())
    (quiet,) = with_flags([number()], strict)
    assert (flagged.flagged, quiet.flagged) == (True, False)
