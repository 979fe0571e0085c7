"""Rates of what is left: 化解率60% of the rest of a list, 纠错率为0 where every case ended otherwise.

Only confirmed: a rest that doesn't fit may be counted of something else.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.rates.ratio import core_of
from yoy.checks.finding import make_finding, percent, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import counted, is_level
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_HUNDRED = Decimal(100)
_FEWEST = 2


def check_residual(view: View, _options: Options) -> Iterator[Finding]:
    """Rates whose base, or whose part, is a whole less the parts that the sentence names."""
    for rate in view.figures:
        stem = _stem(view, rate)
        if not stem or rate.kind != "ratio" or rate.role == "target" or rate.table is not None:
            continue
        before = view.mates_before(rate)
        counts = [f for f in before if is_level(f) and counted(f) and f.value > 0]
        if rate.value == 0:
            yield from _nothing_left(view, rate, counts, stem)
        elif rate.unit == "%" and any(_stem(view, f) == stem for f in before if f.unit == "%"):
            yield from _rest_of_list(view, rate, counts, stem)


def _stem(view: View, figure: Quantity) -> str:
    found = pattern("ratio", "rate").search(view.lead(figure))
    return core_of(found["stem"]) if found else ""


def _nothing_left(view: View, rate: Quantity, counts: Sequence[Quantity], stem: str) -> Iterator[Finding]:
    """已审结8件,其中维持4件,驳回2件,终止2件,纠错率为0: all eight are told, none of them corrected."""
    for index, whole in enumerate(counts):
        parts = [part for part in counts[index + 1 :] if part.unit == whole.unit]
        told = sum((part.value for part in parts), Decimal(0)) == whole.value
        if len(parts) >= _FEWEST and told and not any(stem in view.lead(part) for part in parts):
            formula = f"({plain(whole.value)}{_less(parts)}) / {plain(whole.value)}"
            yield _finding(view, rate, [whole, *parts], formula, Decimal(0))
            return


def _rest_of_list(view: View, rate: Quantity, counts: Sequence[Quantity], stem: str) -> Iterator[Finding]:
    """共24件,其中甲2件,乙2件,化解率100%;丙已化解12件,化解率60%: twelve of the twenty that are left."""
    if not counts or not any(char in view.lead(counts[-1]) for char in stem):
        return
    part = counts[-1]
    for index, whole in enumerate(counts[:-1]):
        for first in range(index + 1, len(counts) - 1):
            others = counts[first:-1]
            base = whole.value - sum((other.value for other in others), Decimal(0))
            if base <= part.value or any(other.unit != part.unit for other in (whole, *others)):
                continue
            share = part.value / base
            if _is_listed(view, whole, others[0]) and _fits(rate, share):
                formula = f"{plain(part.value)} / ({plain(whole.value)}{_less(others)})"
                yield _finding(view, rate, [part, whole, *others], formula, share)
                return


def _is_listed(view: View, whole: Quantity, first: Quantity) -> bool:
    """Whether 其中 stands between a whole and the first of its parts."""
    return bool(pattern("ratio", "inner").search(view.text[whole.span.end : first.span.start]))


def _fits(rate: Quantity, share: Decimal) -> bool:
    stated, quantum = rate.value / _HUNDRED, rate.quantum / _HUNDRED
    return agreement(stated, quantum, share, Range.exact(share)) in ("equal", "rounded")


def _less(parts: Sequence[Quantity]) -> str:
    return "".join(f" - {plain(part.value)}" for part in parts)


def _finding(
    view: View, rate: Quantity, operands: Sequence[Quantity], formula: str, share: Decimal
) -> Finding:
    exact = rate.value / _HUNDRED == share
    return make_finding(
        view,
        "ratio",
        "consistent" if exact else "rounding",
        "residual_agrees",
        claimed=rate,
        operands=[(view, operand) for operand in operands],
        formula=formula,
        recomputed=share,
        stated=rate.value / _HUNDRED,
        rounding=None if exact else "rounded",
        args={"share": percent(share)},
    )
