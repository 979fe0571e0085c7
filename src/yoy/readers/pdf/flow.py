"""Pages to blocks: lines joined to paragraphs and tables to tables, over the ends of pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.lexicon import either, pattern
from yoy.readers.layout.blocks import Grid, Paragraph, join_lines
from yoy.readers.layout.grids import grid_rows
from yoy.readers.layout.table_shape import is_figure
from yoy.readers.pdf.frames import Spread
from yoy.readers.pdf.layout import Line
from yoy.readers.pdf.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.readers.layout.blocks import Block
    from yoy.readers.pdf.tables import Frame

_LOOSE = 1.22
"""Lines further apart than this many usual distances belong to different paragraphs."""
_VERY_LOOSE = 1.4
_INDENT = 0.8
_SIZES = 1.35
_ALIKE = 0.6
_FAR = 1.5
_PAIRS = 3
_FIRST = (1.5, 2.8)
"""The indent of a first line, in characters."""
_UNIT = re.compile(
    r"[（(“‘《〈「\[]*(?:[A-Za-z0-9.,%‰'’+/:$€£¥#&@_=~*·-]+|.)[，。、；：！？）)”’》〉」\],.;:!?%％]*"
)
_OPEN_END = re.compile(r"[a-z,–-]$")
_GOES_ON = re.compile(r"[a-z]")
_SHORT = 1.7
_SLACK = 0.7
"""A line that ends so many characters before the margin, or before the next word would, is short."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page in reading order: lines and tables, and its furniture apart."""

    number: int
    items: tuple[Line | Frame, ...]
    furniture: tuple[str, ...] = ()


def flow(leaves: Sequence[Leaf]) -> list[Block]:
    """Blocks of a whole document; furniture stands after the paragraph that its page broke."""
    state = _Flow(pitch=_pitch(leaves), words=Words(_texts(leaves)), indented=_indents(leaves))
    for leaf in leaves:
        state.page(leaf)
    return state.finish()


def _texts(leaves: Iterable[Leaf]) -> list[str]:
    return [item.text for leaf in leaves for item in leaf.items if isinstance(item, Line)]


def _indents(leaves: Iterable[Leaf]) -> bool:
    """Whether the document sets paragraphs off by their first line, as Chinese print does."""
    first_only = both = 0
    for leaf in leaves:
        for first, second in pairwise(leaf.items):
            if (
                isinstance(first, Line)
                and isinstance(second, Line)
                and _is_first(first)
                and first.rest < _SHORT
            ):
                first_only += second.indent < _INDENT
                both += _is_first(second)
    return first_only >= _PAIRS and first_only > both


def _is_first(line: Line) -> bool:
    """Whether a line is indented as the first of a paragraph is."""
    return _FIRST[0] <= line.indent <= _FIRST[1]


def _pitch(leaves: Iterable[Leaf]) -> dict[int, float]:
    """The usual distance from a full line to the next, by type size rounded to points."""
    found: dict[int, Counter[float]] = {}
    for leaf in leaves:
        for first, second in pairwise(leaf.items):
            if isinstance(first, Line) and isinstance(second, Line) and first.rest < _SHORT:
                distance = second.top - first.top
                if 0.7 * second.size < distance < 3 * second.size:
                    found.setdefault(round(second.size), Counter())[round(distance * 2) / 2] += 1
    return {
        size: max(counts.items(), key=lambda item: (item[1], -item[0]))[0]
        for size, counts in found.items()
        if sum(counts.values()) >= _PAIRS
    }


@dataclass(slots=True)
class _Flow:
    """What is open while pages go by: a paragraph, a table, furniture that waits."""

    pitch: dict[int, float]
    words: Words
    indented: bool
    own_pitch: dict[int, float] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    lines_page: int = 0
    spread: Spread | None = None
    waiting: list[Paragraph] = field(default_factory=list)

    def page(self, leaf: Leaf) -> None:
        self.own_pitch = _pitch([leaf])
        turned = True
        for item in leaf.items:
            if isinstance(item, Line):
                self._line(item, leaf.number, turned=turned)
            else:
                self._frame(item, leaf.number, turned=turned)
            turned = False
        self.waiting.extend(Paragraph(text=text, page=leaf.number, furniture=True) for text in leaf.furniture)
        if not self.lines and self.spread is None:
            self._release()

    def _line(self, line: Line, page: int, *, turned: bool) -> None:
        if self.spread is not None and turned and pattern("layout.continued").search(line.text):
            return
        self._close_table()
        if self.lines and not self._goes_on(self.lines[-1], line, turned=turned):
            self._close_paragraph()
        if not self.lines:
            self.lines_page = page
        self.lines.append(line)

    def _frame(self, frame: Frame, page: int, *, turned: bool) -> None:
        self._close_paragraph(release=False)
        if self.spread is not None and turned and self.spread.takes(frame):
            self.spread.add(frame, page)
            return
        self._close_table()
        self._release()
        self.spread = Spread(frame, page)

    def _goes_on(self, first: Line, second: Line, *, turned: bool) -> bool:
        """Whether `second` continues the paragraph of `first`."""
        if _differ(first, second) or any(map(_stands_alone, (first, second))):
            return False
        finished = pattern("layout.finished").search(first.text) is not None
        short = _ends_early(first, second)
        unfinished = not finished and not short
        gap = 1.0 if turned or second.top < first.top else self._gap(first, second)
        if gap > (_VERY_LOOSE if unfinished else _LOOSE):
            return False
        if self._opens(first, second) and (not unfinished or second.indent > _INDENT):
            return False
        if self.indented and _is_first(second) and not self._hangs(first, second):
            return False
        return not short and (unfinished or second.indent < _INDENT)

    def _opens(self, first: Line, second: Line) -> bool:
        """Whether a line begins as numbered paragraphs do, or as the first item of a list after a colon."""
        if either("layout.opening").search(second.text):
            return True
        listed = not self.indented and first.text.endswith(("：", ":"))
        return listed and pattern("layout.listing").search(second.text) is not None

    def _hangs(self, first: Line, second: Line) -> bool:
        """Whether an indented line goes on with its paragraph, indented wholly or but for its first line."""
        if len(self.lines) > 1:
            return abs(first.indent - second.indent) < _ALIKE
        ended = pattern("layout.finished").search(first.text) or either("layout.opening").search(first.text)
        return first.indent < second.indent - _ALIKE / 2 or not ended

    def _gap(self, first: Line, second: Line) -> float:
        """The distance of two lines in usual distances, those of the page before the document's."""
        for pitch in (self.own_pitch, self.pitch):
            usual = pitch.get(round(second.size)) or pitch.get(round(first.size))
            if usual:
                return (second.top - first.top) / usual
        return 1.0

    def _close_paragraph(self, *, release: bool = True) -> None:
        if self.lines:
            text = join_lines(self.words.mended([line.text for line in self.lines]))
            furnished = pattern("layout.contents").search(text) is not None
            self.blocks.append(Paragraph(text=text, page=self.lines_page, furniture=furnished))
            self.lines = []
        if release and self.spread is None:
            self._release()

    def _close_table(self) -> None:
        if self.spread is not None:
            cells, height, pages = self.spread.result()
            self.blocks.append(Grid(rows=grid_rows(cells, height, pages)))
            self.spread = None
            self._release()

    def _release(self) -> None:
        self.blocks.extend(self.waiting)
        self.waiting = []

    def finish(self) -> list[Block]:
        self._close_table()
        self._close_paragraph()
        self._release()
        return self.blocks


def _differ(first: Line, second: Line) -> bool:
    """Whether two lines are of different type."""
    return max(first.size, second.size) > _SIZES * min(first.size, second.size)


def _stands_alone(line: Line) -> bool:
    """Whether a line is an entry of a contents list, or a row of a table too small to be told."""
    label, figure = line.pieces[-2:] if len(line.pieces) > 1 else (None, None)
    row = label and figure and is_figure(figure.text) and figure.x0 - label.x1 > _FAR * line.size
    return row or pattern("layout.contents").search(line.text) is not None


def _ends_early(first: Line, second: Line) -> bool:
    """Whether there was room left on a line for what begins the next one.

    A word, a number with its sign, or a hanzi with the stop after it, is never divided. A word in small
    letters goes on with its sentence however short the line.
    """
    if _OPEN_END.search(first.text) and _GOES_ON.match(second.text):
        return False
    match = _UNIT.match(second.text)
    unit = sum(1.0 if ord(char) > 0x2E7F else 0.6 for char in match[0]) if match else 1.0  # noqa: PLR2004 - CJK
    return first.rest > max(_SHORT, unit + _SLACK)
