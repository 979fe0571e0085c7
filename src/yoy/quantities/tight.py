"""Text without what stands inside numbers and is no part of them, and the way back.

A soft hyphen doesn't cut a number in two, nor does a note mark part it from its unit (2156[1]件).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from yoy.model import Span

# Soft hyphen, zero-width blanks and joiners, word joiner, byte-order mark, marks of direction.
_INVISIBLE = "[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+"
# A note mark behind digits, before a multiplier or a counting word; 10⁶ is no 10 with a note.
_MARK = (
    r"(?<=\d)(?<![×xX*·]10)(?<![×xX*·] 10)"
    r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|\*{1,3}|[①-⑳])(?=[\u4e00-\u9fff]|\s[a-z])"
)
_EXTRA = re.compile(f"{_INVISIBLE}|{_MARK}")


@dataclass(frozen=True, slots=True)
class Tight:
    """`text` without what was taken out; `removed` holds where they stood in the full text."""

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
    """`text` without invisible characters and note marks inside amounts."""
    removed = tuple(at for match in _EXTRA.finditer(text) for at in range(*match.span()))
    if not removed:
        return Tight(text, (), ())
    shifted = tuple(at - earlier for earlier, at in enumerate(removed))
    return Tight(_EXTRA.sub("", text), removed, shifted)
