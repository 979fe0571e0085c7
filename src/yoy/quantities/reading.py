"""The figures of a text and the numbers that are none: every run of digits in exactly one list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from yoy.model import Note, SetAside, Span
from yoy.quantities.accepting import accepted, is_limit, within
from yoy.quantities.figure import Aside, Figure
from yoy.quantities.masks import Mask, find_masks, plain_text
from yoy.quantities.thousands import groups_thousands
from yoy.quantities.tight import tighten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.model import Outline
    from yoy.quantities.tight import Tight

_DIGIT_RUN = re.compile(r"[0-9]+")
# Reasons whose stretches always hold a number, also in words.
_ALWAYS = frozenset(("ordinal", "date", "period", "duration", "enumerator"))


class Grammar(Protocol):
    """What reads the figures of one language."""

    def figures(self, plain: str, start: int, end: int) -> Iterator[Figure | Aside]:
        """Figures in order, and numbers that the grammar sets aside."""


class Reading(NamedTuple):
    """What a text holds: `plain` is the text in half-width, `masks` all that was set aside by a rule."""

    plain: str
    figures: tuple[Figure, ...]
    masks: tuple[Mask, ...]
    set_aside: tuple[SetAside, ...]
    notes: tuple[Note, ...]


class _Found(NamedTuple):
    """What was read, in places of the full text."""

    figures: tuple[Figure, ...]
    masks: tuple[Mask, ...]
    asides: tuple[Aside, ...]
    doubtful: int | None


def read_figures(
    outline: Outline, grammar: Callable[[bool], Grammar], reserved: Sequence[Span] = ()
) -> Reading:
    """Figures and other numbers of a report.

    Args:
        outline: the report; its shell passages hold no figures.
        grammar: of the report's language, given whether d,ddd is one number in it.
        reserved: stretches that are read elsewhere (the cells of tables), left out here.
    """
    text = outline.document.text
    plain = plain_text(text)
    shell = [passage.span for passage in outline.passages if passage.kind == "shell"]
    found = _find(outline, tighten(plain), grammar, [*shell, *reserved])
    notes = (
        (Note(stage="quantities", code="comma_ambiguous", span=Span(found.doubtful, found.doubtful + 1)),)
        if found.doubtful is not None
        else ()
    )
    return Reading(
        plain=plain,
        figures=found.figures,
        masks=found.masks,
        set_aside=_set_aside(plain, text, found, shell, reserved),
        notes=notes,
    )


def _find(
    outline: Outline, tight: Tight, grammar: Callable[[bool], Grammar], closed: Sequence[Span]
) -> _Found:
    """Reads the text without its invisible characters."""
    plain, language = tight.text, outline.document.language
    thousands, doubtful = groups_thousands(plain, language)
    reader = grammar(thousands)
    masks = find_masks(plain, language)
    taken = sorted([*(mask.span for mask in masks), *map(tight.inward, closed)], key=lambda span: span.start)
    found = [item for gap in _gaps(taken, len(plain)) for item in reader.figures(plain, gap.start, gap.end)]
    read = [item for item in found if isinstance(item, Figure)]
    labels = {figure.span for figure in within(read, [tight.inward(cell) for cell in _head_cells(outline)])}
    limits = {figure.span for figure in read if language == "zh" and is_limit(plain, figure)} - labels
    figures = accepted(plain, [item for item in read if item.span not in labels | limits], language)
    asides = [item for item in found if isinstance(item, Aside)]
    asides += [Aside(span, "threshold") for span in limits] + [Aside(span, "title") for span in labels]
    return _Found(
        figures=tuple(figure._replace(span=tight.outward(figure.span)) for figure in figures),
        masks=tuple(mask._replace(span=tight.outward(mask.span)) for mask in masks),
        asides=tuple(aside._replace(span=tight.outward(aside.span)) for aside in asides),
        doubtful=None if doubtful is None else tight.outward(Span(doubtful, doubtful + 1)).start,
    )


def _head_cells(outline: Outline) -> list[Span]:
    """Cells that name rows and columns: a number word in them (三类内部事务信息) is part of a name."""
    return sorted(
        cell.span
        for table in outline.document.tables
        for at, row in enumerate(table.rows)
        for place, cell in enumerate(row)
        if cell.text and (at < table.header_rows or (place == 0 and table.header_columns > 0))
    )


def _gaps(closed: Sequence[Span], size: int) -> Iterator[Span]:
    position = 0
    for span in closed:
        if position < span.start:
            yield Span(position, span.start)
        position = max(position, span.end)
    if position < size:
        yield Span(position, size)


def _set_aside(
    plain: str, text: str, found: _Found, shell: Sequence[Span], reserved: Sequence[Span]
) -> tuple[SetAside, ...]:
    """Masks and asides that hold a number, and every digit run outside of them and the figures."""
    taken = _marked(len(plain), [*(figure.span for figure in found.figures), *reserved])
    aside: list[SetAside] = []
    for span, reason, doubt in (*((mask.span, mask.reason, None) for mask in found.masks), *found.asides):
        if any(taken[span.start : span.end]):
            continue
        if _DIGIT_RUN.search(plain, span.start, span.end) or reason in _ALWAYS or doubt:
            aside.append(SetAside(span=span, surface=span.of(text), reason=reason, doubt=doubt))
        taken[span.start : span.end] = b"\x01" * len(span)
    in_shell = _marked(len(plain), shell)
    for match in _DIGIT_RUN.finditer(plain):
        if not taken[match.start()]:
            reason = "shell" if in_shell[match.start()] else "bare"
            span = Span(*match.span())
            aside.append(SetAside(span=span, surface=span.of(text), reason=reason))
    return tuple(sorted(aside, key=lambda item: item.span.start))


def _marked(size: int, spans: Sequence[Span]) -> bytearray:
    """A byte for every character, 1 inside of `spans`."""
    taken = bytearray(size)
    for span in spans:
        taken[span.start : span.end] = b"\x01" * len(span)
    return taken
