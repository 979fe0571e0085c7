"""Footing and cross-footing of tables: rows, columns, totals and the rule a table prints of itself."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.tables.grid import Grid, grids
from yoy.checks.tables.leading import Total, leading_totals
from yoy.checks.tables.levels import level_totals
from yoy.checks.view import range_of
from yoy.language.numerals import read_numeral
from yoy.language.tolerance import FITS, Range, agreement, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_NUMBER = re.compile(r"^[（(]?(?P<number>[一二三四五六七八九十]+)[)）、.．]")
_BRACKETED = re.compile(r"^[（(](?P<number>[一二三四五六七八九十]+)[)）]")
_RULE_REACH = 400
# Cells of one sum are printed in one scale.
_OTHER_SCALE = 1000
_NEAR_SHARE = 20


def check_table_sum(view: View, _options: Options) -> Iterator[Finding]:
    """Every total of every table; the printed rule comes with the total it binds."""
    for grid in grids(view):
        levels = list(level_totals(grid))
        totals = [*_row_totals(grid), *_column_totals(grid), *leading_totals(grid)]
        totals = [*_unclaimed(totals, levels), *levels]
        trusted = _trusted(totals)
        for found in totals:
            fitting = _fitting(found)
            if fitting is not None:
                yield _finding(view, found.cell, fitting, tuple(1 for _ in fitting))
            elif _is_wrong(found, trusted=found.line in trusted):
                parts = found.readings[0]
                yield _finding(view, found.cell, parts, tuple(1 for _ in parts))
        yield from _ruled(view, grid)


def _unclaimed(found: Iterable[Total], levels: Sequence[Total]) -> list[Total]:
    """The totals of cells of which codes don't tell better what they are the sum of."""
    claimed = {total.cell.id for total in levels}
    return [total for total in found if total.cell.id not in claimed or total.line[0].endswith("column")]


def _row_totals(grid: Grid) -> Iterator[Total]:
    """Columns headed 总计: the columns since the last total, or all the columns before."""
    totals = [column for column in range(grid.width) if pattern("table", "total").match(grid.head(column))]
    for row in range(grid.height):
        previous = -1
        for column in totals:
            cell = grid.figure(row, column)
            parts = grid.figures_of_row(row, previous + 1, column)
            every = grid.figures_of_row(row, 0, column)
            bound = _under_one_heading(grid, previous + 1, column)
            previous = column
            if cell is not None and len(parts) > 1:
                yield Total(cell, (parts, every), ("column", column), bound)


def _under_one_heading(grid: Grid, start: int, end: int) -> bool:
    """Whether a heading above the innermost spans just the columns `start` to `end`."""
    above = {column: grid.group(column) for column in range(grid.width)}
    inside = {above[column] for column in range(start, end + 1)}
    return len(inside) == 1 and "" not in inside and list(above.values()).count(above[end]) == end - start + 1


def _column_totals(grid: Grid) -> Iterator[Total]:
    """Rows named 合计 or （七）总计: the rows of the same numbering, or since the last total."""
    totals = [row for row in range(grid.height) if pattern("table", "total").match(grid.name(row))]
    previous = -1
    for row in totals:
        start = _group_start(grid, row, previous)
        for column in range(grid.width):
            cell = grid.figure(row, column)
            parts = grid.figures_of_column(column, start, row)
            since = grid.figures_of_column(column, previous + 1, row)
            if cell is not None and len(parts) > 1:
                yield Total(cell, (parts, since), ("row", row))
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


def _trusted(totals: Sequence[Total]) -> frozenset[tuple[str, int]]:
    """Rows and columns of totals of which most add up: only there is one that doesn't an error.

    Many tables have a 小计 that is no sum of what stands before it, or rows (加：, 减：) behind a total.
    """
    agreeing = Counter(found.line for found in totals if _fitting(found) is not None)
    every = Counter(found.line for found in totals)
    return frozenset(
        line for line, count in every.items() if 2 * agreeing[line] >= count and agreeing[line] > 1
    )


def _is_wrong(found: Total, *, trusted: bool) -> bool:
    cell, parts = found.cell, found.readings[0]
    if cell.unit == "%" or any(part.unit != cell.unit for part in parts):
        return False
    quanta = [part.quantum for part in (cell, *parts)]
    if max(quanta) >= _OTHER_SCALE * min(quanta):
        return False
    if found.bound:
        return True
    if cell.value and any(_agrees(cell, parts[start:]) for start in range(1, len(parts) - 1)):
        return False
    return trusted or _is_near(cell, parts)


def _is_near(cell: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether positive parts come close to a total that stands alone."""
    result = sum((part.value for part in parts), Decimal(0))
    positive = all(part.value >= 0 for part in parts) and cell.value > 0
    return positive and abs(cell.value - result) * _NEAR_SHARE <= cell.value


def _fitting(found: Total) -> tuple[Quantity, ...] | None:
    """The reading whose parts add up to the total."""
    return next((parts for parts in found.readings if len(parts) > 1 and _agrees(found.cell, parts)), None)


def _agrees(cell: Quantity, parts: Sequence[Quantity]) -> bool:
    result = sum((part.value for part in parts), Decimal(0))
    return agreement(cell.value, cell.quantum, result, total(range_of(p) for p in parts)) in FITS


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
    if len(top) == 1 and not _is_subrow(grid, top[0]):
        return top[0]
    if len(top) == 1:  # merged cells were lost: the rows below belong to it up to the next number
        last = next((r for r in range(top[0] + 1, grid.height) if _numbered(grid, r)), grid.height)
        top = list(range(top[0], last))
    closing = [row for row in top if pattern("table", "total").match(grid.name(row))]
    return closing[0] if closing else None


def _is_subrow(grid: Grid, row: int) -> bool:
    labels = grid.labels(row)
    return len(labels) > 1 and bool(_BRACKETED.match(labels[-1]))


def _numbered(grid: Grid, row: int) -> bool:
    return any(_top_number(label) for label in grid.labels(row))


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
    terms = list(zip(signs, parts, strict=True))
    shown = [(sign, part) for sign, part in terms if part.value]
    if len(shown) < 2:  # noqa: PLR2004 - a sum has two terms: 5 + 0, not 5 alone
        shown = sorted([*shown, *(term for term in terms if not term[1].value)][:2], key=terms.index)
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
