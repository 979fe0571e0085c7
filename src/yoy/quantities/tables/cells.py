"""Figures in the data cells of tables, named by their row and column heads."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import read_numeral, trim
from yoy.model import Cell, Quantity, Span
from yoy.quantities.figure import Figure
from yoy.quantities.masks import plain_text
from yoy.quantities.tables.heads import Heads, grid_of, heads_of, name_of, table_words, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.language.units import Unit, UnitTable
    from yoy.model import Direction, Outline, QuantityKind, Role, Table

_CELL = re.compile(
    r"\s*(?P<open>[(（])?\s*(?P<sign>[-−－+＋△▲↑↓])?\s*(?P<currency>(?:US|HK|NT|RMB)?[$¥￥£€])?\s*"
    r"(?P<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<close>[)）])?\s*"
    r"(?P<unit>(?:[\u4e00-\u9fff%‰]|[a-zA-Z]|/)[^\s\d()（）]{0,7})?\s*(?P<end>[)）])?\s*"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


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


def read_tables(outline: Outline, units: UnitTable) -> tuple[TableFigure, ...]:
    """The figures of all tables in reading order; a bare number in a data cell is one."""
    found: list[TableFigure] = []
    for table in outline.document.tables:
        found.extend(_read_table(outline, table, units))
    return tuple(sorted(found, key=lambda cell: cell.figure.span.start))


def _read_table(outline: Outline, table: Table, units: UnitTable) -> Iterator[TableFigure]:
    grid = grid_of(table)
    heads_by_place = heads_of(grid, table)
    starts = [passage.span.start for passage in outline.passages]
    home = [s for s in outline.sections if s.span.start <= table.span.start < s.span.end or s.level == 0][-1]
    title = home.title if home.level else ""
    for (row, column), cell in sorted(grid.items()):
        origin = grid.get((row - 1, column)) is not cell and grid.get((row, column - 1)) is not cell
        if row < table.header_rows or column < table.header_columns or not origin:
            continue
        heads = heads_by_place[row, column]
        figure = _figure(cell, heads, table, units)
        if figure is None:
            continue
        at = max(0, bisect_right(starts, figure.span.start) - 1)
        passage = outline.passages[at].id if outline.passages else "p0"
        kind, direction = _kind(figure, heads, cell)
        if direction and figure.value < 0:
            figure = Figure(span=figure.span, value=-figure.value, quantum=figure.quantum, unit=figure.unit)
        period, role = _period(heads, outline.document.period)
        yield TableFigure(
            figure=figure,
            section=home.id,
            passage=passage,
            indicator=name_of(heads, table, title),
            kind=kind,
            direction=direction,
            role=role,
            period=period,
            table=table.id,
            row=row,
            column=column,
        )


def _figure(cell: Cell, heads: Heads, table: Table, units: UnitTable) -> Figure | None:
    plain = plain_text(cell.text)
    match = _CELL.fullmatch(plain)
    if not match or any(table_words().date.search(head) for head in heads.column):
        return None
    if _YEAR.fullmatch(match["digits"]) and (match["unit"] or "").startswith("年"):
        return None
    number = read_numeral(match["digits"].replace("，", ","))
    own = _own_unit(match, units)
    if number is None or (match["unit"] and own is None):
        return None
    unit = unit_of(own, heads, table, units, match["digits"])
    negative = match["sign"] in ("-", "−", "－", "△", "▲", "↓") or (
        match["open"] and (match["close"] or match["end"])
    )
    scale = unit.scale if unit else Decimal(1)
    start = cell.span.start + next(index for index, char in enumerate(plain) if not char.isspace())
    end = cell.span.start + len(plain.rstrip())
    return Figure(
        span=Span(start, end),
        value=trim((-number.value if negative else number.value) * scale),
        quantum=trim(number.quantum * scale),
        unit=unit.name if unit else None,
    )


def _own_unit(match: re.Match[str], units: UnitTable) -> Unit | None:
    if match["unit"]:
        return units.find(match["unit"].rstrip(")）"))
    return units.find(match["currency"]) if match["currency"] else None


def _kind(figure: Figure, heads: Heads, cell: Cell) -> tuple[QuantityKind, Direction | None]:
    words = table_words()
    grows = any(words.growth.search(head) for head in (*heads.column[-1:], *heads.row[-1:]))
    down = figure.value < 0 or "↓" in cell.text or any(words.fall.search(head) for head in heads.column[-1:])
    if grows and figure.unit in ("%", "‰"):
        return "change_rel", "down" if down else "up"
    if figure.unit in ("%", "‰"):
        return "ratio", None
    if figure.unit in ("百分点", "percentage points"):
        return "change_abs", "down" if down else "up"
    return "level", None


def _period(heads: Heads, period: int | None) -> tuple[str | None, Role]:
    words = table_words()
    for head in (*reversed(heads.column), heads.group):
        year = _YEAR.search(head)
        if year:
            earlier = period is not None and int(year[1]) < period
            return year[1], "baseline" if earlier else "result"
        if words.prior.fullmatch(head) and period:
            return str(period - 1), "baseline"
    return (str(period) if period else None), "result"
