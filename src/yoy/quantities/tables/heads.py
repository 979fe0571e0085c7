"""The heads of a table's cells: their texts, the units they state, the names they make."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.language.hanzi import HANZI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yoy.language.units import Unit, UnitTable
    from yoy.model import Cell, Table

Grid = dict[tuple[int, int], "Cell"]

_NUMBERING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|第?[一二三四五六七八九十]{1,3}[、.．]"
    r"|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d)|[①-⑳])\s*"
)
_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_CURRENCY = re.compile(r"^\s*[(（]?\s*(?P<sign>(?:US|HK)?\$|[£€])")
_NAME_LENGTH, _LATIN_LENGTH = 30, 80
_SCALES = {"t": 1000, "m": 1_000_000, "b": 1_000_000_000}


class TableWords(NamedTuple):
    """Patterns of lexicon/table_words.toml."""

    units: tuple[re.Pattern[str], ...]
    counts: Mapping[str, str]
    percent: re.Pattern[str]
    fall: re.Pattern[str]
    remark_at_end: re.Pattern[str]
    growth: re.Pattern[str]
    date: re.Pattern[str]
    prior: re.Pattern[str]
    scaled: re.Pattern[str]
    unscaled: re.Pattern[str]
    excepted: re.Pattern[str]
    mere_unit: re.Pattern[str]
    bare_total: re.Pattern[str]


class Heads(NamedTuple):
    """What the heads of a cell say.

    Attributes:
        row, column: texts from the more general to the nearer.
        group: the row without figures above that opens a block of rows (Net income per share:).
        currency: the sign that other cells of the column print.
        corner: what stands over the row heads, often the unit of the whole table.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    group: str = ""
    currency: str | None = None
    corner: tuple[str, ...] = ()


def grid_of(table: Table) -> Grid:
    """Every place of the grid with the cell that fills it."""
    grid: Grid = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in grid:
                column += 1
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    if row + down < len(table.rows):
                        grid.setdefault((row + down, column + right), cell)
            column += cell.column_span
    return grid


def heads_of(grid: Grid, table: Table) -> dict[tuple[int, int], Heads]:
    """The heads of every data cell."""
    width = max((column for _, column in grid), default=-1) + 1
    tops = {at: _texts(grid.get((row, at)) for row in range(table.header_rows)) for at in range(width)}
    signs = {at: _sign(grid, table, at) for at in range(width)}
    over = [(row, at) for row in range(table.header_rows) for at in range(table.header_columns)]
    corner = _texts(map(grid.get, over))
    found: dict[tuple[int, int], Heads] = {}
    group = ""
    for row in range(table.header_rows, len(table.rows)):
        side = _texts(grid.get((row, at)) for at in range(table.header_columns))
        data = [cell.text for at in range(table.header_columns, width) if (cell := grid.get((row, at)))]
        if side and not any(map(_DIGIT.search, data)):
            group = side[-1]
        for at in range(table.header_columns, width):
            found[row, at] = Heads(side, tops[at], group, signs[at], corner)
    return found


def _sign(grid: Grid, table: Table, column: int) -> str | None:
    """The currency sign that a cell of the column prints: the first and the total row do, for all."""
    for row in range(table.header_rows, len(table.rows)):
        cell = grid.get((row, column))
        match = _CURRENCY.match(cell.text) if cell else None
        if match:
            return match["sign"]
    return None


def _texts(cells: Iterable[Cell | None]) -> tuple[str, ...]:
    """Texts of cells without blanks and repeats."""
    found: list[str] = []
    for cell in cells:
        text = (
            _SPACE.sub("", cell.text)
            if cell and HANZI.search(cell.text)
            else (cell.text.strip() if cell else "")
        )
        if text and (not found or found[-1] != text):
            found.append(text)
    return tuple(found)


def name_of(heads: Heads, table: Table, title: str = "") -> str:
    """Row head and column head, the more general level first, without numbering.

    A row that says only Total is told by what the table is of: its caption, else its section's `title`.
    """
    grouped = heads.group and heads.group not in heads.row and not HANZI.search(heads.group)
    side = [_clean(text) for text in ((heads.group, *heads.row) if grouped else heads.row)]
    top = [_clean(text) for text in heads.column if not table_words().mere_unit.fullmatch(text)]
    side, top = [text for text in side if text], [text for text in top if text]
    bare = len(side) == 1 and bool(table_words().bare_total.fullmatch(side[0]))
    if bare:
        side = [*filter(None, [_clean(_caption(table) or title)]), *side]
    if side and top:
        name = _both("-".join(side[-2:]), "-".join(top[-2:]))
        if len(name) > _limit(name):
            name = _both("-".join(side[-2:]) if bare else side[-1], top[-1])
    else:
        name = "-".join([*side, *top][-3:])
    if not name:
        name = _clean(table.caption or "")
    return name


def _both(side: str, top: str) -> str:
    return f"{side}（{top}）" if HANZI.search(side + top) else f"{side} ({top})"


def _caption(table: Table) -> str:
    """A caption, unless it is a sentence that leads over to the table."""
    caption = (table.caption or "").strip()
    return "" if caption.endswith((":", ".", "：", "。")) else caption


def _clean(text: str) -> str:
    """A head without its number and without a unit in brackets."""
    bare = table_words().remark_at_end.sub("", _NUMBERING.sub("", text))
    name = (bare or text).strip("：:、 ")
    return name[: _limit(name)]


def _limit(name: str) -> int:
    return _NAME_LENGTH if HANZI.search(name) else _LATIN_LENGTH


def unit_of(own: Unit | None, heads: Heads, table: Table, units: UnitTable, digits: str) -> Unit | None:
    """The unit of a cell: its own, else the one its heads name, with the scale that a table states.

    Args:
        own: the unit printed in the cell.
        heads: of the cell.
        table: the cell's table.
        units: the units known.
        digits: the number as printed.
    """
    unit = own or _named(heads, table, units)
    return unit if unit is not None and unit.scale != 1 else _in_scale(unit, heads, table, units, digits)


def _named(heads: Heads, table: Table, units: UnitTable) -> Unit | None:
    """The unit that a head names: the column's first, then the row's, then the table's."""
    words = table_words()
    for head in (*reversed(heads.column), *reversed(heads.row)):
        for pattern in words.units:
            match = pattern.search(head)
            unit = units.find(match["unit"]) if match else None
            if unit:
                return unit
        counted = next((unit for ending, unit in words.counts.items() if head.endswith(ending)), None)
        if counted:
            return units.find(counted)
        if words.percent.search(head):
            return units.find("%")
    return units.find(table.unit) if table.unit else None


def _in_scale(unit: Unit | None, heads: Heads, table: Table, units: UnitTable, digits: str) -> Unit | None:
    """The unit of a cell in a table headed `in millions`: money, unless its row is a price or a share.

    Under `in millions, except per share` a number with decimals is the exception.
    """
    words = table_words()
    said = (*heads.column, *heads.corner, f"in {table.unit}" if table.unit else "", table.caption or "")
    match = next((found for text in said if (found := words.scaled.search(text))), None)
    if match is None or any(words.unscaled.search(head) for head in (*heads.row, heads.group)):
        return unit
    if "." in digits and any(words.excepted.search(text) for text in said):
        return unit
    money = unit or (units.find(heads.currency) if heads.currency else None)
    if money is None or not money.family.startswith("money"):
        return unit
    return replace(money, scale=Decimal(_SCALES[match["scale"].lower()[0]]))


@cache
def table_words() -> TableWords:
    """The patterns, compiled."""
    data: Mapping[str, Any] = lexicon.data("table_words")
    return TableWords(
        units=tuple(re.compile(pattern) for pattern in data["unit"]),
        counts=data["counts"],
        percent=re.compile(data["percent"]),
        fall=re.compile(data["fall"]),
        remark_at_end=re.compile(data["remark_at_end"]),
        growth=re.compile(data["growth"].replace("(?i)", ""), re.IGNORECASE),
        date=re.compile(data["date"]),
        prior=re.compile(data["prior"].replace("(?i)", ""), re.IGNORECASE),
        scaled=re.compile(data["scaled"], re.IGNORECASE),
        unscaled=re.compile(data["unscaled"], re.IGNORECASE),
        excepted=re.compile(data["excepted"], re.IGNORECASE),
        mere_unit=re.compile(data["mere_unit"], re.IGNORECASE),
        bare_total=re.compile(data["bare_total"]),
    )
