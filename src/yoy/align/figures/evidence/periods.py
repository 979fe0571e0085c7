"""When a figure speaks of, as seen from its report: two figures compare when that is the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from yoy.model import Quantity, Report

_YEAR = re.compile(r"\d{4}")

Years = tuple[int, ...] | None
"""Years counted from the one reported on: (0,), (1,), or first and last of several; None for no year."""


class Dated(Protocol):
    """A figure with when it speaks of."""

    @property
    def quantity(self) -> Quantity:
        """The figure itself."""

    @property
    def years(self) -> Years:
        """Its years."""

    @property
    def months(self) -> str | None:
        """Its part of the year."""


def years_from(report: Report, quantity: Quantity) -> Years:
    """The years that a figure speaks of, counted from the year its report is about."""
    own = report.document.period
    if own is None or quantity.period is None:
        return None
    years = [int(year) - own for year in _YEAR.findall(quantity.period)]
    if not years:
        return None
    return (years[0],) if years[0] == years[-1] else (years[0], years[-1])


def distance_of(quantity: Quantity) -> int | None:
    """How many years lie between the end of a change and what it is measured from; None for no change."""
    if not quantity.kind.startswith("change") or quantity.base_period is None or quantity.period is None:
        return None
    ends = [_YEAR.findall(period) for period in (quantity.period, quantity.base_period)]
    return int(ends[0][-1]) - int(ends[1][-1]) if all(ends) else None


def months_of(quantity: Quantity) -> str | None:
    """The months of a figure that covers part of a year, without the year (`01/09`); None for a whole one."""
    if quantity.partial is None:
        return None
    return re.sub(r"\d{4}-?", "", quantity.partial) or quantity.partial


def same_months(one: Dated, other: Dated) -> bool:
    """Whether both cover the same part of their years."""
    return one.months == other.months


def end_together(before: Years, after: Years) -> bool:
    """Whether one is of several years and the other of their last: 五年累计 against 全年."""
    if before is None or after is None:
        return False
    return len(before) != len(after) and before[-1] == after[-1]


def same_stretch(one: Dated, other: Dated) -> bool:
    """Whether two figures speak of the same years as seen from their reports, as far as they say.

    Two figures stated of earlier years may also be of one and the same year (较2016年 in both reports).
    """
    if one.years is None or other.years is None or one.years == other.years:
        return True
    return one.quantity.role == "baseline" and one.quantity.period == other.quantity.period
