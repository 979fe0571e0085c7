"""Numbers that are not figures, so that no number of a report is passed over in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.model import Doubt
    from yoy.writers.html.facts import SideFacts


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One text that is set aside for one reason: what makes that uncertain, and each place."""

    surface: str
    doubt: Doubt | None
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsideGroup:
    """The set-aside numbers of one reason, in order of first appearance; how many of them are in doubt."""

    reason: str
    count: int
    doubted: int
    rows: tuple[AsideRow, ...]


def aside_groups(side: SideFacts) -> tuple[AsideGroup, ...]:
    """Set-aside numbers of a report by reason, the most frequent reason first."""
    counts = Counter(aside.reason for aside in side.report.figures.set_aside)
    doubted = Counter(aside.reason for aside in side.report.figures.set_aside if aside.doubt)
    places: dict[str, dict[tuple[str, Doubt | None], list[str]]] = {}
    for aside in side.report.figures.set_aside:
        passage = side.passage_at(aside.span.start)
        anchor = side.anchor(passage) if passage else ""
        places.setdefault(aside.reason, {}).setdefault((aside.surface, aside.doubt), []).append(anchor)
    return tuple(
        AsideGroup(
            reason,
            count,
            doubted[reason],
            tuple(AsideRow(*shown, tuple(anchors)) for shown, anchors in places[reason].items()),
        )
        for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
