"""Figures in the data cells of tables, named by their row and column heads."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.language.numerals import read_numeral, trim
from yoy.language.tables.grid import CURRENCY, is_mark, is_origin
from yoy.language.tables.heads import Heads
from yoy.language.tables.times import year_of_cell
from yoy.language.tables.words import any_says, says
from yoy.language.years import YEAR
from yoy.model import Cell, Quantity, SetAside, Span
from yoy.quantities.figure import Figure
from yoy.quantities.masks import plain_text
from yoy.quantities.tables.labels import NUMERAL, label_figures
from yoy.quantities.tables.names import name_of
from yoy.quantities.tables.scales import (
    Asked,
    chinese_unit,
    english_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yoy.language.tables.frame import Frame
    from yoy.language.units import Unit, UnitTable
    from yoy.model import Direction, Outline, QuantityKind, Role
    from yoy.quantities.tables.reader import Reader

_CELL = re.compile(
    rf"\s*(?P<open>\()?\s*(?P<sign>[-−–+△▲↑↓])?\s*(?P<currency>{CURRENCY})?\s*(?P<inner>\()?\s*(?P<minus>[-−–])?\s*"
    rf"(?P<digits>{NUMERAL})\s*(?P<close>\))?\s*"
    r"(?P<unit>(?:[\u4e00-\u9fff%‰]|[a-zA-Z]|/)[^\s\d()（）]{0,7})?\s*(?P<end>\))?\s*(?:\(\s*\w{1,2}\s*\)\s*)*"
)
_RANGE = re.compile(
    rf"\s*(?P<low>{NUMERAL}|[-–—])\s*(?P<lower>%)?\s*(?:[-–—~]|to|至)\s*(?P<high>{NUMERAL})\s*(?P<unit>%|[a-z]{{4,6}}|[\u4e00-\u9fff]{{1,3}})\s*"
)
_NEGATIVE = frozenset("-−–△▲↓")


@dataclass(slots=True, kw_only=True, eq=False)
class TableFigure:
    """A figure of a cell; row and column count from 0 in the grid that spanning cells fill."""

    figure: Figure
    section: str
    passage: str
    indicator: str
    kind: QuantityKind
    direction: Direction | None
    role: Role
    period: str | None
    table: str
    row: int
    column: int

    @property
    def unit(self) -> str | None:
        """The unit's name."""
        return self.figure.unit

    def quantity(self, text: str, ids: Mapping[int, str], key: str) -> Quantity:
        """The finished value."""
        figure = self.figure
        return Quantity(
            id=ids[id(self)],
            key=key,
            span=figure.span,
            surface=figure.span.of(text),
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            kind=self.kind,
            direction=self.direction,
            role=self.role,
            quantum=figure.quantum,
            indicator=self.indicator,
            period=self.period,
            rule=figure.rule or "table.cell",
            named_by="table.heads",
            doubt=figure.doubt,
            section=self.section,
            passage=self.passage,
            table=self.table,
            row=self.row,
            column=self.column,
        )


def read_tables(outline: Outline, readers: Iterable[Reader]) -> tuple[TableFigure, ...]:
    """The figures of all tables in reading order; a bare number in a data cell is one."""
    found: list[TableFigure] = []
    starts = [passage.span.start for passage in outline.passages]
    for reader in readers:
        found.extend(_read_table(reader, starts))
        if not reader.chinese:
            found.extend(_read_labels(reader, starts))
    return tuple(sorted(found, key=lambda cell: cell.figure.span.start))


def key_cells(outline: Outline, readers: Iterable[Reader]) -> Iterator[SetAside]:
    """The numbers that are keys of their rows: codes of accounts, numbers of lines, references to notes."""
    text = outline.document.text
    for reader in readers:
        frame, table = reader.frame, reader.table
        for (row, column), cell in frame.grid.items():
            uses = {frame.uses[at] for at in range(column, min(frame.width, column + cell.column_span))}
            is_key = uses <= {"code", "note"} and row >= table.header_rows
            if is_key and any(map(str.isdigit, cell.text)) and is_origin(frame.grid, row, column):
                yield SetAside(span=cell.span, surface=cell.span.of(text), reason="enumerator")


def _read_table(reader: Reader, starts: list[int]) -> Iterator[TableFigure]:
    frame = reader.frame
    pasted = reader.outline.document.source.format == "txt" and not reader.table.header_rows
    for (row, column), heads in sorted(reader.heads.items()):
        cell = frame.grid.get((row, column))
        if cell is None or not is_origin(frame.grid, row, column):
            continue
        figure = _figure(cell, heads, column, reader)
        if figure is not None:
            if pasted:
                figure = figure._replace(doubt="pasted_table")
            yield _made(reader, starts, figure, cell, heads, row, column)


def _made(
    reader: Reader, starts: list[int], figure: Figure, cell: Cell, heads: Heads, row: int, column: int
) -> TableFigure:
    kind, direction = _kind(figure, heads, cell)
    if direction and figure.value < 0:
        figure = figure._replace(value=-figure.value)
    year = year_of_cell(heads, row, reader.times)
    return TableFigure(
        figure=figure,
        section=reader.home.id,
        passage=_passage(reader.outline, starts, figure),
        indicator=name_of(heads, reader.table, reader.home.title if reader.home.level else ""),
        kind=kind,
        direction=direction,
        role=role_of(year, reader.times.period),
        period=str(year) if year else None,
        table=reader.table.id,
        row=row,
        column=column,
    )


def _passage(outline: Outline, starts: list[int], figure: Figure) -> str:
    at = max(0, bisect_right(starts, figure.span.start) - 1)
    return outline.passages[at].id if outline.passages else "p0"


def role_of(year: int | None, period: int | None) -> Role:
    """Earlier years are what the report compares with, later ones what it plans."""
    if year is None or period is None or year == period:
        return "result"
    return "baseline" if year < period else "target"


def _read_labels(reader: Reader, starts: list[int]) -> Iterator[TableFigure]:
    """Figures inside the heads of rows: par value $0.001; 8,000 shares authorized."""
    frame = reader.frame
    years = [
        year
        for at in range(frame.width)
        if frame.uses[at] == "figure" and (year := year_of_cell(Heads((), frame.heads(at)), -1, reader.times))
    ]
    for row in range(frame.table.header_rows, frame.height):
        for column in range(frame.table.header_columns):
            cell = frame.grid.get((row, column))
            if cell is None or frame.uses[column] != "name" or not is_origin(frame.grid, row, column):
                continue
            year = reader.times.flows.get(row, reader.times.period)
            for label in label_figures(cell, reader.scales, reader.units, reader.times, years, year):
                yield TableFigure(
                    figure=label.figure,
                    section=reader.home.id,
                    passage=_passage(reader.outline, starts, label.figure),
                    indicator=label.name,
                    kind="ratio" if label.figure.unit == "%" else "level",
                    direction=None,
                    role=role_of(label.year, reader.times.period),
                    period=str(label.year) if label.year else None,
                    table=reader.table.id,
                    row=row,
                    column=column,
                )


def _figure(cell: Cell, heads: Heads, column: int, reader: Reader) -> Figure | None:
    plain = plain_text(cell.text)
    if is_mark(plain) and not reader.frame.signs[column] and _is_marks(reader.frame, column):
        return None
    match = _CELL.fullmatch(plain)
    if match is None:
        return _range(plain, cell, reader)
    if any_says("date", heads.column[-1:]):
        return None
    if YEAR.fullmatch(match["digits"]) and (match["unit"] or "").startswith("年"):
        return None
    number = read_numeral(match["digits"])
    own = _own_unit(match, reader.units)
    if number is None or (match["unit"] and own is None):
        return None
    unit = _unit(own, heads, column, reader, match["digits"])
    scale = unit.scale if unit else 1
    value = -number.value if _is_negative(match) else number.value
    return Figure(
        span=_span(cell, plain),
        value=trim(value * scale),
        quantum=trim(number.quantum * scale),
        unit=(unit.name or None) if unit else None,
    )


def _is_marks(frame: Frame, column: int) -> bool:
    """Whether a column of bracketed small numbers holds the marks of footnotes."""
    texts = [
        text
        for row in range(frame.table.header_rows, frame.height)
        for at, text in frame.data_texts(row)
        if at == column
    ]
    return all(is_mark(text) for text in texts if text) and not frame.heads(column)


def _unit(own: Unit | None, heads: Heads, column: int, reader: Reader, digits: str) -> Unit | None:
    if reader.chinese:
        return chinese_unit(own, heads, column, reader.frame, reader.units)
    return english_unit(Asked(heads, column, digits, own), reader.frame, reader.scales, reader.units)


def _is_negative(match: re.Match[str]) -> bool:
    closed = match["close"] or match["end"]
    bracketed = (match["open"] or match["inner"]) and closed
    return match["sign"] in _NEGATIVE if match["sign"] else bool(bracketed or match["minus"])


def _range(plain: str, cell: Cell, reader: Reader) -> Figure | None:
    """A figure printed from – to: 3.15% - 5.20%; one from nothing (—% - 5.20%) is told by its upper end."""
    match = _RANGE.fullmatch(plain)
    if match is None or (YEAR.fullmatch(match["low"]) and YEAR.fullmatch(match["high"])):
        return None
    low, high = read_numeral(match["low"]), read_numeral(match["high"])
    unit = reader.units.find(match["unit"])
    if high is None or unit is None or (low is not None and low.value > high.value):
        return None
    if low is None:
        return Figure(
            span=Span(cell.span.start + match.start("high"), cell.span.start + match.end("unit")),
            value=trim(high.value * unit.scale),
            quantum=trim(high.quantum * unit.scale),
            unit=unit.name,
        )
    return Figure(
        span=_span(cell, plain),
        value=trim(low.value * unit.scale),
        value_max=trim(high.value * unit.scale),
        quantum=trim(low.quantum * unit.scale),
        unit=unit.name,
    )


def _span(cell: Cell, plain: str) -> Span:
    start = cell.span.start + next(index for index, char in enumerate(plain) if not char.isspace())
    return Span(start, cell.span.start + len(plain.rstrip()))


def _own_unit(match: re.Match[str], units: UnitTable) -> Unit | None:
    if match["unit"]:
        return units.find(match["unit"].rstrip(")）"))
    return units.find(match["currency"]) if match["currency"] else None


def _kind(figure: Figure, heads: Heads, cell: Cell) -> tuple[QuantityKind, Direction | None]:
    column = heads.column[-1] if heads.column else ""
    grows = says("growth", column) or any_says("growth", heads.row[-1:])
    down = figure.value < 0 or "↓" in cell.text or says("fall", column)
    if grows and figure.unit in ("%", "‰"):
        return "change_rel", "down" if down else "up"
    if figure.unit in ("%", "‰"):
        return "ratio", None
    if figure.unit in ("百分点", "percentage points"):
        return "change_abs", "down" if down else "up"
    return "level", None
