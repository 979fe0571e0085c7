"""What the checks say of one sentence, as lines: "check verdict claimed = formula"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checked_reports import pair, report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yoy.model import Finding, Report


def said(text: str, check: str, *, language: str = "zh") -> list[str]:
    """The findings of one check on a report of one chapter."""
    made = report(text, language=language)
    return _lines([made], made.findings, check)


def said_of_years(prior: str, current: str, check: str) -> list[str]:
    """The findings of one check between two years."""
    before, after, both = pair(prior, current)
    return _lines([before, after], both.findings, check)


def _lines(reports: Iterable[Report], findings: Iterable[Finding], check: str) -> list[str]:
    surfaces = {(r.id, q.id): q.surface for r in reports for q in r.figures.quantities}
    return [
        f"{f.verdict} {surfaces.get((f.report, f.claimed or ''), '')} = {f.formula}"
        for f in findings
        if f.check == check
    ]
