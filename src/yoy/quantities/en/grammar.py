"""The grammar of figures in English text: sign, currency, number, multiplier, unit or counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.numerals import trim
from yoy.model import Span
from yoy.quantities.en.amounts import Amounts, Part, candidate
from yoy.quantities.en.numbers import pattern
from yoy.quantities.figure import Aside, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.units import UnitTable

# The upper end of a range is seldom more than this many times the lower one.
_WIDEST = 3
_REACH = 70


class EnglishGrammar:
    """Reads the figures of an English text; commas and single blanks group digits."""

    def __init__(self, units: UnitTable) -> None:
        self._units = units
        self._amounts = Amounts(units)

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Aside]:
        """Figures of `plain[start:end]` in order, and the numbers that are set aside."""
        position = start
        while match := candidate().search(plain, position, end):
            found = self._at(plain, match.start(), end)
            if found:
                yield found
                position = max(found.span.end, match.start() + 1)
            else:
                position = self._amounts.skip(plain, match.start(), end)

    def _at(self, plain: str, at: int, end: int) -> Figure | Aside | None:
        if at and plain[at].isalnum() and plain[at - 1].isalnum():
            return None
        goes_on = self._amounts.goes_on(plain, at, end)
        if goes_on:
            return Aside(Span(at, goes_on), "bare", "goes_on")
        part = self._amounts.at(plain, at, end)
        if part is None:
            return None
        figure = self._ranged(self._figure(part), part, plain, end)
        if figure is None:
            return None
        if pattern("per_before").search(plain[max(0, at - 12) : at]):
            return Aside(figure.span, "per")
        return self._joined(figure, plain, end)

    def _figure(self, part: Part) -> Figure:
        return Figure(
            span=Span(part.start, part.end),
            value=trim(part.value),
            quantum=part.quantum,
            unit=part.unit,
            shape=part.shape,
            scale=part.scale,
            rule=part.rule,
        )

    def _joined(self, figure: Figure, plain: str, end: int) -> Figure:
        """2 minutes 50 seconds: a smaller unit of time right behind."""
        unit = self._units.find(figure.unit) if figure.unit else None
        if unit is None or unit.family != "time" or figure.value_max is not None:
            return figure
        gap = pattern("and_lesser").match(plain, figure.span.end, end)
        lesser = self._amounts.at(plain, gap.end(), end) if gap else None
        small = self._units.find(lesser.unit) if lesser and lesser.unit else None
        if lesser is None or small is None or small.family != "time" or small.factor >= unit.factor:
            return figure
        return figure._replace(
            span=Span(figure.span.start, lesser.end),
            value=trim(round(figure.value * unit.factor / small.factor + lesser.value, 6)),
            quantum=lesser.quantum,
            unit=small.name,
            rule="en.compound",
        )

    def _ranged(self, figure: Figure, first: Part, plain: str, end: int) -> Figure | None:
        """$275 million to $325 million, 1-2 per cent, between 3 and 5 hotels; the figure itself otherwise.

        Words without a unit are a figure only as the lower end of a range.
        """
        alone = None if first.worded and not first.counts else figure
        joint = None if first.fraction else pattern("to").match(plain, first.end, end)
        second = self._amounts.at(plain, joint.end(), end, signed=False) if joint else None
        if joint is None or second is None or not self._is_range(first, second, joint.group(), plain):
            return alone
        low = first.value
        if first.scale == 1 and low * second.scale < second.value:
            low *= second.scale
        if low >= second.value:
            return alone
        return figure._replace(
            span=Span(first.start, second.end),
            value=trim(low),
            value_max=trim(second.value),
            quantum=second.quantum,
            unit=first.unit if first.money else second.unit or first.unit,
            shape="amount",
            scale=second.scale,
            rule="en.range",
        )

    def _is_range(self, first: Part, second: Part, joint: str, plain: str) -> bool:
        left, word = plain[max(0, first.start - _REACH) : first.start], joint.strip().lower()
        if word == "or":
            return first.worded and second.worded and first.value + 1 == second.value / second.scale
        if word == "and":
            known = second.unit is not None or first.money
            return bool(pattern("between").search(left)) and known and _same(first, second)
        if not _same(first, second) or (second.unit is None and not second.multiplied):
            return False
        if first.unit and second.unit is None and not first.money:
            return False
        if not pattern("move").search(left) or pattern("ranging").search(left):
            return True
        near = second.value <= first.value * second.scale / first.scale * _WIDEST
        return bool(pattern("near").search(left)) and near and first.unit == second.unit


def _same(first: Part, second: Part) -> bool:
    """Whether two ends of a range may share their unit."""
    return not (first.unit and second.unit and first.unit != second.unit)
