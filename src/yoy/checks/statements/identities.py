"""What every set of statements must satisfy: the balance, cash carried over, earnings for each share."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.statements.matrix import matrices
from yoy.checks.view import range_of
from yoy.language.tolerance import FITS, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from yoy.checks.statements.matrix import Line, Matrix
    from yoy.checks.view import View
    from yoy.language.tolerance import Range
    from yoy.model import Finding, Quantity
    from yoy.options import Options


def check_identities(view: View, _options: Options) -> Iterator[Finding]:
    """Assets are liabilities and equity; a year opens with the cash of the one before; earnings per share."""
    if view.report.document.language != "en":
        return
    for matrix in matrices(view):
        yield from _balance(view, matrix)
        yield from _carried(view, matrix)
        yield from _per_share(view, matrix)


def _only(lines: tuple[Line, ...], name: str) -> Line | None:
    """The one line of a name, or None where there are several."""
    found = [line for line in lines if pattern("statement", name).search(line.name)]
    return found[0] if len(found) == 1 else None


def _balance(view: View, matrix: Matrix) -> Iterator[Finding]:
    assets, other = _only(matrix.amounts, "assets"), _only(matrix.amounts, "liabilities_and_equity")
    if assets is None or other is None:
        return
    for first, second in zip(assets.cells, other.cells, strict=True):
        if first is not None and second is not None and first.period == second.period:
            yield _equal(view, "balance", second, first)


def _carried(view: View, matrix: Matrix) -> Iterator[Finding]:
    """Cash at the beginning of a year against cash at the end of the year before, in the next column."""
    opening, closing = _only(matrix.amounts, "opening"), _only(matrix.amounts, "closing")
    if opening is None or closing is None:
        return
    ends = [cell for cell in closing.cells if cell is not None]
    by_year = {cell.period: cell for cell in ends if cell.period is not None}
    for cell in opening.cells if len(by_year) == len(ends) else ():
        before = by_year.get(cell.period or "") if cell is not None else None
        if cell is not None and before is not None:
            yield _equal(view, "carried", cell, before)


def _equal(view: View, code: str, claimed: Quantity, source: Quantity) -> Finding:
    return judged(
        view,
        "identity",
        code,
        claimed=claimed,
        operands=[(view, source)],
        formula=f"{plain(claimed.value)} = {plain(source.value)}",
        stated=claimed.value,
        quantum=claimed.quantum,
        recomputed=source.value,
        possible=range_of(source),
        args={"source": source.surface, "difference": plain(abs(claimed.value - source.value))},
    )


class _PerShare(NamedTuple):
    """An amount for each share with the income and the shares that give it in every year but one at most."""

    rate: Line
    income: Line
    shares: Line
    failed: tuple[int, ...]

    def range(self, column: int) -> Range | None:
        """What the printed income and shares allow; None where one is missing."""
        income, shares = self.income.cells[column], self.shares.cells[column]
        if income is None or shares is None or range_of(shares).low <= 0:
            return None
        return range_of(income) / range_of(shares)


def _per_share(view: View, matrix: Matrix) -> Iterator[Finding]:
    rates = [line for line in matrix.others if _is_rate(line)]
    shares = [line for line in (*matrix.others, *matrix.amounts) if _is_of_shares(line)]
    incomes = [line for line in matrix.amounts if pattern("statement", "income").search(line.name)]
    for rate in rates:
        found = [
            made
            for income, count in product(incomes, shares)
            if (made := _made(matrix, rate, income, count)) is not None
        ]
        if found:
            best = min(found, key=lambda each: len(each.failed))
            yield from _rates(view, best)


def _is_rate(line: Line) -> bool:
    cells = [cell for cell in line.cells if cell is not None]
    return all(cell.unit not in ("shares", "%", None) and cell.quantum < 1 for cell in cells)


def _is_of_shares(line: Line) -> bool:
    return all(cell.unit == "shares" for cell in line.cells if cell is not None)


def _made(matrix: Matrix, rate: Line, income: Line, shares: Line) -> _PerShare | None:
    """The three lines, where the years but one bear out that they belong together."""
    trial = _PerShare(rate, income, shares, ())
    fits = {column: fit for column in range(matrix.width) if (fit := _fits(trial, column)) is not None}
    failed = tuple(column for column, fit in fits.items() if not fit)
    return trial._replace(failed=failed) if len(failed) < len(fits) and len(failed) <= 1 else None


def _fits(found: _PerShare, column: int) -> bool | None:
    cell, possible = found.rate.cells[column], found.range(column)
    if cell is None or possible is None:
        return None
    middle = (possible.low + possible.high) / 2
    return agreement(_stated(cell, possible), cell.quantum, middle, possible) in FITS


def _stated(cell: Quantity, possible: Range) -> Decimal:
    """A loss for each share may be printed without its sign."""
    return -abs(cell.value) if possible.high < 0 else cell.value


def _rates(view: View, found: _PerShare) -> Iterator[Finding]:
    for column, cell in enumerate(found.rate.cells):
        possible = found.range(column)
        income, shares = found.income.cells[column], found.shares.cells[column]
        if cell is None or possible is None or income is None or shares is None:
            continue
        yield judged(
            view,
            "identity",
            "per_share",
            claimed=cell,
            operands=[(view, income), (view, shares)],
            formula=f"{plain(income.value)} / {plain(shares.value)}",
            stated=_stated(cell, possible),
            quantum=cell.quantum,
            recomputed=income.value / shares.value,
            possible=possible,
            args={"income": income.surface, "shares": shares.surface},
        )
