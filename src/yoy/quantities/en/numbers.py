"""A whole number in English text, from its first sign to its last: digits, words, halves and multipliers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.language.english_numbers import Words, cardinal_at
from yoy.language.numerals import Numeral, read_numeral, trim

if TYPE_CHECKING:
    from collections.abc import Mapping

_VULGAR: Mapping[str, tuple[int, int]] = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
# Digits kept of a part that has no end as a decimal.
_FINE = Decimal("0.01")


class Number(NamedTuple):
    """A number as the text writes it.

    Attributes:
        scale: the multiplier it ends in (million), or 1.
        grouped: whether its digits stand in groups or have a multiplier, as no name of a thing has.
        worded: whether it's written in words.
        fraction: whether it's a part of something: two thirds.
    """

    end: int
    value: Decimal
    quantum: Decimal
    scale: Decimal = Decimal(1)
    grouped: bool = False
    worded: bool = False
    fraction: bool = False
    multiplied: bool = False


def number_at(plain: str, at: int, end: int) -> Number | None:
    """The number that begins at a place, with its multiplier."""
    return _digits(plain, at, end) or _half_of(plain, at, end) or _words(plain, at, end)


def fraction_at(plain: str, at: int, end: int) -> Number | None:
    """two-thirds of, a third of, 1/3 of, one in five."""
    return _part_of(plain, at, end) or _one_in(plain, at, end)


def _digits(plain: str, at: int, end: int) -> Number | None:
    match = pattern("digits").match(plain, at, end)
    number = read_numeral(match.group()) if match else None
    if not match or number is None:
        return None
    value, quantum, stop = number.value, number.quantum, match.end()
    part = pattern("vulgar").match(plain, stop, end)
    if part:
        top, bottom = _VULGAR[part["sign"]] if part["sign"] else (int(part["top"]), int(part["bottom"]))
        value, quantum, stop = trim(value + Decimal(top) / Decimal(bottom)), _FINE, part.end()
    grouped = "," in match.group() or " " in match.group()
    return scaled(plain, Number(stop, value, quantum, grouped=grouped), end)


def scaled(plain: str, number: Number, end: int) -> Number:
    """The number with the multiplier behind it, across a note mark: 12 million, (1,234)(a) million."""
    match = pattern("scale").match(plain, number.end, end)
    if not match:
        return number
    scale = Decimal(_multipliers()[(match["scale"] or match["short"]).lower()])
    return number._replace(
        end=match.end(),
        value=trim(number.value * scale),
        quantum=number.quantum * scale,
        scale=scale,
        grouped=True,
        multiplied=True,
    )


def _words(plain: str, at: int, end: int) -> Number | None:
    words: Words | None = cardinal_at(plain, at, end)
    if words is None:
        return None
    number = Number(words.end, words.value, words.quantum, words.scale, worded=True)
    added = pattern("added").match(plain, words.end, end)
    if not added:
        return number
    part = _named_part(added["part"])
    if part is None:
        return number
    whole = number._replace(
        end=added.end(), value=trim(number.value + part.value * words.scale), quantum=_FINE * words.scale
    )
    return scaled(plain, whole, end) if words.scale == 1 else whole


def _half_of(plain: str, at: int, end: int) -> Number | None:
    """Half a million, three-quarters of a billion, half an hour."""
    match = pattern("half_of").match(plain, at, end)
    part = _named_part(match["part"]) if match else None
    if not match or part is None:
        return None
    scale = Decimal(_multipliers().get(match["scale"].lower(), 1)) if match["scale"] else Decimal(1)
    stop = match.end("scale") if match["scale"] else match.end("article")
    return Number(stop, trim(part.value * scale), _FINE * scale, scale, worded=True, grouped=scale > 1)


def _named_part(words: str) -> Numeral | None:
    """A quarter, three-quarters of, 1/3."""
    return read_numeral(re.sub(r"^an?\s+", "one ", words.lower().removesuffix("of").rstrip()))


def _part_of(plain: str, at: int, end: int) -> Number | None:
    match = pattern("fraction").match(plain, at, end)
    number = _named_part(match.group()) if match else None
    if not match or number is None:
        return None
    follows = pattern("slash_after" if "/" in match.group() else "fraction_after")
    if not follows.match(plain, match.end(), end) or pattern("half_of").match(plain, at, end):
        return None
    return Number(match.end(), number.value, _FINE, worded=True, fraction=True)


def _one_in(plain: str, at: int, end: int) -> Number | None:
    """One in five schools is a fifth of them."""
    match = pattern("one_in").match(plain, at, end)
    top, bottom = (read_numeral(match["top"]), read_numeral(match["bottom"])) if match else (None, None)
    if not match or top is None or bottom is None or top.value >= bottom.value:
        return None
    return Number(match.end(), trim(top.value / bottom.value), _FINE, worded=True, fraction=True)


@cache
def _multipliers() -> Mapping[str, int]:
    found: Mapping[str, int] = lexicon.data("number_words")["en"]["multipliers"]
    return found


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of lexicon/figures.toml for English, in any case."""
    return lexicon.pattern(f"figures.en.{name}", re.IGNORECASE)
