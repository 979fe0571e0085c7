"""Names of places on the HTML page, for every output that links to it.

An anchor ends in the report it belongs to (`p31-2018`). What stands on the prior side of a pair
ends in both years (`p31-2017-2018`: passage 31 of 2017 as shown beside 2018), for a report in the
middle of a series stands on the page twice. Figures and sections follow the same rule; the row of
a figure in the table of figures is `n12-2018`, numbered within the pair that ends in 2018.
"""

from __future__ import annotations

import re
from typing import Literal

_UNSAFE = re.compile(r"[^0-9A-Za-z]")

Side = Literal["prior", "current"]


def _safe(name: str) -> str:
    """`name` in characters that an address and an attribute can hold as they are."""
    if name.isalnum() and name.isascii():
        return name
    return _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}", name)


def anchor_of_pair(prior: str, current: str) -> str:
    """Where the comparison of two reports begins (report ids)."""
    return f"c-{_safe(prior)}-{_safe(current)}"


def anchor_of_number(current: str, number: str) -> str:
    """The row of a figure: `current` is the newer report of the pair, `number` a QuantityPair id."""
    return f"{_safe(number)}-{_safe(current)}"


def anchor_of_open(prior: str, current: str, number: int) -> str:
    """An open item of two reports, by its place in the list from 1."""
    return f"o{number}-{_safe(prior)}-{_safe(current)}"


def anchor_in_pair(prior: str, current: str, side: Side, element: str) -> str:
    """A passage, section, table or quantity id of one side of a pair of reports."""
    if side == "current":
        return f"{_safe(element)}-{_safe(current)}"
    return f"{_safe(element)}-{_safe(prior)}-{_safe(current)}"


def anchor_of_finding(owner: tuple[str, ...], finding: str) -> str:
    """A finding: `owner` is one report id (checks inside a report) or two (checks of a pair)."""
    return "-".join(["f", _safe(finding), *map(_safe, owner)])
