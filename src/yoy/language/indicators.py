"""The controlled vocabulary of indicators: what is measured, under one id whatever words a report uses.

The entries are lexicon/indicators*.toml; a user's yoy.toml adds more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.language.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import Basis, QuantityKind
    from yoy.options import Better, Nature, UserIndicator

_IGNORED = re.compile(r"[“”\"'《》（）()\s\u200b·_]")
_LATIN = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A standard indicator.

    Attributes:
        id: what `Quantity.concept` holds.
        units: families, counting words and whole units that a level of it can have; "" is none.
        nature: flow is summed over a period, stock is as of a day, rate is neither.
        better: the way that is the good one.
        basis: what its own words say of the basis (城镇新增就业 is new by definition).
        narrowed: of some aliases, the qualifiers that their words imply.
        alone: words for it that are so only where nothing narrows them.
    """

    id: str
    zh: str
    en: str
    aliases: tuple[str, ...]
    units: frozenset[str]
    nature: Nature
    better: Better
    basis: Basis = "level"
    narrowed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alone: frozenset[str] = frozenset()

    def measured_in(self, unit: str | None) -> bool:
        """Whether a level of it can be given in `unit`."""
        if unit is None:
            return "" in self.units
        known = find_unit(unit)
        return unit in self.units or (known is not None and known.family in self.units)

    def fits(self, kind: QuantityKind, unit: str | None, *, share: bool = False) -> bool:
        """Whether a figure of this kind and unit can be its level, its change, its rank or a share of it."""
        if kind in ("change_rel", "rank"):
            return True
        if kind == "change_abs":
            points = unit in ("百分点", "千分点", "percentage points", "位", "名", "个等级")
            return points or self.measured_in(unit)
        return self.measured_in(unit) or (share and kind == "ratio")

    def implied(self, alias: str) -> tuple[str, ...]:
        """The qualifiers that the words of an alias imply."""
        return dict(self.narrowed).get(alias, ())


class Ending(NamedTuple):
    """An indicator whose words a text ends in, and where they begin in the folded text."""

    indicator: Indicator
    start: int
    alias: str


def folded(text: str) -> str:
    """`text` as the vocabulary is looked up: half-width, without blanks, quotation marks and brackets."""
    text = unicodedata.normalize("NFKC", text)
    for long, short in _spellings():
        text = text.replace(long, short)
    if text.isascii():
        return " ".join(text.casefold().split())
    return _IGNORED.sub("", text).casefold()


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple(lexicon.data("indicators")["spellings"].items())


class Vocabulary:
    """The indicators known, by id and by the words for them."""

    def __init__(self, indicators: tuple[Indicator, ...]) -> None:
        self.by_id: Mapping[str, Indicator] = MappingProxyType({one.id: one for one in indicators})
        words: dict[str, tuple[Indicator, str]] = {}
        for one in indicators:
            for alias in (one.zh, one.en, *one.aliases, *sorted(one.alone)):
                words[folded(alias)] = (one, alias)
        self._words = words
        self._longest = max(map(len, words), default=0)

    def endings(self, text: str) -> Iterator[Ending]:
        """The indicators whose words `text`, folded, ends in, the longest first."""
        for start in range(max(0, len(text) - self._longest), len(text)):
            found = self._words.get(text[start:])
            if found and not (start and _LATIN.match(text[start]) and _LATIN.match(text[start - 1])):
                yield Ending(found[0], start, found[1])


@lru_cache(maxsize=8)
def vocabulary(extra: tuple[UserIndicator, ...] = ()) -> Vocabulary:
    """The indicators of the lexicon and those of a user, whose ids and words win."""
    own = tuple(
        Indicator(
            id=one.id,
            zh=one.name,
            en=one.name,
            aliases=one.aliases,
            units=_units(one.units),
            nature=one.nature,
            better=one.better,
        )
        for one in extra
    )
    taken = {one.id for one in own}
    return Vocabulary((*(one for one in _standard() if one.id not in taken), *own))


@cache
def _standard() -> tuple[Indicator, ...]:
    return tuple(
        _indicator(name, entry)
        for file in lexicon.data("indicators")["files"]
        for name, entry in lexicon.data(file).items()
    )


def _indicator(name: str, entry: Mapping[str, Any]) -> Indicator:
    unit = entry["unit"]
    return Indicator(
        id=name,
        zh=entry["zh"],
        en=entry["en"],
        aliases=tuple(entry["aliases"]),
        units=_units((unit,) if isinstance(unit, str) else tuple(unit)),
        nature=entry["nature"],
        better=entry["better"],
        basis=entry.get("basis", "level"),
        alone=frozenset(entry.get("alone", ())),
        narrowed=tuple((alias, tuple(words)) for alias, words in entry.get("narrowed", {}).items()),
    )


def _units(names: tuple[str, ...]) -> frozenset[str]:
    """The members of sets of units (lexicon/indicators.toml); another name stands for itself."""
    sets: Mapping[str, list[str]] = lexicon.data("indicators")["units"]
    return frozenset(member for name in names for member in sets.get(name, [name]))
