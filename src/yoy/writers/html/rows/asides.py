"""Numbers that are not figures, so that no number of a report is passed over in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.writers.html.facts import SideFacts


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One text that is set aside for one reason: where it stands, each time."""

    surface: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsideGroup:
    """The set-aside numbers of one reason, in order of first appearance."""

    reason: str
    count: int
    rows: tuple[AsideRow, ...]


def aside_groups(side: SideFacts) -> tuple[AsideGroup, ...]:
    """Set-aside numbers of a report by reason, the most frequent reason first."""
    counts = Counter(aside.reason for aside in side.report.figures.set_aside)
    places: dict[str, dict[str, list[str]]] = {}
    for aside in side.report.figures.set_aside:
        passage = side.passage_at(aside.span.start)
        anchor = side.anchor(passage) if passage else ""
        places.setdefault(aside.reason, {}).setdefault(aside.surface, []).append(anchor)
    return tuple(
        AsideGroup(reason, count, tuple(AsideRow(s, tuple(a)) for s, a in places[reason].items()))
        for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
