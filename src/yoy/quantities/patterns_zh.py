"""The patterns that the grammar of figures in Chinese text tries, built from units and word lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from yoy import lexicon
from yoy.language.hanzi_numbers import hanzi_number_characters

_DIGITS = r"\d+(?:\.\d+)?"
_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?"
SCALE = r"(?:万亿|千万|百万|十万|千亿|百亿|十亿|[万亿千百])"
_DASH = r"\s?(?:[-—–~～－至到]|——)\s?"
_BLANK = r"[ \u3000\u200b]?"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


@dataclass(frozen=True, slots=True)
class Patterns:
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
class Rules:
    """Word lists of lexicon/figures.toml and measure_words.toml, compiled."""

    rank_before: re.Pattern[str]
    rank_after: re.Pattern[str]
    not_front: re.Pattern[str]
    front_after: re.Pattern[str]
    half_after: re.Pattern[str]
    noun: re.Pattern[str]
    not_before: dict[str, tuple[str, ...]]
    digits_only: frozenset[str]


@cache
def rules_of() -> Rules:
    """The word lists."""
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    measure = lexicon.data("measure_words")["zh"]
    return Rules(
        rank_before=re.compile(words["rank_before"]),
        rank_after=re.compile(words["rank_after"]),
        not_front=re.compile(words["not_front"]),
        front_after=re.compile(words["front_after"]),
        half_after=re.compile(words["half_after"]),
        noun=re.compile(words["hanzi_need_noun"].lstrip("^")),
        not_before={unit: tuple(rest) for unit, rest in measure["not_before"].items() if rest},
        digits_only=frozenset(measure["digits_only"]["words"]),
    )


@cache
def patterns_of(names: tuple[str, ...], thousands: bool) -> Patterns:  # noqa: FBT001 - a cache key
    """The patterns for a table of units; `thousands`: whether d,ddd is one number."""
    digits = _THOUSANDS if thousands else _DIGITS
    hanzi = "".join(sorted(set(hanzi_number_characters()) - set("两兆") | set("两点半")))
    run = f"[{hanzi}]+"
    unit = "|".join(_unit_pattern(name) for name in names if _in_chinese(name))
    per = rf"(?:\s?(?:[/／]|每)\s?(?:[百千万亿]+)?(?:{unit}))?"
    return _build(digits, run, unit, per)


def _build(digits: str, run: str, unit: str, per: str) -> Patterns:
    head = rf"(?P<number>(?:{digits})(?:[万亿](?=\d)\d+)?)"
    scaled = (
        rf"{_BLANK}(?P<more>(?:[余多几]?(?P<scale>{SCALE})[余多几]?|[余多几]"
        r"|(?P<wide>[万千百十])[余多几]亿)??)"
    )
    either = rf"(?:{digits}|{run})"
    return Patterns(
        candidate=re.compile(
            rf"[\d第前{ROMAN}翻半一二两三四五六七八九十百千万亿廿卅几数壹贰叁肆伍陆柒捌玖拾]"
        ),
        rank=re.compile(r"第\s?(?P<number>\d+|[一二三四五六七八九十百]+)\s?(?P<unit>名(?![称字录])|位)?"),
        front=re.compile(
            r"前\s?(?P<number>\d+|[一二三四五六七八九十百]+)\s?(?P<unit>名|位|强|列)?"
            r"(?![年个天月次批期轮届排小项])"
        ),
        strong=re.compile(r"(?P<number>\d+|[十百]+)强"),
        hundredth=re.compile(rf"[百千万]+分之\s?(?:{either})"),
        fraction=re.compile(rf"[一二两三四五六七八九十百]+分之{run}|\d+分之\d+"),
        slash=re.compile(r"(?<![\d/])[1-9]\d?/[1-9]\d?(?![\d/年月])"),
        tenth=re.compile(
            rf"(?:{_DIGITS}|[一二两三四五六七八九十点]+)成(?:[一二三四五六七八九半](?=[，。；、左以的多]))?"
            r"(?![立为果员功本就绩长熟套交都品效型片分份人像])"
        ),
        doubling=re.compile(r"翻(?:了)?(?P<times>[一二两三四])?番|翻(?:了)?一?倍"),
        grade=re.compile(rf"[{ROMAN}]\s?类"),
        span_of_two=re.compile(
            rf"{head}{scaled}{_BLANK}(?P<unit>{unit})?{_DASH}(?P<second>(?=\d)|(?=[一二两三四五六七八九十百]))"
        ),
        amount=re.compile(rf"{head}{scaled}{_BLANK}(?P<unit>{unit})(?P<per>{per})"),
        hanzi=re.compile(rf"(?P<number>{run}?){_BLANK}(?P<unit>{unit})(?P<per>{per})"),
        number=re.compile(
            rf"(?P<number>{digits})"
            rf"(?:{_BLANK}(?P<more>[余多几]?(?P<scale>{SCALE})[余多几]?|[余多几](?![个种方])))?"
            r"|[一二两三四五六七八九十百千万亿几数]+"
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
