"""Proportions in words in Chinese text: 百分之五, 三分之二, 1/4, 两成, 一半, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import Numeral, read_numeral
from yoy.model import Span
from yoy.quantities.figure import Figure
from yoy.quantities.zh.patterns import rules_of

if TYPE_CHECKING:
    from yoy.quantities.zh.patterns import Patterns

_TO_ONE = re.compile(r"(?P<first>\d+(?:\.\d+)?)\s?[:∶：]\s?(?P<second>\d+(?:\.\d+)?)(?![\d:])")
_REACH = 14


def proportion(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """The proportion at a place, or None; parts of a hundred are percentages, other fractions numbers."""
    found = _doubling(patterns, plain, at, end) or _half(plain, at) or _to_one(plain, at, end)
    if found:
        return found
    for pattern in (patterns.hundredth, patterns.fraction, patterns.slash, patterns.tenth):
        match = pattern.match(plain, at, end)
        number = read_numeral(match.group()) if match else None
        if match and number:
            return _figure(match, number)
    return None


def _doubling(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """翻一番 is 100 % more, 翻两番 300 %."""
    match = patterns.doubling.match(plain, at, end)
    if not match:
        return None
    times = read_numeral(match["times"]) if match["times"] else None
    value = Decimal(2) ** int(times.value if times else 1) * 100 - 100
    return Figure(span=Span(*match.span()), value=value, quantum=Decimal(1), unit="%", shape="doubling")


def _to_one(plain: str, at: int, end: int) -> Figure | None:
    """收入比缩小至2.31:1 is the ratio 2.31; 投备比达到1∶3.4 is 3.4."""
    match = _TO_ONE.match(plain, at, end)
    if not match or not rules_of().ratio_before.search(plain[max(0, at - _REACH) : at]):
        return None
    first, second = Decimal(match["first"]), Decimal(match["second"])
    if 1 not in (first, second) or not first or not second:
        return None
    number = read_numeral(match["first"] if second == 1 else match["second"])
    return _figure(match, number) if number else None


def _half(plain: str, at: int) -> Figure | None:
    """近一半, 超过半数; 一半 in other places is no figure."""
    if not plain.startswith(rules_of().half_words, at):
        return None
    if not rules_of().half_after.search(plain[max(0, at - 3) : at]):
        return None
    half, tenth = Decimal("0.5"), Decimal("0.1")
    return Figure(span=Span(at, at + 2), value=half, quantum=tenth, unit=None, shape="fraction")


def _figure(match: re.Match[str], number: Numeral) -> Figure:
    unit = "%" if number.percent else None
    return Figure(
        span=Span(*match.span()),
        value=number.value,
        quantum=number.quantum,
        unit=unit,
        shape="fraction",
        approx=None,
    )
