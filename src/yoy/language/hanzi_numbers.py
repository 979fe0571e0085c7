"""Numbers written in hanzi, or in digits with 十百千万亿 among them (7万5千4百, 三百五十又3分之1).

The grammar is positional by 十百千 inside a section and by 万亿兆 between sections; a last digit
after a unit stands for the next place (两千四百五 is 2450), unless 零 comes before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|.")
_THOUSANDS = {"k": 1000, "K": 1000}


# Two digits side by side with no unit between are an interval where they neighbour: 四五亿, 十七八万.
_NEIGHBOURS = re.compile(
    r"(?P<head>.*?)(?<![一二两三四五六七八九])"
    r"(?P<two>一两|一二|[二两]三|三四|四五|五六|六七|七八|八九|三五)(?P<tail>[十百千万亿萬億兆余多]*)"
)
_DIGITS_IN_ROW = re.compile(r"[一二三四五六七八九两][一二三四五六七八九两]")


class HanziNumber(NamedTuple):
    """Value, one unit of the last printed place, whether a percentage, and 余 多 几 数 inside.

    `top` is the upper end where the number is an interval (四五亿).
    """

    value: Decimal
    quantum: Decimal
    percent: bool = False
    approx: str | None = None
    top: Decimal | None = None


class _Words(NamedTuple):
    digits: Mapping[str, int]
    tens: Mapping[str, int]
    whole: Mapping[str, int]
    myriads: Mapping[str, int]
    marks: Mapping[str, str]


@cache
def _words() -> _Words:
    data = lexicon.data("number_words")["zh"]
    return _Words(data["digits"], data["tens"], data["whole"], data["myriads"], data["marks"])


@cache
def hanzi_number_characters() -> str:
    """Every character that a number in hanzi can consist of, without 半, 分之 and the point."""
    words = _words()
    return "".join(
        [*words.digits, *words.tens, *words.whole, *words.myriads, words.marks["vague"], words.marks["more"]]
    )


def read_hanzi(text: str) -> HanziNumber | None:
    """The number that all of `text` writes (no spaces inside), or None."""
    marks = _words().marks
    text = text.removeprefix("第")
    if not text:
        return None
    negative = text[0] in marks["minus"] + "-"
    body = text[1:] if negative else text
    number = _tenths(body) or _fraction(body) or _between(body) or _cardinal(body)
    return number._replace(value=-number.value) if number and negative else number


def _between(text: str) -> HanziNumber | None:
    """两三百, 十七八万, 三五个: the two ends that neighbouring digits are."""
    match = _NEIGHBOURS.fullmatch(text)
    if not match or "点" in text:
        return None
    low = _cardinal(match["head"] + match["two"][0] + match["tail"])
    high = _cardinal(match["head"] + match["two"][1].replace("两", "二") + match["tail"])
    if low is None or high is None or high.value <= low.value:
        return None
    return low._replace(top=high.value)


def digits_in_row(text: str) -> bool:
    """Whether two digits stand side by side that are no interval and no decimals: 五八."""
    before = text.partition("点")[0]
    return bool(_DIGITS_IN_ROW.search(before)) and not _NEIGHBOURS.fullmatch(before)


def _tenths(text: str) -> HanziNumber | None:
    """两成, 七成六, 三成半, 75折, 九点五折."""
    match = re.fullmatch(r"(.+?)([成折])(.?)", text)
    if not match:
        return None
    head, mark, tail = match.groups()
    if mark == "折":
        return None if tail else _discount(head)
    number = Decimal("0.5") if head == "半" else _value_of(head)
    extra = {"": Decimal(0), "半": Decimal(5)}.get(tail, _value_of(tail) if tail else None)
    if number is None or extra is None:
        return None
    return HanziNumber(value=number * 10 + extra, quantum=Decimal(1 if tail else 10), percent=True)


def _discount(head: str) -> HanziNumber | None:
    number = Decimal(5) if head in ("半", "对", "對") else _value_of(head)
    if number is None:
        return None
    value = number * 10 if number <= 10 else number  # noqa: PLR2004 - 九折 is 90, 75折 is 75
    return HanziNumber(value=value, quantum=Decimal(1), percent=True)


def _value_of(text: str) -> Decimal | None:
    number = _cardinal(text)
    return number.value if number else None


def _fraction(text: str) -> HanziNumber | None:
    marks = _words().marks
    head, mark, top = text.partition(marks["fraction"])
    if not mark:
        return None
    whole, mixed, bottom = head.rpartition(marks["mixed"])
    negative = top[:1] in marks["minus"] and top != ""
    numerator = _cardinal(top[1:] if negative else top)
    denominator = _value_of(bottom)
    base = _value_of(whole) if mixed else Decimal(0)
    if numerator is None or not denominator or base is None:
        return None
    sign = -1 if negative else 1
    if not mixed and bottom[:1] in "百佰千仟万萬":
        scale = denominator / 100
        return HanziNumber(
            value=sign * numerator.value / scale, quantum=numerator.quantum / scale, percent=True
        )
    return HanziNumber(value=base + sign * numerator.value / denominator, quantum=Decimal(1).scaleb(-12))


@dataclass(slots=True)
class _Sum:
    """The running sum of a cardinal."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    pending: Decimal | None = None
    place: Decimal = Decimal(1)
    quantum: Decimal = Decimal(1)
    after_unit: bool = False
    short: bool = False
    written: bool = False
    last_myriad: Decimal = field(default_factory=lambda: Decimal(0))

    def digit(self, value: Decimal, *, short: bool) -> bool:
        """A digit or a printed number; a digit after a digit continues it. Whether it fits."""
        if self.pending is None:
            self.pending = value
        elif short and self.short:
            self.pending = self.pending * 10 + value
            self.after_unit = False
        else:
            return False
        self.short = short
        self.written = True
        return True

    def tens(self, unit: Decimal) -> None:
        """十, 百 or 千."""
        self.section += (Decimal(1) if self.pending is None else self.pending) * unit
        self._close(unit)

    def myriad(self, unit: Decimal) -> None:
        """万, 亿 or 兆: multiplies the section, or the whole when it is the greater unit."""
        doubled = bool(self.last_myriad) and self.pending is None and self.after_unit
        self.section += self.pending or 0
        if self.section == 0 or unit > self.last_myriad > 0:
            whole = self.total + self.section
            self.total = (whole if whole or self.written else Decimal(1)) * unit
        else:
            self.total += self.section * unit
        self.section = Decimal(0)
        self.last_myriad = unit
        step = self.quantum
        self._close(unit)
        if doubled:  # 2.63万亿: the last digit counts 100 times 亿
            self.quantum = step * unit

    def _close(self, unit: Decimal) -> None:
        self.quantum = self.quantum * unit if self.quantum < 1 else unit
        self.pending, self.place, self.after_unit, self.written = None, unit, True, True

    def expand(self) -> None:
        """两千四百五: the five stands for fifty."""
        if self.pending is not None and self.after_unit and self.short and self.pending < 10:  # noqa: PLR2004
            self.pending *= self.place / 10
            self.quantum = self.place / 10
        elif self.pending is not None and self.after_unit:
            self.quantum = Decimal(1)

    def value(self) -> Decimal:
        """The sum so far."""
        return self.total + self.section + (self.pending or 0)


def _cardinal(text: str) -> HanziNumber | None:
    words = _words()
    point = re.search(f"[{words.marks['point']}]", text)
    state = _Sum()
    approx: str | None = None
    tokens = _TOKEN.findall(text)
    if not tokens or text in (*words.marks["more"], *words.marks["vague"]):
        return None
    if len(text) > 1 and text[-1] in words.marks["two"]:  # 二 ends a number, 两 only begins one
        return None
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if token in words.marks["more"] + words.marks["vague"]:
            approx = token
        elif point and token == point[0]:
            position = _take_decimals(tokens, position, state)
        elif not _take(token, state):
            return None
    state.expand()
    return HanziNumber(value=state.value(), quantum=state.quantum, approx=approx) if state.written else None


def _take(token: str, state: _Sum) -> bool:
    words = _words()
    if token[0].isdecimal() or (token[0] == "." and len(token) > 1):
        number = Decimal(token.replace(",", ""))
        if not state.digit(number, short=len(token) == 1):
            return False
        exponent = number.as_tuple().exponent
        state.quantum = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return True
    if token in words.marks["zero"]:
        state.after_unit = False
        state.written = True
        if state.pending is not None:
            state.digit(Decimal(0), short=True)
    elif token in words.digits:
        state.quantum = Decimal(1)
        return state.digit(Decimal(words.digits[token]), short=True)
    elif token in words.whole:
        state.section += words.whole[token]
        state.written = True
    elif token in words.tens or token in _THOUSANDS:
        state.tens(Decimal(words.tens.get(token, _THOUSANDS.get(token, 1))))
    elif token in words.myriads:
        state.myriad(Decimal(words.myriads[token]))
    elif token == words.marks["half"] and not state.written:
        state.digit(Decimal("0.5"), short=False)
    else:
        return False
    return True


def _take_decimals(tokens: list[str], position: int, state: _Sum) -> int:
    """Digits after 点, up to the next unit; returns the position behind them."""
    digits = _words().digits
    state.expand()
    decimals = ""
    while position < len(tokens) and (tokens[position] in digits or tokens[position].isdecimal()):
        token = tokens[position]
        decimals += str(digits[token]) if token in digits else token
        position += 1
    if decimals:
        state.pending = (state.pending or 0) + Decimal("0." + decimals)
        state.quantum = Decimal(1).scaleb(-len(decimals))
        state.short, state.after_unit, state.written = False, False, True
    return position
