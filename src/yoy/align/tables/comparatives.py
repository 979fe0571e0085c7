"""Rows of two tables told by what both reports print for the same year.

Heads change from year to year, and one may come to stand over what another stood over before; the
figures that this year's table repeats of last year's say which row it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from yoy.model import Quantity

_TELLING = 3
"""Digits that must agree before two rows are the same for their figures."""


class Spot(NamedTuple):
    """Where a figure stands in its row: its column, time left out, and the year and unit it is of."""

    column: str
    year: str
    unit: str | None


Printed = dict[Spot, "Decimal"]
Rows = dict[int, Printed]
Links = list[tuple[int, int]]


def printed_rows(figures: Iterable[Quantity], columns: Sequence[str]) -> Rows:
    """The figures of a table by row and spot; what stands twice in a row with two values tells nothing."""
    rows: Rows = defaultdict(dict)
    twice: set[tuple[int, Spot]] = set()
    for figure in figures:
        row, column = figure.row, figure.column
        if row is None or column is None or figure.period is None or column >= len(columns):
            continue
        if figure.rule == "table.label":
            continue
        spot = Spot(columns[column], figure.period, figure.unit)
        if rows[row].setdefault(spot, figure.value) != figure.value:
            twice.add((row, spot))
    for row, spot in twice:
        del rows[row][spot]
    return dict(rows)


def told_by_figures(chosen: Links, prior: Rows, current: Rows) -> Links:
    """The links of rows, where those whose figures all differ give way to those whose figures all agree."""
    denied = [link for link in chosen if _all_differ(prior.get(link[0], {}), current.get(link[1], {}))]
    kept = [link for link in chosen if link not in denied]
    agreeing = _agreeing(_but(prior, {row for row, _ in kept}), _but(current, {row for _, row in kept}))
    used, taken = {row for row, _ in agreeing}, {row for _, row in agreeing}
    stays = [link for link in denied if link[0] not in used and link[1] not in taken]
    return sorted([*kept, *stays, *agreeing])


def _but(rows: Rows, used: set[int]) -> Rows:
    return {row: printed for row, printed in rows.items() if row not in used}


def _all_differ(one: Mapping[Spot, Decimal], other: Mapping[Spot, Decimal]) -> bool:
    common = one.keys() & other.keys()
    return bool(common) and all(one[spot] != other[spot] for spot in common)


def _agreeing(prior: Rows, current: Rows) -> Links:
    """Pairs of rows that agree, each with the only one that it agrees with."""
    found = list(_alike(prior, current))
    here, there = Counter(row for row, _ in found), Counter(row for _, row in found)
    return [link for link in found if here[link[0]] == there[link[1]] == 1]


def _alike(prior: Rows, current: Rows) -> Iterator[tuple[int, int]]:
    places: dict[tuple[Spot, Decimal], list[int]] = defaultdict(list)
    for row, printed in prior.items():
        for spot, value in printed.items():
            if value:
                places[spot, value].append(row)
    for row, printed in current.items():
        near = {other for item in printed.items() for other in places.get(item, ())}
        yield from ((other, row) for other in sorted(near) if _agree(prior[other], printed))


def _agree(one: Printed, other: Printed) -> bool:
    common = one.keys() & other.keys()
    if any(one[spot] != other[spot] for spot in common):
        return False
    return sum(len(str(one[spot]).strip("-0.").replace(".", "").rstrip("0")) for spot in common) >= _TELLING
