"""Rows told by the figures that both reports print for one year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yoy.align.tables.comparatives import Printed, Spot, told_by_figures


def row(**years: int) -> Printed:
    return {Spot("", year[1:], "元"): Decimal(value) for year, value in years.items()}


PRIOR = {1: row(y2017=47, y2016=43), 2: row(y2017=49, y2016=29), 3: row(y2017=220, y2016=140)}


@pytest.mark.parametrize(
    ("current", "links", "wanted"),
    [
        (
            {1: row(y2018=38, y2017=220, y2016=140), 3: row(y2018=10, y2017=47, y2016=43)},
            [(1, 1), (3, 3)],
            [(1, 3), (3, 1)],
        ),
        ({1: row(y2018=38, y2017=47, y2016=44)}, [(1, 1)], [(1, 1)]),
        ({1: row(y2018=38, y2017=57, y2016=53)}, [(1, 1)], [(1, 1)]),
        ({5: row(y2018=230, y2017=220, y2016=140)}, [], [(3, 5)]),
        ({5: row(y2018=230, y2017=220), 6: row(y2018=231, y2017=220)}, [], []),
        ({5: row(y2018=230, y2017=49)}, [], []),
    ],
    ids=[
        "heads changed places",
        "one of two restated",
        "both restated, no other row agrees",
        "a row under a new head",
        "two rows agree",
        "two digits tell too little",
    ],
)
def test_links(
    current: dict[int, Printed], links: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    assert told_by_figures(links, PRIOR, current) == wanted
    turned = [(j, i) for i, j in links]
    assert told_by_figures(turned, current, PRIOR) == sorted((j, i) for i, j in wanted)
