"""The lines of a document by what they are, and lines joined into the paragraphs they broke up."""

from __future__ import annotations

import bisect
import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.lexicon import data
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Document

LineKind = Literal["text", "table_row", "shell"]
_LINE = re.compile(r"[^\n]+")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_TERMINAL = "。！？!?：:；;….”」』"
_LATIN_TERMINAL = ".!?:;”\"'"
_BROKEN_OFF = 12
_OPENING = re.compile(
    r"[•·●◆▪■□*①-⑳]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、．]|\d{1,3}\.(?!\d)|第?[一二三四五六七八九十]{1,2}是"
)


class Line(NamedTuple):
    """One printed line without the blanks around it.

    `gap` is what stands between it and the line before: "line" a line end, "blank" an empty line,
    "page" a line of invisible characters, which some sites leave at page breaks in mid sentence.
    """

    span: Span
    kind: LineKind
    gap: Literal["line", "blank", "page"]


class Heading(NamedTuple):
    """A heading: `rank` orders generality (smaller is more general), `span` covers number and title."""

    span: Span
    number: str | None
    title: str
    rank: float
    style: str


class Block(NamedTuple):
    """A paragraph, table row or furniture line."""

    span: Span
    kind: LineKind


def find_lines(document: Document) -> tuple[Line, ...]:
    """All lines that hold a character that is not blank."""
    text = document.text
    shell, tables = _Lookup(document.shell), _Lookup(tuple(t.span for t in document.tables))
    contents = _contents_lines(text)
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        span = _stripped(text, match.start(), match.end())
        if span is None:
            continue
        between = text[end : span.start]
        visible = any(c not in _INVISIBLE for c in text[span.start : span.end])
        if tables.covers(span):
            kind: LineKind = "table_row"
        elif shell.covers(span) or not visible or span.start in contents:
            kind = "shell"
        else:
            kind = "text"
        gap: Literal["line", "blank", "page"] = "line" if between.count("\n") <= 1 else "blank"
        if lines and lines[-1].kind == "shell" and not _seen(text, lines[-1].span):
            gap = "page"
        lines.append(Line(span, kind, gap))
        end = span.end
    return tuple(lines)


def paragraphs(text: str, lines: Sequence[Line], headings: Mapping[int, int]) -> Iterator[Block]:
    """Lines joined where a sentence goes on: a line end is not a sentence end.

    A line goes on in the next when it ends in no stop, unless an empty line, a heading or an
    enumerated item comes between. `headings` are starts with their ends: a heading may reach over
    two lines, and text may run on behind it.
    """
    pending: Span | None = None
    held: list[Block] = []
    for line in lines:
        if line.kind != "text":
            if pending and line.kind == "shell" and not _seen(text, line.span):
                held.append(Block(line.span, "shell"))
                continue
            if pending:
                yield Block(pending, "text")
                pending = None
            yield from held
            held = []
            yield Block(line.span, line.kind)
            continue
        if pending and _goes_on(text, pending, line, headings):
            pending, held = Span(pending.start, line.span.end), []
            continue
        if pending:
            yield Block(pending, "text")
        yield from held
        held = []
        pending = line.span
    if pending:
        yield Block(pending, "text")
    yield from held


def covered(found: Sequence[Heading], texts: Sequence[Line]) -> set[int]:
    """Starts of the lines that headings lie on; a heading may reach over several."""
    ends = {heading.span.start: heading.span.end for heading in found}
    starts: set[int] = set()
    reach = 0
    for line in texts:
        reach = max(reach, ends.get(line.span.start, 0))
        if line.span.start < reach:
            starts.add(line.span.start)
    return starts


def _goes_on(text: str, pending: Span, line: Line, headings: Mapping[int, int]) -> bool:  # noqa: PLR0911 - one reason a line
    heading_end = headings.get(pending.start)
    if heading_end is not None:
        if line.span.start < heading_end:
            return True
        if pending.end <= heading_end:
            return False
    if line.span.start in headings or line.gap == "blank":
        return False
    if _OPENING.match(text, line.span.start, line.span.end):
        return False
    last, following = text[pending.end - 1], text[line.span.start]
    is_open = _is_open(text, pending)
    if _is_wide(last) or _is_wide(following) or is_open:
        if last in _TERMINAL:
            return False
        is_cut = len(pending) >= _BROKEN_OFF or is_open
        return is_cut or following in "，。、；：）”》%％"
    return last not in _LATIN_TERMINAL and following.islower()


def _is_open(text: str, span: Span) -> bool:
    """Whether a bracket is opened and not closed."""
    return text.count("（", span.start, span.end) > text.count("）", span.start, span.end)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"


def _seen(text: str, span: Span) -> bool:
    return any(c not in _INVISIBLE for c in text[span.start : span.end])


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@cache
def _contents() -> tuple[re.Pattern[str], re.Pattern[str]]:
    patterns = data("headings")["patterns"]
    return re.compile(patterns["contents"], re.MULTILINE), re.compile(
        rf"^[ \t\u3000]*{patterns['contents_title']}[ \t\u3000]*$", re.MULTILINE
    )


def _contents_lines(text: str) -> frozenset[int]:
    """Starts of the lines of a contents list: dot leaders, and the title right above them."""
    leader, title = _contents()
    starts = set()
    for match in leader.finditer(text):
        starts.add(_first_visible(text, text.rfind("\n", 0, match.start()) + 1))
    if starts:
        starts.update(_first_visible(text, m.start()) for m in title.finditer(text))
    return frozenset(starts)


def _first_visible(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


class _Lookup:
    """Whether a span lies in one of many, by bisection."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def covers(self, span: Span) -> bool:
        index = bisect.bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._spans[index].end >= span.end
