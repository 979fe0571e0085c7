"""Amounts in Chinese text: a whole number, its sign, its unit, a half behind it, a range of two."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.hanzi import is_hanzi
from yoy.language.numerals import read_numeral, trim
from yoy.language.units import counts_things
from yoy.model import Span
from yoy.quantities.figure import Aside, Figure
from yoy.quantities.zh.counting import Counted, Units
from yoy.quantities.zh.numbers import Numbers, Run
from yoy.quantities.zh.patterns import rule

if TYPE_CHECKING:
    from yoy.language.units import UnitTable
    from yoy.model import Doubt
    from yoy.quantities.zh.patterns import Patterns

_DASHES = "-－−"
_HALF = Decimal("0.5")
_COLD = "零下"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


class _Read(NamedTuple):
    """An amount with the run of signs that its number is."""

    figure: Figure
    run: Run


class Amounts:
    """Reads the amount that begins at a place; `thousands`: whether d,ddd is one number here."""

    def __init__(self, units: UnitTable, patterns: Patterns, *, thousands: bool) -> None:
        self._table = units
        self._patterns = patterns
        self._units = Units(units, patterns)
        self._grouped = thousands
        self.numbers = Numbers(thousands=thousands)

    def at(self, plain: str, at: int, end: int) -> Figure | Aside | None:
        """The figure, a number that is set aside, or None where nothing counts."""
        if plain[at] == "半":
            return self._half_alone(plain, at, end)
        run = self.numbers.at(plain, at, end)
        return self._amount(plain, run, end) if run else None

    def _amount(self, plain: str, run: Run, end: int) -> Figure | Aside | None:
        onward = self._patterns.onward.match(plain, run.end, end)
        goes_on = onward or (self._grouped and self._patterns.misgrouped.match(plain, run.end, end))
        if goes_on and run.printed:
            return self._power(plain, run, end) or Aside(Span(run.start, goes_on.end()), "bare", "goes_on")
        counted = self._units.behind(plain, run, end)
        if run.numeral is None:
            return Aside(Span(run.start, counted.end), "bare", "unread") if counted else None
        first = self._read(plain, run, counted)
        ranged = self._range(plain, run, first, end)
        if ranged:
            return self._checked(plain, ranged)
        if first is None or (counted is None and not self._bare_counts(plain, run)):
            return None
        return self._checked(plain, self._joined(first.figure, plain, end) if counted else first.figure)

    def _checked(self, plain: str, figure: Figure) -> Figure | Aside:
        """The base of a rate is none: 每10万人."""
        if plain[figure.span.start - 1 : figure.span.start] == "每":
            return Aside(figure.span, "per")
        return figure

    def _half_alone(self, plain: str, at: int, end: int) -> Figure | None:
        """半个百分点."""
        match = self._patterns.half_unit.match(plain, at, end)
        unit = self._units.halved(match["halved"]) if match else None
        if not match or unit is None or (at and plain[at - 1] in "一大多"):
            return None
        return Figure(
            span=Span(at, match.end()), value=_HALF, quantum=Decimal("0.1"), unit=unit.name, rule="zh.half"
        )

    def _power(self, plain: str, run: Run, end: int) -> Figure | Aside | None:
        """3×10^6立方米."""
        match = self._patterns.power.match(plain, run.end, end)
        if not match or run.numeral is None or run.scale:
            return None
        power = int((match["power"] or match["raised"]).translate(_SUPERSCRIPTS))
        whole = run._replace(
            end=match.end(),
            numeral=run.numeral._replace(
                value=trim(run.numeral.value.scaleb(power)), quantum=run.numeral.quantum.scaleb(power)
            ),
        )
        read = self._read(plain, whole, self._units.behind(plain, whole, end))
        return read.figure._replace(rule="zh.power", shape="amount") if read else None

    def _bare_counts(self, plain: str, run: Run) -> bool:
        """Digits may count without a unit; hanzi with decimals or as a bound passed: 突破千亿."""
        return run.printed or "点" in run.text or self._units.is_bound(plain, run, run.end, None)

    def _read(self, plain: str, run: Run, counted: Counted | None) -> _Read | None:
        """The amount without regard to what stands before or behind it."""
        number = run.numeral
        if number is None:
            return None
        start, sign, doubt = self._sign(plain, run, counted)
        half = _HALF if counted and counted.half else Decimal(0)
        factor = counted.unit.scale if counted else Decimal(1)
        scaled = read_numeral(run.scale) if run.scale else None
        figure = Figure(
            span=Span(start, counted.end if counted else run.end),
            value=trim(sign * (number.value + half) * factor),
            value_max=trim((number.top + half) * factor) if number.top is not None else None,
            quantum=trim(number.quantum * factor if not half else Decimal("0.1")),
            unit=counted.unit.name if counted else None,
            shape="amount" if counted or run.scale else "bare",
            approx=number.approx,
            scale=scaled.value if scaled else Decimal(1),
            rule=_rule(run, counted),
            doubt=doubt or ("joined" if run.joined else None),
        )
        return _Read(figure, run)

    def _sign(self, plain: str, run: Run, counted: Counted | None) -> tuple[int, int, Doubt | None]:
        """Where the figure begins, its sign, and a doubt where a dash may be a minus."""
        start = run.start
        if counted and counted.bracketed:
            return start - 1, -1, None
        before = plain[max(0, start - 2) : start]
        if before == _COLD and counted and counted.unit.family == "temperature":
            return start - 2, -1, None
        if before[-1:] in ("负", "負"):
            return (start, 1, None) if rule("no_minus").search(before) else (start - 1, -1, None)
        touches = run.printed and before[-1:] in tuple(_DASHES)
        if touches and (len(before) == 1 or rule("sign_before").search(before[0])):
            return start - 1, -1, None
        if not touches or not is_hanzi(before[0]) or counted is None:
            return start, 1, None
        return (start, 1, "sign") if counts_things(counted.unit.name) else (start - 1, -1, None)

    def _joined(self, figure: Figure, plain: str, end: int) -> Figure:
        """4天2小时: a smaller unit of the same family right behind, with a smaller number."""
        unit = self._table.find(figure.unit or "")
        run = self.numbers.at(plain, figure.span.end, end) if figure.span.end < end else None
        if unit is None or unit.family not in ("time", "money") or run is None or run.numeral is None:
            return figure
        counted = self._units.behind(plain, run, end)
        if counted is None or counted.unit.family != unit.family or counted.unit.factor >= unit.factor:
            return figure
        lesser = self._read(plain, run, counted)
        if lesser is None:
            return figure
        target = unit if unit.family == "money" else counted.unit
        value = figure.value * unit.factor + lesser.figure.value * counted.unit.factor
        return figure._replace(
            span=Span(figure.span.start, counted.end),
            value=trim(value / target.factor),
            quantum=trim(lesser.figure.quantum * counted.unit.factor / target.factor),
            unit=target.name,
            rule="zh.compound",
        )

    def _range(self, plain: str, run: Run, first: _Read | None, end: int) -> Figure | None:
        """3万至5万元, 二至三项, -5℃至-3℃."""
        if first is None:
            return None
        dash = self._patterns.dash.match(plain, first.figure.span.end, end)
        if dash and dash.group().strip() in "至到" and plain[run.start - 1 : run.start] in ("从", "由"):
            return None
        second = self._end_of_range(plain, dash.end(), end) if dash else None
        if dash is None or second is None:
            return None
        if first.figure.unit not in (None, second.figure.unit) or second.figure.value_max is not None:
            return None
        low = self._lower_end(run, first.figure, second)
        if low is None:
            return None
        return second.figure._replace(
            span=Span(first.figure.span.start, second.figure.span.end),
            value=low,
            value_max=second.figure.value,
            approx=first.figure.approx or second.figure.approx,
            rule="zh.range",
            doubt=first.figure.doubt or second.figure.doubt,
        )

    def _end_of_range(self, plain: str, at: int, end: int) -> _Read | None:
        """The second amount of a range, behind its own minus sign if it has one."""
        signed = at < end and plain[at] in _DASHES
        run = self.numbers.at(plain, at + signed, end)
        counted = self._units.behind(plain, run, end) if run else None
        if run is None or counted is None:
            return None
        read = self._read(plain, run, counted._replace(bracketed=False))
        if read and signed and read.figure.value > 0:
            return read._replace(figure=read.figure._replace(value=-read.figure.value))
        return read if read is None or signed else read._replace(figure=_unsigned(read.figure, run.start))

    def _lower_end(self, run: Run, first: Figure, second: _Read) -> Decimal | None:
        """The lower end, which shares the multiplier of the upper one if it has none of its own."""
        high = second.figure.value
        if first.unit is not None:
            return first.value if first.value < high else None
        factor = self._table.find(second.figure.unit or "")
        own = first.value * (factor.scale if factor else 1)
        if not run.scale and second.run.scale and (run.printed or second.run.scale[0] != "十"):
            shared = own * second.figure.scale
            if shared < high:
                return trim(shared)
        return trim(own) if own < high else None


def _unsigned(figure: Figure, start: int) -> Figure:
    """The upper end of a range whose dash touches it: 3-5个."""
    if figure.span.start == start:
        return figure
    return figure._replace(span=Span(start, figure.span.end), value=abs(figure.value))


def _rule(run: Run, counted: Counted | None) -> str:
    if counted is None:
        return "zh.scaled" if run.scale else "zh.bare"
    if counted.half:
        return "zh.half"
    if run.numeral and run.numeral.top is not None:
        return "zh.neighbours"
    return "zh.amount" if run.printed else "zh.words"
