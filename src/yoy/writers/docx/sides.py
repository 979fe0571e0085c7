"""One report as units in reading order: its passages and tables, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import Passage, Report, Span, Table

Before = Literal["", " ", "break", "fresh"]
"""What stands between a unit and the one before it: nothing, a blank, the end of a paragraph; `fresh` where
a paragraph begins and none ends (at the beginning, behind a table)."""
BODY = "Normal"
LONG_CELL = 1500
"""A cell of more characters holds pages of text: such a table is written, and read, as paragraphs."""
_BLANKS = re.compile(r"\s+")
_WRAPS = re.compile("[\\s\u200b\ufeff]*\n[\\s\u200b\ufeff]*|\\s+")
"""Runs of blanks; around the end of a line, invisible characters too: they mark where a page broke."""
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff\ud800-\udfff]")
_WIDE = "\u2e80"
_WIDE_MARKS = "“”‘’—…·"


class Unit(NamedTuple):
    """A passage or a table; `style` is that of its paragraph, which reaches from unit `first`."""

    start: int
    end: int
    before: Before
    style: str
    first: int
    table: Table | None = None


class Side:
    """A report as the redline writes it; page furniture is left out."""

    def __init__(self, report: Report, name: Literal["prior", "current"]) -> None:
        self.report, self.name = report, name
        self._shown = _shown(report)
        self._levels = {section.id: section for section in report.outline.sections}
        self.units: list[Unit] = []
        self.unit_of: dict[str, int] = {}
        self.unit_of_table: dict[str, int] = {}
        self._fill()
        self._starts = [unit.start for unit in self.units]

    def shown(self, start: int, end: int) -> str:
        """The text of a range as it is written: blanks single, lines that wrap joined."""
        return "".join(self._shown[start:end])

    def letters(self, start: int, end: int) -> list[str]:
        """The same, each character of the report by itself."""
        return self._shown[start:end]

    def unit_at(self, offset: int) -> int | None:
        """The unit that holds a character of the report; None where none is written."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.units[index].end else None

    def is_break(self, index: int) -> bool:
        """Whether the unit is the last of its paragraph, counting the end of the report."""
        return index + 1 == len(self.units) or self.units[index + 1].before in ("break", "fresh")

    def paragraph(self, index: int) -> range:
        """The units of the paragraph that a unit belongs to."""
        last = index
        while not self.is_break(last):
            last += 1
        return range(self.units[index].first, last + 1)

    def _fill(self) -> None:
        tables = iter(table for table in self.report.document.tables if is_tabular(table))
        table = next(tables, None)
        gap = "fresh"
        seen = 0
        for passage in self.report.outline.passages:
            while table is not None and table.span.end <= passage.span.start:
                table = next(tables, None)
            if passage.kind == "shell" or passage.span.start < seen:
                gap = "break" if gap == "" else gap
                continue
            before = self._before(seen, passage.span.start, gap)
            if table is not None and table.span.start <= passage.span.start < table.span.end:
                self._table(table, before)
                seen, gap = table.span.end, "fresh"
                continue
            self._passage(passage, before)
            seen, gap = passage.span.end, ""

    def _before(self, end: int, start: int, gap: str) -> Before:
        if not self.units or gap == "fresh":
            return "fresh"
        between = self.report.text[end:start]
        if gap == "break" or "\n" in between:
            return "break"
        return " " if between else ""

    def _passage(self, passage: Passage, before: Before) -> None:
        here = len(self.units)
        opens = before in ("break", "fresh")
        style = self._style(passage)
        first = here if opens else self.units[-1].first
        if style == BODY:  # a heading that text runs on behind is no line of its own
            self.units[first:] = [unit._replace(style=BODY) for unit in self.units[first:]]
        elif not opens:
            style = self.units[-1].style
        self.unit_of[passage.id] = here
        self.units.append(Unit(passage.span.start, passage.span.end, before, style, first))

    def _table(self, table: Table, before: Before) -> None:
        here = len(self.units)
        self.unit_of_table[table.id] = here
        self.units.append(Unit(table.span.start, table.span.end, before, BODY, here, table))

    def _style(self, passage: Passage) -> str:
        title = self.report.document.title_span
        if title is not None and title.overlaps(passage.span) and not _is_long(title, passage.span):
            return "Title"
        if passage.kind != "heading":
            return BODY
        section = self._levels[passage.section]
        own = section.heading.overlaps(passage.span) and section.level > 0
        return f"Heading{min(6, section.level)}" if own else "Heading6"


def _is_long(title: Span, passage: Span) -> bool:
    """Whether a passage says much more than the title that stands in it."""
    return len(passage) > 2 * len(title)


def is_tabular(table: Table) -> bool:
    """Whether a table is written as one: it has several cells, and none holds pages."""
    cells = [cell for row in table.rows for cell in row]
    return len(cells) > 1 and all(len(cell.text) <= LONG_CELL for cell in cells)


def _shown(report: Report) -> list[str]:
    """Each character as it is written."""
    text, signs = report.text, _symbols()
    shown = [signs.get(char, char) for char in text]
    for match in _UNWRITABLE.finditer(text):
        shown[match.start()] = ""
    for match, inside in _blanks(report):
        joined = inside and "\n" in match[0] and _touch(text, match)
        shown[match.start() : match.end()] = ["" if joined else " ", *[""] * (len(match[0]) - 1)]
    return shown


def _blanks(report: Report) -> Iterator[tuple[re.Match[str], bool]]:
    """Every run of blanks, and whether it stands inside a passage."""
    starts = [passage.span.start for passage in report.outline.passages]
    for match in _WRAPS.finditer(report.text):
        index = bisect_right(starts, match.start()) - 1
        yield match, index >= 0 and match.end() <= report.outline.passages[index].span.end


def _touch(text: str, match: re.Match[str]) -> bool:
    """Whether lines are joined without a blank: hanzi touch, words keep one."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return any(char >= _WIDE or char in _WIDE_MARKS for char in around)


@cache
def _symbols() -> Mapping[str, str]:
    """Signs of symbol fonts as readable ones."""
    return {chr(int(code, 16)): sign for code, sign in data("layout")["symbols"].items()}


def written(text: str) -> str:
    """A text that stands alone, such as that of a cell, as it is written."""
    signs = _symbols()
    kept = "".join(signs.get(char, char) for char in _UNWRITABLE.sub("", text))
    return _BLANKS.sub(" ", kept).strip()
