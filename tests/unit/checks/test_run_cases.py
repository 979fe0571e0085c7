"""Sentences with what the checks must say of them, and sentences that they must leave alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checked_reports import is_alarm, pair, report, told

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "checks.json").read_text(encoding="utf-8")
)


def judged(case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Alarms and confirmations of a case, those of the prior report left out."""
    if "text" in case:
        alone = report(case["text"], places=case.get("places", ()))
        reports, findings = [alone], list(alone.findings)
    else:
        prior, current, both = pair(case["prior"], case["current"])
        reports, findings = [prior, current], [*current.findings, *both.findings]
    alarms = told(reports, filter(is_alarm, findings))
    right = told(
        reports, (f for f in findings if f.verdict in ("consistent", "rounding") and not is_alarm(f))
    )
    return alarms, [f"{check} {claim}" for check, _, claim in (line.split(" ", 2) for line in right)]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    alarms, confirmed = judged(case)
    assert alarms == case["alarms"]
    assert set(case["confirms"]) <= set(confirmed)


def test_as_many_cases_leave_alone_as_accuse() -> None:
    quiet = [case for case in CASES if not case["alarms"]]
    assert len(quiet) >= len(CASES) / 2
