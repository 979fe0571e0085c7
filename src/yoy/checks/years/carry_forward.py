"""What was brought forward this year against what last year carried over, in text and in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.checks.finding import as_printed, judged, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.tables.grid import Grid, grids
from yoy.checks.view import basis_of, is_level, is_stretch, range_of, vague
from yoy.checks.years.pair_view import clear_best
from yoy.language.similarity import dice, grams
from yoy.language.tokens import masked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from yoy.checks.view import Term, View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

# Likeness of two paragraphs that speak of the same cases, and the lead it needs over the next best.
_ALIKE = 0.15
_RIGHT_BEHIND = 6
_MOSTLY = 0.8
_NAMED = 2  # characters that name an account


def check_carry_forward(both: PairView, _options: Options) -> Iterator[Finding]:
    """上年结转 against 结转下年度, and a stock against last year's with what came and went."""
    yield from _in_text(both)
    yield from _in_tables(both)
    yield from _grown(both)


def _in_text(both: PairView) -> Iterator[Finding]:
    closings = [f for f in both.prior.figures if _is(both.prior, f, "closing")]
    for opening in both.current.figures:
        if not _is(both.current, opening, "opening"):
            continue
        source = _same_cases(both, opening, closings)
        if source is not None and not vague(opening) and not vague(source):
            yield _finding(both, opening, [(both.prior, source)], plain(source.value), source.value)


def _is(view: View, figure: Quantity, name: str) -> bool:
    if not is_level(figure) or figure.table is not None:
        return False
    return bool(pattern("carry", name).search(view.lead(figure)))


def _same_cases(both: PairView, opening: Quantity, closings: list[Quantity]) -> Quantity | None:
    """The closing stock of the paragraph that is most like the opening's."""
    wanted = _around(both.current, opening)
    scored = (
        (dice(wanted, _around(both.prior, closing)), closing)
        for closing in closings
        if closing.unit == opening.unit and _same_account(both, opening, closing)
    )
    return clear_best(scored, _ALIKE)


def _same_account(both: PairView, opening: Quantity, closing: Quantity) -> bool:
    """Whether what is carried has one name on both sides, where both are named: 应收款余额."""
    names = [
        pattern("carry", "account").sub("", view.lead(figure))
        for view, figure in ((both.current, opening), (both.prior, closing))
    ]
    return min(map(len, names)) < _NAMED or bool(set(names[0]) & set(names[1]))


def _around(view: View, figure: Quantity) -> dict[str, int]:
    return dict(grams(masked(view.paragraph(figure.span.start).of(view.text))))


def _in_tables(both: PairView) -> Iterator[Finding]:
    earlier = [(_names(grid), grid) for grid in grids(both.prior)]
    for grid in grids(both.current):
        names = _names(grid)
        other = next((found for others, found in earlier if _same_form(names, others)), None)
        if other is None:
            continue
        yield from _rows(both, grid, other)
        yield from _stocks(both, grid, other)


def _names(grid: Grid) -> frozenset[str]:
    rows = {grid.name(row) for row in range(grid.height)}
    return frozenset(rows | {grid.heads(column) for column in range(grid.width)})


def _same_form(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two tables are one form: the same names of rows and columns, but for a few."""
    return len(names & others) >= 0.7 * max(len(names), len(others), 1)


def _rows(both: PairView, grid: Grid, other: Grid) -> Iterator[Finding]:
    """Row 上年结转 of this year's form against row 结转下年度 of last year's, column by column."""
    opening = [
        row for row in range(grid.height) if pattern("carry", "opening").search("".join(grid.labels(row)))
    ]
    closing = [
        row for row in range(other.height) if pattern("carry", "closing").search("".join(other.labels(row)))
    ]
    if len(opening) != 1 or len(closing) != 1:
        return
    for column in range(min(grid.width, other.width)):
        claimed, source = grid.figure(opening[0], column), other.figure(closing[0], column)
        if claimed is not None and source is not None and grid.heads(column) == other.heads(column):
            yield _finding(both, claimed, [(both.prior, source)], plain(source.value), source.value)


def _stocks(both: PairView, grid: Grid, other: Grid) -> Iterator[Finding]:
    """现行有效 of last year with 本年制发, less 本年废止, is 现行有效 of this year."""
    for row in range(grid.height):
        at = next((r for r in range(other.height) if other.name(r) == grid.name(row)), None)
        columns = {
            name: [
                c
                for c in range(grid.width)
                if pattern("carry", name).search(grid.head(c)) and grid.figure(row, c)
            ]
            for name in ("stock", "inflow", "outflow")
        }
        if at is None or any(len(found) != 1 for found in columns.values()):
            continue
        stock, inflow, outflow = (grid.figure(row, columns[n][0]) for n in ("stock", "inflow", "outflow"))
        source = other.figure(at, columns["stock"][0])
        if stock is None or inflow is None or outflow is None or source is None:
            continue
        result = source.value + inflow.value - outflow.value
        formula = f"{plain(source.value)} + {plain(inflow.value)} - {plain(outflow.value)}"
        operands = [(both.prior, source), (both.current, inflow), (both.current, outflow)]
        yield _finding(both, stock, operands, formula, result, doubt=True)


def _grown(both: PairView) -> Iterator[Finding]:
    """新增运营里程30公里，总里程达909公里 over last year's 879: roads and net additions don't vanish."""
    view = both.current
    for stock in view.figures:
        source = both.last_year(stock) if is_level(stock) else None
        if source is None or source.unit != stock.unit or not _is_stock(both, stock, source):
            continue
        for mate in view.mates(stock):
            if mate.id != stock.id and mate.unit == stock.unit and _adds(view, mate, stock):
                yield from _growth_of_stock(both, stock, source, mate)


def _is_stock(both: PairView, stock: Quantity, source: Quantity) -> bool:
    named = f"{both.current.lead(stock)}{stock.indicator}"
    return bool(pattern("carry", "stock").search(named)) and source.role == stock.role == "result"


def _adds(view: View, mate: Quantity, stock: Quantity) -> bool:
    """Whether a figure is what was added to a stock: before it, or right behind it as a net addition."""
    lead = view.lead(mate)
    if mate.span.end <= stock.span.start:
        return bool(pattern("carry", "inflow").search(lead))
    between = view.text[stock.span.end : mate.span.start]
    return bool(pattern("growth", "net_new").search(lead)) and len(between) <= _RIGHT_BEHIND


def _growth_of_stock(both: PairView, stock: Quantity, source: Quantity, added: Quantity) -> Iterator[Finding]:
    result = source.value + added.value
    operands = [(both.prior, source), (both.current, added)]
    formula = f"{plain(source.value)} + {plain(added.value)}"
    slack = stock.quantum / 2 + source.quantum / 2 + added.quantum / 2
    if abs(result - stock.value) <= (slack if added.quantum < 1 or stock.quantum > 1 else 0):
        yield _finding(both, stock, operands, formula, stock.value)
    elif _lasts(both, stock, added) and not any(vague(f) for f in (stock, source, added)):
        yield _finding(both, stock, operands, formula, result, doubt=True)


def _lasts(both: PairView, stock: Quantity, added: Quantity) -> bool:
    """Whether what was there and what came must add up: a net addition, or a length that isn't taken away."""
    net = pattern("growth", "net_new").search(both.current.lead(added))
    lasting = stock.unit in words("carry", "lasting") and basis_of(both.current, added) == "new"
    if not (net or lasting) or not both.is_sure(stock) or is_stretch(added) or is_stretch(stock):
        return False
    return both.is_of_one_name(stock) and _is_named_alike(both.current, added, stock)


def _is_named_alike(view: View, added: Quantity, stock: Quantity) -> bool:
    """Whether what was added is called as the stock is, or isn't called at all: 净增1.7万户."""
    lead = pattern("growth", "net_new").sub("", view.lead(added).rpartition("、")[2])
    named = [char for char in pattern("carry", "inflow").sub("", lead) if char.isalpha()]
    return sum(char in f"{view.lead(stock)}{stock.indicator}" for char in named) >= _MOSTLY * len(named)


def _finding(
    both: PairView,
    claimed: Quantity,
    operands: list[Term],
    formula: str,
    result: Decimal,
    *,
    doubt: bool = False,
) -> Finding:
    possible = range_of(operands[0][1]) if len(operands) == 1 else range_of(claimed)
    return judged(
        both.current,
        "carry_forward",
        "carry_forward",
        claimed=claimed,
        operands=operands,
        formula=formula,
        stated=claimed.value,
        quantum=claimed.quantum,
        recomputed=result,
        possible=possible if claimed.value == result else range_of(claimed).exact(result),
        doubt=doubt,
        args={
            "source": operands[0][1].surface,
            "difference": as_printed(abs(claimed.value - result), claimed),
        },
    )
