"""Columns of change and share in tables, recomputed from the columns of the years they compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged
from yoy.checks.view import range_of
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity, Table
    from yoy.options import Options

_HUNDRED = Decimal(100)
_FITTING = Decimal("0.6")
"""Share of a column's rows that must follow a formula before the others are held to it."""
_ROWS = 2

Address = tuple[str | None, int | None, int | None]


class Claim(NamedTuple):
    """A cell of a column of change with the two levels of its row."""

    stated: Quantity
    current: Quantity
    prior: Quantity


class Outcome(NamedTuple):
    """What a formula makes of two levels, and what it can be where they were rounded."""

    value: Decimal
    possible: Range
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """How a column of change follows from two levels."""

    check: str
    code: str
    compute: Callable[[Claim], Outcome | None]


def _growth(claim: Claim) -> Outcome | None:
    current, prior = claim.current, claim.prior
    if claim.stated.unit not in ("%", "‰") or prior.value <= 0:
        return None
    factor = _HUNDRED if claim.stated.unit == "%" else _HUNDRED * 10
    low, high = range_of(current), range_of(prior)
    if high.low <= 0:
        return None
    ends = [(top / bottom - 1) * factor for top in (low.low, low.high) for bottom in (high.low, high.high)]
    value = (current.value / prior.value - 1) * factor
    return Outcome(value, Range(min(ends), max(ends)), f"({current.value} - {prior.value}) / {prior.value}")


def _difference(claim: Claim) -> Outcome | None:
    current, prior = claim.current, claim.prior
    if claim.stated.unit != current.unit and claim.stated.unit not in ("百分点", "percentage points"):
        return None
    possible = range_of(current) - range_of(prior)
    return Outcome(current.value - prior.value, possible, f"{current.value} - {prior.value}")


def _proportion(claim: Claim) -> Outcome | None:
    """为上年%: the current level as a share of the prior one."""
    made = _growth(claim)
    if made is None or claim.stated.unit != "%":
        return None
    shifted = Range(made.possible.low + _HUNDRED, made.possible.high + _HUNDRED)
    return Outcome(made.value + _HUNDRED, shifted, f"{claim.current.value} / {claim.prior.value}")


_FORMULAS = (
    Formula(check="growth", code="table_growth", compute=_growth),
    Formula(check="difference", code="table_difference", compute=_difference),
    Formula(check="ratio", code="table_proportion", compute=_proportion),
)


def check_change_columns(view: View, _options: Options) -> Iterator[Finding]:
    """增减率 and 增减额 of every row, where most rows of the column follow one formula."""
    by_cell: dict[Address, Quantity] = {
        (q.table, q.row, q.column): q for q in view.figures if q.table is not None and q.rule != "table.label"
    }
    for table in view.report.document.tables:
        for column in _change_columns(table):
            claims = list(_claims(table, column, by_cell))
            if len(claims) >= _ROWS:
                yield from _judge(view, claims)


def _change_columns(table: Table) -> Iterator[int]:
    for line in table.lines:
        if line.use == "growth" and line.column is not None:
            yield line.column


def _claims(table: Table, column: int, by_cell: Mapping[Address, Quantity]) -> Iterator[Claim]:
    """The rows of a column of change with the levels of this year and the last, the nearest on its left."""
    years = {
        line.column: line.use for line in table.lines if line.column is not None and line.column < column
    }
    sides = [max((at for at, use in years.items() if use == wanted), default=None) for wanted in _YEARS]
    if sides[0] is None or sides[1] is None:
        return
    for row in range(table.header_rows, len(table.rows)):
        stated, current, prior = (by_cell.get((table.id, row, at)) for at in (column, *sides))
        if stated and current and prior and current.unit == prior.unit and current.column != prior.column:
            yield Claim(stated, current, prior)


_YEARS = ("current", "prior")


def _judge(view: View, claims: Sequence[Claim]) -> Iterator[Finding]:
    ranked = [(sum(_fits(formula, claim) for claim in claims), formula) for formula in _FORMULAS]
    fitting, formula = max(ranked, key=lambda each: each[0])
    sure = fitting >= _FITTING * len(claims) or (fitting and fitting == len(claims) - 1)
    if not sure:
        return
    for claim in claims:
        outcome = formula.compute(claim)
        if outcome is None:
            continue
        yield judged(
            view,
            formula.check,
            formula.code,
            claimed=claim.stated,
            operands=[(view, claim.current), (view, claim.prior)],
            formula=outcome.text,
            stated=_signed(claim.stated),
            quantum=claim.stated.quantum,
            recomputed=outcome.value,
            possible=outcome.possible,
        )


def _fits(formula: Formula, claim: Claim) -> bool:
    outcome = formula.compute(claim)
    if outcome is None:
        return False
    stated = _signed(claim.stated)
    return agreement(stated, claim.stated.quantum, outcome.value, outcome.possible) != "differs"


def _signed(figure: Quantity) -> Decimal:
    """The change with its sign: figures of change are unsigned with a direction."""
    return -figure.value if figure.direction == "down" and figure.value > 0 else figure.value
