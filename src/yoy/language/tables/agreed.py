"""What agrees in a table, told once, and what is zero, told last, so that they hide nothing that matters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.identity import Occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Finding, Quantity, QuantityPair, Report

_FOLDED = frozenset(("restated", "sum", "growth", "difference", "ratio"))
_AGREES = frozenset(("consistent", "rounding"))
_SEVERAL = 2


class Told(NamedTuple):
    """The findings that are listed, and under which of them each of the others is told."""

    listed: tuple[Finding, ...]
    under: Mapping[str, str]


def told_once(findings: Sequence[Finding], reports: Mapping[str, Report]) -> Told:
    """Findings with those that agree in one table and check made one, in the place of the first."""
    tables = {
        (report.id, quantity.id): quantity.table
        for report in reports.values()
        for quantity in report.figures.quantities
        if quantity.table is not None
    }
    groups: dict[tuple[str, str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        table = tables.get((finding.report, finding.claimed or ""))
        if table is not None and finding.verdict in _AGREES and finding.check in _FOLDED:
            groups[finding.report, finding.check, f"{finding.verdict} {finding.rounding}", table].append(
                finding
            )
    repeats = Occurrences()
    made: dict[str, Finding] = {}
    under: dict[str, str] = {}
    for (report, _, _, table), found in groups.items():
        if len(found) >= _SEVERAL:
            made[found[0].id] = _one(found, _name(reports[report], table), repeats)
            under |= {finding.id: found[0].id for finding in found}
    listed = tuple(made.get(f.id, f) for f in findings if under.get(f.id, f.id) == f.id)
    return Told(listed, under)


def nil_last(
    numbers: Iterable[QuantityPair], prior: Mapping[str, Quantity], current: Mapping[str, Quantity]
) -> list[QuantityPair]:
    """Pairs of figures in their order, cells that are zero in both years behind all others."""

    def is_nil(pair: QuantityPair) -> bool:
        both = (prior.get(pair.prior or ""), current.get(pair.current or ""))
        return all(figure is not None and figure.table is not None and not figure.value for figure in both)

    return sorted(numbers, key=is_nil)


def _name(report: Report, table: str) -> str:
    found = next(each for each in report.document.tables if each.id == table)
    return found.title or found.caption or found.id


def _one(found: Sequence[Finding], name: str, repeats: Occurrences) -> Finding:
    return replace(
        found[0],
        key=repeats.key("agreed", found[0].check, found[0].verdict, found[0].report, name),
        code="table_agrees",
        args={"table": name, "count": len(found)},
        claimed=None,
        operands=(),
        formula=None,
        recomputed=None,
        stated=None,
    )
