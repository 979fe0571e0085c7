"""Lines of plain text that make one table: its rows, and the short lines that got between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.hanzi import HANZI
from yoy.lexicon import data, pattern
from yoy.readers.layout.table_shape import is_figure, is_year
from yoy.readers.layout.text_levels import level_of
from yoy.readers.layout.text_rows import TextCell, TextRow, bare_row, labelled_row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP, _WIDE_GAP = 2, 6
"""Empty lines between rows that blanks tell apart; between rows of as many figures."""
_BETWEEN = 14
_LABEL_LINES = 3
LONE = 6
"""Figures of a row that is a table by itself, its heads and its name lost."""
_SHORT, _LATIN = 30, 70
_TOKEN = re.compile(r"\S+")
_TOKEN_LENGTH = 20
_MANY = 3
_SENTENCE = re.compile(r"[。；;！!？?，,：:]")


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def runs_of(text: str) -> Iterator[list[TextRow]]:
    """Runs of rows, each of one table as far as lines tell."""
    reader = _Runs(text)
    start = 0
    for line in text.split("\n"):
        yield from reader.take(_Line(line, start))
        start += len(line) + 1
    if reader.run:
        yield reader.run


class _Runs:
    """The rows read so far of a table, and the lines behind them; lives only inside `runs_of`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.run: list[TextRow] = []
        self.between: list[_Line] = []
        self.above: list[_Line] = []
        self.gap = 0

    def take(self, line: _Line) -> Iterator[list[TextRow]]:
        """Take a line; yields the run that it ends."""
        row = self._row(line)
        if row is not None:
            lone = row.loose and row.figures == len(row.cells) >= LONE
            apart = self.between or self.gap > _GAP or lone
            if self.run and apart and not self._goes_on(row):
                yield from self._ended()
            if not self.run:
                head = self._head(row)
                self.run = [head] if head else []
            self.run.append(row)
            self.between, self.gap = [], 0
        elif not line.text.strip():
            self.gap += 1
            if self.run and (not self.run[-1].loose or self.gap > _WIDE_GAP):
                yield from self._ended()
        else:
            if self.run and not (self.run[-1].loose and self._may_stand_between(line)):
                yield from self._ended()
            if self.run:
                self.between.append(line)
        if line.text.strip():
            self.above = [*self.above, line][-_LABEL_LINES:]

    def _ended(self) -> Iterator[list[TextRow]]:
        yield self.run
        self.run, self.between = [], []

    def _row(self, line: _Line) -> TextRow | None:
        """The row that a line is; figures alone are named by the lines above, a pair by the head above."""
        row = row_of(line.text, line.start)
        if row is not None:
            return self._with_its_start(row) if row.loose else row
        bare = bare_row(line.text, line.start)
        if bare is not None and self.run and bare.figures == self._figures():
            return self._named(bare)
        if bare is not None:
            return bare if len(bare.cells) >= LONE and not self._figures() else None
        paired = labelled_row(line.text, line.start)
        if paired is None or self.between:
            return None
        under = self.run[0].cells if self.run else _words(self.above[-1]) if self.above else ()
        return paired if is_corner(under) else None

    def _named(self, row: TextRow) -> TextRow | None:
        """A row of figures alone with the label above it, which may have taken several lines."""
        if not self.between or not _is_label(self.between[-1].text):
            return None
        return self._labelled(row, row.cells)

    def _labelled(self, row: TextRow, figures: tuple[TextCell, ...], end: int | None = None) -> TextRow:
        lines = [self.between[-1]]
        for line in reversed(self.between[:-1][-_LABEL_LINES:]):
            if level_of(lines[0].text.strip()) is not None or not _is_label(line.text):
                break
            if level_of(line.text.strip()) is None and not _is_open(lines[0].text):
                break
            lines.insert(0, line)
        start = lines[0].start + len(lines[0].text) - len(lines[0].text.lstrip())
        stop = end if end is not None else lines[-1].start + len(lines[-1].text.rstrip())
        cell = TextCell(self.text[start:stop], start)
        return row._replace(start=lines[0].start, cells=(cell, *figures))

    def _with_its_start(self, row: TextRow) -> TextRow:
        """A row whose label goes on from the line above: net of / tax of the year 310 290."""
        if not self.between or row.figures != self._figures() or row.figures < 2:  # noqa: PLR2004
            return row
        label = row.cells[0]
        above = self.between[-1].text.strip()
        goes_on = label.text[:1].islower() and above[:1].isupper() and not above.endswith((".", ":"))
        if not (goes_on or (_is_open(label.text) and _is_open(above))) or len(row.cells) != row.figures + 1:
            return row
        return self._labelled(row, row.cells[1:], label.start + len(label.text))

    def _figures(self) -> int:
        return next((row.figures for row in reversed(self.run) if row.figures > 1), 0)

    def _goes_on(self, row: TextRow) -> bool:
        """Whether a row goes on the table above short lines or many empty ones: it has as many figures.

        Lines that are not part of its name must be what stands in tables: titles and units open another one.
        """
        if not row.loose or row.figures < 2 or row.figures != self._figures():  # noqa: PLR2004
            return False
        return all(_is_inside(line.text.strip()) for line in self.between if line.start < row.start)

    def _may_stand_between(self, line: _Line) -> bool:
        """Whether a line between rows may be part of a label, a group's head, a page's number."""
        text = line.text.strip()
        if len(self.between) >= _BETWEEN or self._figures() < 2 or is_corner(_words(line)):  # noqa: PLR2004
            return False
        if (
            len(text) == 1
            or pattern("tables.upright").fullmatch(text)
            or pattern("tables.folio").fullmatch(text)
        ):
            return True
        numbered = level_of(text)
        if numbered is not None:
            return numbered > 0 and len(text) <= _SHORT and "。" not in text
        return _is_label(text)

    def _head(self, row: TextRow) -> TextRow | None:
        """The line right above a first row as its head, where it has a word for each cell."""
        if not self.above or not row.figures or (not row.loose and len(row.cells) > 2):  # noqa: PLR2004
            return None
        line = self.above[-1]
        cells = _words(line)
        fits = len(cells) == row.figures + 1 == len(row.cells) and (row.figures > 1 or is_corner(cells))
        return TextRow(line.start, line.end, cells, loose=row.loose) if fits else None


def is_corner(cells: Sequence[TextCell]) -> bool:
    """Whether cells head a form of names and numbers: 项目 金额."""
    corners: list[str] = data("tables")["corners"]
    return len(cells) == 2 and cells[0].text in corners  # noqa: PLR2004 - a name and a number


def _words(line: _Line) -> tuple[TextCell, ...]:
    """The words of a head line in Chinese; none where it reads as a sentence or holds figures."""
    text = line.text
    cells = tuple(TextCell(match[0], line.start + match.start()) for match in _TOKEN.finditer(text))
    plain = HANZI.search(text) and not re.search(r"[。；;！!？?，,]", text)
    short = all(len(cell.text) <= _TOKEN_LENGTH for cell in cells)
    figures = any(is_figure(cell.text) and not is_year(cell.text) for cell in cells)
    return cells if plain and short and not figures else ()


def _is_inside(text: str) -> bool:
    """Whether a line alone stands between the rows of one table: upright words, a page's number, a group."""
    if len(text) == 1 or pattern("tables.upright").fullmatch(text) or pattern("tables.folio").fullmatch(text):
        return True
    return bool(level_of(text)) and _is_label(text)


def _is_label(text: str) -> bool:
    """Whether a line may be part of the label of a row."""
    told = text.strip()
    short = len(told) <= (_SHORT if HANZI.search(told) else _LATIN)
    return short and not told.endswith(("。", "；", ";", ".")) and level_of(told) != 0


def _is_open(text: str) -> bool:
    """Whether a bracket of a line is closed or opened outside it."""
    opened, closed = (sum(text.count(mark) for mark in marks) for marks in ("（(", "）)"))
    return opened != closed
