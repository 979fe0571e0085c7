"""A report whose numbers are mostly unread says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.model import Doubt, Quantity, SetAside, Span
from yoy.quantities.unread import unread_notes


def aside(reason: str, count: int, doubt: Doubt | None = None) -> list[SetAside]:
    return [SetAside(span=Span(i, i + 1), surface="1", reason=reason, doubt=doubt) for i in range(count)]


def figures(count: int) -> list[Quantity]:
    return [
        Quantity(
            id=f"q{i}",
            key="",
            span=Span(i, i + 1),
            surface="1",
            value=Decimal(1),
            unit=None,
            kind="level",
            quantum=Decimal(1),
        )
        for i in range(count)
    ]


@pytest.mark.parametrize(
    ("read", "set_aside", "expected"),
    [
        (3, aside("bare", 8), [{"unread": 8, "read": 3}]),
        (3, aside("page", 4, "unread") + aside("bare", 2), [{"unread": 6, "read": 3}]),
        (0, aside("date", 50), []),
        (1, aside("bare", 4), []),
        (20, aside("bare", 20), []),
    ],
)
def test_only_numbers_that_are_unknown_count(
    read: int, set_aside: list[SetAside], expected: list[dict[str, int]]
) -> None:
    assert [dict(note.args) for note in unread_notes(figures(read), set_aside)] == expected
