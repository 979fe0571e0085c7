"""The patterns that the grammar of figures in Chinese text tries, built from units and word lists."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.language.hanzi_numbers import hanzi_number_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECIMAL = r"\d+(?:\.\d+)?"
_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?"
_BLANK = r"[ \u3000\u200b]?"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


class Patterns(NamedTuple):
    """What is tried at a candidate, compiled once for a table of units and a style of thousands."""

    candidate: re.Pattern[str]
    rank: re.Pattern[str]
    front: re.Pattern[str]
    strong: re.Pattern[str]
    hundredth: re.Pattern[str]
    fraction: re.Pattern[str]
    slash: re.Pattern[str]
    tenth: re.Pattern[str]
    doubling: re.Pattern[str]
    grade: re.Pattern[str]
    span_of_two: re.Pattern[str]
    amount: re.Pattern[str]
    hanzi: re.Pattern[str]
    number: re.Pattern[str]
    shared_scale: re.Pattern[str]


class Rules(NamedTuple):
    """Word lists of lexicon/figures.toml and measure_words.toml, compiled."""

    rank_before: re.Pattern[str]
    rank_after: re.Pattern[str]
    not_front: re.Pattern[str]
    front_after: re.Pattern[str]
    grade_before: re.Pattern[str]
    grade_kind_after: re.Pattern[str]
    half_after: re.Pattern[str]
    ratio_before: re.Pattern[str]
    noun: re.Pattern[str]
    not_before: dict[str, tuple[str, ...]]
    digits_only: frozenset[str]
    not_strong: frozenset[str]
    half_words: tuple[str, ...]
    no_count: frozenset[str]
    financial_numerals: frozenset[str]
    before_myriads: tuple[str, ...]
    units_of_myriads: frozenset[str]


@cache
def rules_of() -> Rules:
    """The word lists."""
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    measure = lexicon.data("measure_words")["zh"]
    return Rules(
        rank_before=re.compile(words["rank_before"]),
        rank_after=re.compile(words["rank_after"]),
        not_front=re.compile(words["not_front"]),
        front_after=re.compile(words["front_after"]),
        grade_before=re.compile(words["grade_before"]),
        grade_kind_after=re.compile(words["grade_kind_after"]),
        half_after=re.compile(words["half_after"]),
        ratio_before=re.compile(words["ratio_before"]),
        noun=re.compile(words["hanzi_need_noun"].lstrip("^")),
        not_before={unit: tuple(rest) for unit, rest in measure["not_before"].items() if rest},
        digits_only=frozenset(measure["digits_only"]["words"]),
        not_strong=frozenset(words["not_strong"]),
        half_words=tuple(words["half_words"]),
        no_count=frozenset(words["no_count"]),
        financial_numerals=frozenset(words["financial_numerals"]),
        before_myriads=tuple(words["before_myriads"]),
        units_of_myriads=frozenset(words["units_of_myriads"]),
    )


@cache
def patterns_of(names: tuple[str, ...], thousands: bool) -> Patterns:  # noqa: FBT001 - a cache key
    """The patterns for a table of units; `thousands`: whether d,ddd is one number."""
    digits = _THOUSANDS if thousands else _DECIMAL
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    hanzi = "".join(sorted(set(hanzi_number_characters()) - set("两兆") | set("两点半")))
    run, latin = f"[{hanzi}]+", frozenset(words["latin_units"])
    grammar: dict[str, str] = words["grammar"]
    parts = {part: grammar[part] for part in ("head", "scaled", "per", "scale", "dash")} | {
        "digits": digits,
        "decimal": _DECIMAL,
        "either": rf"(?:{digits}|{run})",
        "run": run,
        "unit": "|".join(_unit_pattern(name) for name in names if name in latin or _in_chinese(name)),
        "blank": _BLANK,
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
    return re.escape(name) + (r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else "")
