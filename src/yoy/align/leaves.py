"""The passages of a report as alignment looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.language.tokens import grams, masked

if TYPE_CHECKING:
    from yoy.model import Passage, Report


class Leaf(NamedTuple):
    """A passage: its rank in reading order, its text as printed and masked, what the latter is made of."""

    rank: int
    passage: Passage
    text: str
    bare: str
    grams: tuple[str, ...]


def leaves_of(report: Report) -> tuple[Leaf, ...]:
    """All passages of a report in reading order."""
    text = report.text
    leaves = []
    for rank, passage in enumerate(report.outline.passages):
        printed = text[passage.span.start : passage.span.end]
        bare = masked(printed)
        leaves.append(Leaf(rank, passage, printed, bare, grams(bare)))
    return tuple(leaves)
