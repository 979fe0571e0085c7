"""The grammar of figures in Chinese text: number, multiplier, 余/多 and unit.

The grammar is our own because no extractor tried on such text is usable (recall .98, precision .51
at best, a right number with its unit in one of eight).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.numerals import Numeral, read_numeral, trim
from yoy.model import Span
from yoy.quantities.figure import Figure
from yoy.quantities.zh.patterns import ROMAN, patterns_of, rules_of
from yoy.quantities.zh.proportions import proportion
from yoy.quantities.zh.ranks import front, grade, ordinal, strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.units import UnitTable


class ChineseGrammar:
    """Reads the figures of a text; `thousands`: whether d,ddd is one number in this document."""

    def __init__(self, units: UnitTable, *, thousands: bool) -> None:
        self._units = units
        self._patterns = patterns_of(units.names(), thousands)
        self._rules = rules_of()

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Span]:
        """Figures of `plain[start:end]` in order; a bare Span is an ordinal (第二批)."""
        position = start
        while match := self._patterns.candidate.search(plain, position, end):
            found = self._at(plain, match.start(), end)
            if isinstance(found, Figure):
                yield found
                position = found.span.end
            elif isinstance(found, Span):
                yield found
                position = found.end
            else:
                position = self._skip(plain, match.start(), end)

    def _skip(self, plain: str, at: int, end: int) -> int:
        """Past a number that nothing was made of."""
        number = self._patterns.number.match(plain, at, end)
        return number.end() if number else at + 1

    def _at(self, plain: str, at: int, end: int) -> Figure | Span | None:
        first = plain[at]
        if first == "第":
            return ordinal(self._patterns, plain, at, end)
        if first == "前":
            return front(self._patterns, plain, at, end)
        if first in ROMAN:
            return grade(self._patterns, plain, at, end)
        return (
            proportion(self._patterns, plain, at, end)
            or strong(self._patterns, plain, at, end)
            or self._range(plain, at, end)
            or self._amount(plain, at, end)
            or self._hanzi(plain, at, end)
            or self._bare(plain, at, end)
        )

    def _amount(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.amount.match(plain, at, end)
        if not match or not self._fits(plain, match):
            return None
        figure = self._read(match, plain)
        if figure is None:
            return None
        return self._joined(figure, plain, end)

    def _fits(self, plain: str, match: re.Match[str]) -> bool:
        """Whether what follows leaves the unit a unit (28项目 has none)."""
        unit = match["unit"]
        rest = plain[match.end() : match.end() + 4]
        return not rest.startswith(self._rules.not_before.get(unit, ())) and not (
            unit == "个" and rest[:1] == "月"
        )

    def _read(self, match: re.Match[str], plain: str) -> Figure | None:
        number = _number(match["number"], _scale(match), match["more"])
        unit = self._units.find(match["unit"] + (match["per"] or "").replace("每", "/").replace(" ", ""))
        if number is None or unit is None:
            return None
        start = match.start()
        sign = -1 if _signed(plain, start) else 1
        return Figure(
            span=Span(start - (sign < 0), match.end()),
            value=trim(sign * number.value * unit.scale),
            quantum=trim(number.quantum * unit.scale),
            unit=unit.name,
            approx=number.approx,
        )

    def _joined(self, figure: Figure, plain: str, end: int) -> Figure:
        """4天2小时: a smaller unit of the same family right behind, with a smaller number."""
        unit = self._units.find(figure.unit or "")
        match = self._patterns.amount.match(plain, figure.span.end, end)
        if not match or unit is None or unit.family not in ("time", "money") or not self._fits(plain, match):
            return figure
        lesser = self._read(match, plain)
        small = self._units.find(lesser.unit or "") if lesser else None
        if lesser is None or small is None or small.family != unit.family or small.factor >= unit.factor:
            return figure
        target = unit if unit.family == "money" else small
        value = figure.value * unit.factor / target.factor + lesser.value * small.factor / target.factor
        quantum = lesser.quantum * small.factor / target.factor
        return figure._replace(
            span=Span(figure.span.start, lesser.span.end),
            value=trim(value),
            quantum=trim(quantum),
            unit=target.name,
        )

    def _range(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.span_of_two.match(plain, at, end)
        if not match:
            return None
        second = self._amount(plain, match.start("second"), end) or self._hanzi(
            plain, match.start("second"), end
        )
        if second is None or second.unit is None or second.shape != "amount":
            return None
        first = self._lower_end(match, second, plain)
        if first is None or first[0] >= second.value:
            return None
        return second._replace(
            span=Span(match.start(), second.span.end), value=first[0], value_max=second.value
        )

    def _lower_end(self, match: re.Match[str], second: Figure, plain: str) -> tuple[Decimal, str] | None:
        """Value of the first number of a range: with a unit of its own, or sharing the second's."""
        if match["unit"]:
            unit = self._units.find(match["unit"])
            number = _number(match["number"], _scale(match), match["more"])
            if unit is None or number is None or unit.name != second.unit:
                return None
            return trim(number.value * unit.scale), unit.name
        number = _number(match["number"], _scale(match), match["more"])
        if number is None:
            return None
        tail = plain[match.start("second") : second.span.end]
        scale = self._patterns.shared_scale.search(tail)
        shared = read_numeral("一" + scale.group()) if scale and not _scale(match) else None
        return trim(number.value * (shared.value if shared else 1)), second.unit or ""

    def _hanzi(self, plain: str, at: int, end: int) -> Figure | None:
        """十名, 六个, 几百家, 数十项, 万余户: hanzi count only with a counting word."""
        match = self._patterns.hanzi.match(plain, at, end)
        if not match or not self._fits(plain, match) or not self._counts(match, plain):
            return None
        text, unit = match["number"], self._units.find(match["unit"] + (match["per"] or ""))
        number = _hanzi_number(text)
        if number is None or unit is None:
            return None
        approx = number.approx or ("数" if text[0] in "数几" else None)
        return Figure(
            span=Span(*match.span()),
            value=trim(number.value * unit.scale),
            quantum=trim(number.quantum * unit.scale),
            unit=unit.name,
            approx=approx,
        )

    def _counts(self, match: re.Match[str], plain: str) -> bool:
        """一 never counts, nor 二 alone; short counting words need more than one numeral."""
        text, unit = match["number"], match["unit"]
        if text in self._rules.no_count or text[0] in "多余零〇点" or text in self._rules.financial_numerals:
            return False
        if unit == "大":
            return bool(self._rules.noun.match(plain, match.end()))
        if unit in self._rules.digits_only and not (len(text) > 1 and text[-1] in "十百千万亿余多"):
            return False
        if text[0] in "百千万亿" and not text.endswith(("余", "多")):
            before = plain[max(0, match.start() - 2) : match.start()]
            return before.endswith(self._rules.before_myriads) and (
                len(text) > 1 or unit in self._rules.units_of_myriads
            )
        return True

    def _bare(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.number.match(plain, at, end)
        if not match or not match["number"]:
            return None
        number = _number(match["number"], _scale(match), match["more"])
        if number is None:
            return None
        sign = -1 if _signed(plain, at) else 1
        scaled = bool(_scale(match))
        return Figure(
            span=Span(at - (sign < 0), match.end()),
            value=trim(sign * number.value),
            quantum=number.quantum,
            unit=None,
            shape="amount" if scaled else "bare",
            approx=number.approx,
        )


def _signed(plain: str, start: int) -> bool:
    """Whether the character before is a minus sign, not a dash."""
    if not start or plain[start - 1] not in "-－−":
        return False
    before = plain[start - 2] if start > 1 else " "
    return before in " \t\n(（[:：,，、；;|为达" or before.isspace()


def _number(digits: str, scale: str | None, more: str | None) -> Numeral | None:
    number = read_numeral(digits + (scale or ""))
    if number is None:
        return None
    mark = re.search("[余餘多几幾]", more or "")
    if not mark:
        return number
    return Numeral(value=number.value, quantum=max(number.quantum, _loose(number.value)), approx=mark.group())


def _scale(match: re.Match[str]) -> str | None:
    """The multiplier of a match: 万 of 4800多万, 万亿 of 4万多亿."""
    groups = match.groupdict()
    wide: str | None = groups.get("wide")
    return f"{wide}亿" if wide else groups["scale"]


def _loose(value: Decimal) -> Decimal:
    """The place of the last digit that isn't zero: 1500余 means hundreds."""
    _sign, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) + zeros)


def _hanzi_number(text: str) -> Numeral | None:
    number = read_numeral(text)
    if number is None and text[0] in "数几":
        number = read_numeral(text[1:])
    return number
