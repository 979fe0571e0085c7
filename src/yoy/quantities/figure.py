"""A figure as the grammar reads it, before kind, role and name are known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from yoy.model import Doubt, Span

Shape = Literal["amount", "rank", "fraction", "doubling", "grade", "bare"]


class Figure(NamedTuple):
    """A number with its unit in the text.

    Attributes:
        span: from the number, its currency sign or 第 through the last character of the unit.
        shape: bare is a number without a unit, which counts only beside others or after 为 and 达.
        shared: the unit was printed with a later figure.
        scale: the multiplier printed with the number (亿 of 103亿元), which earlier ones of a list share.
        rule: name of the rule that read it; doubt: code of what makes the reading uncertain.
    """

    span: Span
    value: Decimal
    quantum: Decimal
    unit: str | None
    shape: Shape = "amount"
    value_max: Decimal | None = None
    approx: str | None = None
    shared: bool = False
    scale: Decimal = Decimal(1)
    rule: str | None = None
    doubt: Doubt | None = None


class Aside(NamedTuple):
    """A number that the grammar reads as none, with the reason; `doubt` is a code where it may be one."""

    span: Span
    reason: str
    doubt: Doubt | None = None
