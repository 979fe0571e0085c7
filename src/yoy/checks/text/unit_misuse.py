"""Percentage points on a count, and percent where a percentage changed by points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.checks.arithmetic.levels import owns
from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern, words
from yoy.checks.view import stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity, Verdict
    from yoy.options import Options


def check_unit_misuse(view: View, _options: Options) -> Iterator[Finding]:
    """154件,较上年上升1.32个百分点: a count changes by percent. 优良率83.2%,提高10.3%: by points."""
    for claim in view.figures:
        level = _level(view, claim)
        if level is None or not owns(view, claim, level):
            continue
        if _is_points_on_count(view, claim, level):
            yield _finding(view, claim, level, "points_on_count", "inconsistent")
        elif _is_percent_on_rate(view, claim, level):
            yield _finding(view, claim, level, "percent_on_rate", "suspect")


def _is_points_on_count(view: View, claim: Quantity, level: Quantity) -> bool:
    if claim.unit not in words("unit_misuse", "points") or level.unit in (
        *words("unit_misuse", "rates"),
        None,
    ):
        return False
    return not any(pattern("unit_misuse", "rate").search(view.lead(each)) for each in (claim, level))


def _is_percent_on_rate(view: View, claim: Quantity, level: Quantity) -> bool:
    if claim.unit != "%" or claim.kind != "change_rel" or not _is_rate(view, level):
        return False
    return bool(pattern("unit_misuse", "step").search(view.lead(claim))) and claim.value < level.value


def _level(view: View, claim: Quantity) -> Quantity | None:
    """The level that a change is of, when no other figure stands between the two."""
    if claim.kind not in ("change_abs", "change_rel") or claim.table is not None:
        return None
    before = view.mates_before(claim)
    nearest = before[-1] if before else None
    if nearest is None or nearest.kind not in ("level", "ratio"):
        return None
    between = view.text[nearest.span.end : claim.span.start]
    if stops(between) or (claim.of is not None and claim.of != nearest.id):
        return None
    return nearest


def _is_rate(view: View, level: Quantity) -> bool:
    return (
        level.unit == "%"
        and level.kind == "ratio"
        and bool(pattern("unit_misuse", "rate").search(view.lead(level)))
    )


def _finding(view: View, claim: Quantity, level: Quantity, code: str, verdict: Verdict) -> Finding:
    return make_finding(
        view,
        "unit_misuse",
        verdict,
        code,
        claimed=claim,
        operands=[(view, level)],
        args={"level": level.surface},
    )
