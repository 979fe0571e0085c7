"""The head of the page: what was compared, what came of it, and every doubt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.writers import numerals
from yoy.writers.html.rows.figures import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Comparison, Note, Report
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.rows.figures import FigureRow
    from yoy.writers.html.words import Words

_LARGEST = 20


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file that was read."""

    report: str
    period: str
    delivered: str
    title: str
    issuer: str
    document_number: str
    publish_date: str
    name: str
    format: str
    encoding: str
    size: str
    characters: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A doubt or remark, with the place it is about where there is one."""

    report: str
    text: str
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The counts of a pair."""

    relations: tuple[tuple[str, int], ...]
    confirm: int
    flagged: int
    reuse: str
    near: str
    passages: tuple[tuple[str, int], ...]
    quantities: tuple[int, int]
    set_aside: tuple[int, int]


def source_row(report: Report) -> SourceRow:
    """What is known of a report's file."""
    document = report.document
    source, metadata = document.source, document.metadata
    return SourceRow(
        report=report.id,
        period=str(document.period or ""),
        delivered=str(document.delivered or ""),
        title=document.title,
        issuer=document.issuer,
        document_number=metadata.get("document_number", ""),
        publish_date=metadata.get("publish_date", ""),
        name=source.name,
        format=source.format,
        encoding=source.encoding or "",
        size=numerals.grouped(Decimal(source.size)),
        characters=numerals.grouped(Decimal(len(document.text))),
        sha256=source.sha256,
    )


def note_rows(comparison: Comparison, facts: Sequence[PairFacts], words: Words) -> tuple[NoteRow, ...]:
    """All notes of all reports and pairs; equal sentences of one report are one row with a count."""
    found: dict[tuple[str, str], NoteRow] = {}
    for name, note, side in _notes(comparison, facts):
        text = words.note(note)
        passage = side.passage_at(note.span.start) if side and note.span else None
        first = NoteRow(name, text, side.anchor(passage) if side and passage else "", 0)
        known = found.get((name, text), first)
        found[name, text] = NoteRow(known.report, known.text, known.anchor, known.count + 1)
    return tuple(found.values())


def _notes(comparison: Comparison, facts: Sequence[PairFacts]) -> list[tuple[str, Note, SideFacts | None]]:
    found: list[tuple[str, Note, SideFacts | None]] = []
    sides = {side.report.id: side for pair in facts for side in (pair.prior, pair.current)}
    for report in comparison.reports:
        parts = (report.document.notes, report.outline.notes, report.figures.notes, report.notes)
        unique = dict.fromkeys(id(note) for notes in parts for note in notes)
        by_id = {id(note): note for notes in parts for note in notes}
        found += [(report.id, by_id[key], sides.get(report.id)) for key in unique]
    for pair in facts:
        found += [(f"{pair.pair.prior}–{pair.pair.current}", note, pair.current) for note in pair.pair.notes]
    return found


def headline(facts: PairFacts, figures: Sequence[FigureRow]) -> Headline:
    """The counts that the head of the page tells."""
    pair = facts.pair
    relations = Counter(figure.relation for figure in figures)
    passages = Counter("moved" if entry.moved else entry.relation for entry in pair.passages)
    sides = (facts.prior.report.figures, facts.current.report.figures)
    return Headline(
        relations=tuple((name, relations[name]) for name in RELATIONS if relations[name]),
        confirm=sum(figure.confirm for figure in figures),
        flagged=sum(figure.flagged for figure in figures),
        reuse=numerals.share(pair.reuse.identical) if pair.reuse else "",
        near=numerals.share(pair.reuse.near) if pair.reuse else "",
        passages=tuple((name, passages[name]) for name in ("same", "edited", "added", "removed", "moved")),
        quantities=(len(sides[0].quantities), len(sides[1].quantities)),
        set_aside=(len(sides[0].set_aside), len(sides[1].set_aside)),
    )


def largest(facts: PairFacts, figures: Sequence[FigureRow]) -> tuple[FigureRow, ...]:
    """The rows of the changes that every output puts in front."""
    rows = {figure.name: figure for figure in figures}
    return tuple(rows[name] for name in facts.pair.headline[:_LARGEST])
