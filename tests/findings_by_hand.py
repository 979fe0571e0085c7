"""Findings, pairs of figures and reports made by hand, with only what a test is about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from marked_reports import report
from yoy.model import Finding, QuantityPair, Report, ReportPair

REPORT = report(
    2018,
    """
# 一、审批
全区审批事项{558项|审批事项总数}，办结率{94.2%|办结率}，下一步{600件|办件数|target}。
""",
)


def finding(check: str, verdict: str, claimed: str | None = "q0", **more: Any) -> Finding:
    """A finding on a figure of the report of 2018."""
    made: dict[str, Any] = {"id": "f1", "key": f"{check}-{claimed}", "report": "2018", "code": check, **more}
    return Finding(check=check, verdict=verdict, claimed=claimed, **made)  # type: ignore[arg-type]


def number(name: str = "n1", current: str | None = "q0", **more: Any) -> QuantityPair:
    """A pair of figures that went up by 60, a tenth, unless told otherwise."""
    made: dict[str, Any] = {
        "id": name,
        "key": f"key-{name}",
        "prior": "q0",
        "current": current,
        "indicator": "审批事项总数",
        "unit": "项",
        "relation": "up",
        "difference": Decimal(60),
        "growth": Decimal("0.1"),
        "score": Decimal("0.9"),
    }
    return QuantityPair(**{**made, **more})


def pair_of(*numbers: QuantityPair, **more: Any) -> ReportPair:
    """A pair of reports with these pairs of figures."""
    made: dict[str, Any] = {"sections": (), "passages": (), "tables": (), **more}
    return ReportPair(prior="2017", current="2018", numbers=numbers, **made)


def with_findings(*findings: Finding, report_id: str = "2018") -> Report:
    """The report with these findings."""
    return replace(REPORT, id=report_id, findings=findings)
