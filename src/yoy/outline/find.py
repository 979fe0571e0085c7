"""Document to Outline: headings found and nested, and the text cut into passages that tile it."""

from __future__ import annotations

import bisect
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.sentences import item_mark, sentences
from yoy.lexicon import data
from yoy.model import Note, Outline, Passage, PassageKind, Section, Span
from yoy.outline.headings import find_headings
from yoy.outline.lines import Heading, Line, find_lines, paragraphs
from yoy.outline.parts import with_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Document

_BULLETS = "•·●◆▪■□–-*—"


class _Leaf(NamedTuple):
    span: Span
    kind: PassageKind


def find_outline(document: Document) -> Outline:
    """Sections and passages of a document.

    Passages tile the text: every character that is not blank lies in exactly one. A report without
    headings is one section, and a note says so.
    """
    lines = find_lines(document)
    headings = find_headings(document, lines)
    sections = _nested(document, headings, _returns(document, lines, headings))
    leaves = _leaves(document, lines, headings)
    return Outline(
        document=document,
        sections=sections,
        passages=with_parts(document, sections, _numbered(leaves, sections)),
        notes=tuple(_notes(headings, sections)),
    )


def _returns(
    document: Document, lines: Sequence[Line], headings: Sequence[Heading]
) -> list[tuple[int, float]]:
    """Starts of lines that end every section but the chapters, as starts with a rank."""
    if not headings:
        return []
    below_chapters = min(heading.rank for heading in headings) + 0.5
    address = re.compile(data("headings")["patterns"]["address"])
    return [
        (line.span.start, below_chapters)
        for line in lines
        if line.kind == "text" and address.fullmatch(document.text, line.span.start, line.span.end)
    ]


def _nested(
    document: Document, headings: Sequence[Heading], returns: Sequence[tuple[int, float]]
) -> tuple[Section, ...]:
    """Sections by rank: a heading belongs to the last one before it that is more general and still open."""
    stops = sorted([*((heading.span.start, heading.rank) for heading in headings), *returns])
    starts = [start for start, _ in stops]
    size = len(document.text)
    at = document.title_span.start if document.title_span else 0
    root = Section(
        id="s0",
        parent=None,
        level=0,
        number=None,
        title=document.title,
        heading=document.title_span or Span(at, at),
        span=Span(0, size),
    )
    sections = [root]
    stack: list[tuple[float, Section]] = [(float("-inf"), root)]
    for index, heading in enumerate(headings):
        start = heading.span.start
        while stack[-1][0] >= heading.rank or stack[-1][1].span.end <= start:
            stack.pop()
        after = bisect.bisect_right(starts, start)
        end = next((at for at, rank in islice(stops, after, None) if rank <= heading.rank), size)
        parent = stack[-1][1]
        section = Section(
            id=f"s{index + 1}",
            parent=parent.id,
            level=parent.level + 1,
            number=heading.number,
            title=heading.title,
            heading=heading.span,
            span=Span(start, min(end, parent.span.end)),
        )
        sections.append(section)
        stack.append((heading.rank, section))
    return tuple(sections)


def _leaves(document: Document, lines: Sequence[Line], headings: Sequence[Heading]) -> list[_Leaf]:
    opens = {heading.span.start: heading.span for heading in headings}
    leaves: list[_Leaf] = []
    if document.title_span:
        opens[document.title_span.start] = document.title_span
    ends = {start: span.end for start, span in opens.items()}
    for block in paragraphs(document.text, lines, ends):
        if block.kind != "text":
            leaves.append(_Leaf(block.span, block.kind))
            continue
        heading = opens.get(block.span.start)
        start = block.span.start
        if heading:
            leaves.append(_Leaf(heading, "heading"))
            start = heading.end
        leaves.extend(_sentences(document.text, Span(start, block.span.end)))
    return leaves


def _sentences(text: str, within: Span) -> Iterator[_Leaf]:
    for span in sentences(text, within):
        is_item = item_mark().match(text, span.start) or text[span.start] in _BULLETS
        yield _Leaf(span, "item" if is_item else "sentence")


def _numbered(leaves: Sequence[_Leaf], sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Leaves with ids and the deepest section each lies in."""
    by_id = {section.id: section for section in sections}
    made = []
    current = 0
    for index, leaf in enumerate(leaves):
        while current + 1 < len(sections) and sections[current + 1].span.start <= leaf.span.start:
            current += 1
        home = sections[current]
        while home.parent is not None and leaf.span.start >= home.span.end:
            home = by_id[home.parent]
        made.append(Passage(id=f"p{index}", section=home.id, kind=leaf.kind, span=leaf.span))
    return tuple(made)


def _notes(headings: Sequence[Heading], sections: Sequence[Section]) -> Iterator[Note]:
    if not headings:
        yield Note(stage="outline", code="no_headings")
        return
    if all(heading.number is None for heading in headings):
        yield Note(stage="outline", code="unnumbered_headings", args={"count": len(headings)})
    seen: dict[tuple[str | None, str], Section] = {}
    for section in sections[1:]:
        if section.number is None:
            continue
        if (section.parent, section.number) in seen:
            yield Note(
                stage="outline", code="repeated_number", args={"number": section.number}, span=section.heading
            )
        seen[section.parent, section.number] = section
