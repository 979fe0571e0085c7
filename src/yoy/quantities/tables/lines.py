"""What is known of each table once its figures are read: uses of columns, units, years, states of cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.hanzi import HANZI
from yoy.language.numerals import read_numeral
from yoy.language.tables.frame import frame_of
from yoy.language.tables.grid import is_absent, is_dash, is_number
from yoy.language.tables.words import says
from yoy.model import TableLine
from yoy.quantities.tables.names import caption_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from yoy.language.tables.frame import Frame
    from yoy.model import Cell, CellState, LineUse, Outline, Quantity, Table

_DIGITS = frozenset("0123456789０１２３４５６７８９.．,，")


def describe_tables(outline: Outline, quantities: Iterable[Quantity]) -> Outline:
    """The outline with titles, lines and states of cells of its tables filled in."""
    document = outline.document
    of_table: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.table is not None:
            of_table[quantity.table].append(quantity)
    tables = tuple(
        _described(frame_of(table), of_table[table.id], _title(outline, table), document.period)
        for table in document.tables
    )
    return replace(outline, document=replace(document, tables=tables))


def _title(outline: Outline, table: Table) -> str:
    """The caption, unless it is a sentence that leads over to the table; else the title of the section."""
    caption = caption_of(table)
    if caption:
        return caption
    home = [s for s in outline.sections if s.span.start <= table.span.start < s.span.end]
    return home[-1].title if home else (table.caption or "").strip()


def _described(frame: Frame, quantities: Sequence[Quantity], title: str, period: int | None) -> Table:
    table = frame.table
    chinese = any(HANZI.search(cell.text) for row in table.rows for cell in row)
    places: dict[int, dict[int, int]] = defaultdict(dict)
    for (row, column), cell in frame.grid.items():
        places[row][id(cell)] = column
    return replace(
        table,
        title=title,
        lines=(*_columns(frame, quantities, period), *_rows(quantities)),
        rows=tuple(
            _stated(frame, row, cells, places[row], chinese=chinese) for row, cells in enumerate(table.rows)
        ),
    )


def _columns(frame: Frame, quantities: Sequence[Quantity], period: int | None) -> Iterator[TableLine]:
    for column in range(frame.width):
        use = frame.uses[column]
        if use != "figure":
            yield TableLine(column=column, use="name" if use == "remark" else use)
            continue
        own = [quantity for quantity in quantities if quantity.column == column]
        year = _only(quantity.period for quantity in own)
        unit = _only(quantity.unit for quantity in own)
        yield TableLine(column=column, unit=unit, period=year, use=_use(frame.heads(column), year, period))


def _use(heads: Sequence[str], year: str | None, period: int | None) -> LineUse | None:
    last = heads[-1] if heads else ""
    if says("growth", last):
        return "growth"
    if year is None or period is None or says("share_column", last):
        return None
    known: Mapping[str, LineUse] = {str(period): "current", str(period - 1): "prior"}
    return known.get(year, "other")


def _rows(quantities: Sequence[Quantity]) -> Iterator[TableLine]:
    """Rows whose unit is not the one of most rows."""
    usual = Counter(quantity.unit for quantity in quantities).most_common(1)
    units: dict[int, set[str | None]] = defaultdict(set)
    for quantity in quantities:
        if quantity.row is not None:
            units[quantity.row].add(quantity.unit)
    for row in sorted(units):
        unit = _only(units[row])
        if unit is not None and usual and unit != usual[0][0]:
            yield TableLine(row=row, unit=unit)


def _only(values: Iterable[str | None]) -> str | None:
    """The one value that all are; None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _stated(
    frame: Frame, row: int, cells: Sequence[Cell], places: Mapping[int, int], *, chinese: bool
) -> tuple[Cell, ...]:
    return tuple(
        replace(cell, state=_state(cell.text, chinese=chinese))
        if row >= frame.table.header_rows and frame.uses[places.get(id(cell), 0)] == "figure"
        else replace(cell, state="text" if cell.text.strip() else "blank")
        for cell in cells
    )


def _state(text: str, *, chinese: bool) -> CellState:
    """0, nothing and 不适用 are three things; a dash is nothing in Chinese tables, zero in English ones."""
    bare = text.strip()
    if not bare:
        return "blank"
    if is_absent(bare):
        return "not_applicable"
    if is_dash(bare):
        return "blank" if chinese else "zero"
    if not is_number(bare):
        return "text"
    digits = read_numeral("".join(char for char in bare if char in _DIGITS).strip(",，.．"))
    return "zero" if digits is not None and digits.value == Decimal(0) else "value"
