"""Lines that several statements print: net income of the income statement and of the cash flows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.statements.matrix import matrices
from yoy.checks.view import range_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_TELLING = 100
_SLACK = 2
"""Units of the last digit by which statements round one amount apart."""


class _Told(NamedTuple):
    """A line of one statement by its years."""

    years: Mapping[str, Quantity]


def check_links(view: View, _options: Options) -> Iterator[Finding]:
    """One amount in two statements: equal in the other years, so equal in this one."""
    if view.report.document.language != "en":
        return
    lines: dict[str, list[_Told]] = defaultdict(list)
    for matrix in matrices(view):
        for line in matrix.amounts:
            name = _name(line.name)
            told = _by_year(line.cells)
            if name and len(told) > 1:
                yield from _against(view, lines[name], told)
                lines[name].append(_Told(told))


def _name(label: str) -> str:
    """The name under which statements share a line; empty for one that they don't."""
    bare = pattern("statement", "aside").sub("", label)
    known = words("statement", "shared")
    return next((name for name in known if bare == name), _cash(bare))


def _cash(bare: str) -> str:
    """Cash of the balance sheet is what the cash flows end with."""
    if pattern("statement", "closing").search(bare):
        return "cashandcashequivalents"
    return bare if bare == "cashandcashequivalents" else ""


def _by_year(cells: tuple[Quantity | None, ...]) -> dict[str, Quantity]:
    """The figures by their years; empty where two are of one year (quarters, segments)."""
    told: dict[str, Quantity] = {}
    for cell in cells:
        if cell is None:
            continue
        if cell.period is None or cell.period in told or cell.partial is not None:
            return {}
        told[cell.period] = cell
    return told


def _against(view: View, earlier: list[_Told], told: Mapping[str, Quantity]) -> Iterator[Finding]:
    """The first line of the name that agrees with this one in all years but one at most."""
    for other in earlier:
        shared = [year for year in told if year in other.years]
        same = [year for year in shared if _is_same(told[year], other.years[year])]
        telling = [year for year in same if abs(told[year].value) >= _TELLING * told[year].quantum]
        if telling and len(shared) - len(same) <= 1:
            for year in shared:
                yield _finding(view, told[year], other.years[year])
            return


def _is_same(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and abs(one.value - other.value) <= _SLACK * max(one.quantum, other.quantum)


def _finding(view: View, claimed: Quantity, source: Quantity) -> Finding:
    return judged(
        view,
        "identity",
        "linked",
        claimed=claimed,
        operands=[(view, source)],
        formula=f"{plain(claimed.value)} = {plain(source.value)}",
        stated=claimed.value,
        quantum=_SLACK * 2 * max(claimed.quantum, source.quantum),
        recomputed=source.value,
        possible=range_of(source),
        args={"source": source.surface, "difference": plain(abs(claimed.value - source.value))},
    )
