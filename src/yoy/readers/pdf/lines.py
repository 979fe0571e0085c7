"""Characters of a page put together to pieces of lines, blanks where a person sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yoy.readers.pdf.page import Char

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_GAP = 2.0
"""A blank wider than so many characters sets pieces of a line apart."""
_FIGURE = re.compile(r"[\d(),.%$€£¥-]")
_JOINED = "—–―…⋯─-."
_FIGURE_GAP = 0.55
"""Figures set so far apart stand in different columns."""
_CUT = 0.5
"""A blank so wide may part the heads of two columns."""
_SPACE = 0.6
"""Beside hanzi, narrower gaps are spacing of the type (autospace is a quarter) and no blank."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line.

    Attributes:
        size: its height in points.
        cuts: wide blanks in it: place in the text, where the ink ends before and begins after.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    cuts: tuple[tuple[int, float, float], ...] = ()

    @property
    def middle(self) -> float:
        """Height of its middle on the page."""
        return (self.top + self.bottom) / 2


def make_pieces(chars: Iterable[Char]) -> list[Piece]:
    """Pieces of lines in the order the characters are drawn."""
    return [_piece(run) for run in _runs(chars)]


def _runs(chars: Iterable[Char]) -> Iterator[list[Char]]:
    run: list[Char] = []
    for char in chars:
        if run and not _follows(run, char):
            yield run
            run = []
        if not (run and _overprinted(run, char)):
            run.append(char)
    if run:
        yield run


def _follows(run: Sequence[Char], char: Char) -> bool:
    last = run[-1]
    height = min(last.bottom - last.top, char.bottom - char.top)
    overlap = min(last.bottom, char.bottom) - max(last.top, char.top)
    if overlap < height * 0.4:
        return False
    size = max(last.bottom - last.top, char.bottom - char.top)
    if char.x0 - last.x1 > size * _FIGURE_GAP and _FIGURE.match(last.text) and _FIGURE.match(char.text):
        return False
    return last.x0 - size * 0.5 <= char.x0 <= last.x1 + size * _GAP


def _overprinted(run: Sequence[Char], char: Char) -> bool:
    """Whether a character is drawn again on its own place to look bold; —— and …… may be one glyph."""
    return char.text not in _JOINED and any(
        other.text == char.text
        and abs(other.x0 - char.x0) < 0.2 * (char.x1 - char.x0)
        and abs(other.top - char.top) < 1
        for other in run[-3:]
    )


def _piece(run: Sequence[Char]) -> Piece:
    parts = [run[0].text]
    cuts = []
    for before, char in pairwise(run):
        if _blank_between(before, char):
            if char.x0 - before.x1 >= _CUT * (char.bottom - char.top):
                cuts.append((len(parts), before.x1, char.x0))
            parts.append(" ")
        parts.append(char.text)
    heights = sorted(char.bottom - char.top for char in run)
    return Piece(
        "".join(parts),
        min(char.x0 for char in run),
        min(char.top for char in run),
        max(char.x1 for char in run),
        max(char.bottom for char in run),
        heights[len(heights) // 2],
        tuple(cuts),
    )


def divided(piece: Piece) -> list[Piece]:
    """A piece taken apart at its wide blanks."""
    made = []
    start, left = 0, piece.x0
    for at, end, begin in (*piece.cuts, (len(piece.text), piece.x1, 0.0)):
        made.append(replace(piece, text=piece.text[start:at], x0=left, x1=end, cuts=()))
        start, left = at + 1, begin
    return made


def _blank_between(before: Char, char: Char) -> bool:
    gap = char.x0 - before.x1
    size = max(before.bottom - before.top, char.bottom - char.top)
    if _WIDE.match(before.text) or _WIDE.match(char.text):
        return gap >= size * _SPACE
    return char.spaced or gap >= size * 0.35


def same_line(first: Piece, second: Piece) -> bool:
    """Whether two pieces stand on one line."""
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    return overlap > 0.5 * min(first.bottom - first.top, second.bottom - second.top)


def group_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by line, from the top, each line from the left."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        if lines and any(same_line(piece, other) for other in lines[-1]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda p: p.x0) for line in lines]


def line_text(line: Sequence[Piece]) -> str:
    """The text of a line."""
    return " ".join(piece.text for piece in line)
