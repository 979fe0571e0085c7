"""Numbers as they are written: digits, hanzi, English words and any mixture of them, to a value.

The one entry is `read_numeral`. It takes the number alone, without a unit; `units.read_amount`
takes a number with its unit.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.language.english_numbers import cardinal_at
from yoy.language.hanzi import HANZI
from yoy.language.hanzi_numbers import HanziNumber, read_hanzi

if TYPE_CHECKING:
    from collections.abc import Mapping

# Digits kept of a value that has no end, such as two thirds; prices and rates need fewer.
_PLACES = 12

_SCALE_WORD = r"(?P<scale>hundred|thousand|million|billion|trillion|[km]|mn|mln|bn|tn|lakhs?|crores?|dozen)?"
_ARABIC = re.compile(
    r"(?P<sign>[-+−–]?)(?P<whole>\d{1,3}(?:[, ]\d{3})+|\d+)?(?P<decimals>\.\d+)?\s*" + _SCALE_WORD,
    re.IGNORECASE,
)
_MIXED = re.compile(r"(?:(?P<whole>\d+)\s+)?(?P<top>[-−]?\d+)\s*/\s*(?P<bottom>\d+)")
_PERCENT = re.compile(r"\s*(?:%|‰|per\s?cent|个?百分点|個?百分點)$", re.IGNORECASE)


class Numeral(NamedTuple):
    """A number as printed.

    Attributes:
        value: the number; a percentage as written (百分之五 and 5% are 5).
        quantum: one unit in the last printed digit (5292.8万 → 1000), never 0.
        percent: whether it is a percentage; 两成 is 20, a percentage; 二分之一 is 0.5, none.
        approx: the mark inside that makes it inexact: 余 多 几 数.
        top: the upper end where two digits side by side are an interval: 四五亿.
    """

    value: Decimal
    quantum: Decimal = Decimal(1)
    percent: bool = False
    approx: str | None = None
    top: Decimal | None = None


@lru_cache(maxsize=1 << 12)
def read_numeral(surface: str) -> Numeral | None:
    """The number that the whole of `surface` writes, or None when it writes none.

    Reads ASCII and full-width digits with thousands separators (comma or space), decimals, signs,
    accountants' brackets ((3.2) is −3.2), fractions (1/4, 1 3/5, 三分之二, one-third), hanzi in
    simplified, traditional and financial forms with 两〇廿半几数余多, 成, 折, 百分之, percent signs,
    English words and the multipliers k, m, bn, thousand … trillion, lakh, crore, dozen.
    """
    text = unicodedata.normalize("NFKC", surface).strip().replace("−", "-")
    if HANZI.search(text) or "〇" in text:
        text = re.sub(r"\s", "", text)
    negative = text.startswith("(") and text.endswith(")")
    if negative:
        text = text[1:-1].strip()
    percent = _PERCENT.search(text)
    if percent:
        text = text[: percent.start()]
    with localcontext() as context:
        context.prec = 40
        numeral = _read_plain(text)
    if numeral is None:
        return None
    if percent:
        numeral = numeral._replace(percent=True)
    return numeral._replace(value=-numeral.value) if negative else numeral


def trim(value: Decimal) -> Decimal:
    """`value` without trailing zeros or exponent, at most 12 decimals."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.quantize(Decimal(1).scaleb(-_PLACES)).normalize() if _is_long(value) else value.normalize()


def _is_long(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -_PLACES


def _read_plain(text: str) -> Numeral | None:
    return _read_arabic(text) or _read_fraction(text) or _from_hanzi(text) or _read_english(text)


def _read_arabic(text: str) -> Numeral | None:
    match = _ARABIC.fullmatch(text)
    if not match or not (match["whole"] or match["decimals"]):
        return None
    digits = re.sub(r"[, ]", "", match["whole"] or "0") + (match["decimals"] or "")
    try:
        value = Decimal(("-" if match["sign"] in ("-", "–") else "") + digits)
    except InvalidOperation:  # more digits than any report prints
        return None
    scale = _multiplier(match["scale"])
    return Numeral(value=trim(value * scale), quantum=_last_digit(digits) * scale)


def _multiplier(word: str | None) -> Decimal:
    multipliers: Mapping[str, int] = lexicon.data("number_words")["en"]["multipliers"]
    return Decimal(multipliers[word.lower()]) if word else Decimal(1)


def _last_digit(digits: str) -> Decimal:
    decimals = len(digits.partition(".")[2])
    return Decimal(1).scaleb(-decimals)


def _read_fraction(text: str) -> Numeral | None:
    match = _MIXED.fullmatch(text)
    if not match or not int(match["bottom"]):
        return None
    value = Decimal(match["whole"] or 0) + Decimal(match["top"].replace("−", "-")) / Decimal(match["bottom"])
    return Numeral(value=trim(value), quantum=Decimal(1).scaleb(-_PLACES))


def _from_hanzi(text: str) -> Numeral | None:
    number: HanziNumber | None = read_hanzi(re.sub(r"\s", "", text))
    if number is None:
        return None
    top = trim(number.top) if number.top is not None else None
    return Numeral(
        value=trim(number.value),
        quantum=number.quantum,
        percent=number.percent,
        approx=number.approx,
        top=top,
    )


@cache
def english_number_pattern() -> str:
    """Source of a pattern for a cardinal in English words, such as twenty-five or three hundred."""
    words = lexicon.data("number_words")["en"]["words"]
    word = lexicon.choice(words)
    scale = "hundred|thousand|million|billion|trillion|dozen"
    return rf"(?:(?:{word})(?:[-\s](?:and\s)?(?:{word}|{scale})){{0,14}})"


def _read_english(text: str) -> Numeral | None:
    parts = re.findall(r"[a-z]+|\d+", text.lower())
    if not parts or re.search(r"[^a-z0-9\s-]", text.lower()):
        return None
    return _english_fraction(parts) or _english_cardinal(parts)


def _english_fraction(parts: list[str]) -> Numeral | None:
    fractions: Mapping[str, int] = lexicon.data("number_words")["en"]["fractions"]
    bottom = fractions.get(parts[-1])
    if not bottom or len(parts) > 2:  # noqa: PLR2004 - top and bottom
        return None
    top = (
        _english_cardinal(parts[:-1])
        if len(parts) > 1 and parts[0] not in ("a", "one")
        else Numeral(value=Decimal(1))
    )
    if top is None:
        return None
    return Numeral(value=trim(top.value / bottom), quantum=Decimal(1).scaleb(-_PLACES))


def _english_cardinal(parts: list[str]) -> Numeral | None:
    text = " ".join(parts)
    words = cardinal_at(text, 0, len(text))
    if words is None or words.end != len(text):
        return None
    return Numeral(value=words.value, quantum=words.quantum)


def printed_scale(surface: str, value: Decimal) -> Decimal:
    """What 1 of the number printed in `surface` stands for: 10000 in 5292.8万元, or in a table in 万元.

    It is 1 where no multiplier tells: several numbers in one surface, or number words.
    """
    printed = _PRINTED.findall(unicodedata.normalize("NFKC", surface))
    if len(printed) != 1:
        return Decimal(1)
    number = Decimal(printed[0].replace(",", ""))
    scale = abs(value) / number if number else Decimal(1)
    return scale if scale in _SCALES else Decimal(1)


_PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = frozenset(Decimal(10) ** power for power in (3, 4, 6, 7, 8, 9, 12))
