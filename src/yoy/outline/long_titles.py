"""Titles that reach over several lines: a bracket or quotation mark that is opened is closed in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from yoy.model import Document
    from yoy.outline.lines import Heading, Line

_LINES = 4
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"))
_STOP = "。；;"


def with_open_titles(document: Document, found: Sequence[Heading], texts: Sequence[Line]) -> list[Heading]:
    """The headings, those left open at the end of their line (三、关于《) taken to where they close."""
    places = {line.span.start: index for index, line in enumerate(texts)}
    opens = {heading.span.start for heading in found}
    return [_closed(document, heading, texts, places.get(heading.span.start), opens) for heading in found]


def _closed(
    document: Document, heading: Heading, texts: Sequence[Line], place: int | None, opens: AbstractSet[int]
) -> Heading:
    """The heading up to the line that closes it, unless a sentence ends or a heading begins before."""
    if place is None or not _is_open(heading.title) or heading.span.end != texts[place].span.end:
        return heading
    title = heading.title
    for line in texts[place + 1 : place + 1 + _LINES]:
        title += line.span.of(document.text)
        if line.span.start in opens or any(stop in title for stop in _STOP):
            return heading
        if not _is_open(title):
            return heading._replace(span=Span(heading.span.start, line.span.end), title=title)
    return heading


def _is_open(title: str) -> bool:
    return any(title.count(opening) > title.count(closing) for opening, closing in _PAIRS)
