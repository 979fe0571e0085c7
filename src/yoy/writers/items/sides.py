"""What a report says of an open item: the sentence, what in it is meant, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from yoy.lexicon import phrase
from yoy.writers import subjects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Passage, Quantity, Report, Section, Span


_LINE = re.compile(r"^.*\S", re.MULTILINE)


class Excerpt(NamedTuple):
    """A stretch of a report: the sentence, what in it is meant, and where it stands."""

    report: str
    whole: str
    start: int
    end: int
    span: Span
    section: str

    @property
    def figure(self) -> str:
        """What is meant."""
        return self.whole[self.start : self.end]

    def around(self, room: int) -> tuple[str, str, str]:
        """At most `room` characters of the sentence around what is meant: before it, itself, after it."""
        if len(self.whole) <= room:
            return self.whole[: self.start], self.figure, self.whole[self.end :]
        figure = self.figure if len(self.figure) <= room else self.figure[: room - 1] + "…"
        left = max(0, room - len(figure) - 2)
        tail = min(len(self.whole) - self.end, left // 3)
        head = min(self.start, left - tail)
        tail = min(len(self.whole) - self.end, left - head)
        before = ("…" if head < self.start else "") + self.whole[self.start - head : self.start]
        after = self.whole[self.end : self.end + tail] + ("…" if tail < len(self.whole) - self.end else "")
        return before, figure, after


class Places:
    """Where stretches of a report stand in its file: page and paragraph; of a plain text the line."""

    def __init__(self, report: Report) -> None:
        self._places = report.document.places
        self._starts = [place.span.start for place in self._places]
        self._lines = [] if self._starts else [found.start() for found in _LINE.finditer(report.text)]

    def words(self, span: Span, lang: str) -> str:
        """The place in words, empty where nothing tells; blank lines are not counted."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            line = bisect_right(self._lines, span.start)
            return phrase("excel", "paragraph", lang, paragraph=line) if line else ""
        place = self._places[index]
        parts = []
        if place.page is not None:
            parts.append(phrase("excel", "page", lang, page=place.page))
        if place.paragraph is not None:
            parts.append(phrase("excel", "paragraph", lang, paragraph=place.paragraph))
        return phrase("excel", "place_joint", lang).join(parts)


class Side:
    """One report, to look things up."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.quantities: Mapping[str, Quantity] = {q.id: q for q in report.figures.quantities}
        self.passages: Mapping[str, Passage] = {p.id: p for p in report.outline.passages}
        self.sections: Mapping[str, Section] = {s.id: s for s in report.outline.sections}
        self._order = report.outline.passages
        self._starts = [p.span.start for p in report.outline.passages]

    @cached_property
    def places(self) -> Places:
        """Where things stand in the file."""
        return Places(self.report)

    def at(self, figure: Quantity | None) -> Excerpt | None:
        """The sentence of a figure."""
        return self.excerpt(figure.span, figure.passage) if figure else None

    def excerpt(self, span: Span, passage: str | None = None) -> Excerpt | None:
        """The passage that a stretch stands in, with the stretch marked."""
        found = self.passages.get(passage or "") or self._passage_at(span.start)
        if found is None:
            return None
        text = self.report.text
        first, last = min(found.span.start, span.start), max(found.span.end, span.end)
        raw = text[first:last]
        lead = len(raw) - len(raw.lstrip())
        start = max(0, span.start - first - lead)
        whole = raw.strip()
        section = self.sections.get(found.section)
        return Excerpt(
            report=self.report.id,
            whole=whole,
            start=start,
            end=min(len(whole), start + len(span)),
            span=span,
            section=subjects.title_of(section) if section and section.level else "",
        )

    def _passage_at(self, offset: int) -> Passage | None:
        index = bisect_right(self._starts, offset) - 1
        return self._order[index] if index >= 0 else None

    def texts(self, ids: Sequence[str]) -> str:
        """What passages say, without the blanks around them."""
        return "".join(self.passages[one].span.of(self.report.text) for one in ids).strip()


def whole_of(side: Side, spans: Sequence[Span]) -> Excerpt | None:
    """The first of some passages, nothing in it marked."""
    found = side.excerpt(spans[0]) if spans else None
    return found._replace(start=0, end=0) if found else None
