"""Paragraphs and tables in reading order, and the one text that a report becomes of them.

Readers of structured formats make blocks; `assemble` writes one block a line, a table row a line
with its cells separated by tabs, and records where everything stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.lexicon import data
from yoy.model import Cell, HeadingHint, Place, Span, Table
from yoy.readers.layout.table_shape import (
    caption_above,
    caption_of,
    has_amounts,
    header_shape,
    split_parts,
    standing_unit,
    unit_of,
    wide_heads,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.readers.layout.rows import GridRow

_BLANKS = re.compile(r"\s+")
_FIGURE = re.compile(r"\d+(?:[.,，．]\d+)*")
_EDGES = " \t\r\n\f\v\u00a0\u3000\u200b\ufeff"
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·"
_ASIDE = 3
"""How many paragraphs above a table may hold its caption and unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text.

    Attributes:
        level: makes it a heading hint.
        furniture: it is page furniture and no part of the report.
        recognised: it was read off a picture, so its figures are doubtful.
        sheet, cell: where it stood in a workbook.
    """

    text: str
    level: int | None = None
    page: int | None = None
    furniture: bool = False
    recognised: bool = False
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; `caption` where the format itself names one."""

    rows: tuple[GridRow, ...]
    caption: str | None = None


Block = Paragraph | Grid


class Assembled(NamedTuple):
    """The text of a list of blocks and where its parts stand."""

    text: str
    places: tuple[Place, ...]
    tables: tuple[Table, ...]
    hints: tuple[HeadingHint, ...]
    shell: tuple[Span, ...]
    recognised: tuple[Span, ...] = ()


def assemble(blocks: Iterable[Block]) -> Assembled:
    """One text of all blocks; empty paragraphs and rows vanish."""
    writer = _Writer()
    for block in blocks:
        if isinstance(block, Paragraph):
            writer.paragraph(block)
        else:
            writer.grid(block)
    return writer.result()


def clean(text: str) -> str:
    """A block's text on one line: blanks made single, edges stripped, signs of symbol fonts readable."""
    return _BLANKS.sub(" ", text.translate(_symbols())).strip(_EDGES)


@cache
def _symbols() -> dict[int, str]:
    return {int(code, 16): sign for code, sign in data("layout")["symbols"].items()}


def join_lines(lines: Sequence[str]) -> str:
    """Lines of one cell or wrapped paragraph as one: hanzi touch, words keep a blank."""
    joined = ""
    for line in lines:
        piece = line.strip(_EDGES)
        if joined and piece and not (_is_cjk(joined[-1]) or _is_cjk(piece[0])):
            joined += " "
        joined += piece
    return joined


def _is_cjk(char: str) -> bool:
    return re.match(f"[{_CJK}]", char) is not None


class _Writer:
    """Collects lines with their offsets; lives only inside `assemble`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._offset = 0
        self._count = 0
        self._places: list[Place] = []
        self._tables: list[Table] = []
        self._hints: list[HeadingHint] = []
        self._shell: list[Span] = []
        self._recognised: list[Span] = []
        self._above: list[str] = []
        self._standing: str | None = None
        self._last: Table | None = None

    def paragraph(self, block: Paragraph) -> None:
        text = clean(block.text)
        if not text:
            return
        self._count += not block.furniture
        place = Place(
            span=Span(0, 0),
            page=block.page,
            paragraph=None if block.furniture else self._count,
            sheet=block.sheet,
            cell=block.cell,
        )
        span = self._line(text, place)
        if block.recognised:
            self._mark_figures(span, text)
        self._standing = standing_unit(text) or self._standing
        if block.furniture:
            self._shell.append(span)
            return
        if block.level is not None:
            self._hints.append(HeadingHint(span=span, level=block.level))
        self._above = [*self._above, text][-_ASIDE:]
        self._last = None

    def grid(self, grid: Grid) -> None:
        rows = _without_empty(grid.rows)
        if not rows:
            return
        self._count += 1
        written = [(row, self._row(row)) for row in rows]
        above = [grid.caption] if grid.caption else self._above
        for part in split_parts([row for row, _ in written]):
            self._table([written[index] for index in part], above)
        self._above = []

    def _row(self, row: GridRow) -> tuple[Cell, ...]:
        texts = [clean(cell.text) for cell in row.cells]
        line = "\t".join(texts).rstrip("\t")
        by_cell = any(cell.place for cell in row.cells)
        whole = Place(span=Span(0, 0), page=row.page, paragraph=self._count, sheet=row.sheet)
        start, end = self._line(line, None if by_cell else whole).start, self._offset - 1
        cells, at = [], start
        for cell, text in zip(row.cells, texts, strict=True):
            here = min(at, end)
            span = Span(here, here + len(text))
            cells.append(Cell(text=text, span=span, row_span=cell.row_span, column_span=cell.column_span))
            at = here + len(text) + 1
            if cell.place and text:
                self._places.append(replace(whole, span=span, cell=cell.place))
            if cell.recognised:
                self._mark_figures(span, text)
        return tuple(cells)

    def _mark_figures(self, span: Span, text: str) -> None:
        """Remember where figures stand that were read off a picture."""
        self._recognised.extend(
            Span(span.start + match.start(), span.start + match.end()) for match in _FIGURE.finditer(text)
        )

    def _table(self, written: list[tuple[GridRow, tuple[Cell, ...]]], above: Sequence[str]) -> None:
        grid_rows = [row for row, _ in written]
        rows = tuple(_cut_spans([cells for _, cells in written]))
        header_rows, header_columns = header_shape(grid_rows)
        spans = [cell.span for row in rows for cell in row]
        own = caption_of(grid_rows)
        said = unit_of([*above, *own], wide_heads(grid_rows, header_rows, header_columns))
        beside = self._last.unit if self._last and len(self._last.rows[-1]) == len(rows[0]) else None
        table = Table(
            id=f"t{len(self._tables) + 1}",
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
            caption=own[0] if own else caption_above(above),
            unit=said or beside or (self._standing if has_amounts(grid_rows) else None),
            header_rows=header_rows,
            header_columns=header_columns,
            rows=rows,
        )
        self._tables.append(table)
        self._last = table

    def _line(self, text: str, place: Place | None) -> Span:
        span = Span(self._offset, self._offset + len(text))
        self._parts.append(text)
        self._offset = span.end + 1
        if place is not None and (place.page, place.paragraph) != (None, None):
            self._places.append(replace(place, span=span))
        return span

    def result(self) -> Assembled:
        return Assembled(
            "\n".join(self._parts),
            tuple(self._places),
            tuple(self._tables),
            tuple(self._hints),
            tuple(self._shell),
            tuple(self._recognised),
        )


def _without_empty(rows: Sequence[GridRow]) -> list[GridRow]:
    """Rows that hold text, the cells that reached over the others shortened by them."""
    kept = [any(clean(cell.text) for cell in row.cells) for row in rows]
    return [
        replace(
            row,
            cells=tuple(
                replace(cell, row_span=max(1, sum(kept[index : index + cell.row_span]))) for cell in row.cells
            ),
        )
        for index, row in enumerate(rows)
        if kept[index]
    ]


def _cut_spans(rows: Sequence[tuple[Cell, ...]]) -> Iterable[tuple[Cell, ...]]:
    """Row spans cut to the rows that are left (empty rows went, tables were split)."""
    for index, row in enumerate(rows):
        left = len(rows) - index
        yield tuple(replace(cell, row_span=left) if cell.row_span > left else cell for cell in row)
