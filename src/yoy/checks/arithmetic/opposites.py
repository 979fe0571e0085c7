"""Two opposites that make up a whole: 受理130件 and 不予受理22件 of 152件."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.parts import Parts, are_opposites, sum_finding
from yoy.checks.patterns import pattern
from yoy.checks.view import is_level, vague
from yoy.language.tolerance import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity

_NEAR = 60
_OVER = Decimal("0.15")
_MANY = 3


def opposites_in_a_row(view: View) -> Iterator[Finding]:
    """收到申请152件，受理130件，不予受理22件: two opposites in a row are all of what stands before them."""
    for first, second in pairwise(view.figures):
        if first.passage != second.passage or first.unit != second.unit:
            continue
        if not (is_level(first) and is_level(second) and are_opposites(view, (first, second))):
            continue
        whole = _before_opposites(view, first)
        if whole is None or any(map(vague, (whole, first, second))):
            continue
        result = first.value + second.value
        near = whole.passage == first.passage or abs(whole.value - result) <= _OVER * whole.value
        if near and max(first.value, second.value) <= whole.value:
            yield sum_finding(view, Parts(whole, (first, second), complete=True), result, Range.exact(result))


def _before_opposites(view: View, first: Quantity) -> Quantity | None:
    """The nearest level before two opposites in their paragraph, changes and rates left aside."""
    paragraph = view.paragraph(first.span.start)
    for other in view.before(first, paragraph):
        if is_level(other) and other.table is None:
            near = first.span.start - other.span.end <= _NEAR
            return other if near and other.unit == first.unit and other.value > first.value else None
    return None


def opposites_apart(view: View) -> Iterator[Finding]:
    """558项 in all, 117项没有法定期限, 441项具有法定期限: two opposites and the whole before them."""
    for denied in view.figures:
        if not is_level(denied) or denied.table is not None or not denied.unit:
            continue
        if not pattern("opposites", "denial").match(view.tail(denied)):
            continue
        affirmed = next((f for f in _around(view, denied) if _denies(view, denied, f)), None)
        if affirmed is None:
            continue
        paragraph = view.paragraph(denied.span.start)
        first = min(affirmed, denied, key=lambda f: f.span.start)
        wholes = [
            f
            for f in view.before(first, paragraph)
            if is_level(f) and f.unit == denied.unit and f.value > max(affirmed.value, denied.value)
        ]
        whole = next((f for f in wholes if f.value == affirmed.value + denied.value), None)
        if whole is not None:
            found = Parts(whole, (affirmed, denied), complete=True)
            yield sum_finding(view, found, whole.value, Range.exact(whole.value))


def _around(view: View, figure: Quantity) -> Iterator[Quantity]:
    paragraph = view.paragraph(figure.span.start)
    first, stop = (bisect_left(view.starts, at) for at in (paragraph.start, paragraph.end))
    for other in view.figures[first:stop]:
        if other.id != figure.id and is_level(other) and other.unit == figure.unit:
            yield other


def _denies(view: View, denied: Quantity, affirmed: Quantity) -> bool:
    """没有法定办理期限的审批事项 against 具有法定办理时限的审批事项."""
    tail, other = view.tail(denied), view.tail(affirmed)
    denial, claim = pattern("opposites", "denial").match(tail), pattern("opposites", "claim").match(other)
    if denial is None or claim is None:
        return False
    bare, same = tail[denial.end() :][:12], other[claim.end() :][:12]
    shared = sum(char in same for char in bare)
    return len(bare) > _MANY and shared >= 0.7 * len(bare)
