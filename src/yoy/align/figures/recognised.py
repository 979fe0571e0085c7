"""Figures that were read off pictures: whatever they are paired with, a person must confirm it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import QuantityPair, Report

_CODE = "ocr"
"""The note of a reader on each figure it recognised."""


def doubt_recognised(
    prior: Report, current: Report, numbers: Sequence[QuantityPair]
) -> tuple[QuantityPair, ...]:
    """The pairs, those with a recognised figure on either side to be confirmed."""
    doubtful = (_recognised(prior), _recognised(current))
    if not any(doubtful):
        return tuple(numbers)
    return tuple(
        replace(number, confirm=True)
        if number.prior in doubtful[0] or number.current in doubtful[1]
        else number
        for number in numbers
    )


def _recognised(report: Report) -> frozenset[str]:
    """Ids of the quantities that hold a recognised figure."""
    spans = sorted(n.span for n in report.document.notes if n.code == _CODE and n.span is not None)
    starts = [span.start for span in spans]
    found = []
    for quantity in report.figures.quantities:
        index = bisect_right(starts, quantity.span.end - 1) - 1
        if index >= 0 and spans[index].overlaps(quantity.span):
            found.append(quantity.id)
    return frozenset(found)
