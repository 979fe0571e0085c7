"""A few words of a report around what is meant, with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Finding
    from yoy.writers.html.facts import SideFacts

_BEFORE, _AFTER, _WHOLE = 34, 24, 72
"""Characters around a figure, and of a sentence that is shown without one; Latin words get twice as many."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says: the figure or the words that are meant, and what stands around them."""

    report: str
    anchor: str
    before: str
    mark: str
    after: str


def figure_said(side: SideFacts, quantity_id: str) -> Said:
    """A figure within its sentence."""
    quantity = side.quantities[quantity_id]
    passage = side.passages[side.passage_at(quantity.span.start) or quantity.passage]
    return _cut(side, quantity.span, passage.span, side.anchor(quantity_id))


def _cut(side: SideFacts, span: Span, within: Span, anchor: str) -> Said:
    wide = 1 if side.report.document.language == "zh" else 2
    text = side.report.text
    start = max(within.start, span.start - _BEFORE * wide)
    end = min(within.end, span.end + _AFTER * wide)
    before = text[start : span.start].lstrip()
    after = text[span.end : end].rstrip()
    return Said(
        side.report.id,
        anchor,
        ("…" if start > within.start else "") + before,
        span.of(text),
        after + ("…" if end < within.end else ""),
    )


def passages_said(side: SideFacts, ids: Sequence[str]) -> tuple[Said, ...]:
    """Passages from their beginnings."""
    return tuple(_begun(side, side.passages[name].span, side.anchor(name)) for name in ids)


def _begun(side: SideFacts, span: Span, anchor: str) -> Said:
    wide = _WHOLE if side.report.document.language == "zh" else 2 * _WHOLE
    text = span.of(side.report.text).strip()
    cut = text if len(text) <= wide else text[:wide].rstrip() + "…"
    return Said(side.report.id, anchor, cut, "", "")


def titles_said(side: SideFacts, ids: Sequence[str]) -> tuple[Said, ...]:
    """Titles of sections."""
    return tuple(Said(side.report.id, side.anchor(name), side.section_title(name), "", "") for name in ids)


def said_in(side: SideFacts, finding: Finding, most: int) -> tuple[Said, ...]:
    """What one report says to a finding: the figures it is about, else its sentences; each sentence once."""
    names = [finding.claimed] if finding.claimed and finding.report == side.report.id else []
    names += [operand.quantity for operand in finding.operands if operand.report == side.report.id]
    found: dict[str, Said] = {}
    for name in names:
        if name in side.quantities:
            found.setdefault(side.quantities[name].passage, figure_said(side, name))
    for where in finding.spans if not found else ():
        passage = side.passage_at(where.span.start) if where.report == side.report.id else None
        if passage is not None:
            found.setdefault(passage, _begun(side, where.span, side.anchor(passage)))
    return tuple(found.values())[:most]
