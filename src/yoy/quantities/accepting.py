"""Which of the numbers that a grammar read are figures: with a unit, in a list, or behind 为."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yoy import lexicon
from yoy.language.numerals import trim
from yoy.language.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Span
    from yoy.quantities.figure import Figure

_WORD_REACH = 24
_REACH = 8
# As many digits as a group has behind its comma.
_GROUP = 3
# A line that its end may have broken is at least this long.
_LINE = 15
_RUN = re.compile(r"\d+")
_RANK_AND_COMMA = re.compile(r"第\s?\d+,$")
_CUT = re.compile(rf"[^\n]{{{_LINE}}}[\d.]\n[ \t\u3000]*\Z")


class _Chinese(NamedTuple):
    """What decides in lexicon/figures.toml whether a number read in Chinese text counts."""

    limit_units: frozenset[str]
    deadline_units: frozenset[str]


def accepted(plain: str, found: Sequence[Figure], language: str) -> tuple[Figure, ...]:
    """Figures with a unit, and bare numbers that share a later one's unit or follow 为, 达 …."""
    joins = lexicon.pattern(f"figures.{language}.joins_numbers")
    kept: list[Figure] = []
    following: Figure | None = None
    for figure in reversed(found):
        current = figure
        if figure.shape == "bare":
            near = following is not None and _joins(plain, joins, figure, following)
            if near and following and following.unit and following.shape == "amount":
                current = _sharing(figure, following)
            elif not _stands_alone(plain, figure, language):
                following = figure
                continue
        kept.append(_doubted(plain, current))
        following = current
    return tuple(reversed(kept))


def _joins(plain: str, joins: re.Pattern[str], figure: Figure, later: Figure) -> bool:
    """Whether two numbers are of one list; a comma joins where an and joined the later ones."""
    if joins.fullmatch(plain, figure.span.end, later.span.start):
        return True
    return later.shared and plain[figure.span.end : later.span.start] in (", ", "，")


def _sharing(figure: Figure, later: Figure) -> Figure:
    """12、85、103亿元: the multiplier of the last is every one's, like its unit."""
    return figure._replace(
        shape="amount",
        unit=later.unit,
        shared=True,
        value=trim(figure.value * later.scale),
        quantum=trim(figure.quantum * later.scale),
        scale=later.scale,
        rule="shared_unit",
    )


def _doubted(plain: str, figure: Figure) -> Figure:
    """A figure right behind the digits of a broken line, or behind a comma that may group them."""
    start = figure.span.start
    if figure.doubt or start < _GROUP or not plain[start].isdigit():
        return figure
    if plain[start - 1] == "," and plain[start - 2].isdigit() and _is_group(plain, start):
        return figure._replace(doubt="comma")
    if plain[start - 1] in "\n \t\u3000" and _CUT.search(plain[max(0, start - 2 * _LINE) : start]):
        return figure._replace(doubt="line_end")
    return figure


def _is_group(plain: str, start: int) -> bool:
    """Whether the digits behind a comma could be three of a number, which a rank before it is not."""
    digits = _RUN.match(plain, start)
    alone = _RANK_AND_COMMA.search(plain[max(0, start - _REACH) : start])
    return digits is not None and len(digits.group()) == _GROUP and not alone


def _stands_alone(plain: str, figure: Figure, language: str) -> bool:
    if language == "en":
        start = max(0, figure.span.start - _WORD_REACH)
        return (
            figure.span.end - figure.span.start > 1
            and bool(lexicon.pattern("figures.en.bare_after").search(plain[start : figure.span.start]))
            and not _is_reference(plain[start : figure.span.start])
            and _ends_phrase(plain, figure.span.end)
        )
    before = plain[max(0, figure.span.start - _REACH) : figure.span.start]
    if lexicon.pattern("figures.zh.moves_from").search(before):
        return bool(lexicon.pattern("figures.zh.moves_to").match(plain, figure.span.end))
    return bool(lexicon.pattern("figures.zh.bare_after").search(before))


def _ends_phrase(plain: str, at: int) -> bool:
    """Whether what follows an English number ends its phrase, so that nothing is counted there."""
    return at >= len(plain) or bool(lexicon.pattern("figures.en.bare_before").match(plain, at))


def _is_reference(before: str) -> bool:
    """Whether the last word before an English number takes a number as its name: page 4, since 4."""
    words = before.split()
    return bool(words) and words[-1].strip("(").lower() in _reference_words()


@cache
def _reference_words() -> frozenset[str]:
    return frozenset(lexicon.data("figures")["en"]["no_bare_after"])


def is_limit(plain: str, figure: Figure) -> bool:
    """Whether a figure bounds what is counted: 50米内换乘比例, 年收入超10亿元的企业."""
    words = _chinese()
    before = plain[max(0, figure.span.start - _REACH) : figure.span.start]
    if figure.shape == "amount" and lexicon.pattern("figures.zh.class_before").search(before):
        return bool(lexicon.pattern("figures.zh.class_after").match(plain, figure.span.end))
    worded = figure.rule in ("zh.words", "zh.scaled") and not plain[figure.span.start].isdigit()
    if worded and (figure.unit is None or find_unit(figure.unit) is find_unit("元")):
        return bool(lexicon.pattern("figures.zh.class_of_sum").match(plain, figure.span.end))
    deadline = figure.unit in words.deadline_units and before[-1:] in ("", "在", "于")
    return (
        figure.unit in words.limit_units
        and not deadline
        and bool(lexicon.pattern("figures.zh.limit_after").match(plain, figure.span.end))
    )


@cache
def _chinese() -> _Chinese:
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    return _Chinese(
        limit_units=frozenset(words["limit_units"]), deadline_units=frozenset(words["deadline_units"])
    )


def within(figures: Sequence[Figure], cells: Sequence[Span]) -> Iterator[Figure]:
    """The figures that lie in one of `cells`, which are sorted."""
    starts = [cell.start for cell in cells]
    for figure in figures:
        at = bisect_right(starts, figure.span.start) - 1
        if at >= 0 and cells[at].contains(figure.span):
            yield figure
