"""Moves of a rank: 由第9位上升到第4位，前进5位."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.difference import direction_finding
from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import stops
from yoy.language.tolerance import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_SHORT = 12
_PLACES = ("位", "名")


def check_ranks(view: View, _options: Options) -> Iterator[Finding]:
    """From one rank to another: the direction that the words say, and by how many places."""
    for before, after in pairwise(view.figures):
        way = _way(view, before, after)
        if way is None:
            continue
        if after.baseline != before.id:
            yield direction_finding(view, before, after, way, rises=way == "down")
        moved = _places_moved(view, after, way)
        if moved is not None:
            yield _distance(view, before, after, moved)


def _way(view: View, before: Quantity, after: Quantity) -> str | None:
    if (before.kind, after.kind) != ("rank", "rank") or before.passage != after.passage:
        return None
    between = view.text[before.span.end : after.span.start]
    if len(between) > _SHORT or re.search(r"[。；;，,]", between):
        return None
    if not pattern("difference", "moved_from").search(view.lead(before)):
        return None
    ways = [way for way in ("up", "down") if pattern("rank", way).search(between)]
    return ways[0] if len(ways) == 1 else None


def _places_moved(view: View, after: Quantity, way: str) -> Quantity | None:
    """The number of places that the next clause says the rank moved by, the same way."""
    behind = [mate for mate in view.mates(after) if mate.span.start >= after.span.end]
    if not behind or behind[0].unit not in _PLACES or behind[0].kind == "rank":
        return None
    between = view.text[after.span.end : behind[0].span.start]
    moved = pattern("rank", way).search(between)
    return behind[0] if moved and len(between) <= _SHORT and not stops(between) else None


def _distance(view: View, before: Quantity, after: Quantity, moved: Quantity) -> Finding:
    larger, smaller = sorted((before.value, after.value), reverse=True)
    return judged(
        view,
        "difference",
        "difference",
        claimed=moved,
        operands=[(view, after), (view, before)],
        formula=f"{plain(larger)} - {plain(smaller)}",
        stated=moved.value,
        quantum=moved.quantum,
        recomputed=larger - smaller,
        possible=Range.exact(larger - smaller),
        args={"level": after.surface, "before": before.surface, "value": plain(larger - smaller)},
    )
