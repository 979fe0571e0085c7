"""Totals of running text: a total behind its parts (合计), and the wholes whose parts come behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.lists import listed_parts
from yoy.checks.arithmetic.opposites import opposites_apart, opposites_in_a_row
from yoy.checks.arithmetic.parts import Parts, sum_finding
from yoy.checks.patterns import pattern
from yoy.checks.view import is_level, is_stretch, range_of, stops, vague
from yoy.language.tolerance import FITS, agreement, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_OVER = Decimal("0.15")
_MANY = 3


def check_sum(view: View, _options: Options) -> Iterator[Finding]:
    """Wholes with their parts, totals with theirs, and stocks with their flows."""
    claimed: set[str] = set()
    for find in (_totals, listed_parts, opposites_in_a_row, opposites_apart):
        for found in find(view):
            if found.claimed not in claimed:
                claimed.add(found.claimed or "")
                yield found


def _totals(view: View) -> Iterator[Finding]:
    """…79项、…147项、…8项，合计236项; 建议75件、提案183件，258件建议和提案均已办复."""
    for figure in view.figures:
        if not is_level(figure) or figure.table is not None or figure.role == "baseline":
            continue
        lead = view.lead(figure)
        if is_stretch(figure) or pattern("sum", "of_years").search(lead):
            continue
        strong = bool(pattern("sum", "strong_total").search(lead))
        parts = _run_before(view, figure)
        if len(parts) < 2:  # noqa: PLR2004 - a sum has two terms
            continue
        if strong or pattern("sum", "total").search(lead) or _names_all(view, figure, parts):
            yield from _judged_total(view, Parts(figure, parts, complete=strong))


def _names_all(view: View, figure: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the words behind a figure repeat the names of all the parts before it."""
    tail = view.tail(figure)
    names = [view.lead(part)[-2:] for part in parts]
    return all(len(name) > 1 and name in tail for name in names)


def _judged_total(view: View, found: Parts) -> Iterator[Finding]:
    """A total behind its parts; without 合计 only a near miss is doubted."""
    result = sum((part.value for part in found.parts), Decimal(0))
    possible = total(range_of(part) for part in found.parts)
    whole = found.whole
    if agreement(whole.value, whole.quantum, result, possible) in FITS:
        yield sum_finding(view, found, result, possible)
        return
    if vague(whole) or any(map(vague, found.parts)) or max(p.value for p in found.parts) > whole.value:
        return
    if found.complete or abs(whole.value - result) <= _OVER * whole.value:
        yield sum_finding(view, found, result, possible, doubt=not found.complete)


def _run_before(view: View, figure: Quantity) -> tuple[Quantity, ...]:
    """The levels of one unit right before a total, in the same sentence, without stops between."""
    parts: list[Quantity] = []
    following = figure
    for other in reversed(view.mates(figure)):
        if other.span.end > figure.span.start:
            continue
        between = view.text[other.span.end : following.span.start]
        if not parts and len(between) <= _MANY and other.unit != figure.unit:
            continue
        if not is_level(other) or other.unit != figure.unit or stops(between):
            break
        if other.role == "baseline" or (parts and len(re.findall(r"[，,、]", between)) > 1):
            break
        parts.insert(0, other)
        following = other
    return tuple(parts)
