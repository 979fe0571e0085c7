"""Cuts text into the pieces a reader sees changing, and masks what every new year changes.

A figure with its unit, a year, an ordinal, a short quoted name and a Latin word are one token each,
so that a diff never cuts through them; every other character stands alone. Word segmentation was
tried and cuts no better (0.9 s and 42 MB a report).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from operator import add
from sys import intern
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.language.hanzi import HANZI

if TYPE_CHECKING:
    from collections.abc import Sequence

TokenKind = Literal["figure", "year", "numbering", "number", "name", "word", "mark", "space"]

_HAN_DIGITS = "一二三四五六七八九十百零〇"
_ORDINAL = rf"[{_HAN_DIGITS}]+|\d+"
_LEADING = re.compile(
    rf"[\s#]*(?:第(?P<chapter>{_ORDINAL})[章节条部编篇]|[（(](?P<bracket>{_ORDINAL})[)）]"
    rf"|(?P<han>[{_HAN_DIGITS}]+)[、.．是]|(?P<dotted>\d+(?:\.\d+)+(?=[\s、])|\d+(?:\.\d+){(2,)})"
    r"|(?P<digit>\d{1,3})(?:、|[.．)）](?!\d))|(?P<circle>[①-⑳])|(?:item|part)\s+(?P<item>\d+[a-z]?|[ivx]+)\b)",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"(?<=[。；;：:，,\s])(?P<inline>[{_HAN_DIGITS}]+)(?=是)")
_YEAR = r"(?<!\d)(?:[1１][9９]|[2２][0０])\d{2}(?!\d)年?"
_PIECE = re.compile(
    rf"(?P<year>{_YEAR})|(?P<number>\d+(?:[.,．，]\d+)*[%％‰]?)"
    r"|(?P<name>《[^《》\d\n]{1,14}》|[“\x22][^“”\x22\d\n]{1,8}[”\x22])"
    r"|(?P<latin>[A-Za-zÀ-ɏ]+(?:['’\-][A-Za-zÀ-ɏ]+)*)|(?P<space>[\s\u200b-\u200d\u2060\ufeff]+)|(?P<hanzi>[\u4e00-\u9fff]+)|(?P<one>.)",
    re.DOTALL,
)
_YEARS = re.compile(rf"{_YEAR}度?")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_BETWEEN_WORDS = re.compile(r"(?<=[a-zà-ɏ])\W+(?=[a-z0à-ɏ])|(?<=0)\W+(?=[a-zà-ɏ])")
_SILENT = re.compile(r"\W+")
_WORD_OR_SIGN = re.compile(r"[a-zà-ɏ]+|[^_]")
# Alignment and checks look at each passage some ten times; what it comes to is worked out once.
_REMEMBERED = 1 << 16
_VARIANTS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "＂": '"',
        "‘": "'", "’": "'", "—": "-", "–": "-", "－": "-", "―": "-", "−": "-", "─": "-", "～": "~",
        "。": ".", "·": "・", "•": "・", "●": "・", "【": "[", "】": "]", "〔": "[", "〕": "]",
        "〈": "<", "〉": ">", "《": "<", "》": ">",
    }
)  # fmt: skip


class Figure(NamedTuple):
    """A stretch that is one figure, and the unit it is counted in."""

    start: int
    end: int
    unit: str


class Token(NamedTuple):
    """A piece of text that changes as a whole.

    Attributes:
        start, end: half-open offsets into the report's text.
        key: what tokens of two reports share when they are the same but for width and variants of
            punctuation.
        mask: what they share when figures, years and numbering are left open.
    """

    start: int
    end: int
    kind: TokenKind
    key: str
    mask: str


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """`text` with one form for every width and variant of a sign; letters and digits as they are."""
    return unicodedata.normalize("NFKC", text.translate(_VARIANTS))


@lru_cache(maxsize=_REMEMBERED)
def masked(text: str) -> str:
    """What is left of a sentence when ordinal, years, numbers, punctuation and width are set aside.

    Latin words are kept apart by a low line.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    leading = _LEADING.match(folded)
    if leading:
        folded = folded[leading.end() :]
    numberless = _NUMBERS.sub("0", _YEARS.sub("年", folded))
    return _SILENT.sub("", _BETWEEN_WORDS.sub("_", numberless.replace("_", " ")))


def is_latin(bare: str) -> bool:
    """Whether a masked text is of Latin words: it has no hanzi but the 年 that stands for years."""
    return not HANZI.search(bare.replace("年", ""))


@lru_cache(maxsize=_REMEMBERED)
def grams(bare: str) -> tuple[str, ...]:
    """What a masked text is made of, without repeats, in order: pairs of signs, or words and their pairs.

    A text of one sign stands for itself. The same few thousand grams make up all texts: each is held once.
    """
    if "_" in bare:
        words = _WORD_OR_SIGN.findall(bare)
        return tuple(map(intern, dict.fromkeys([*words, *map(add, words, words[1:])])))
    if len(bare) == 1:
        return (intern(bare),)
    return tuple(map(intern, dict.fromkeys(map(add, bare, bare[1:]))))


@lru_cache(maxsize=_REMEMBERED)
def sentence_key(text: str) -> str:
    """What two sentences share that say the same with the same figures: words and digits."""
    return f"{masked(text)}|{''.join(filter(str.isdigit, text))}"


def year_of(token_text: str) -> int:
    """The year that a year token names."""
    return int(unicodedata.normalize("NFKC", token_text).rstrip("年"))


def tokenise(text: str, start: int, end: int, figures: Sequence[Figure]) -> list[Token]:
    """Tokens of `text[start:end]`; `figures` lie inside it, in order, without overlap.

    Whitespace between two tokens belongs to none; whitespace at the end is a token of its own, so
    that tokens and the blanks before them cover the stretch.
    """
    ordinals = _ordinals(text, start, end)
    tokens: list[Token] = []
    position = start
    for figure in figures:
        _scan(text, position, figure.start, ordinals, tokens)
        surface = text[figure.start : figure.end]
        tokens.append(Token(figure.start, figure.end, "figure", fold(surface), f"#{figure.unit}"))
        position = figure.end
    _scan(text, position, end, ordinals, tokens)
    last = tokens[-1].end if tokens else start
    if last < end:
        tokens.append(Token(last, end, "space", " ", " "))
    return tokens


def _ordinals(text: str, start: int, end: int) -> dict[int, int]:
    """Start → end of the ordinals that number this passage or its inline items (一是…二是…)."""
    found = {}
    leading = _LEADING.match(text, start, end)
    if leading and leading.lastgroup:
        found[leading.start(leading.lastgroup)] = leading.end(leading.lastgroup)
    for inline in _INLINE.finditer(text, start, end):
        found[inline.start()] = inline.end()
    return found


def _scan(text: str, start: int, end: int, ordinals: dict[int, int], tokens: list[Token]) -> None:
    """Append the tokens of a stretch that holds no figure."""
    position = start
    while position < end:
        stop = ordinals.get(position)
        if stop is not None and stop <= end:
            tokens.append(Token(position, stop, "numbering", fold(text[position:stop]), "#numbering"))
            position = stop
            continue
        match = _PIECE.match(text, position, end)
        if match is None:  # cannot be: the last alternative takes any character
            break
        position = match.end()
        if match.lastgroup == "hanzi":
            position = min((at for at in ordinals if match.start() < at < position), default=position)
            tokens += [Token(at, at + 1, "word", text[at], text[at]) for at in range(match.start(), position)]
        elif match.lastgroup != "space":
            tokens.append(_token(match))


def _token(match: re.Match[str]) -> Token:
    surface = match[0]
    key = fold(surface)
    group = match.lastgroup
    if group == "year":
        return Token(match.start(), match.end(), "year", key, "#year")
    if group == "number":
        return Token(match.start(), match.end(), "number", key, "#")
    if group == "name":
        return Token(match.start(), match.end(), "name", key, key)
    kind: TokenKind = "word" if surface[0].isalnum() else "mark"
    return Token(match.start(), match.end(), kind, key, key)
