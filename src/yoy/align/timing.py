"""When a figure speaks of, as seen from its report: two figures compare when that is the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.model import Quantity, Report

_YEAR = re.compile(r"\d{4}")


def years_from(report: Report, quantity: Quantity) -> tuple[int, ...] | None:
    """Years of the figure counted from the year reported on: (0,), (1,), or first and last of several.

    None where the figure names no year.
    """
    own = report.document.period
    if own is None or quantity.period is None:
        return None
    years = [int(year) - own for year in _YEAR.findall(quantity.period)]
    if not years:
        return None
    return (years[0],) if years[0] == years[-1] else (years[0], years[-1])


def part_of_year(quantity: Quantity) -> str | None:
    """The months of a figure that covers part of a year, without the year (`01/09`); None for a whole one."""
    if quantity.partial is None:
        return None
    return re.sub(r"\d{4}-?", "", quantity.partial) or quantity.partial


def same_time(prior: Report, before: Quantity, current: Report, after: Quantity) -> bool:
    """Whether both speak of the same time as seen from their reports, as far as they say."""
    one, other = years_from(prior, before), years_from(current, after)
    return one is None or other is None or one == other


def end_together(prior: Report, before: Quantity, current: Report, after: Quantity) -> bool:
    """Whether one is of several years and the other of their last: 五年累计 against 全年."""
    one, other = years_from(prior, before), years_from(current, after)
    return one is not None and other is not None and len(one) != len(other) and one[-1] == other[-1]
