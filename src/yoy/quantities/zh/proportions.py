"""Proportions in words in Chinese text: 百分之五, 三分之二, 1/4, 两成, 一半, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.numerals import read_numeral, trim
from yoy.model import Span
from yoy.quantities.figure import Figure
from yoy.quantities.zh.patterns import rule, words_of

if TYPE_CHECKING:
    from yoy.quantities.zh.numbers import Numbers, Run
    from yoy.quantities.zh.patterns import Patterns

_TO_ONE = re.compile(r"(?P<first>\d+(?:\.\d+)?)\s?[:∶：]\s?(?P<second>\d+(?:\.\d+)?)(?![\d:])")
_REACH = 14
_TEN = Decimal(10)


class _Share(NamedTuple):
    """A share in percent, with its upper end where it is an interval."""

    end: int
    value: Decimal
    top: Decimal | None
    quantum: Decimal


def proportion(patterns: Patterns, numbers: Numbers, plain: str, at: int, end: int) -> Figure | None:
    """The proportion at a place, or None; parts of a hundred are percentages, other fractions numbers."""
    return (
        _doubling(patterns, plain, at, end)
        or _half(plain, at)
        or _to_one(plain, at, end)
        or _percentage(patterns, numbers, plain, at, end)
        or _fraction(patterns, plain, at, end)
    )


def _fraction(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """三分之二, 1/4."""
    for pattern in (patterns.fraction, patterns.slash):
        match = pattern.match(plain, at, end)
        number = read_numeral(match.group()) if match else None
        if match and number and not number.percent:
            return _part(Span(*match.span()), number.value, number.quantum)
    return None


def _percentage(patterns: Patterns, numbers: Numbers, plain: str, at: int, end: int) -> Figure | None:
    """百分之三点五, 三成半, and the intervals of both."""
    for read in (_hundredth, _tenth):
        share = read(patterns, numbers, plain, at, end)
        if share is None:
            continue
        dash = patterns.dash.match(plain, share.end, end)
        second = read(patterns, numbers, plain, dash.end(), end) if dash else None
        if second and share.top is None and share.value < second.value:
            share = second._replace(value=share.value, top=second.value)
        rule = "zh.percent_words" if read is _hundredth else "zh.tenths"
        figure = _part(Span(at, share.end), share.value, share.quantum, rule)
        return _signed(plain, figure._replace(value_max=share.top, unit="%"))
    return None


def _signed(plain: str, figure: Figure) -> Figure:
    """负百分之三."""
    before = plain[max(0, figure.span.start - 2) : figure.span.start]
    if before[-1:] not in ("负", "負") or rule("no_minus").search(before):
        return figure
    return figure._replace(span=Span(figure.span.start - 1, figure.span.end), value=-figure.value)


def _hundredth(patterns: Patterns, numbers: Numbers, plain: str, at: int, end: int) -> _Share | None:
    match = patterns.hundredth.match(plain, at, end)
    run = numbers.at(plain, match.end(), end) if match else None
    bottom = read_numeral(match["bottom"]) if match else None
    if not match or run is None or run.numeral is None or bottom is None:
        return None
    part = Decimal(100) / bottom.value * (-1 if match["minus"] else 1)
    return _share(run, run.end, part)


def _tenth(patterns: Patterns, numbers: Numbers, plain: str, at: int, end: int) -> _Share | None:
    """两成, 三成半, 七成六, 七八成."""
    run = numbers.at(plain, at, end)
    if run is None or run.numeral is None or run.numeral.value > _TEN:
        return None
    match = patterns.tenth.match(plain, run.end, end)
    if match is None:
        return _tenths_to(patterns, numbers, plain, run, end)
    share = _share(run, match.end(), _TEN)
    more = read_numeral(match["more"]) if match["more"] else None
    if match["half"]:
        return share._replace(value=share.value + 5, quantum=Decimal(1))
    return share._replace(value=share.value + more.value, quantum=Decimal(1)) if more else share


def _tenths_to(patterns: Patterns, numbers: Numbers, plain: str, run: Run, end: int) -> _Share | None:
    """二至三成: 成 stands behind the second number alone."""
    dash = patterns.dash.match(plain, run.end, end)
    second = numbers.at(plain, dash.end(), end) if dash else None
    if second is None or not patterns.tenth.match(plain, second.end, end):
        return None
    share = _tenth(patterns, numbers, plain, second.start, end)
    low = _share(run, run.end, _TEN).value
    return share._replace(value=low, top=share.value) if share and low < share.value else None


def _share(run: Run, end: int, part: Decimal) -> _Share:
    number = run.numeral
    value = number.value if number else Decimal(0)
    top = number.top if number else None
    return _Share(
        end=end,
        value=trim(value * part),
        top=trim(top * part) if top is not None else None,
        quantum=trim(abs((number.quantum if number else Decimal(1)) * part)),
    )


def _doubling(patterns: Patterns, plain: str, at: int, end: int) -> Figure | None:
    """翻一番 is 100 % more, 翻两番 300 %."""
    match = patterns.doubling.match(plain, at, end)
    if not match:
        return None
    times = read_numeral(match["times"]) if match["times"] else None
    value = Decimal(2) ** int(times.value if times else 1) * 100 - 100
    span = Span(*match.span())
    return Figure(span=span, value=value, quantum=Decimal(1), unit="%", shape="doubling", rule="zh.doubling")


def _to_one(plain: str, at: int, end: int) -> Figure | None:
    """收入比缩小至2.31:1 is the ratio 2.31; 投备比达到1∶3.4 is 3.4."""
    match = _TO_ONE.match(plain, at, end)
    if not match or not rule("ratio_before").search(plain[max(0, at - _REACH) : at]):
        return None
    first, second = Decimal(match["first"]), Decimal(match["second"])
    if 1 not in (first, second) or not first or not second:
        return None
    number = read_numeral(match["first"] if second == 1 else match["second"])
    return _part(Span(*match.span()), number.value, number.quantum, "zh.to_one") if number else None


def _half(plain: str, at: int) -> Figure | None:
    """近一半, 超过半数; 一半 in other places is no figure."""
    if not plain.startswith(words_of().half_words, at):
        return None
    if not rule("half_after").search(plain[max(0, at - 3) : at]):
        return None
    return _part(Span(at, at + 2), Decimal("0.5"), Decimal("0.1"), "zh.one_half")


def _part(span: Span, value: Decimal, quantum: Decimal, rule: str = "zh.fraction") -> Figure:
    return Figure(span=span, value=value, quantum=quantum, unit=None, shape="fraction", rule=rule)
