"""The passages of a report as alignment looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.language.tokens import grams, masked

if TYPE_CHECKING:
    from yoy.model import Passage, Report


@dataclass(frozen=True, slots=True)
class Leaf:
    """A passage: its place in reading order, its text as printed and masked, what the latter is made of."""

    index: int
    passage: Passage
    text: str
    bare: str
    grams: tuple[str, ...]


def leaves_of(report: Report) -> tuple[Leaf, ...]:
    """All passages of a report in reading order."""
    text = report.text
    leaves = []
    for index, passage in enumerate(report.outline.passages):
        printed = text[passage.span.start : passage.span.end]
        bare = masked(printed)
        leaves.append(Leaf(index, passage, printed, bare, grams(bare)))
    return tuple(leaves)
