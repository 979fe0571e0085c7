"""One amount in English text: sign, brackets, currency, number, per cent, unit or counted noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.language.numerals import english_number_pattern
from yoy.quantities.en.numbers import Number, fraction_at, number_at, pattern, scaled

if TYPE_CHECKING:
    from yoy.language.units import UnitTable
    from yoy.quantities.figure import Shape

# From here on a number in words counts before "of the": nineteen of the sites, not one of them.
_COUNTED_OF = 11
_BEFORE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A number with what was printed around it.

    Attributes:
        money: whether a currency stands before it.
        multiplied: whether a multiplier belongs to it; scale: that multiplier, or 1.
        counts: whether it's a figure by itself; words without a unit are none.
    """

    start: int
    end: int
    value: Decimal
    quantum: Decimal
    scale: Decimal
    unit: str | None
    rule: str
    money: bool = False
    multiplied: bool = False
    worded: bool = False
    fraction: bool = False
    counts: bool = True

    @property
    def shape(self) -> Shape:
        """What shape of figure it makes."""
        if self.fraction:
            return "fraction"
        return "amount" if self.unit or self.multiplied or self.worded else "bare"


class _Money(NamedTuple):
    """What opens an amount: where the number begins, its currency, sign and bracket."""

    end: int
    unit: str | None = None
    negative: bool = False
    open: bool = False


class Amounts:
    """Reads the amount that begins at a place."""

    def __init__(self, units: UnitTable) -> None:
        self._units = units

    def skip(self, plain: str, at: int, end: int) -> int:
        """Past a number that nothing was made of."""
        number = number_at(plain, self._opening(plain, at, end).end, end)
        return max(number.end if number else 0, at + 1)

    def goes_on(self, plain: str, at: int, end: int) -> int:
        """The end of digits that go on in a way that isn't read (1,2345), or 0."""
        match = pattern("onward").match(plain, at, end)
        return match.end() if match else 0

    def at(self, plain: str, at: int, end: int, *, signed: bool = True) -> Part | None:
        """The amount at a place, or None; `signed`: a sign or bracket before it is looked at."""
        fraction = fraction_at(plain, at, end)
        if fraction:
            return _fraction(at, fraction)
        half = pattern("and_half").match(plain, at, end)
        if half:
            return self._and_half(half)
        opening = self._opening(plain, at, end)
        number = number_at(plain, opening.end, end)
        if number is None or (opening.end > at and number.worded):
            return None
        part = self._part(plain, at, opening, number, end)
        return self._with_sign(plain, part, opening) if part and signed else part

    def _and_half(self, match: re.Match[str]) -> Part | None:
        """An hour and a half."""
        unit = self._units.find(match["unit"])
        number = Number(match.end(), Decimal("1.5"), Decimal("0.1"), worded=True)
        part = _bare(match.start(), number, _Money(match.start()))
        return replace(part, unit=unit.name, rule="en.half") if unit else None

    def _opening(self, plain: str, at: int, end: int) -> _Money:
        match = pattern("opening").match(plain, at, end)
        if not match or not match["currency"]:
            return _Money(at)
        unit = self._units.find(match["currency"].strip())
        sign = bool(match["sign"])
        return _Money(match.end(), unit.name if unit else None, negative=sign, open=bool(match["open"]))

    def _part(self, plain: str, at: int, opening: _Money, number: Number, end: int) -> Part | None:
        whole, start = _bracketed(plain, at, opening, number, end)
        if whole is None:
            return None
        part = self._counting(plain, _bare(at, whole, opening), whole, end)
        negative = opening.negative or opening.open or start < at
        return replace(part, start=start, value=-part.value) if part and negative else part

    def _counting(self, plain: str, part: Part, number: Number, end: int) -> Part | None:
        """The part with its per cent, unit or noun."""
        percent = pattern("percent").match(plain, part.end, end)
        if percent and not part.money:
            return replace(
                part,
                end=percent.end(),
                unit=self._percent(percent.group()),
                multiplied=True,
                rule="en.percent",
            )
        if part.money:
            return part if part.unit else None
        counted = self._counted(plain, part.end, end, grouped=number.grouped)
        if counted:
            return replace(
                part, end=counted[0], unit=counted[1], rule="en.words" if number.worded else "en.counted"
            )
        per = pattern("per_number").match(plain, part.end, end)
        if per:
            return replace(part, end=per.end(), unit=f"per {per['base']}", rule="en.per_number")
        several = number.worded and number.value >= _COUNTED_OF
        of = several and pattern("of_the").match(plain, part.end, end)
        return replace(part, counts=not number.worded or bool(of))

    def _percent(self, printed: str) -> str:
        name = re.sub(r"\s+", " ", printed.strip().lower())
        if ("point" in name and "basis" not in name) or name.startswith("ppt"):
            return "percentage points"
        unit = None if name == "pct" else self._units.find(name)
        return unit.name if unit else "%"

    def _counted(self, plain: str, at: int, end: int, *, grouped: bool) -> tuple[int, str] | None:
        """Where the unit or counted noun behind a number ends, and its name."""
        mark = pattern("mark").match(plain, at, end)
        at = mark.end() if mark else at
        match = _unit().match(plain, at, end)
        if match:
            name = re.sub(r"[\s-]+", " ", match["unit"])
            unit = self._units.find(name) or self._units.find(name.lower())
            return (match.end(), unit.name) if unit else None
        match = _noun().match(plain, at, end)
        if not match:
            return None
        noun = match["noun"]
        before_hyphen = not grouped and noun[0].isupper() and plain[match.end() : match.end() + 1] == "-"
        return None if noun.lower() in _not_counted() or before_hyphen else (match.end(), noun.lower())

    def _with_sign(self, plain: str, part: Part, opening: _Money) -> Part:
        """The sign, the word minus, or the bracket that stands before an amount."""
        if opening.negative or opening.open or part.value < 0:
            return part
        before = plain[max(0, part.start - _BEFORE) : part.start]
        sign = pattern("sign_before").search(before)
        if sign and (part.unit or part.multiplied):
            return replace(part, start=part.start - len(sign["sign"]), value=-part.value)
        if before.endswith("(") and part.money and plain.startswith(")", part.end):
            left = plain[max(0, part.start - 2 * _BEFORE) : part.start]
            if pattern("loss_before").search(left):
                return replace(part, start=part.start - 1, end=part.end + 1, value=-part.value)
        return part


def _bracketed(plain: str, at: int, opening: _Money, number: Number, end: int) -> tuple[Number | None, int]:
    """The number with the bracket behind it, where the brackets are its sign, and where that begins.

    $(187) and £(3.2)m open behind the currency, ($12.5) million before it.
    """
    if not plain.startswith(")", number.end):
        return (None if opening.open else number), at
    inside = number._replace(end=number.end + 1)
    inside = inside if number.multiplied else scaled(plain, inside, end)
    if opening.open:
        return inside, at
    if plain[at - 1 : at] == "(" and inside.multiplied and not number.multiplied:
        return inside, at - 1
    return number, at


def _fraction(at: int, number: Number) -> Part:
    return Part(
        start=at,
        end=number.end,
        value=number.value,
        quantum=number.quantum,
        scale=number.scale,
        unit=None,
        rule="en.fraction",
        worded=True,
        fraction=True,
    )


def _bare(at: int, number: Number, opening: _Money) -> Part:
    return Part(
        start=at,
        end=number.end,
        value=number.value,
        quantum=number.quantum,
        scale=number.scale,
        unit=opening.unit,
        rule="en.currency" if opening.end > at else "en.bare",
        money=opening.end > at,
        multiplied=number.grouped and not number.worded,
        worded=number.worded,
    )


@cache
def _unit() -> re.Pattern[str]:
    names = sorted(lexicon.data("units")["english"], key=len, reverse=True)
    choice = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names)
    return re.compile(rf"[\s-]?(?P<unit>{choice})(?![A-Za-z0-9²³])", re.IGNORECASE)


@cache
def candidate() -> re.Pattern[str]:
    """Where a figure can begin."""
    return re.compile(
        rf"{pattern('opens').pattern}|\b(?:{english_number_pattern()}|{pattern('parts').pattern})\b",
        re.IGNORECASE,
    )


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(lexicon.data("figures")["en"]["not_counted"])


@cache
def _noun() -> re.Pattern[str]:
    """Up to three words and a noun in the plural: 12 newly built homes."""
    words = lexicon.data("figures")["en"]
    between = "|".join(words["no_attribute"])
    ends = "|".join(words["no_noun"])
    return re.compile(
        rf"(?:\s(?!(?:{between})\b)[A-Za-z][A-Za-z’'&/-]*){{0,3}}?"
        rf"\s(?!(?:{ends})\b)(?P<noun>[A-Za-z][A-Za-z-]*(?<![su])s|people|men|women|children|staff)\b(?!['’])"
    )
