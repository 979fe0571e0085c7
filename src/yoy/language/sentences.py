"""Where one sentence ends and the next begins, in Chinese and English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy.language.hanzi import is_hanzi
from yoy.lexicon import data, pattern
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9$£€•])")
_WORD_BEFORE = re.compile(r"[A-Za-z.]+$")
_BEFORE_ITEM = re.compile(r"[。！？!?；;：:，,]\s*$")


def item_mark() -> re.Pattern[str]:
    """一是, 二是, 其三 …: what opens an enumerated item inside running text."""
    return pattern("headings.patterns.item")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(data("headings")["patterns"]["abbreviations"])


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of `text[within]`, without blanks around them.

    A sentence ends at 。！？, at an English full stop that ends no abbreviation, and before an
    enumerated item (一是 …) that follows a stop.
    """
    start = within.start
    for cut in sorted(set(_cuts(text, within))):
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, within.end)


def _cuts(text: str, within: Span) -> Iterator[int]:
    for match in pattern("headings.patterns.sentence_end").finditer(text, within.start, within.end):
        if match.group()[0] in "。！？" or _after_hanzi(text, match.start()):
            yield match.end()
    for match in _LATIN_END.finditer(text, within.start, within.end):
        before = _WORD_BEFORE.search(text, max(within.start, match.start() - 12), match.start())
        if before is None or not _is_abbreviation(before.group()):
            yield match.end()
    for match in item_mark().finditer(text, within.start, within.end):
        if _BEFORE_ITEM.search(text, within.start, match.start()) and _closes(
            text, within.start, match.start()
        ):
            yield match.start()


def _after_hanzi(text: str, at: int) -> bool:
    return at > 0 and is_hanzi(text[at - 1])


def _is_abbreviation(word: str) -> bool:
    return word.strip(".") in _abbreviations() or (len(word) == 1 and word.isupper())


def _closes(text: str, start: int, at: int) -> bool:
    """Whether what stands before an item mark ends a clause that can stand alone (；。：)."""
    before = text[start:at].rstrip()
    return before[-1:] in "。！？!?；;：:"


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
