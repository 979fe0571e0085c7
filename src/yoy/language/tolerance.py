"""Whether a stated figure and a recomputed one agree at the precision they are printed in.

The rule is the trade's: half of the last printed digit, doubled where the result comes from several
rounded figures (a sum, a ratio). What was counted is exact; what was printed with decimals or in
万 and 亿 was rounded and stands for a range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Rounding = Literal["rounded", "truncated"]
Agreement = Literal["equal", "rounded", "truncated", "within", "differs"]
# Sums and balances hold so; a quotient may be cut off as well.
FITS: Final = frozenset({"equal", "rounded", "within"})

_DIGITS = Decimal("0.0000001")
_TWO = Decimal(2)
_LARGE = 18  # digits before the point: with seven decimals more would not fit the 28 of Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """What a printed figure can stand for; both ends belong to it."""

    low: Decimal
    high: Decimal

    @classmethod
    def exact(cls, value: Decimal) -> Range:
        """A counted figure."""
        return cls(value, value)

    @classmethod
    def printed(cls, value: Decimal, quantum: Decimal) -> Range:
        """A figure rounded to a multiple of `quantum`."""
        return cls(value - quantum / _TWO, value + quantum / _TWO)

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def __truediv__(self, other: Range) -> Range:
        """The quotient of two ranges; the divisor must be above 0."""
        ends = [top / bottom for top in (self.low, self.high) for bottom in (other.low, other.high)]
        return Range(min(ends), max(ends))

    def shifted(self, by: int) -> Range:
        """Both ends `by` further."""
        return Range(self.low + by, self.high + by)

    def negated(self) -> Range:
        """The range of the opposite number."""
        return Range(-self.high, -self.low)

    def meets(self, other: Range) -> bool:
        """Whether the two share a value."""
        return self.low <= other.high and other.low <= self.high


def total(ranges: Iterable[Range]) -> Range:
    """The sum of several ranges."""
    result = Range.exact(Decimal(0))
    for each in ranges:
        result = result + each
    return result


def truncates(recomputed: Decimal, stated: Decimal, quantum: Decimal) -> bool:
    """Whether `stated` is `recomputed` cut off at `quantum` instead of rounded."""
    if quantum <= 0:
        return False
    steps = (recomputed / quantum).to_integral_value(ROUND_DOWN)
    return steps * quantum == stated


def agreement(stated: Decimal, quantum: Decimal, recomputed: Decimal, possible: Range) -> Agreement:
    """How a stated figure agrees with the recomputed one.

    Args:
        stated: the figure as printed; `quantum` one unit in its last digit.
        recomputed: the result of the printed operands.
        possible: what the result can be when rounded operands are taken as ranges.

    Returns:
        "equal"; "rounded" to the printed digit; "truncated" there; "within" what rounded operands
        allow; or "differs". Operands too coarse for the stated digit can't show a truncation.
    """
    if stated == recomputed:
        return "equal"
    if abs(stated - recomputed) <= quantum / _TWO:
        return "rounded"
    within = possible.meets(Range.printed(stated, quantum))
    if truncates(recomputed, stated, quantum) and not (within and possible.high - possible.low > quantum):
        return "truncated"
    return "within" if within else "differs"


@lru_cache(maxsize=1 << 12)
def shown(value: Decimal) -> Decimal:
    """`value` with at most seven decimals and no trailing zeros: what a finding states."""
    if not value:
        return Decimal(0)
    if value.adjusted() > _LARGE:
        return value
    rounded = value.quantize(_DIGITS).normalize()
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded
