"""The figures of a text and the numbers that are none: every run of digits in exactly one list."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from yoy import lexicon
from yoy.model import Note, SetAside, Span
from yoy.quantities.figure import Figure
from yoy.quantities.masks import Mask, find_masks, plain_text
from yoy.quantities.thousands import groups_thousands
from yoy.quantities.zh.grammar import ChineseGrammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.language.units import UnitTable
    from yoy.model import Outline

_DIGIT_RUN = re.compile(r"[0-9]+")
_WORD_REACH = 24


class _ChineseWords(NamedTuple):
    """What decides in lexicon/figures.toml whether a number read in Chinese text counts."""

    bare_after: re.Pattern[str]
    moves_from: re.Pattern[str]
    moves_to: re.Pattern[str]
    limit_after: re.Pattern[str]
    limit_units: frozenset[str]
    deadline_units: frozenset[str]


class Grammar(Protocol):
    """What reads the figures of one language."""

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Span]:
        """Figures in order; a bare Span is an ordinal."""


class Reading(NamedTuple):
    """What a text holds: `plain` is the text in half-width, `masks` all that was set aside by a rule."""

    plain: str
    figures: tuple[Figure, ...]
    masks: tuple[Mask, ...]
    set_aside: tuple[SetAside, ...]
    notes: tuple[Note, ...]


def _grammar(units: UnitTable, language: str, *, thousands: bool) -> Grammar:
    if language != "en":
        return ChineseGrammar(units, thousands=thousands)
    from yoy.quantities.en.grammar import EnglishGrammar

    return EnglishGrammar(units)


def read_figures(outline: Outline, units: UnitTable, reserved: Sequence[Span] = ()) -> Reading:
    """Figures and other numbers of a report.

    Args:
        outline: the report; its shell passages hold no figures.
        units: the units known.
        reserved: stretches that are read elsewhere (the cells of tables), left out here.
    """
    text, language = outline.document.text, outline.document.language
    plain = plain_text(text)
    thousands, doubtful = groups_thousands(plain, language)
    grammar = _grammar(units, language, thousands=thousands)
    masks = find_masks(plain, language)
    shell = [passage.span for passage in outline.passages if passage.kind == "shell"]
    closed = sorted([*(mask.span for mask in masks), *shell, *reserved], key=lambda span: span.start)
    found: list[Figure | Span] = []
    for gap in _gaps(closed, len(plain)):
        found.extend(grammar.figures(plain, gap.start, gap.end))
    read = [item for item in found if isinstance(item, Figure)]
    limits = [figure for figure in read if language == "zh" and _is_limit(plain, figure)]
    labels = list(_within(read, _head_cells(outline)))
    bounds = {figure.span for figure in (*limits, *labels)}
    figures = _accepted(plain, [figure for figure in read if figure.span not in bounds], language)
    ordinals = [Mask(item, "ordinal") for item in found if isinstance(item, Span)]
    ordinals += [Mask(figure.span, "threshold") for figure in limits if figure not in labels]
    ordinals += [Mask(figure.span, "title") for figure in labels]
    aside = _set_aside(plain, text, figures, [*masks, *ordinals], shell, reserved)
    notes = (
        (Note(stage="quantities", code="comma_ambiguous", span=Span(doubtful, doubtful + 1)),)
        if doubtful is not None
        else ()
    )
    return Reading(plain=plain, figures=figures, masks=masks, set_aside=aside, notes=notes)


def _head_cells(outline: Outline) -> list[Span]:
    """Cells that name rows and columns: a number word in them (三类内部事务信息) is part of a name."""
    return sorted(
        cell.span
        for table in outline.document.tables
        for at, row in enumerate(table.rows)
        for place, cell in enumerate(row)
        if cell.text and (at < table.header_rows or (place == 0 and table.header_columns > 0))
    )


def _within(figures: Sequence[Figure], cells: Sequence[Span]) -> Iterator[Figure]:
    """The figures that lie in one of `cells`, which are sorted."""
    starts = [cell.start for cell in cells]
    for figure in figures:
        at = bisect_right(starts, figure.span.start) - 1
        if at >= 0 and cells[at].contains(figure.span):
            yield figure


def _is_limit(plain: str, figure: Figure) -> bool:
    """50米内换乘比例, 10年以上工龄: a length or time that bounds what is counted, not a count."""
    words = _chinese_words()
    before = plain[max(0, figure.span.start - 1) : figure.span.start]
    deadline = figure.unit in words.deadline_units and before in "在于"
    return (
        figure.unit in words.limit_units
        and not deadline
        and bool(words.limit_after.match(plain, figure.span.end))
    )


def _gaps(closed: Sequence[Span], size: int) -> Iterator[Span]:
    position = 0
    for span in closed:
        if position < span.start:
            yield Span(position, span.start)
        position = max(position, span.end)
    if position < size:
        yield Span(position, size)


def _accepted(plain: str, found: Sequence[Figure], language: str) -> tuple[Figure, ...]:
    """Figures with a unit, and bare numbers that share a later one's unit or follow 为, 达 …."""
    joins = lexicon.pattern(f"figures.{language}.joins_numbers")
    kept: list[Figure] = []
    following: Figure | None = None
    for figure in reversed(found):
        current = figure
        if figure.shape == "bare":
            near = following is not None and joins.fullmatch(plain, figure.span.end, following.span.start)
            if near and following and following.unit and following.shape == "amount":
                current = figure._replace(shape="amount", unit=following.unit, shared=True)
            elif not _stands_alone(plain, figure, language):
                following = figure
                continue
        kept.append(current)
        following = current
    return tuple(reversed(kept))


def _stands_alone(plain: str, figure: Figure, language: str) -> bool:
    if language == "en":
        start = max(0, figure.span.start - _WORD_REACH)
        word, stop = _english_alone()
        return (
            figure.span.end - figure.span.start > 1
            and bool(word.search(plain[start : figure.span.start]))
            and bool(stop.match(plain, figure.span.end))
        )
    before = plain[max(0, figure.span.start - 8) : figure.span.start]
    words = _chinese_words()
    if words.moves_from.search(before):
        return bool(words.moves_to.match(plain, figure.span.end))
    return bool(words.bare_after.search(before))


@cache
def _english_alone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind an English number that counts without a unit."""
    words = lexicon.data("figures")["en"]
    return re.compile(words["bare_after"]), re.compile(words["bare_before"])


@cache
def _chinese_words() -> _ChineseWords:
    words: dict[str, Any] = lexicon.data("figures")["zh"]
    return _ChineseWords(
        bare_after=re.compile(words["bare_after"]),
        moves_from=re.compile(words["moves_from"]),
        moves_to=re.compile(words["moves_to"]),
        limit_after=re.compile(words["limit_after"]),
        limit_units=frozenset(words["limit_units"]),
        deadline_units=frozenset(words["deadline_units"]),
    )


def _set_aside(
    plain: str,
    text: str,
    figures: Sequence[Figure],
    masks: Sequence[Mask],
    shell: Sequence[Span],
    reserved: Sequence[Span],
) -> tuple[SetAside, ...]:
    """Masks that hold a number, and every digit run outside figures and masks."""
    taken = bytearray(len(plain))
    for span in (*(figure.span for figure in figures), *reserved):
        taken[span.start : span.end] = b"\x01" * len(span)
    aside: list[SetAside] = []
    for mask in masks:
        if any(taken[mask.span.start : mask.span.end]):
            continue
        if _DIGIT_RUN.search(plain, mask.span.start, mask.span.end) or mask.reason in _ALWAYS:
            aside.append(SetAside(span=mask.span, surface=mask.span.of(text), reason=mask.reason))
        taken[mask.span.start : mask.span.end] = b"\x01" * len(mask.span)
    in_shell = bytearray(len(plain))
    for span in shell:
        in_shell[span.start : span.end] = b"\x01" * len(span)
    for match in _DIGIT_RUN.finditer(plain):
        if not taken[match.start()]:
            reason = "shell" if in_shell[match.start()] else "bare"
            span = Span(*match.span())
            aside.append(SetAside(span=span, surface=span.of(text), reason=reason))
    return tuple(sorted(aside, key=lambda item: item.span.start))


# Reasons whose stretches always hold a number, also in words.
_ALWAYS = frozenset(("ordinal", "date", "period", "duration", "enumerator"))
