"""The arithmetic of a claimed change: the level before, the level after, and by how much."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import plain
from yoy.checks.view import in_one_unit, range_of

if TYPE_CHECKING:
    from yoy.language.tolerance import Range
    from yoy.model import Quantity

_HUNDRED = Decimal(100)


class Change(NamedTuple):
    """A stated change with its recomputation; rates as fractions.

    Attributes:
        relative: whether it is a rate (growth) and not a difference.
    """

    stated: Decimal
    quantum: Decimal
    recomputed: Decimal
    possible: Range
    formula: str
    relative: bool


def change_of(claim: Quantity, after: Quantity, before: Quantity) -> Change | None:
    """What `claim` states of the way from `before` to `after`, or None where that can't be said.

    A claim without direction is taken the way the levels went. All is told in one unit as far as units
    convert: a pair of figures may count in two words for one thing (台, 部).
    """
    after, before, claim = _in_one_unit(claim, after, before)
    if claim.kind == "change_rel" and claim.unit in ("%", "倍"):
        return _relative(claim, after, before)
    if claim.kind == "change_abs":
        return _absolute(claim, after, before)
    return None


def _in_one_unit(claim: Quantity, after: Quantity, before: Quantity) -> tuple[Quantity, ...]:
    amounts = in_one_unit(after, before, claim) if claim.kind == "change_abs" else None
    return amounts or (*(in_one_unit(after, before) or (after, before)), claim)


def _falls(claim: Quantity, after: Quantity, before: Quantity) -> bool:
    if claim.direction is None:
        return after.value < before.value
    return claim.direction == "down"


def _relative(claim: Quantity, after: Quantity, before: Quantity) -> Change | None:
    low, high = range_of(before), range_of(after)
    if low.low <= 0:
        return None
    scale = _HUNDRED if claim.unit == "%" else Decimal(1)
    growth = after.value / before.value - 1
    possible = (high / low).shifted(-1)
    a, b = plain(after.value), plain(before.value)
    if _falls(claim, after, before):
        return Change(
            stated=claim.value / scale,
            quantum=claim.quantum / scale,
            recomputed=-growth,
            possible=possible.negated(),
            formula=f"1 - {a} / {b}",
            relative=True,
        )
    return Change(
        stated=claim.value / scale,
        quantum=claim.quantum / scale,
        recomputed=growth,
        possible=possible,
        formula=f"{a} / {b} - 1",
        relative=True,
    )


def _absolute(claim: Quantity, after: Quantity, before: Quantity) -> Change:
    falls = _falls(claim, after, before)
    if after.kind == "rank":
        falls = not falls if claim.direction is not None else falls
    first, second = (before, after) if falls else (after, before)
    return Change(
        stated=claim.value,
        quantum=claim.quantum,
        recomputed=first.value - second.value,
        possible=range_of(first) - range_of(second),
        formula=f"{plain(first.value)} - {plain(second.value)}",
        relative=False,
    )
