"""Footing and cross-footing of tables: rows, columns, totals and the rule a table prints of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.finding import judged, plain
from yoy.checks.grid import Grid, grids
from yoy.checks.patterns import pattern
from yoy.checks.view import range_of
from yoy.language.numerals import read_numeral
from yoy.language.tolerance import Range, agreement, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_NUMBER = re.compile(r"^[（(]?(?P<number>[一二三四五六七八九十]+)[)）、.．]")
_BRACKETED = re.compile(r"^[（(](?P<number>[一二三四五六七八九十]+)[)）]")
_RULE_REACH = 400


@dataclass(frozen=True, slots=True)
class _Total:
    """A total cell with each reading of what its parts are, the likeliest first."""

    cell: Quantity
    readings: tuple[tuple[Quantity, ...], ...]


def check_table_sum(view: View, _options: Options) -> Iterator[Finding]:
    """Every total of every table; the printed rule comes with the total it binds."""
    for grid in grids(view):
        for found in (*_row_totals(grid), *_column_totals(grid)):
            finding = _judge(view, found)
            if finding is not None:
                yield finding
        yield from _ruled(view, grid)


def _row_totals(grid: Grid) -> Iterator[_Total]:
    """Columns headed 总计: the columns since the last total, or all the columns before."""
    totals = [column for column in range(grid.width) if pattern("table", "total").match(grid.head(column))]
    for row in range(grid.height):
        previous = -1
        for column in totals:
            cell = grid.figure(row, column)
            parts = grid.figures_of_row(row, previous + 1, column)
            every = grid.figures_of_row(row, 0, column)
            previous = column
            if cell is not None and len(parts) > 1:
                yield _Total(cell, (parts, every))


def _column_totals(grid: Grid) -> Iterator[_Total]:
    """Rows named 合计 or （七）总计: the rows of the same numbering, or since the last total."""
    totals = [row for row in range(grid.height) if pattern("table", "total").match(grid.name(row))]
    previous = -1
    for row in totals:
        start = _group_start(grid, row, previous)
        for column in range(grid.width):
            cell = grid.figure(row, column)
            if cell is None:
                continue
            parts = grid.figures_of_column(column, start, row)
            since = grid.figures_of_column(column, previous + 1, row)
            if len(parts) > 1:
                yield _Total(cell, (parts, since))
        previous = row


def _group_start(grid: Grid, row: int, previous: int) -> int:
    """The row that opens the list this total closes: （一） for （七）总计."""
    if not _BRACKETED.match(grid.name(row)):
        return previous + 1
    for above in range(row - 1, previous, -1):
        if any(_first(label) for label in grid.labels(above)):
            return above
    return previous + 1


def _first(label: str) -> bool:
    found = _BRACKETED.match(label)
    return bool(found and found["number"] == "一")


def _judge(view: View, found: _Total) -> Finding | None:
    cell = found.cell
    readings = [parts for parts in dict.fromkeys(found.readings) if len(parts) > 1]
    fits = [parts for parts in readings if _agrees(cell, parts)]
    parts = fits[0] if fits else readings[0]
    if not fits and not any(part.value for part in parts) and not cell.value:
        return None
    return _finding(view, cell, parts, tuple(1 for _ in parts))


def _agrees(cell: Quantity, parts: Sequence[Quantity]) -> bool:
    result = sum((part.value for part in parts), Decimal(0))
    return agreement(cell.value, cell.quantum, result, total(range_of(p) for p in parts)) in (
        "equal",
        "rounded",
        "within",
    )


def _ruled(view: View, grid: Grid) -> Iterator[Finding]:
    """第一项加第二项之和，等于第三项加第四项之和, as the disclosure form of 2019 prints it."""
    rule = pattern("carry", "rule").search(re.sub(r"\s", "", _around(view, grid)))
    numbers = [_hanzi(group) for group in rule.groups()] if rule else _carried(grid)
    rows = {number: row for number in dict.fromkeys(numbers) if (row := _row_of(grid, number)) is not None}
    if len(numbers) != 4 or len(rows) != len(set(numbers)):  # noqa: PLR2004 - the rule has four terms
        return
    first, second, third, fourth = (rows[number] for number in numbers)
    for column in range(grid.width):
        cells = [grid.figure(row, column) for row in (third, first, second, fourth)]
        known = [cell for cell in cells if cell is not None]
        if len(known) == len(cells):
            yield _finding(view, known[0], known[1:], (1, 1, -1), code="table_rule")


def _around(view: View, grid: Grid) -> str:
    start = grid.table.span.start
    caption = grid.table.caption or ""
    cells = " ".join(cell.text for row in grid.table.rows[:3] for cell in row)
    return caption + view.text[max(0, start - _RULE_REACH) : start] + cells


def _hanzi(text: str) -> int:
    numeral = read_numeral(text)
    return int(numeral.value) if numeral else 0


def _carried(grid: Grid) -> list[int]:
    """The four terms of a form without the printed rule: received, brought forward, done, carried over."""
    names = [grid.name(row) for row in range(grid.height)]
    opening = any(pattern("carry", "opening").search(name) for name in names)
    closing = any(pattern("carry", "closing").search(name) for name in names)
    return [1, 2, 3, 4] if opening and closing else []


def _row_of(grid: Grid, number: int) -> int | None:
    """The row of item 一、二、三、四; for an item with subrows, its total row."""
    top = [
        row for row in range(grid.height) if any(_top_number(label) == number for label in grid.labels(row))
    ]
    if not top:
        return None
    if len(top) == 1:
        return top[0]
    closing = [row for row in top if pattern("table", "total").match(grid.name(row))]
    return closing[0] if closing else None


def _top_number(label: str) -> int:
    found = _NUMBER.match(label)
    return _hanzi(found["number"]) if found and not _BRACKETED.match(label) else 0


def _finding(
    view: View, cell: Quantity, parts: Sequence[Quantity], signs: Sequence[int], *, code: str = "table_sum"
) -> Finding:
    result = sum((sign * part.value for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    possible = Range.exact(Decimal(0))
    for sign, part in zip(signs, parts, strict=True):
        possible = possible + range_of(part) if sign > 0 else possible - range_of(part)
    shown = [(sign, part) for sign, part in zip(signs, parts, strict=True) if part.value] or [
        (signs[0], parts[0])
    ]
    formula = " ".join(
        f"{'+' if sign > 0 else '-'} {plain(part.value)}" for sign, part in shown
    ).removeprefix("+ ")
    return judged(
        view,
        "sum",
        code,
        claimed=cell,
        operands=[(view, part) for part in parts],
        formula=formula,
        stated=cell.value,
        quantum=cell.quantum,
        recomputed=result,
        possible=possible,
        args={"difference": plain(abs(cell.value - result))},
    )
