"""The passages of a report as alignment looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.language.tokens import grams, masked

if TYPE_CHECKING:
    from yoy.model import Passage, Report

_AS_LONG = 0.5
"""Share of the longer one's masked characters that a heading and a sentence must both have to be one."""


class PassageText(NamedTuple):
    """A passage: its rank in reading order, its text as printed and masked, what the latter is made of."""

    rank: int
    passage: Passage
    text: str
    bare: str
    grams: tuple[str, ...]


def passage_texts(report: Report) -> tuple[PassageText, ...]:
    """All passages of a report in reading order."""
    text = report.text
    leaves = []
    for rank, passage in enumerate(report.outline.passages):
        printed = text[passage.span.start : passage.span.end]
        bare = masked(printed)
        leaves.append(PassageText(rank, passage, printed, bare, grams(bare)))
    return tuple(leaves)


def may_meet(first: PassageText, second: PassageText) -> bool:
    """Whether two passages can be partners.

    Page furniture is a partner of page furniture only, unless it says the same. A heading that became a
    sentence says the same in about as many words; one whose words stand in a long sentence is none.
    """
    kinds = {first.passage.kind, second.passage.kind}
    if len(kinds) == 1 or first.bare == second.bare:
        return True
    if "heading" in kinds and "shell" not in kinds:
        shorter, longer = sorted((len(first.bare), len(second.bare)))
        return shorter >= _AS_LONG * longer
    return "shell" not in kinds
