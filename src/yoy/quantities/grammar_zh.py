"""The grammar of figures in Chinese text: number, multiplier, 余/多 and unit, ranks and fractions.

The grammar is our own because no extractor tried on such text is usable (recall .98, precision .51
at best, a right number with its unit in one of eight).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from yoy import lexicon
from yoy.language.hanzi_numbers import hanzi_number_characters
from yoy.language.numerals import Numeral, read_numeral, trim
from yoy.model import Span
from yoy.quantities.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.language.units import UnitTable

_DIGITS = r"\d+(?:\.\d+)?"
_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?"
_SCALE = r"(?:万亿|千万|百万|十万|千亿|百亿|十亿|[万亿千百])"
_DASH = r"\s?(?:[-—–~～－至到]|——)\s?"
_BLANK = r"[ \u3000\u200b]?"
_RANK_GAP = 24
# Financial forms, which alone are surnames and places (陆家嘴).
_FINANCIAL = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


@dataclass(frozen=True, slots=True)
class _Patterns:
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


@dataclass(frozen=True, slots=True)
class _Rules:
    rank_before: re.Pattern[str]
    rank_after: re.Pattern[str]
    not_front: re.Pattern[str]
    front_after: re.Pattern[str]
    half_after: re.Pattern[str]
    noun: re.Pattern[str]
    not_before: dict[str, tuple[str, ...]]
    digits_only: frozenset[str]
    currency: dict[str, str]


class ChineseGrammar:
    """Reads the figures of a text; `thousands`: whether d,ddd is one number in this document."""

    def __init__(self, units: UnitTable, *, thousands: bool) -> None:
        self._units = units
        self._patterns = _patterns(units.names(), thousands)
        self._rules = _rules()

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
            return self._ordinal(plain, at, end)
        if first == "前":
            return self._front(plain, at, end)
        if first in _ROMAN:
            return self._grade(plain, at, end)
        return (
            self._proportion(plain, at, end)
            or self._strong(plain, at, end)
            or self._range(plain, at, end)
            or self._amount(plain, at, end)
            or self._hanzi(plain, at, end)
            or self._bare(plain, at, end)
        )

    def _ordinal(self, plain: str, at: int, end: int) -> Figure | Span | None:
        match = self._patterns.rank.match(plain, at, end)
        if not match:
            return None
        number = read_numeral(match["number"])
        if number is None:
            return None
        before = plain[max(0, at - _RANK_GAP) : at]
        standing = match["unit"] or (
            self._rules.rank_before.search(before) and self._rules.rank_after.match(plain, match.end())
        )
        if not standing or plain[match.end() : match.end() + 1] == "次":
            return Span(at, match.end())
        return Figure(
            span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=match["unit"], shape="rank"
        )

    def _front(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.front.match(plain, at, end)
        if not match or (at and self._rules.not_front.match(plain[at - 1])):
            return None
        number = read_numeral(match["number"])
        if number is None or not (match["unit"] or self._rules.front_after.match(plain, match.end())):
            return None
        unit = match["unit"] if match["unit"] in ("名", "位") else None
        return Figure(
            span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=unit, shape="rank"
        )

    def _grade(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.grade.match(plain, at, end)
        if not match or not re.search(r"[至到为达升降]$", plain[max(0, at - 1) : at]):
            return None
        if re.match(r"水|标准|以上|及|断面|区", plain[match.end() : match.end() + 2]):
            return None
        value = Decimal(_ROMAN.index(plain[at]) + 1)
        return Figure(span=Span(*match.span()), value=value, quantum=Decimal(1), unit="类", shape="grade")

    def _strong(self, plain: str, at: int, end: int) -> Figure | None:
        match = self._patterns.strong.match(plain, at, end)
        number = read_numeral(match["number"]) if match else None
        if not match or number is None or plain[match.end() : match.end() + 1] in tuple("化度劲企势项调总制"):
            return None
        return Figure(
            span=Span(*match.span()), value=number.value, quantum=Decimal(1), unit=None, shape="rank"
        )

    def _proportion(self, plain: str, at: int, end: int) -> Figure | None:
        """百分之五, 三分之二, 1/4, 两成, 一半, 翻一番."""
        if match := self._patterns.doubling.match(plain, at, end):
            times = read_numeral(match["times"]) if match["times"] else None
            value = Decimal(2) ** int(times.value if times else 1) * 100 - 100
            return Figure(
                span=Span(*match.span()), value=value, quantum=Decimal(1), unit="%", shape="doubling"
            )
        if plain.startswith(("一半", "半数"), at):
            if not self._rules.half_after.search(plain[max(0, at - 3) : at]):
                return None
            return Figure(
                span=Span(at, at + 2),
                value=Decimal("0.5"),
                quantum=Decimal("0.1"),
                unit=None,
                shape="fraction",
            )
        for pattern in (self._patterns.hundredth, self._patterns.fraction, self._patterns.slash):
            match = pattern.match(plain, at, end)
            number = read_numeral(match.group()) if match else None
            if match and number:
                return _proportion(match, number)
        match = self._patterns.tenth.match(plain, at, end)
        number = read_numeral(match.group()) if match else None
        return _proportion(match, number) if match and number else None

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
        return replace(
            figure,
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
        return replace(
            second, span=Span(match.start(), second.span.end), value=first[0], value_max=second.value
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
        scale = re.search(rf"(?<=[\d余多几]){_SCALE}", tail)
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
        if text in ("一", "二", "几", "数", "多", "余", "零", "〇", "半", "数多") or text[0] in "多余零〇点":
            return False
        if len(text) == 1 and text in _FINANCIAL:
            return False
        if unit == "大":
            return bool(self._rules.noun.match(plain, match.end()))
        if unit in self._rules.digits_only and not (len(text) > 1 and text[-1] in "十百千万亿余多"):
            return False
        if text[0] in "百千万亿" and not text.endswith(("余", "多")):
            before = plain[max(0, match.start() - 2) : match.start()]
            return before.endswith(
                ("超", "近", "逾", "破", "超过", "突破", "达", "约", "达到", "上", "过", "为")
            ) and (len(text) > 1 or unit in ("元", "美元", "人", "户", "吨"))
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


def _proportion(match: re.Match[str], number: Numeral) -> Figure:
    unit = "%" if number.percent else None
    return Figure(
        span=Span(*match.span()),
        value=number.value,
        quantum=number.quantum,
        unit=unit,
        shape="fraction",
        approx=None,
    )


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


@cache
def _rules() -> _Rules:
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    measure = lexicon.data("measure_words")["zh"]
    return _Rules(
        rank_before=re.compile(words["rank_before"]),
        rank_after=re.compile(words["rank_after"]),
        not_front=re.compile(words["not_front"]),
        front_after=re.compile(words["front_after"]),
        half_after=re.compile(words["half_after"]),
        noun=re.compile(words["hanzi_need_noun"].lstrip("^")),
        not_before={unit: tuple(rest) for unit, rest in measure["not_before"].items() if rest},
        digits_only=frozenset(measure["digits_only"]["words"]),
        currency=words["currency"],
    )


@cache
def _patterns(names: tuple[str, ...], thousands: bool) -> _Patterns:  # noqa: FBT001 - a cache key
    digits = _THOUSANDS if thousands else _DIGITS
    hanzi = "".join(sorted(set(hanzi_number_characters()) - set("两兆") | set("两点半")))
    run = f"[{hanzi}]+"
    unit = "|".join(_unit_pattern(name) for name in names if _in_chinese(name))
    per = rf"(?:\s?(?:[/／]|每)\s?(?:[百千万亿]+)?(?:{unit}))?"
    return _build(digits, run, unit, per)


def _build(digits: str, run: str, unit: str, per: str) -> _Patterns:
    head = rf"(?P<number>(?:{digits})(?:[万亿](?=\d)\d+)?)"
    scaled = rf"{_BLANK}(?P<more>(?:[余多几]?(?P<scale>{_SCALE})[余多几]?|[余多几]|(?P<wide>[万千百十])[余多几]亿)??)"
    either = rf"(?:{digits}|{run})"
    return _Patterns(
        candidate=re.compile(
            rf"[\d第前{_ROMAN}翻半一二两三四五六七八九十百千万亿廿卅几数壹贰叁肆伍陆柒捌玖拾]"
        ),
        rank=re.compile(r"第\s?(?P<number>\d+|[一二三四五六七八九十百]+)\s?(?P<unit>名(?![称字录])|位)?"),
        front=re.compile(
            r"前\s?(?P<number>\d+|[一二三四五六七八九十百]+)\s?(?P<unit>名|位|强|列)?(?![年个天月次批期轮届排小项])"
        ),
        strong=re.compile(r"(?P<number>\d+|[十百]+)强"),
        hundredth=re.compile(rf"[百千万]+分之\s?(?:{either})"),
        fraction=re.compile(rf"[{'一二两三四五六七八九十百'}]+分之{run}|\d+分之\d+"),
        slash=re.compile(r"(?<![\d/])[1-9]\d?/[1-9]\d?(?![\d/年月])"),
        tenth=re.compile(
            rf"(?:{_DIGITS}|[一二两三四五六七八九十点]+)成(?:[一二三四五六七八九半](?=[，。；、左以的多]))?(?![立为果员功本就绩长熟套交都品效型片分份人像])"
        ),
        doubling=re.compile(r"翻(?:了)?(?P<times>[一二两三四])?番|翻(?:了)?一?倍"),
        grade=re.compile(rf"[{_ROMAN}]\s?类"),
        span_of_two=re.compile(
            rf"{head}{scaled}{_BLANK}(?P<unit>{unit})?{_DASH}(?P<second>(?=\d)|(?=[一二两三四五六七八九十百]))"
        ),
        amount=re.compile(rf"{head}{scaled}{_BLANK}(?P<unit>{unit})(?P<per>{per})"),
        hanzi=re.compile(rf"(?P<number>{run}?){_BLANK}(?P<unit>{unit})(?P<per>{per})"),
        number=re.compile(
            rf"(?P<number>{digits})(?:{_BLANK}(?P<more>[余多几]?(?P<scale>{_SCALE})[余多几]?|[余多几](?![个种方])))?|[一二两三四五六七八九十百千万亿几数]+"
        ),
    )


def _in_chinese(name: str) -> bool:
    return not re.fullmatch(r"[a-z .-]+|[^\w%‰℃㎡㎢㎥]+|[A-Z]{1,3}\$|Rs\.", name) or name in (
        "km",
        "cm",
        "mm",
        "kg",
        "mg",
    )


def _unit_pattern(name: str) -> str:
    return re.escape(name) + (r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else "")
