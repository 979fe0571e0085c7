"""Last year's figure as this year's report has it, held against last year's own report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Literal

from yoy.writers.numerals import WIDE

if TYPE_CHECKING:
    from yoy.model import Finding, Implied, Quantity
    from yoy.writers.excel.rows.source import Facing

_ONE = Decimal(1)
MARKS = {"agrees": "√", "differs": "×", "doubt": "？", "alone": ""}


@dataclass(frozen=True, slots=True)
class Quoted:
    """What the current report says of last year's figure.

    Attributes:
        value: the figure, or the range that follows from level and growth as text.
        verdict: agrees, differs (a check says so), doubt (no check judged it), alone (no own figure).
    """

    value: Decimal | str
    verdict: Literal["agrees", "differs", "doubt", "alone"]

    @property
    def mark(self) -> str:
        """The tickmark of the verdict."""
        return MARKS[self.verdict]


def quoted_prior(
    facing: Facing, prior: Quantity | None, current: Quantity | None, scale: Decimal = _ONE
) -> Quoted | None:
    """The quoted figure of last year for a row, divided by `scale`; None where the report gives none."""
    if current is None:
        return None
    stated = facing.current.quantities.get(current.baseline or "")
    if stated is not None:
        return Quoted(
            stated.value / scale, _judge(facing, prior, current, stated.value, stated.value, stated.quantum)
        )
    implied = _implied(facing, current)
    if implied is None:
        return None
    value: Decimal | str = implied.low / scale
    if implied.low != implied.high:
        value = shown_range(implied.low / scale, implied.high / scale)
    return Quoted(value, _judge(facing, prior, current, implied.low, implied.high, Decimal(0)))


def shown_range(low: Decimal, high: Decimal) -> str:
    """A range with as many digits as its width makes sense of, rounded outwards: it holds what it held."""
    finest = (high - low).adjusted() - 1
    shown = []
    for end, rounding in ((low, ROUND_FLOOR), (high, ROUND_CEILING)):
        coarse = int(end.as_tuple().exponent) >= finest
        shown.append(end if coarse else end.quantize(Decimal(1).scaleb(finest), rounding, WIDE))
    return " – ".join(f"{end:,f}" for end in shown)


def _implied(facing: Facing, current: Quantity) -> Implied | None:
    found = [item for item in facing.implied.get(current.id, ()) if item.period in {None, facing.pair.prior}]
    return next((item for item in found if item.stated), found[0] if found else None)


def _judge(
    facing: Facing, prior: Quantity | None, current: Quantity, low: Decimal, high: Decimal, quantum: Decimal
) -> Literal["agrees", "differs", "doubt", "alone"]:
    if prior is None:
        return "alone"
    if prior.unit != current.unit and prior.kind != current.kind:
        return "doubt"
    slack = max(prior.quantum, quantum) / 2
    if low - slack <= prior.value <= high + slack:
        return "agrees"
    return "differs" if _restated(facing, prior, current) else "doubt"


def _restated(facing: Facing, prior: Quantity, current: Quantity) -> Finding | None:
    ids = {current.id, current.baseline, prior.id}
    for finding in facing.restated:
        if finding.claimed in ids or any(
            operand.quantity in ids - {prior.id} for operand in finding.operands
        ):
            return finding
    return None
