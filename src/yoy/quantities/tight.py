"""Text without its invisible characters, and the way back: a soft hyphen doesn't cut a number in two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from yoy.model import Span

# Soft hyphen, zero-width blanks and joiners, word joiner, byte-order mark, marks of direction.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")


@dataclass(frozen=True, slots=True)
class Tight:
    """`text` without invisible characters; `removed` holds where they stood in the full text."""

    text: str
    removed: tuple[int, ...]
    shifted: tuple[int, ...]

    def inward(self, span: Span) -> Span:
        """Where a stretch of the full text stands in the tight one."""
        if not self.removed:
            return span
        return Span(self._in(span.start), self._in(span.end))

    def outward(self, span: Span) -> Span:
        """Where a stretch of the tight text stands in the full one."""
        if not self.removed or not len(span):
            return span
        return Span(self._out(span.start), self._out(span.end - 1) + 1)

    def _in(self, place: int) -> int:
        return place - bisect_left(self.removed, place)

    def _out(self, place: int) -> int:
        return place + bisect_right(self.shifted, place)


def tighten(text: str) -> Tight:
    """`text` without invisible characters."""
    removed = tuple(at for match in _INVISIBLE.finditer(text) for at in range(*match.span()))
    if not removed:
        return Tight(text, (), ())
    shifted = tuple(at - earlier for earlier, at in enumerate(removed))
    return Tight(_INVISIBLE.sub("", text), removed, shifted)
