"""Columns of shares in tables, recomputed: each row over the total of the column that it is a share of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged
from yoy.checks.patterns import pattern
from yoy.checks.tables.grid import Grid, grids
from yoy.checks.view import range_of
from yoy.language.tables.frame import frame_of
from yoy.language.tables.words import says
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_HUNDRED = Decimal(100)
_FITTING = Decimal("0.6")
"""Share of a column's rows that must be what they are called before the others are held to it."""
_ROWS = 3


class Share(NamedTuple):
    """A printed share, its part and the whole."""

    stated: Quantity
    part: Quantity
    whole: Quantity

    @property
    def value(self) -> Decimal:
        """The share in per cent."""
        return self.part.value / self.whole.value * _HUNDRED

    @property
    def possible(self) -> Range:
        """What it can be where part and whole were rounded."""
        part, whole = range_of(self.part), range_of(self.whole)
        ends = [
            top / bottom * _HUNDRED for top in (part.low, part.high) for bottom in (whole.low, whole.high)
        ]
        return Range(min(ends), max(ends))

    @property
    def fits(self) -> bool:
        """Whether it is what it is called."""
        return agreement(self.stated.value, self.stated.quantum, self.value, self.possible) != "differs"


def check_share_columns(view: View, _options: Options) -> Iterator[Finding]:
    """占比 of every row, where most rows of the column are shares of its total."""
    for grid in grids(view):
        for column in _share_columns(grid):
            shares = _of_a_whole(grid, column)
            fitting = sum(share.fits for share in shares)
            if len(shares) >= _ROWS and fitting >= _FITTING * len(shares):
                yield from (_judged(view, share) for share in shares)


def _share_columns(grid: Grid) -> Iterator[int]:
    """Columns of per cent whose head calls them shares, of no change."""
    frame = frame_of(grid.table)
    for column in range(frame.width):
        heads = frame.heads(column)
        last = heads[-1] if heads else ""
        if frame.uses[column] == "figure" and says("share_column", last) and not says("growth", last):
            yield column


def _of_a_whole(grid: Grid, column: int) -> list[Share]:
    """The shares of a column, with the nearest column of levels to its left and the row of its total."""
    rows = [row for row in range(grid.height) if _share_at(grid, row, column)]
    totals = [row for row in rows if pattern("table", "total").match(grid.name(row))]
    base = next(
        (at for at in range(column - 1, -1, -1) if any(_level_at(grid, row, at) for row in rows)), None
    )
    if base is None or len(totals) != 1:
        return []
    whole = _level_at(grid, totals[0], base)
    if whole is None or range_of(whole).low <= 0:
        return []
    found = []
    for row in rows:
        stated, part = _share_at(grid, row, column), _level_at(grid, row, base)
        if stated is not None and part is not None and part.unit == whole.unit and row != totals[0]:
            found.append(Share(stated, part, whole))
    return found


def _share_at(grid: Grid, row: int, column: int) -> Quantity | None:
    figure = grid.figure(row, column)
    return figure if figure is not None and figure.unit == "%" else None


def _level_at(grid: Grid, row: int, column: int) -> Quantity | None:
    figure = grid.figure(row, column)
    return figure if figure is not None and figure.unit != "%" else None


def _judged(view: View, share: Share) -> Finding:
    return judged(
        view,
        "ratio",
        "table_share",
        claimed=share.stated,
        operands=[(view, share.part), (view, share.whole)],
        formula=f"{share.part.value} / {share.whole.value}",
        stated=share.stated.value,
        quantum=share.stated.quantum,
        recomputed=share.value,
        possible=share.possible,
    )
