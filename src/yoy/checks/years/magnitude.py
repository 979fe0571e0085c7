"""A figure that is ten thousand times last year's, or a ten-thousandth: 万 and 亿 put wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.view import in_unit, unlike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_STEPS = (Decimal(10) ** 4, Decimal(10) ** 8)
# How far from a whole step a slip of the unit can lie: nothing doubles besides.
_NEAR = Decimal(2)


def check_magnitude(both: PairView, _options: Options) -> Iterator[Finding]:
    """3,172亿元 where last year's report says 3,100万元 of the same thing."""
    for current in both.current.figures:
        prior = both.last_year(current)
        if prior is None or current.kind != "level" or prior.kind != "level":
            continue
        before = in_unit(prior, current.unit)
        if before is None or not _is_slip(before.value, current.value) or not both.is_of_one_name(current):
            continue
        if unlike((both.current, current), (both.prior, prior)) is None:
            yield _finding(both, before, current)


def _is_slip(prior: Decimal, current: Decimal) -> bool:
    larger, smaller = max(prior, current), min(prior, current)
    return smaller > 0 and any(step / _NEAR <= larger / smaller <= step * _NEAR for step in _STEPS)


def _finding(both: PairView, prior: Quantity, current: Quantity) -> Finding:
    larger, smaller = max(prior.value, current.value), min(prior.value, current.value)
    return make_finding(
        both.current,
        "unit_misuse",
        "suspect",
        "magnitude",
        claimed=current,
        operands=[(both.prior, prior)],
        formula=f"{plain(larger)} / {plain(smaller)}",
        recomputed=larger / smaller,
        args={"prior": prior.surface},
    )
