"""Tables of both reports, their rows and columns paired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Cell, Table, TablePair
    from yoy.writers.html.facts import PairFacts, SideFacts


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of one year; `state` is same, changed or alone (its row or column has no partner)."""

    text: str
    state: str
    head: bool
    row_span: int
    column_span: int
    number: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One year's table: head rows and body rows."""

    report: str
    anchor: str
    caption: str
    head: tuple[tuple[CellView, ...], ...]
    body: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A pair of tables, or one that stands alone."""

    prior: tuple[Sheet, ...]
    current: tuple[Sheet, ...]
    changed: int


def table_rows(facts: PairFacts) -> tuple[TableRow, ...]:
    """The tables of both reports in pairs."""
    return tuple(_row(facts, pair) for pair in facts.pair.tables)


def _row(facts: PairFacts, pair: TablePair) -> TableRow:
    prior = tuple(_sheet(facts, facts.prior, name, pair) for name in pair.prior)
    current = tuple(_sheet(facts, facts.current, name, pair) for name in pair.current)
    cells = (cell for sheet in current for row in (*sheet.head, *sheet.body) for cell in row)
    changed = sum(cell.state == "changed" for cell in cells)
    return TableRow(prior, current, changed)


def _table(side: SideFacts, name: str) -> Table:
    return next(table for table in side.report.document.tables if table.id == name)


def _sheet(facts: PairFacts, side: SideFacts, name: str, pair: TablePair) -> Sheet:
    table = _table(side, name)
    single = len(pair.prior) == len(pair.current) == 1
    others = (pair.current if side.side == "prior" else pair.prior) if single else ()
    other_side = facts.current if side.side == "prior" else facts.prior
    partner = _grid(_table(other_side, others[0])) if others else {}
    own = 0 if side.side == "prior" else 1
    rows = {pair_[own]: pair_[1 - own] for pair_ in pair.rows if pair_[own] is not None}
    columns = {pair_[own]: pair_[1 - own] for pair_ in pair.columns if pair_[own] is not None}
    numbers = _numbers(facts, side, name)
    views: list[tuple[CellView, ...]] = []
    positions = _positions(table)
    for index, row in enumerate(table.rows):
        views.append(
            tuple(
                CellView(
                    text=cell.text,
                    state=_state(cell, partner.get((rows.get(index), columns.get(column))), bool(others)),
                    head=index < table.header_rows or column < table.header_columns,
                    row_span=max(1, cell.row_span),
                    column_span=max(1, cell.column_span),
                    number=numbers.get((index, column)),
                )
                for column, cell in zip(positions[index], row, strict=True)
            )
        )
    anchor, caption = side.anchor(name), _caption(table)
    return Sheet(
        side.report.id, anchor, caption, tuple(views[: table.header_rows]), tuple(views[table.header_rows :])
    )


def _caption(table: Table) -> str:
    caption = table.caption or ""
    return f"{caption}（{table.unit}）" if table.unit and table.unit not in caption else caption


def _state(cell: Cell, other: Cell | None, paired: bool) -> str:  # noqa: FBT001  # a fact, not a switch
    if other is None:
        return "alone" if paired and cell.text.strip() else "same"
    return "same" if other.text.split() == cell.text.split() else "changed"


def _positions(table: Table) -> Sequence[Sequence[int]]:
    """The column at which each cell of each row begins, spans from above taken into account."""
    taken: set[tuple[int, int]] = set()
    found = []
    for index, row in enumerate(table.rows):
        columns, column = [], 0
        for cell in row:
            while (index, column) in taken:
                column += 1
            columns.append(column)
            reach = range(column, column + max(1, cell.column_span))
            taken |= {(index + down, c) for down in range(max(1, cell.row_span)) for c in reach}
            column += max(1, cell.column_span)
        found.append(columns)
    return found


def _grid(table: Table) -> dict[tuple[int | None, int | None], Cell]:
    positions = _positions(table)
    return {
        (index, column): cell
        for index, row in enumerate(table.rows)
        for column, cell in zip(positions[index], row, strict=True)
    }


def _numbers(facts: PairFacts, side: SideFacts, name: str) -> dict[tuple[int | None, int | None], str]:
    """Anchors of the rows of figures that stand in the table's cells."""
    found = {}
    for quantity in side.report.figures.quantities:
        number = facts.number_of(side, quantity.id) if quantity.table == name else None
        if number is not None:
            found[quantity.row, quantity.column] = facts.row_of(number)
    return found
