"""A whole number in Chinese text, from its first sign to its last: digits, hanzi and any mixture.

A number is never read from its middle: the scan goes from sign to sign as long as the number can
go on, and what it makes of the whole is a value or nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy import lexicon
from yoy.language.hanzi_numbers import digits_in_row
from yoy.language.numerals import Numeral, read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

Sign = Literal["digits", "digit", "zero", "scale", "more", "vague", "point"]

# What may follow what; None is the beginning.
_FOLLOWS: dict[Sign | None, frozenset[Sign]] = {
    None: frozenset(("digits", "digit", "zero", "scale", "vague")),
    "digits": frozenset(("scale", "more", "vague")),
    "digit": frozenset(("digit", "zero", "scale", "point")),
    "zero": frozenset(("digits", "digit", "zero", "scale", "point")),
    "scale": frozenset(("digits", "digit", "zero", "scale", "more", "vague", "point")),
    "more": frozenset(("scale",)),
    "vague": frozenset(("scale",)),
    "point": frozenset(("digit", "zero")),
}
_BLANKS = " \u3000"
# A digit in hanzi right behind these is short for the next place: 四百五 (450).
_COLLOQUIAL = re.compile(r"[百千万亿][一二两三四五六七八九]")
_POSITIONAL = 3
# Behind these no number goes on across a stop (第3，456件), behind those not across ， (增长5，120家).
_RANKED = "第前列居名"
_RATED = "率速幅升降长"


class _Token(NamedTuple):
    sign: Sign
    text: str
    start: int
    end: int


class Run(NamedTuple):
    """A number as the text writes it.

    Attributes:
        numeral: what it says, or None where that can't be told.
        text: its signs without blanks, commas and 余 多.
        printed: whether it begins with digits.
        scale: the multiplier it ends in (亿 of 3.5亿), or "".
        more: the 余 or 多 in it.
        joined: whether it was read across a blank or a full-width comma.
    """

    start: int
    end: int
    numeral: Numeral | None
    text: str
    printed: bool
    scale: str
    more: str | None
    joined: bool


class Numbers:
    """Finds whole numbers; `thousands`: whether d,ddd is one number in this document."""

    def __init__(self, *, thousands: bool) -> None:
        self._token = _token_pattern(thousands)
        self._apart = {
            **dict.fromkeys(_RANKED, _token_pattern(thousands, joins=())),
            **dict.fromkeys(_RATED, _token_pattern(thousands, joins=("cut",))),
        }
        self._asked: tuple[str, int, int] = ("", 0, 0)
        self._answer: Run | None = None

    def at(self, plain: str, start: int, end: int) -> Run | None:
        """The number that begins at a place, or None when none does.

        One rule after the other asks for the same place, so the last answer is kept.
        """
        asked = (plain, start, end)
        if asked != self._asked:
            self._asked, self._answer = asked, self._read(plain, start, end)
        return self._answer

    def _read(self, plain: str, start: int, end: int) -> Run | None:
        tokens = tuple(self._tokens(plain, start, end))
        while tokens and (tokens[-1].sign == "point" or (tokens[-1].sign == "zero" and len(tokens) > 1)):
            tokens = tokens[:-1]
        if not tokens or (tokens[-1].sign == "vague" and len(tokens) == 1):
            return None
        return _run(tokens)

    def _tokens(self, plain: str, start: int, end: int) -> Iterator[_Token]:
        last: _Token | None = None
        printed, position = False, start
        while token := self._next(plain, position, end, last):
            if not self._goes(token, last) or (printed and not self._fits(plain, token, end)):
                return
            yield token
            printed = printed or token.sign == "digits"
            last, position = token, token.end

    def _next(self, plain: str, position: int, end: int, last: _Token | None) -> _Token | None:
        """The next sign; a blank may stand between digits and their multiplier."""
        if last and last.sign == "digits" and position < end and plain[position] in _BLANKS:
            position += 1
            match = self._token.match(plain, position, end)
            if not match or match.lastgroup not in ("scale", "more"):
                return None
        else:
            match = self._pattern(plain, position).match(plain, position, end)
        if not match or match.lastgroup is None:
            return None
        return _Token(_SIGNS[match.lastgroup], match.group(), position, match.end())

    def _pattern(self, plain: str, at: int) -> re.Pattern[str]:
        """Behind digits and a blank, and behind some words, blanks and ， part numbers."""
        if at > 1 and plain[at - 1] in _BLANKS and plain[at - 2].isdigit():
            return self._apart["第"]
        return self._apart.get(plain[at - 1 : at], self._token)

    def _goes(self, token: _Token, last: _Token | None) -> bool:
        """Whether a sign can follow another."""
        if token.sign not in _FOLLOWS[last.sign if last else None]:
            return False
        if last and last.sign == "scale":
            if token.sign == "scale":
                return token.text in "万亿萬億" and token.text != last.text
            return token.sign != "digits" or last.text not in "十拾"
        return True

    def _fits(self, plain: str, token: _Token, end: int) -> bool:
        """Behind digits a digit in hanzi needs its own multiplier: 100万两千, not 100万一次."""
        if token.sign not in ("digit", "zero"):
            return True
        follower = self._token.match(plain, token.end, end)
        goes_on = ("scale", "digits", "digit") if token.sign == "zero" else ("scale",)
        return follower is not None and follower.lastgroup in goes_on


_SIGNS: dict[str, Sign] = {
    "grouped": "digits",
    "foreign": "digits",
    "cut": "digits",
    "digits": "digits",
    "digit": "digit",
    "zero": "zero",
    "scale": "scale",
    "more": "more",
    "vague": "vague",
    "point": "point",
}


def _run(tokens: tuple[_Token, ...]) -> Run:
    printed = tokens[0].sign == "digits"
    text = "".join(_clean(token.text) for token in tokens if token.sign != "more")
    more = next((token.text for token in tokens if token.sign == "more"), None)
    if tokens[-1].sign == "vague":
        text, more = text[: -len(tokens[-1].text)], tokens[-1].text
    return Run(
        start=tokens[0].start,
        end=tokens[-1].end,
        numeral=_numeral(text, more),
        text=text,
        printed=printed,
        scale=_scale(tokens),
        more=more,
        joined=any(token.sign == "digits" and re.search(r"[ \u3000，'’]", token.text) for token in tokens),
    )


def _clean(text: str) -> str:
    return re.sub(r"[ \u3000,，'’]", "", text)


def _scale(tokens: tuple[_Token, ...]) -> str:
    """The multipliers at the end: 万亿 of 4万亿, 百万 of 三五百万."""
    found: list[str] = []
    for token in reversed(tokens):
        if token.sign == "scale":
            found.append(token.text)
        elif token.sign != "more":
            break
    return "".join(reversed(found))


def _numeral(text: str, more: str | None) -> Numeral | None:
    if not _is_clear(text):
        return None
    number = read_numeral(text)
    if number is None or more is None:
        return number
    return number._replace(quantum=max(number.quantum, _loose(number.value)), approx=more)


def _is_clear(text: str) -> bool:
    """Whether its hanzi make one number: 四百五 and 八六 may be another."""
    if any(sign.isdecimal() for sign in text):
        return True
    if digits_in_row(text):
        return len(text) >= _POSITIONAL and not re.search("[十百千万亿]", text)
    return "点" in text or not _COLLOQUIAL.search(text[-2:])


def _loose(value: Decimal) -> Decimal:
    """The place of the last digit that isn't zero: 1500余 means hundreds."""
    _sign, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) + zeros)


@cache
def _token_pattern(
    thousands: bool,  # noqa: FBT001 - a cache key
    *,
    joins: tuple[str, ...] = ("foreign", "cut"),
) -> re.Pattern[str]:
    """One sign of a number; `joins`: how digits may be read across a blank or a full-width comma."""
    signs = lexicon.data("number_words")["zh"]["signs"]
    parts = [
        *((r"(?P<grouped>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?)",) if thousands else ()),
        *(signs[name] for name in joins),
        r"(?P<digits>\d+(?:\.\d+)?)",
        rf"(?P<zero>[{signs['zero']}])",
        rf"(?P<digit>[{signs['digit']}])",
        signs["scale"],
        rf"(?P<more>{signs['more']})",
        rf"(?P<vague>[{signs['vague']}])",
        r"(?P<point>[点點])",
    ]
    return re.compile("|".join(parts))
