"""Nested subtotals of statements: what holds in the other years and fails in one.

A statement prints the same lines for every year, so each year proves how the lines add up: a total is
explained by the lines above it that give it in all columns. Where they give it in all but one, that one
holds an error. Lines that are explained are taken together: total assets are total current assets and more.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.statements.matrix import matrices
from yoy.language.tolerance import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.statements.matrix import Line, Matrix
    from yoy.checks.view import View
    from yoy.model import Finding
    from yoy.options import Options

_MOST = 30
_FREE = 4
"""Parts up to which any of them may be taken off, where every column bears it out."""
_HALF = Decimal("0.5")
_TIGHT = 3
"""Units of the last digit by which a sum may miss and still prove how its lines add up."""
_TELLING = 100
"""Units of the last digit below which an amount agrees by chance."""


class Sum(NamedTuple):
    """A line that is the sum of lines above it, with the columns that bear it out and those that don't."""

    whole: Line
    parts: tuple[Line, ...]
    signs: tuple[int, ...]
    proven: tuple[int, ...]
    failed: tuple[int, ...]

    def filled(self, column: int) -> int:
        """How many parts are not 0 in a column."""
        return sum(part.value(column) != 0 for part in self.parts)

    def result(self, column: int) -> Decimal:
        """What the parts give in a column."""
        terms = zip(self.parts, self.signs, strict=True)
        return sum((part.value(column) * sign for part, sign in terms), Decimal(0))


def check_subtotals(view: View, _options: Options) -> Iterator[Finding]:
    """Totals of statements against the lines that make them up."""
    if view.report.document.language != "en":
        return
    for matrix in matrices(view):
        for found in sums_of(matrix):
            for column in range(matrix.width):
                if found.filled(column) > 1:
                    yield from _finding(view, matrix, found, column)


def sums_of(matrix: Matrix) -> Iterator[Sum]:
    """Every line that lines above it make up, the innermost first."""
    still_open: list[Line] = []
    for line in matrix.amounts:
        found = _explained(matrix, line, still_open)
        if found is not None:
            del still_open[len(still_open) - len(found.parts) :]
            yield found
        still_open.append(line)


def _explained(matrix: Matrix, line: Line, above: Sequence[Line]) -> Sum | None:
    """The lines right above that give `line`: in every column, else in all but one.

    Retained earnings, too, are assets less liabilities less the other equity: what is no total by its name
    can only be a sum.
    """
    partly: list[Sum] = []
    for count in range(2, min(len(above), _MOST) + 1):
        parts = tuple(above[-count:])
        for signs in _signs(count) if line.is_total else ((1,) * count,):
            found = _tried(matrix, line, parts, signs)
            if found is not None and not found.failed and (line.is_total or len(found.proven) > 1):
                return found
            if found is not None and _is_telling(matrix, found, above):
                partly.append(found)
    return max(partly, key=lambda each: len(each.proven), default=None)


def _signs(count: int) -> Iterator[tuple[int, ...]]:
    """Ways in which parts are added and taken off: none, all but the first, the last, and any of a few."""
    usual = _usual(count)
    yield from usual
    if 2 < count <= _FREE:  # noqa: PLR2004 - of two parts the usual ways are all
        every = ((1, *rest) for rest in product((1, -1), repeat=count - 1))
        yield from (signs for signs in every if signs not in usual)


def _tried(matrix: Matrix, line: Line, parts: tuple[Line, ...], signs: tuple[int, ...]) -> Sum | None:
    """The columns that bear a sum out and those that don't; None where nothing bears it out."""
    proven, failed = [], []
    trial = Sum(line, parts, signs, (), ())
    for column in range(matrix.width):
        if line.cells[column] is None:
            continue
        missed = abs(trial.result(column) - line.value(column))
        if missed > _slack(matrix, column, len(parts)):
            failed.append(column)
            if len(failed) > 1:
                return None
        elif missed <= _TIGHT * matrix.quanta[column] and _says(matrix, trial, column):
            proven.append(column)
    return trial._replace(proven=tuple(proven), failed=tuple(failed)) if proven else None


def _slack(matrix: Matrix, column: int, count: int) -> Decimal:
    """How far rounded parts and a rounded total may be apart."""
    return matrix.quanta[column] * (count + 1) * _HALF


def _says(matrix: Matrix, found: Sum, column: int) -> bool:
    """Whether a column has two parts at least, and a total too large to be given by chance."""
    return found.filled(column) > 1 and abs(found.whole.value(column)) >= _TELLING * matrix.quanta[column]


def _is_telling(matrix: Matrix, found: Sum, above: Sequence[Line]) -> bool:
    """Whether a sum that fails in one column is surely meant: a total of all since a heading or total."""
    first = found.parts[0]
    at = len(above) - len(found.parts)
    begins = first.opens or first.is_total or at == 0 or above[at - 1].is_total
    if not (found.failed and found.whole.is_total and begins) or found.signs not in _usual(len(found.parts)):
        return False
    column = found.failed[0]
    missed = abs(found.result(column) - found.whole.value(column))
    largest = max(abs(line.value(column)) for line in (found.whole, *found.parts))
    return largest >= _TELLING * matrix.quanta[column] and 2 * missed <= largest


def _usual(count: int) -> tuple[tuple[int, ...], ...]:
    ways = ((1,) * count, (1, *(-1,) * (count - 1)), (*(1,) * (count - 1), -1))
    return tuple(dict.fromkeys(ways))


def _finding(view: View, matrix: Matrix, found: Sum, column: int) -> Iterator[Finding]:
    claimed = found.whole.cells[column]
    terms = [
        (cell, sign)
        for part, sign in zip(found.parts, found.signs, strict=True)
        if (cell := part.cells[column]) is not None and cell.value
    ]
    if claimed is None or not terms:
        return
    result, slack = found.result(column), _slack(matrix, column, len(found.parts))
    yield judged(
        view,
        "identity",
        "subtotal",
        claimed=claimed,
        operands=[(view, cell) for cell, _ in terms],
        formula=_formula([(cell.value, sign) for cell, sign in terms]),
        stated=claimed.value,
        quantum=claimed.quantum,
        recomputed=result,
        possible=Range(result - slack, result + slack),
        args={"name": claimed.indicator, "difference": plain(abs(claimed.value - result))},
    )


def _formula(terms: Sequence[tuple[Decimal, int]]) -> str:
    (first, sign), *rest = terms
    opening = plain(first * sign)
    return opening + "".join(f" {'+' if each > 0 else '-'} {plain(value)}" for value, each in rest)
