"""Tables of which plain text keeps the figures alone, one a line: their rows and columns are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.model import Span
from yoy.readers.layout.table_shape import is_figure, is_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEW, _APART = 12, 2
"""Lines of one figure that are a lost table, and lines of words that may stand between two of them."""


class Lost(NamedTuple):
    """Where the figures of a lost table stand, and on how many lines."""

    span: Span
    lines: int


def lost_tables(text: str, known: Sequence[Span]) -> Iterator[Lost]:
    """Stretches of lines that are one figure each, outside the tables that are known."""
    found: list[Span] = []
    apart = start = 0
    for line in text.split("\n"):
        told = line.strip()
        span = Span(start, start + len(line))
        start = span.end + 1
        if not told:
            continue
        if is_figure(told) and any(map(str.isdigit, told)) and not is_year(told):
            found.append(span)
            apart = 0
            continue
        apart += 1
        if apart > _APART:
            yield from _lost(found, known)
            found = []
    yield from _lost(found, known)


def _lost(lines: Sequence[Span], known: Sequence[Span]) -> Iterator[Lost]:
    alone = [line for line in lines if not any(table.contains(line) for table in known)]
    if len(alone) >= _FEW:
        yield Lost(Span(alone[0].start, alone[-1].end), len(alone))
