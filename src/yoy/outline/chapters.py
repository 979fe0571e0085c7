"""Chapters without a number: lines that stand alone and announce a part of a Chinese report."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from yoy.language.numbering import numbering
from yoy.lexicon import pattern
from yoy.outline.lines import covered
from yoy.outline.titles import announcement, says, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Document, Part, Span
    from yoy.outline.lines import Heading, Line

_SHORTEST, _LONGEST = 2, 40
_RUNNING = 20
"""A line as long as this, or one that ends a sentence, is running text."""
_CHAPTERS = 2
"""One line that announces a part may be anything; two are chapters."""
_LAST_PART = 0.5
"""Notes and glossaries stand in the second half of a report."""
_ABOVE = 0.5
_ANNEX, _WORK = "annex", "工作"


def chapter_lines(
    document: Document, texts: Sequence[Line], found: Sequence[Heading]
) -> list[tuple[Line, int]]:
    """The lines that are headings without a number, with their depth, and those that open a glossary.

    Where several announce a part, the lines of their kind between them are headings, too: chapters, or
    sections of one where several stand behind each other and nothing is numbered below them.
    """
    alone = list(_alone(document, texts, found))
    notes = [line for line in alone if _is_notes(document, line)]
    telling = [line for line in alone if _announces(document, line)]
    if len(telling) < _CHAPTERS or _are_numbered(document, found):
        return [(line, 0) for line in notes]
    first = telling[0].span.start
    behind = notes[0].span.start if notes else len(document.text)
    between = [line for line in alone if first < line.span.start < behind and _is_title(document, line)]
    lines = sorted({*telling, *between, *notes}, key=lambda line: line.span)
    lower = _lower(document, lines, found)
    return [(line, 1 if line in lower else 0) for line in lines]


def _lower(document: Document, lines: Sequence[Line], found: Sequence[Heading]) -> set[Line]:
    """The lines that are sections of the chapter before them: two and more in a row that announce nothing."""
    starts = sorted(heading.span.start for heading in found)
    lower: set[Line] = set()
    for announces, group in groupby(lines, lambda line: _part_of(document, line) is not None):
        run = list(group)
        ends = [line.span.start for line in lines if line.span.start > run[-1].span.start]
        first, last = run[0].span.start, min(ends, default=len(document.text))
        numbered = any(first < start < last for start in starts)
        if not announces and not numbered and len(run) >= _CHAPTERS:
            lower.update(run)
    return lower


def _part_of(document: Document, line: Line) -> Part | None:
    return announcement(line.span.of(document.text), document).part


def rank_above(found: Sequence[Heading], lowest: float) -> float:
    """A rank more general than that of every heading but annexes."""
    return min((heading.rank for heading in found if heading.style != _ANNEX), default=lowest) - _ABOVE


def without_glossary(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """The headings without the entries of a glossary: what follows its title is explained there."""
    kept: list[Heading] = []
    in_notes = False
    for heading in found:
        opens = announcement(heading.title, document).part == "notes" and _is_late(document, heading.span)
        if opens or heading.style == _ANNEX:
            in_notes = opens
            kept.append(heading)
        elif not in_notes:
            kept.append(heading)
    return kept


def without_strays(document: Document, found: Sequence[Heading], texts: Sequence[Line]) -> list[Heading]:
    """The headings without a numbered item whose earlier numbers are plain paragraphs (10. behind 1.–9.)."""
    headings = {heading.span.start for heading in found}
    plain = [line for line in texts if line.span.start not in headings]
    items = [numbering(document.text, line.span.start, line.span.end) for line in plain]
    numbers = {(item.style.name, _count(item.number)) for item in items if item is not None}
    kept: list[Heading] = []
    for heading in found:
        count = _count(heading.number or "") if heading.style in _ITEMS else None
        is_stray = count is not None and (heading.style, count - 1) in numbers
        if not is_stray or _has_mate(kept, heading):
            kept.append(heading)
    return kept


def _count(number: str) -> int | None:
    match = re.search(r"\d+", number)
    return int(match[0]) if match else None


_ITEMS = ("arabic", "arabic_bracket")


def _has_mate(before: Sequence[Heading], heading: Heading) -> bool:
    """Whether a heading of the same style stands before it under the same one."""
    for other in reversed(before):
        if other.rank < heading.rank:
            return False
        if other.style == heading.style:
            return True
    return False


def _alone(document: Document, texts: Sequence[Line], found: Sequence[Heading]) -> Iterator[Line]:
    """Short lines without closing punctuation between two paragraphs."""
    text = document.text
    headings = {heading.span.start for heading in found}
    taken = covered(found, texts)
    for index, line in enumerate(texts[:-1]):
        if not _is_short(line.span.of(text)) or line.span.start in taken:
            continue
        before, after = texts[index - 1] if index else None, texts[index + 1]
        closes = before is None or before.span.start in headings or _ends(before.span.of(text))
        opens = after.span.start in headings or _runs(after.span.of(text)) or _is_entry(after.span.of(text))
        if closes and opens:
            yield line


def _is_short(surface: str) -> bool:
    return _SHORTEST <= len(surface) <= _LONGEST and bool(pattern("headings.chapter.line").match(surface))


def _ends(surface: str) -> bool:
    return bool(pattern("headings.chapter.closed").search(surface))


def _runs(surface: str) -> bool:
    return len(surface) >= _RUNNING or _ends(surface)


def _is_entry(surface: str) -> bool:
    return bool(pattern("headings.chapter.entry").match(surface))


def _announces(document: Document, line: Line) -> bool:
    """Whether a line names results or plans and their time: 2017年工作安排, “十三五”时期工作回顾."""
    title = line.span.of(document.text)
    if not (says(title, "results") or says(title, "plans") or title.endswith(_WORK)):
        return False
    return announcement(title, document).part in ("review", "plan") and bool(times_of(title, document))


def _is_notes(document: Document, line: Line) -> bool:
    title = line.span.of(document.text)
    return bool(pattern("headings.chapter.notes").fullmatch(title)) and _is_late(document, line.span)


def _is_late(document: Document, span: Span) -> bool:
    return span.start >= len(document.text) * _LAST_PART


def _is_title(document: Document, line: Line) -> bool:
    return bool(pattern("headings.chapter.title").fullmatch(line.span.of(document.text)))


def _are_numbered(document: Document, found: Sequence[Heading]) -> bool:
    """Whether numbered headings announce the parts themselves: then a line without a number is none."""
    general = min((heading.rank for heading in found if heading.style != _ANNEX), default=0.0)
    telling = [
        heading
        for heading in found
        if heading.rank == general
        and heading.number
        and announcement(heading.title, document).part in ("review", "plan")
        and times_of(heading.title, document)
    ]
    return len(telling) >= _CHAPTERS
