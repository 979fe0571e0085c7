"""What the checks made of each figure: verified, rounded, contradicted, restated or not checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Finding, Mark, Report, ReportPair

_MARKS: Mapping[str, Mark] = {
    "consistent": "verified",
    "rounding": "rounded",
    "inconsistent": "contradicted",
}
_GRAVEST: tuple[Mark, ...] = ("contradicted", "restated", "rounded", "verified", "unchecked")


def with_marks(reports: Sequence[Report], pairs: Iterable[ReportPair]) -> tuple[Report, ...]:
    """The reports with `mark` of every figure that a finding claims something of; the gravest mark counts."""
    found: dict[tuple[str, str], Mark] = {}
    every = [finding for report in reports for finding in report.findings]
    every += [finding for pair in pairs for finding in pair.findings]
    for finding in every:
        mark = _mark_of(finding)
        if mark is None or finding.claimed is None:
            continue
        place = finding.report, finding.claimed
        found[place] = min(found.get(place, mark), mark, key=_GRAVEST.index)
    return tuple(_marked(report, found) for report in reports)


def _mark_of(finding: Finding) -> Mark | None:
    if finding.verdict == "inconsistent" and finding.check in ("restated", "carry_forward"):
        return "restated"
    return _MARKS.get(finding.verdict)


def _marked(report: Report, found: Mapping[tuple[str, str], Mark]) -> Report:
    quantities = tuple(
        replace(quantity, mark=found[report.id, quantity.id])
        if (report.id, quantity.id) in found
        else quantity
        for quantity in report.figures.quantities
    )
    return replace(report, figures=replace(report.figures, quantities=quantities))
