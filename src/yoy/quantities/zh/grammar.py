"""The grammar of figures in Chinese text: number, multiplier, 余/多 and unit.

The grammar is our own because no extractor tried on such text is usable (recall .98, precision .51
at best, a right number with its unit in one of eight).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.zh.amounts import Amounts
from yoy.quantities.zh.patterns import ROMAN, patterns_of
from yoy.quantities.zh.proportions import proportion
from yoy.quantities.zh.ranks import first_place, front, grade, ordinal, strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.units import UnitTable
    from yoy.quantities.figure import Aside, Figure

# What begins with these is no amount.
_STARTS = {"第": ordinal, "前": front, "首": first_place, "榜": first_place, "之": first_place}


class ChineseGrammar:
    """Reads the figures of a text; `thousands`: whether d,ddd is one number in this document."""

    def __init__(self, units: UnitTable, *, thousands: bool) -> None:
        self._patterns = patterns_of(units.names())
        self._amounts = Amounts(units, self._patterns, thousands=thousands)

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Aside]:
        """Figures of `plain[start:end]` in order, and the numbers that are set aside."""
        position = start
        while match := self._patterns.candidate.search(plain, position, end):
            found = self._at(plain, match.start(), end)
            if found:
                yield found
                position = max(found.span.end, match.start() + 1)
            else:
                position = self._skip(plain, match.start(), end)

    def _skip(self, plain: str, at: int, end: int) -> int:
        """Past a number that nothing was made of."""
        run = self._amounts.numbers.at(plain, at, end)
        return run.end if run else at + 1

    def _at(self, plain: str, at: int, end: int) -> Figure | Aside | None:
        first = plain[at]
        if first in _STARTS:
            return _STARTS[first](self._patterns, plain, at, end)
        if first in ROMAN:
            return grade(self._patterns, plain, at, end)
        numbers = self._amounts.numbers
        return (
            proportion(self._patterns, numbers, plain, at, end)
            or strong(numbers, plain, at, end)
            or self._amounts.at(plain, at, end)
        )
