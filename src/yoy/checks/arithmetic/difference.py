"""From one level to another: does 精简至, 提高到 go the way the figures go?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import in_one_unit, range_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_SHORT = 24


def check_difference(view: View, _options: Options) -> Iterator[Finding]:
    """由581项精简至558项: the word says down, and 558 is below 581."""
    for figure in view.figures:
        stated = view.figure.get(figure.baseline) if figure.baseline else None
        told = in_one_unit(stated, figure) if stated is not None else None
        if told is None:
            continue
        before, level = told
        way = _way(view, before, level)
        if way is None:
            continue
        rises = way == "up" if not _is_rank(view, before, level) else way == "down"
        yield direction_finding(view, before, level, way, rises=rises)


def direction_finding(view: View, before: Quantity, level: Quantity, way: str, *, rises: bool) -> Finding:
    """Whether the figures go the `way` that the words say; `rises` where that is to a larger number.

    A figure printed more coarsely than the other (1.2万亿元, 11,995亿元) may lie on either side of it.
    """
    lower, upper = (before, level) if rises else (level, before)
    agrees = lower.value <= upper.value or range_of(lower).low < range_of(upper).high
    return make_finding(
        view,
        "difference",
        "consistent" if agrees else "inconsistent",
        "direction_agrees" if agrees else "direction_differs",
        claimed=level,
        operands=[(view, before)],
        formula=f"{plain(level.value)} {'>=' if rises else '<='} {plain(before.value)}",
        recomputed=level.value - before.value,
        args={"before": before.surface, "way": way, "value": plain(level.value - before.value)},
    )


def _is_rank(view: View, before: Quantity, level: Quantity) -> bool:
    """Whether two figures are places in an order, where up is towards 1."""
    if "rank" in (before.kind, level.kind) or "rank" in (before.basis, level.basis):
        return True
    clause = re.split(r"[，,；;。]", view.text[view.sentence(before).start : before.span.start])[-1]
    return bool(pattern("difference", "ranked").search(clause))


def _way(view: View, before: Quantity, level: Quantity) -> str | None:
    """The direction that the words between two figures state: 由A…提高到B, and nothing else."""
    if before.passage != level.passage or before.span.end > level.span.start:
        return None
    between = view.text[before.span.end : level.span.start]
    if (
        len(between) > _SHORT
        or re.search(r"[。；;，,]", between)
        or not pattern("difference", "moved_from").search(view.lead(before))
    ):
        return None
    up, down = (bool(pattern("difference", name).search(between)) for name in ("up", "down"))
    if up == down:
        return None
    return "up" if up else "down"
