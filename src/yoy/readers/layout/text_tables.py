"""Tables in plain text: rows of cells set apart by tabs or bars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.model import Cell, Span, Table
from yoy.readers.layout.rows import GridCell, GridRow
from yoy.readers.layout.table_shape import caption_above, header_shape, is_figure, unit_of, wide_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BAR = re.compile(r"[|│┃｜]")
_RULE = re.compile(r"[\s|│┃｜+\-=:─━┄┈═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+")
_FIGURES = 0.2
_ROWS = 2
_ASIDE = 3


class _Row(NamedTuple):
    """A line that may be a row of a table, with its cells; no cells for a ruled line."""

    start: int
    end: int
    cells: tuple[tuple[str, int], ...]


def find_text_tables(text: str) -> tuple[Table, ...]:
    """Tables of a plain text, in reading order, with the places of their cells in it."""
    tables: list[Table] = []
    for run in _runs(text):
        rows = [row for row in run if row.cells]
        if _is_table(rows):
            tables.append(_table(rows, _lines_above(text, run[0].start), len(tables) + 1))
    return tuple(tables)


def _runs(text: str) -> Iterator[list[_Row]]:
    """Runs of lines next to each other that all have cells."""
    run: list[_Row] = []
    start = 0
    for line in text.split("\n"):
        row = _row(line, start)
        start += len(line) + 1
        if row is not None:
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _row(line: str, start: int) -> _Row | None:
    end = start + len(line)
    if _RULE.fullmatch(line) and len(line.strip()) > 2:  # noqa: PLR2004 - |-|
        return _Row(start, end, ())
    stripped = line.strip()
    separator = re.compile("\t") if "\t" in stripped else _BAR
    if not separator.search(stripped):
        return None
    offset = start + line.index(stripped)
    if separator is _BAR:
        inner = stripped.strip("|│┃｜")
        offset += stripped.index(inner) if inner else 0
        stripped = inner
    cells = tuple(_cells(stripped, separator, offset))
    return _Row(start, end, cells) if len(cells) > 1 else None


def _cells(line: str, separator: re.Pattern[str], offset: int) -> Iterator[tuple[str, int]]:
    at = 0
    for mark in [*(m.span() for m in separator.finditer(line)), (len(line), len(line))]:
        cell = line[at : mark[0]]
        shift = len(cell) - len(cell.lstrip())
        yield cell.strip(), offset + at + shift
        at = mark[1]


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether rows agree in their number of cells and some cells are figures."""
    if len(rows) < _ROWS:
        return False
    counts = [len(row.cells) for row in rows]
    usual = max(sorted(set(counts)), key=counts.count)
    cells = [text for row in rows for text, _ in row.cells if text]
    figures = sum(is_figure(text) for text in cells)
    return counts.count(usual) * 2 >= len(counts) and figures >= _FIGURES * len(cells)


def _table(rows: Sequence[_Row], above: Sequence[str], number: int) -> Table:
    grid = [GridRow(cells=tuple(GridCell(text=text) for text, _ in row.cells)) for row in rows]
    header_rows, header_columns = header_shape(grid)
    return Table(
        id=f"t{number}",
        span=Span(rows[0].start, rows[-1].end),
        caption=caption_above(above),
        unit=unit_of(above, wide_heads(grid, header_rows, header_columns)),
        header_rows=header_rows,
        header_columns=header_columns,
        rows=tuple(
            tuple(Cell(text=text, span=Span(at, at + len(text))) for text, at in row.cells) for row in rows
        ),
    )


def _lines_above(text: str, start: int) -> list[str]:
    lines = [line.strip() for line in text[max(0, start - 400) : start].split("\n")]
    return [line for line in lines if line and "\t" not in line and not _BAR.search(line)][-_ASIDE:]
