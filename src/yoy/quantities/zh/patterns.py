"""The patterns that the grammar of figures in Chinese text tries, built from units and word lists."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

# Nothing parts a word of standing from its 第N.
_GAP = r"[^，。；、,;:：\n第]{0,9}$"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


class Patterns(NamedTuple):
    """What is tried around a number, compiled once for a table of units."""

    candidate: re.Pattern[str]
    rank: re.Pattern[str]
    front: re.Pattern[str]
    first_place: re.Pattern[str]
    hundredth: re.Pattern[str]
    fraction: re.Pattern[str]
    slash: re.Pattern[str]
    tenth: re.Pattern[str]
    doubling: re.Pattern[str]
    grade: re.Pattern[str]
    dash: re.Pattern[str]
    unit: re.Pattern[str]
    half_unit: re.Pattern[str]
    half: re.Pattern[str]
    bracketed: re.Pattern[str]
    power: re.Pattern[str]
    misgrouped: re.Pattern[str]
    onward: re.Pattern[str]


class Words:
    """Word lists and rules of lexicon/figures.toml and measure_words.toml."""

    def __init__(self) -> None:
        words: Mapping[str, Any] = lexicon.data("figures")["zh"]
        measure: Mapping[str, Any] = lexicon.data("measure_words")["zh"]
        self.rank_before = re.compile(f"(?:{lexicon.alternatives(words['standing'])}){_GAP}")
        self.noun = re.compile(lexicon.alternatives(words["nouns_of_two"]))
        self.bound_before = re.compile(f"(?:{lexicon.alternatives(words['bound_before'])})$")
        self.bound_before_unit = re.compile(f"(?:{lexicon.alternatives(words['bound_before_unit'])})$")
        self.not_before = {unit: tuple(rest) for unit, rest in measure["not_before"].items()}
        self.still_before = {unit: tuple(rest) for unit, rest in measure["still_before"].items()}
        self.digits_only = frozenset(measure["digits_only"]["words"])
        self.half_words = tuple(words["half_words"])
        self.not_strong = frozenset(words["not_strong"])
        self.no_count = frozenset(words["no_count"])
        self.financial_numerals = frozenset(words["financial_numerals"])
        self.no_bound_units = frozenset(words["no_bound_units"])


def rule(name: str) -> re.Pattern[str]:
    """A rule of lexicon/figures.toml for Chinese."""
    return lexicon.pattern(f"figures.zh.{name}")


def follows(name: str, plain: str, at: int) -> bool:
    """Whether a rule holds at a place, or the text ends there."""
    return at >= len(plain) or bool(rule(name).match(plain, at))


@cache
def words_of() -> Words:
    """The word lists, read once."""
    return Words()


@cache
def patterns_of(names: tuple[str, ...]) -> Patterns:
    """The patterns for a table of units."""
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    latin = frozenset(lexicon.data("units")["latin"])
    grammar: dict[str, str] = words["grammar"]
    parts = {part: grammar[part] for part in ("per", "blank")} | {
        "unit": "|".join(_unit_pattern(name) for name in names if name in latin or _in_chinese(name)),
        "halves": lexicon.alternatives(words["halves"]),
        "no_half": lexicon.alternatives(words["no_half"]),
        "no_tenth": "".join(words["no_tenth"]),
        "roman": ROMAN,
    }
    return Patterns(**{name: re.compile(_filled(grammar[name], parts)) for name in Patterns._fields})


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """`pattern` with its {parts} put in; those made of others come first."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _in_chinese(name: str) -> bool:
    return not re.fullmatch(r"[a-z .-]+|[^\w%‰℃㎡㎢㎥]+|[A-Z]{1,3}\$|Rs\.", name)


def _unit_pattern(name: str) -> str:
    letter = name[-1].isascii() and name[-1].isalnum()
    return re.escape(name) + (r"(?![A-Za-z0-9²³])" if letter else "")
