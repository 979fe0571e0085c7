"""Agreement at printed precision."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.language.tolerance import Range, agreement, shown, truncates

D = Decimal


@pytest.mark.parametrize(
    ("stated", "quantum", "recomputed", "expected"),
    [
        ("0.88", "0.01", "0.88", "equal"),
        ("0.8594", "0.0001", "0.8594104", "rounded"),
        ("0.86", "0.01", "0.8632943", "rounded"),
        ("0.348", "0.001", "0.3488372", "truncated"),
        ("0.04", "0.01", "0.046683", "truncated"),
        ("0.434", "0.001", "0.4142857", "differs"),
        ("258", "1", "258", "equal"),
        ("236", "1", "234", "differs"),
    ],
)
def test_counted_operands(stated: str, quantum: str, recomputed: str, expected: str) -> None:
    assert agreement(D(stated), D(quantum), D(recomputed), Range.exact(D(recomputed))) == expected


def test_coarse_operands_allow_what_their_range_allows() -> None:
    share = Range.printed(D("1.9"), D("0.1")) / Range.printed(D("8.1"), D("0.1"))
    assert agreement(D("0.24"), D("0.01"), D("1.9") / D("8.1"), share) == "within"
    assert agreement(D("0.29"), D("0.01"), D("1.9") / D("8.1"), share) == "differs"


def test_coarse_operands_show_no_truncation() -> None:
    base = Range.printed(D("1.9"), D("0.1")) - Range.exact(D("0.349"))
    growth = Range.exact(D("0.349")) / base
    assert agreement(D("0.22"), D("0.01"), D("0.349") / D("1.551"), growth) == "within"


def test_a_negative_result_is_truncated_towards_zero() -> None:
    assert truncates(D("-0.3488"), D("-0.348"), D("0.001"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.85941043084", "0.8594104"),
        ("234", "234"),
        ("1.50", "1.5"),
        ("1E+3", "1000"),
        ("12345678901234567890123", "12345678901234567890123"),
    ],
)
def test_shown_values_are_plain_and_short(value: str, expected: str) -> None:
    assert f"{shown(D(value)):f}" == expected
