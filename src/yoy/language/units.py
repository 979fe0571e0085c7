"""Units and counting words: what they are called, what family they belong to, how they convert.

The tables are lexicon/units.toml and lexicon/measure_words.toml; a user's own units join them
through `UnitTable`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.numerals import Numeral, read_numeral, trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yoy.options import UserUnit

POINT_UNITS = frozenset(("%", "百分点", "‰"))
"""Units whose changes are given in points, not as a rate."""

_TRUSTED = Context(prec=14)
"""As many digits as the factors of the lexicon are exact to."""
_SEVERAL = re.compile(r"(?P<number>(?:\d+|[一十])[百千万亿]*)(?P<unit>\D.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as `Quantity.unit` names it.

    Attributes:
        name: canonical printed name, without 万 or 亿.
        family: units of one family convert; a counting word is its own family.
        factor: how many of the family's base unit one of these is.
        scale: what the spelling multiplied by (万元 → 10000 of unit 元).
    """

    name: str
    family: str
    factor: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit, as `read_amount` finds it; the value is in `unit`, scale applied."""

    numeral: Numeral
    unit: Unit | None


class UnitTable:
    """The units known: those of the lexicon and those of the user."""

    def __init__(self, extra: Iterable[UserUnit] = ()) -> None:
        self._units = dict(_lexicon_units())
        self._aliases = dict(lexicon.data("units")["aliases"])
        self._scales: Mapping[str, int] = lexicon.data("units")["scales"]
        for unit in extra:
            family = self._units[unit.base].family if unit.base in self._units else unit.base
            base = self._units[unit.base].factor if unit.base in self._units else Decimal(1)
            self._units[unit.name] = Unit(name=unit.name, family=family, factor=unit.factor * base)

    def find(self, name: str) -> Unit | None:
        """The unit spelled `name` (any alias, 万/亿 in front, or a quotient such as 元/人), or None."""
        spelled = name.strip()
        known = self._units.get(self._aliases.get(spelled, spelled))
        if known:
            return known
        lowered = spelled.lower()
        known = self._units.get(self._aliases.get(lowered, lowered))
        return known or self._scaled(spelled) or self._quotient(spelled)

    def _scaled(self, name: str) -> Unit | None:
        for prefix, scale in self._scales.items():
            if name.startswith(prefix) and len(name) > len(prefix):
                known = self.find(name[len(prefix) :])
                if known:
                    return replace(known, scale=known.scale * scale)
        return None

    def _quotient(self, name: str) -> Unit | None:
        top, mark, bottom = unicodedata.normalize("NFKC", name).partition("/")
        if not (mark and top and bottom):
            return None
        above, below = self.find(top), self.find(_bottom(bottom)) or self._several(bottom)
        if above is None or below is None:
            return None
        bottom_name = f"{_scale_name(below.scale)}{below.name}"
        return Unit(
            name=f"{above.name}/{bottom_name}",
            family=f"{above.family}/{below.family}",
            factor=above.factor / below.factor / below.scale,
            scale=above.scale,
        )

    def _several(self, name: str) -> Unit | None:
        """10万人 of 例/10万人: a number of units that a rate is told of."""
        match = _SEVERAL.fullmatch(name)
        number = read_numeral(match["number"]) if match else None
        unit = self.find(match["unit"]) if match else None
        return replace(unit, scale=unit.scale * number.value) if unit and number else None

    def names(self) -> tuple[str, ...]:
        """Every spelling known, longest first."""
        return tuple(sorted({*self._units, *self._aliases}, key=lambda name: (-len(name), name)))


def _bottom(name: str) -> str:
    """What a word stands for only behind a stroke: 元/月 is per 个月."""
    known: Mapping[str, str] = lexicon.data("units")["bottoms"]
    return known.get(name, name)


def _scale_name(scale: Decimal) -> str:
    """万 for ten thousand; a number that has no such word stands in digits."""
    known = (name for name, value in lexicon.data("units")["scales"].items() if value == scale)
    return "" if scale == 1 else next(known, str(scale))


@cache
def _lexicon_units() -> Mapping[str, Unit]:
    units: dict[str, Unit] = {}
    words = lexicon.data("measure_words")["zh"]
    for word in words["words"]:
        name = words["stands_for"].get(word, word)
        units[word] = Unit(name=name, family=name)
    for family in lexicon.data("units")["family"]:
        for name, factor in family["units"].items():
            units[name] = Unit(name=name, family=family["name"], factor=Decimal(factor))
    for name, standard in lexicon.data("units")["aliases"].items():
        if standard in units:
            units[name] = units[standard]
    return units


@cache
def default_units() -> UnitTable:
    """The table without a user's units."""
    return UnitTable()


@lru_cache(maxsize=1 << 12)
def find_unit(name: str | None) -> Unit | None:
    """The unit of the lexicon spelled `name`, or None; see `UnitTable.find`."""
    return default_units().find(name) if name else None


def same_family(first: str | None, second: str | None) -> bool:
    """Whether two unit names convert into each other; equal unknown names do, None only with None."""
    if first == second:
        return True
    one, other = find_unit(first), find_unit(second)
    return one is not None and other is not None and one.family == other.family


def kindred(first: str | None, second: str | None) -> bool:
    """Whether two units are of one family or count the same kind of thing in other words (台, 部)."""
    if same_family(first, second):
        return True
    groups: Mapping[str, list[str]] = lexicon.data("measure_words")["kin"]
    return any(first in group and second in group for group in groups.values())


def counts_things(unit: str | None) -> bool:
    """Whether a unit is one of counting (个, 家, 座), not of money, length, area or time."""
    known = find_unit(unit)
    return known is not None and known.family == known.name


def counts_classes(unit: str | None) -> bool:
    """Whether a unit counts kinds of things, not things (两类事项)."""
    return unit in lexicon.data("measure_words")["classes"]


def convert(value: Decimal, source: str | None, target: str | None) -> Decimal | None:
    """`value` of unit `source` in unit `target`, or None when they don't convert."""
    if source == target:
        return value
    one, other = find_unit(source), find_unit(target)
    if one is None or other is None or one.family != other.family:
        return None
    return trim(_without_noise(value * one.factor / other.factor))


def _without_noise(value: Decimal) -> Decimal:
    """`value` without the last places that a factor such as 亩, no finite number, leaves wrong."""
    return value if value == value.to_integral_value() else _TRUSTED.plus(value)


def read_amount(surface: str, units: UnitTable | None = None) -> Amount | None:
    """The number and unit that the whole of `surface` writes, or None.

    Reads a currency in front or behind, compounds of one family (4天2小时 in the smallest unit,
    50元6角三分 in the first money unit), 半 behind a unit (两米半) and brackets (£(3.2)m).
    """
    table = units or default_units()
    text = unicodedata.normalize("NFKC", surface).strip()
    return _prefixed(text, table) or _suffixed(text, table) or _compound(text, table)


@cache
def _currency() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What names a currency in front of a number, and the units that some of it stands for."""
    words = lexicon.data("units")["currency"]
    return re.compile(words["in_front"]), words["stands_for"]


def _prefixed(text: str, table: UnitTable) -> Amount | None:
    sign = "-" if text[:1] in ("-", "−") and len(text) > 1 else ""
    pattern, stands_for = _currency()
    match = pattern.match(text[len(sign) :])
    if not match:
        return None
    unit = table.find(stands_for.get(match[1], match[1]))
    rest = re.sub(r"^\((.*)\)\s*(\w*)$", r"(\1\2)", text[len(sign) + match.end() :])
    number = read_numeral(rest)
    if number is None:
        inner = _suffixed(rest, table)
        return inner if inner and unit and inner.unit and inner.unit.family == unit.family else None
    return Amount(numeral=number._replace(value=-number.value) if sign else number, unit=unit)


def _suffixed(text: str, table: UnitTable) -> Amount | None:
    """The longest unit at the end with a readable number before it."""
    half = text.endswith("半") and not text.endswith("一半")
    body = text[:-1] if half else text
    for start in range(1, len(body)):
        unit = table.find(body[start:])
        number = read_numeral(body[:start].strip()) if unit else None
        if unit and number and unit.scale == 1 and not body[start].isspace():
            value = number.value + (Decimal("0.5") if half else 0)
            return Amount(numeral=number._replace(value=value), unit=unit)
    return None


def _compound(text: str, table: UnitTable) -> Amount | None:
    """Several amounts of one family in a row, greater units first."""
    parts: list[Amount] = []
    rest = text
    while rest:
        end = next((end for end in range(len(rest), 1, -1) if _suffixed(rest[:end], table)), None)
        part = _suffixed(rest[:end], table) if end else None
        if end is None or part is None or part.unit is None:
            return None
        parts.append(part)
        rest = rest[end:].lstrip(" 又零")
    units = [part.unit for part in parts if part.unit]
    if len(parts) < 2 or len({unit.family for unit in units}) != 1:  # noqa: PLR2004 - a compound has parts
        return None
    if any(later.factor >= earlier.factor for earlier, later in pairwise(units)):
        return None
    target = units[0] if units[0].family.startswith("money") else units[-1]
    value = sum(
        (part.numeral.value * unit.factor / target.factor for part, unit in zip(parts, units, strict=True)),
        Decimal(0),
    )
    quantum = parts[-1].numeral.quantum * units[-1].factor / target.factor
    return Amount(numeral=Numeral(value=trim(value), quantum=trim(quantum)), unit=target)
