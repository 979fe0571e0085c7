"""The sheet of tables: the cells that differ between the years and are no figures with a row of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences, bare_title
from yoy.language.tables.keys import timeless
from yoy.writers.anchors import anchor_in_pair
from yoy.writers.excel.rows.columns import (
    column,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
)
from yoy.writers.excel.rows.layout import Row, Sheet
from yoy.writers.subjects import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from yoy.model import Cell, Quantity, Table, TablePair
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Facing, Source

SIGNS = {"edited": "✎", "added": "＋", "removed": "－"}


@dataclass
class Grid:
    """A table with every place filled: a cell that spans several places stands in each."""

    source: Source
    table: Table

    @cached_property
    def places(self) -> dict[tuple[int, int], Cell]:
        """The cell at each row and column."""
        found: dict[tuple[int, int], Cell] = {}
        for row, cells in enumerate(self.table.rows):
            column_index = 0
            for cell in cells:
                while (row, column_index) in found:
                    column_index += 1
                for down in range(cell.row_span):
                    for right in range(cell.column_span):
                        found[row + down, column_index + right] = cell
                column_index += cell.column_span
        return found

    @cached_property
    def figures(self) -> dict[tuple[int, int], Quantity]:
        """The figure at each row and column."""
        return {
            (figure.row, figure.column): figure
            for figure in self.source.report.figures.quantities
            if figure.table == self.table.id and figure.row is not None and figure.column is not None
        }

    def at(self, row: int | None, column_index: int | None) -> Cell | None:
        """The cell that fills a place, None where there is no such place."""
        return self.places.get((-1 if row is None else row, -1 if column_index is None else column_index))

    def text(self, row: int | None, column_index: int | None) -> str | None:
        """What a place says, None where there is no such place."""
        cell = self.at(row, column_index)
        return cell.text.strip() if cell else None

    def row_label(self, row: int) -> str:
        """The words at the head of a row."""
        return _label(self.text(row, index) for index in range(self.table.header_columns))

    def column_label(self, column_index: int) -> str:
        """The words at the head of a column."""
        return _label(self.text(index, column_index) for index in range(self.table.header_rows))

    @property
    def width(self) -> int:
        """Number of columns."""
        return max((index for _, index in self.places), default=-1) + 1


def _label(texts: Iterator[str | None]) -> str:
    return " · ".join(dict.fromkeys(text for text in texts if text))


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A place of the table that isn't the same in both years."""

    relation: str
    row_label: str
    column_label: str
    prior: str | None
    current: str | None
    old: Quantity | None
    new: Quantity | None

    @property
    def difference(self) -> Decimal | None:
        """How far the figure moved, where both are figures of one unit."""
        if self.old is None or self.new is None or self.old.unit != self.new.unit:
            return None
        return self.new.value - self.old.value


def changes(prior: Grid | None, current: Grid | None, pair: TablePair) -> Iterator[CellChange]:
    """Places that differ, in the order of the current table, rows that are gone last."""
    if prior is None or current is None:
        grid, relation = (current, "added") if prior is None else (prior, "removed")
        assert grid is not None
        for row in range(grid.table.header_rows, len(grid.table.rows)):
            yield from _whole_row(grid, row, relation)
        return
    for old_row, new_row in pair.rows:
        if old_row is None and new_row is not None:
            yield from _whole_row(current, new_row, "added")
        elif new_row is None and old_row is not None:
            yield from _whole_row(prior, old_row, "removed")
        elif old_row is not None and new_row is not None:
            yield from _row_changes(prior, current, pair, (old_row, new_row))


def _whole_row(grid: Grid, row: int, relation: str) -> Iterator[CellChange]:
    for index in range(grid.table.header_columns, grid.width):
        text, figure = grid.text(row, index), grid.figures.get((row, index))
        old = relation == "removed"
        if text:
            yield CellChange(
                relation=relation,
                row_label=grid.row_label(row),
                column_label=grid.column_label(index),
                prior=text if old else None,
                current=None if old else text,
                old=figure if old else None,
                new=None if old else figure,
            )


def _is_label(grid: Grid, row: int, column_index: int | None) -> bool:
    """Whether a place is a heading: an empty one is a merged heading drawn in another way.

    Headings that differ in their year alone are the same.
    """
    at_side = column_index is not None and column_index < grid.table.header_columns
    return row < grid.table.header_rows or at_side


def _row_changes(prior: Grid, current: Grid, pair: TablePair, rows: tuple[int, int]) -> Iterator[CellChange]:
    seen: set[tuple[Cell | None, Cell | None]] = set()
    for old_column, new_column in pair.columns:
        one, two = prior.text(rows[0], old_column), current.text(rows[1], new_column)
        cells = prior.at(rows[0], old_column), current.at(rows[1], new_column)
        if one == two or cells in seen:
            continue
        if _is_label(current, rows[1], new_column) and not (one and two and timeless(one) != timeless(two)):
            continue
        seen.add(cells)
        relation = "edited" if one is not None and two is not None else "added" if one is None else "removed"
        in_current = new_column is not None
        yield CellChange(
            relation=relation,
            row_label=current.row_label(rows[1]),
            column_label=current.column_label(new_column or 0)
            if in_current
            else prior.column_label(old_column or 0),
            prior=one,
            current=two,
            old=prior.figures.get((rows[0], -1 if old_column is None else old_column)),
            new=current.figures.get((rows[1], -1 if new_column is None else new_column)),
        )


def _grid(source: Source, names: tuple[str, ...]) -> Grid | None:
    tables = {table.id: table for table in source.report.document.tables}
    return Grid(source, tables[names[0]]) if names else None


def _rows_of(book: Book, facing: Facing, pair: TablePair, seen: Occurrences, start: int) -> Iterator[Row]:
    prior, current = _grid(facing.prior, pair.prior), _grid(facing.current, pair.current)
    shown = current or prior
    if shown is None:
        return
    caption = shown.table.caption or book.words.say("table_without_caption", table=shown.table.id)
    side, name = ("current", pair.current[0]) if pair.current else ("prior", pair.prior[0])
    anchor = anchor_in_pair(facing.pair.prior, facing.pair.current, side, name)  # type: ignore[arg-type]
    told = (change for change in changes(prior, current, pair) if not _is_told_elsewhere(facing, change))
    for number, change in enumerate(told, start):
        key = seen.key(
            "cell",
            bare_title(shown.table.caption or ""),
            bare_title(change.row_label),
            bare_title(change.column_label),
        )
        unit = (change.new or change.old) and (change.new or change.old).unit  # type: ignore[union-attr]
        cells: dict[str, Value] = {
            "index": index_of("tables", number),
            "comparison": facing.label,
            "table": caption,
            "table_row": change.row_label,
            "table_column": change.column_label,
            "cell_prior": change.old.value if change.old else change.prior,
            "cell_current": change.new.value if change.new else change.current,
            "unit": unit or "",
            "difference": change.difference,
            "relation": relation_words(book, change.relation),
            "place_current": shown.source.place(shown.table.span),
            "key": key,
            "fingerprint": fingerprint(change.prior, change.current),
        }
        yield Row(
            key=key,
            comparison=facing.label,
            fingerprint=str(cells["fingerprint"]),
            cells=cells,
            links=page_link(book, anchor),
        )


def _is_told_elsewhere(facing: Facing, change: CellChange) -> bool:
    """Whether a cell has its row among the figures, or is of an earlier year, which the checks judge."""
    sides = ((facing.pair.current, change.new), (facing.pair.prior, change.old))
    figures = [(report, figure) for report, figure in sides if figure is not None]
    earlier = bool(figures) and all(figure.role == "baseline" for _, figure in figures)
    return earlier or any((report, figure.id) in facing.pair_of for report, figure in figures)


def relation_words(book: Book, relation: str) -> str:
    """What became of a cell, with a sign."""
    return f"{SIGNS[relation]} {book.words.term('passage', relation)}"


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        *index_columns(book),
        column(words, "table", 26, "strong"),
        column(words, "table_row", 24),
        column(words, "table_column", 24),
        column(words, "cell_prior", 16, "number"),
        column(words, "cell_current", 16, "number"),
        column(words, "unit", 9, "center"),
        column(words, "difference", 13, "signed"),
        column(words, "relation", 11, "center"),
        column(words, "place_current", 10, "small"),
        *reviewer_columns(words),
        *identity_columns(book),
    )


def tables_sheet(book: Book) -> Sheet | None:
    """The cells that differ in tables found in both reports, and tables that stand alone.

    Figures have rows of their own in the sheet of figures.

    None where no report has a table: a page of headings tells nothing.
    """
    if not any(facing.pair.tables for facing in book.facings):
        return None
    rows: list[Row] = []
    compared = sum(1 for facing in book.facings for pair in facing.pair.tables if pair.prior and pair.current)
    for facing in reversed(book.facings):
        seen = Occurrences()
        for pair in facing.pair.tables:
            rows.extend(_rows_of(book, facing, pair, seen, len(rows) + 1))
    return Sheet(
        name="tables",
        title=book.words.say("sheet_tables"),
        intro=book.words.say("intro_tables", tables=compared, count=len(rows)),
        columns=_columns(book),
        rows=tuple(rows),
        frozen=3 if book.many else 2,
        tones={"relation": {relation_words(book, code): code for code in SIGNS}},
    )
