"""Lines of plain text that are rows of a table, with cells by tabs, bars, wide blanks, figures at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.lexicon import pattern
from yoy.readers.layout.table_shape import is_figure, is_year

if TYPE_CHECKING:
    from collections.abc import Iterator

_BAR = re.compile(r"[|│┃｜]")
_TAB = re.compile("\t")
_WIDE = re.compile(r"[ \u3000\u00a0]{2,}|\u3000")
_RULE = re.compile(r"[\s|│┃｜+\-=:─━┄┈═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+")
_NUMBER = r"[(（\-−+]?[$¥￥€£]?\d[\d,，]*(?:\.\d+)?[%％]?[)）]?|[—–-]{1,2}"
_ENDING = re.compile(rf"(?P<label>\S.*?)(?P<figures>(?:\s+(?:{_NUMBER})){{2,}})\s*")
_BARE = re.compile(rf"\s*(?:{_NUMBER})(?:\s+(?:{_NUMBER}))+\s*")
_FIGURE = re.compile(r"\S+")
_LABELLED = re.compile(rf"(?P<label>\D*[^\W\d_])[ \u3000]+(?P<figure>{_NUMBER})")
_SENTENCE = re.compile(r"[。；;！!？?，,]|[a-z]\.\s")
_WORD = re.compile(r"[^\W\d_]")
_LABEL_LENGTH = 60


class TextCell(NamedTuple):
    """The text of a cell and where it begins in the report."""

    text: str
    start: int


class TextRow(NamedTuple):
    """A line that may be a row of a table, with its cells; no cells for a ruled line.

    `loose`: its cells are told apart by blanks, so it counts only among others like it.
    """

    start: int
    end: int
    cells: tuple[TextCell, ...]
    loose: bool = False

    @property
    def figures(self) -> int:
        """How many figures it ends in; years are heads."""
        count = 0
        for cell in reversed(self.cells):
            if not is_figure(cell.text) or is_year(cell.text):
                break
            count += 1
        return count


def row_of(line: str, start: int) -> TextRow | None:
    """The row that a line is, None for a line of running text."""
    end = start + len(line)
    if _RULE.fullmatch(line) and len(line.strip()) > 2:  # noqa: PLR2004 - |-|
        return TextRow(start, end, ())
    stripped = line.strip()
    if not stripped:
        return None
    offset = start + line.index(stripped)
    separator = _TAB if "\t" in stripped else _BAR
    if separator.search(stripped):
        return _set_apart(stripped, separator, offset, TextRow(start, end, ()))
    return _loose(stripped, offset, TextRow(start, end, (), loose=True))


def bare_row(line: str, start: int) -> TextRow | None:
    """The row of figures alone that a line is, set by blanks; its label stands on lines above."""
    if not _BARE.fullmatch(line) or pattern("tables.folio").fullmatch(line):
        return None
    cells = tuple(TextCell(found[0], start + found.start()) for found in _FIGURE.finditer(line))
    return TextRow(start, start + len(line), cells, loose=True)


def labelled_row(line: str, start: int) -> TextRow | None:
    """A label and its figure, apart by one blank: a row only under a head that says so."""
    stripped = line.strip()
    cells = _divided(TextCell(stripped, start + line.index(stripped))) if stripped else ()
    whole = len(cells) == 2 and not any(_SENTENCE.search(cell.text) for cell in cells[:1])  # noqa: PLR2004
    return TextRow(start, start + len(line), cells) if whole else None


def _set_apart(line: str, separator: re.Pattern[str], offset: int, row: TextRow) -> TextRow | None:
    if separator is _BAR:
        inner = line.strip("|│┃｜")
        offset += line.index(inner) if inner else 0
        line = inner
    cells = tuple(part for cell in _cells(line, separator, offset) for part in _divided(cell))
    return row._replace(cells=cells) if len(cells) > 1 else None


def _loose(line: str, offset: int, row: TextRow) -> TextRow | None:
    """A row by wide blanks, or by the figures that it ends in."""
    cells = tuple(_cells(line, _WIDE, offset))
    if len(cells) == 1 or not is_figure(cells[-1].text):
        match = _ENDING.fullmatch(line)
        if match is not None:
            cells = (
                TextCell(match["label"].rstrip(), offset),
                *(
                    TextCell(found[0], offset + match.start("figures") + found.start())
                    for found in _FIGURE.finditer(match["figures"])
                ),
            )
    if len(cells) < 2 or len(cells[0].text) > _LABEL_LENGTH:  # noqa: PLR2004 - a line of one cell is text
        return None
    if not _WORD.search(cells[0].text) and not all(is_year(cell.text) for cell in cells):
        return None
    if any(_SENTENCE.search(cell.text) for cell in cells if not is_figure(cell.text)):
        return None
    return row._replace(cells=cells)


def _cells(line: str, separator: re.Pattern[str], offset: int) -> Iterator[TextCell]:
    at = 0
    for mark in [*(m.span() for m in separator.finditer(line)), (len(line), len(line))]:
        cell = line[at : mark[0]]
        shift = len(cell) - len(cell.lstrip())
        yield TextCell(cell.strip(), offset + at + shift)
        at = mark[1]


def _divided(cell: TextCell) -> tuple[TextCell, ...]:
    """结果维持 309 as its label and its figure."""
    match = _LABELLED.fullmatch(cell.text)
    if match is None:
        return (cell,)
    return (
        TextCell(match["label"].strip(), cell.start),
        TextCell(match["figure"], cell.start + match.start("figure")),
    )
