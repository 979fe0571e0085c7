"""Ranks, ordinals and grades in Chinese text: what begins with 第 or 前, or ends in 强 or 类."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import read_numeral
from yoy.model import Span
from yoy.quantities.figure import Figure
from yoy.quantities.zh.patterns import ROMAN, rules_of

if TYPE_CHECKING:
    from yoy.quantities.zh.patterns import Patterns

_RANK_GAP = 24


def ordinal(patterns: Patterns, plain: str, at: int, end: int) -> Figure | Span | None:
    """第3名 and 列第一 as ranks; any other 第N as the span of an ordinal."""
    match = patterns.rank.match(plain, at, end)
    if not match:
        return None
    number = read_numeral(match["number"])
    if number is None:
        return None
    before = plain[max(0, at - _RANK_GAP) : at]
    standing = match["unit"] or (
        rules_of().rank_before.search(before) and rules_of().rank_after.match(plain, match.end())
    )
    if not standing or plain[match.end() : match.end() + 1] == "次":
        return Span(at, match.end())
    return Figure(
        span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=match["unit"], shape="rank"
    )


def front(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """前十, 前3名; not 目前."""
    match = patterns.front.match(plain, at, end)
    if not match or (at and rules_of().not_front.match(plain[at - 1])):
        return None
    number = read_numeral(match["number"])
    if number is None or not (match["unit"] or rules_of().front_after.match(plain, match.end())):
        return None
    unit = match["unit"] if match["unit"] in ("名", "位") else None
    return Figure(span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=unit, shape="rank")


def grade(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """至Ⅱ类: a grade of water quality reached."""
    match = patterns.grade.match(plain, at, end)
    if not match or not rules_of().grade_before.search(plain[max(0, at - 1) : at]):
        return None
    if rules_of().grade_kind_after.match(plain[match.end() : match.end() + 2]):
        return None
    value = Decimal(ROMAN.index(plain[at]) + 1)
    return Figure(span=Span(*match.span()), value=value, quantum=Decimal(1), unit="类", shape="grade")


def strong(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """50强 as a rank."""
    match = patterns.strong.match(plain, at, end)
    number = read_numeral(match["number"]) if match else None
    if not match or number is None or plain[match.end() : match.end() + 1] in rules_of().not_strong:
        return None
    return Figure(span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=None, shape="rank")
