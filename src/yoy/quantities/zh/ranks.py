"""Ranks, ordinals and grades in Chinese text: what begins with 第 or 前, or ends in 强 or 类."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import read_numeral
from yoy.model import Span
from yoy.quantities.figure import Aside, Figure
from yoy.quantities.zh.patterns import ROMAN, follows, rule, words_of

if TYPE_CHECKING:
    from yoy.quantities.zh.numbers import Numbers
    from yoy.quantities.zh.patterns import Patterns

_RANK_GAP = 24


def ordinal(patterns: Patterns, plain: str, at: int, end: int) -> Figure | Aside | None:
    """第3名 and 列第一 as ranks; any other 第N as an ordinal."""
    match = patterns.rank.match(plain, at, end)
    number = read_numeral(match["number"]) if match else None
    if not match or number is None:
        return None
    before = plain[max(0, at - _RANK_GAP) : at]
    standing = match["unit"] or (
        words_of().rank_before.search(before) and follows("rank_after", plain, match.end())
    )
    if not standing or plain[match.end() : match.end() + 1] == "次":
        return Aside(Span(at, match.end()), "ordinal")
    return _rank(Span(*match.span()), number.value, "zh.rank", match["unit"])


def front(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """前十, 前3名; not 目前."""
    match = patterns.front.match(plain, at, end)
    if not match or (at and rule("not_front").match(plain[at - 1])):
        return None
    number = read_numeral(match["number"])
    if number is None or not (match["unit"] or follows("front_after", plain, match.end())):
        return None
    unit = match["unit"] if match["unit"] in ("名", "位") else None
    return _rank(Span(*match.span()), number.value, "zh.front", unit)


def first_place(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """居全省首位, 列全国之首: rank 1."""
    match = patterns.first_place.match(plain, at, end)
    if not match or not words_of().rank_before.search(plain[max(0, at - _RANK_GAP) : at]):
        return None
    return _rank(Span(*match.span()), Decimal(1), "zh.first_place")


def grade(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """至Ⅱ类: a grade of water quality reached."""
    match = patterns.grade.match(plain, at, end)
    if not match or not rule("grade_before").search(plain[max(0, at - 1) : at]):
        return None
    if rule("grade_kind_after").match(plain[match.end() : match.end() + 2]):
        return None
    return Figure(
        span=Span(*match.span()),
        value=Decimal(ROMAN.index(plain[at]) + 1),
        quantum=Decimal(1),
        unit="类",
        shape="grade",
        rule="zh.grade",
    )


def strong(numbers: Numbers, plain: str, at: int, end: int) -> Figure | None:
    """50强 as a rank."""
    run = numbers.at(plain, at, end)
    if run is None or run.numeral is None or not plain.startswith("强", run.end):
        return None
    if not (run.printed or set(run.text) <= set("十百")):
        return None
    if plain[run.end + 1 : run.end + 2] in words_of().not_strong:
        return None
    return _rank(Span(at, run.end + 1), run.numeral.value, "zh.strong")


def _rank(span: Span, value: Decimal, rule: str, unit: str | None = None) -> Figure:
    return Figure(span=span, value=value, quantum=Decimal(1), unit=unit, shape="rank", rule=rule)
