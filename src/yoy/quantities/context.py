"""Where a figure stands: its passage, its clause, and the words on both sides."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline, Passage, Section
    from yoy.quantities.figure import Figure

# A line end is no stop: some reports break their lines inside a clause; passages part sentences.
_STOPS_ZH = re.compile(r"[，,；;。：:！!？?\t（()）|]")
_STOPS_EN = re.compile(r"[;:()\n\t|]|[,.!?](?=\s|$|[”\"’'])|\s[–—-]\s|—")

# A quoted name keeps its commas: “只跑一次,一次办成”.
_QUOTED = re.compile(r"“[^“”\n。]{1,24}”")


# Brackets that stop no clause: a gloss, and one that stands inside a name.
_NO_STOPS = ("figures.zh.gloss", "figures.zh.inset")


class Setting(NamedTuple):
    """A figure in its surroundings.

    Attributes:
        clause: between the stops around the figure.
        left: words of the clause before it, from the figure before if one stands in the clause.
        right: words of the clause behind it, up to the next figure.
        tail: what follows to the end of the passage.
        previous, following: whether another figure of the clause stands before or behind.
    """

    figure: Figure
    passage: Passage
    section: Section
    clause: Span
    left: str
    right: str
    left_start: int
    right_end: int
    previous: bool
    following: bool
    approx: str | None


def settings_of(outline: Outline, plain: str, figures: Sequence[Figure]) -> tuple[Setting, ...]:
    """The surroundings of every figure, in order; cost grows with length, not with its square."""
    stops_of = _STOPS_EN if outline.document.language == "en" else _STOPS_ZH
    inside = bytearray(len(plain))
    for figure in figures:
        inside[figure.span.start : figure.span.end] = b"\x01" * len(figure.span)
    for match in chain(
        _QUOTED.finditer(plain), *(lexicon.pattern(rule).finditer(plain) for rule in _NO_STOPS)
    ):
        inside[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    stops = [match.start() for match in stops_of.finditer(plain) if not inside[match.start()]]
    starts = [passage.span.start for passage in outline.passages]
    sections = {section.id: section for section in outline.sections}
    found: list[Setting] = []
    for index, figure in enumerate(figures):
        at = max(0, bisect_right(starts, figure.span.start) - 1)
        passage = outline.passages[at]
        clause = _clause(stops, figure.span, passage.span)
        before = figures[index - 1].span.end if index else -1
        after = figures[index + 1].span.start if index + 1 < len(figures) else len(plain) + 1
        left_start = max(clause.start, before)
        right_end = min(clause.end, after)
        left, right = plain[left_start : figure.span.start], plain[figure.span.end : right_end]
        found.append(
            Setting(
                figure=figure,
                passage=passage,
                section=sections[passage.section],
                clause=clause,
                left=left,
                right=right,
                left_start=left_start,
                right_end=right_end,
                previous=before > clause.start,
                following=after < clause.end,
                approx=approx_of(left, right, outline.document.language) or figure.approx,
            )
        )
    return tuple(found)


def _clause(stops: Sequence[int], span: Span, passage: Span) -> Span:
    after = bisect_right(stops, span.start)
    start = max(passage.start, stops[after - 1] + 1 if after else 0)
    end_at = bisect_right(stops, span.end - 1)
    end = min(max(passage.end, span.end), stops[end_at] if end_at < len(stops) else passage.end)
    return Span(min(start, span.start), max(end, span.end))


def approx_of(left: str, right: str, language: str) -> str | None:
    """The word before or behind a figure that makes it inexact."""
    before, after = _approximations(language)
    match = before.search(left)
    if match:
        return match[1]
    match = after.match(right)
    return match[1] if match else None


def without_gloss(text: str) -> str:
    """`text` without notes in brackets."""
    return lexicon.pattern("figures.zh.gloss").sub("", text)


@lru_cache(maxsize=1 << 12)
def without_approx(left: str, language: str) -> str:
    """`left` without an approximating word at its end."""
    return _approximations(language)[0].sub("", left).rstrip()


@cache
def _approximations(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.data("figures")[language]
    edge = r"\b" if language == "en" else ""
    before = lexicon.alternatives(words["approx_before"])
    after = lexicon.alternatives(words["approx_after"])
    flags = re.IGNORECASE if language == "en" else 0
    return (
        re.compile(rf"{edge}(?<![签违])({before})\s*$", flags),
        re.compile(rf"\s*({after}){edge}", flags),
    )
