"""The order in which the lines of a page are read, and what each line's column makes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.readers.pdf.lines import Piece, group_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMN_LINES = 6
_COLUMN_WIDTH = 0.22
_CROSSING = 0.3
_EM = 1.15
"""A loose box is this much taller than the type size."""
_OWN_MARGINS = 8
_FITS = 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line where it stands in its column.

    `indent` and `rest` are the distances from the column's margins in character widths.
    """

    text: str
    top: float
    bottom: float
    size: float
    indent: float
    rest: float
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of a column of text, in points."""

    left: float
    right: float


def margins_of(lines: Sequence[Sequence[Piece]]) -> Margins:
    """Where most lines begin and where full lines end."""
    starts = Counter(round(line[0].x0 / 2) * 2 for line in lines)
    common = max(starts.values())
    left = min(start for start, count in starts.items() if count * 3 >= common)
    ends = sorted(line[-1].x1 for line in lines)
    return Margins(left, ends[min(len(ends) - 1, int(len(ends) * 0.95))])


def usual_margins(lines: Sequence[Sequence[Piece]], width: float) -> Margins:
    """The margins of all pages of a size; few lines leave the right one to be guessed from the left."""
    found = margins_of(lines)
    if len(lines) >= _OWN_MARGINS:
        return found
    return Margins(found.left, max(found.right, width - found.left))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a page: one with its margins, or two with the gutter between them."""

    margins: tuple[Margins, ...]
    gutter: float | None = None


def find_columns(
    pieces: Sequence[Piece], width: float, usual: Margins | None, gutter: float | None = None
) -> Columns:
    """The columns of a page; `usual` margins and the `gutter` of earlier pages serve one with few lines."""
    gutter = find_gutter(pieces, width) or (gutter if gutter and _is_parted(pieces, gutter) else None)
    if gutter is None:
        return Columns((_margins(group_lines(pieces), usual),))
    sides = ([p for p in pieces if p.x1 <= gutter + 1], [p for p in pieces if p.x0 >= gutter - 1])
    crossing = [p for p in pieces if p.x0 < gutter - 1 and p.x1 > gutter + 1]
    whole = _margins(group_lines(crossing or pieces), usual)
    return Columns((whole, *(margins_of(group_lines(side)) for side in sides)), gutter)


def _margins(lines: Sequence[Sequence[Piece]], usual: Margins | None) -> Margins:
    if not lines:
        return usual or Margins(0.0, 0.0)
    own = margins_of(lines)
    if usual is None or len(lines) >= _OWN_MARGINS:
        return own
    fits = usual.left - _FITS <= own.left and own.right <= usual.right + _FITS
    return usual if fits else own


def read_order(pieces: Sequence[Piece], columns: Columns) -> Iterator[Line]:
    """Lines in reading order: bands that cross the page, and between them column by column."""
    if columns.gutter is None:
        yield from _column(pieces, columns.margins[0])
        return
    band: list[Piece] = []
    for line in group_lines(pieces):
        if any(piece.x0 < columns.gutter - 1 and piece.x1 > columns.gutter + 1 for piece in line):
            yield from _halves(band, columns)
            yield from _column(line, columns.margins[0])
            band = []
        else:
            band.extend(line)
    yield from _halves(band, columns)


def _is_parted(pieces: Sequence[Piece], gutter: float) -> bool:
    """Whether pieces stand on both sides of a gutter and hardly any across it."""
    crossing = sum(p.x0 < gutter - 1 and p.x1 > gutter + 1 for p in pieces)
    right = sum(p.x0 >= gutter - 1 for p in pieces)
    return right > 1 and crossing * 4 <= len(pieces)


def find_gutter(pieces: Sequence[Piece], width: float) -> float | None:
    """The middle of the white space between two columns of text, None for one column."""
    if len(pieces) < 2 * _COLUMN_LINES:
        return None
    best: tuple[float, float] | None = None
    for place in {round(piece.x1) + 3 for piece in pieces if 0.3 * width < piece.x1 < 0.7 * width}:
        left = [p for p in pieces if p.x1 <= place]
        right = [p for p in pieces if p.x0 >= place]
        crossing = len(pieces) - len(left) - len(right)
        if crossing > _CROSSING * len(pieces) or min(len(left), len(right)) < _COLUMN_LINES:
            continue
        if not (_is_column(left, width) and _is_column(right, width)):
            continue
        merit = min(len(left), len(right)) - 2 * crossing
        if best is None or (merit, -place) > best:
            best = (merit, -place)
    return None if best is None else -best[1]


def _is_column(pieces: Sequence[Piece], width: float) -> bool:
    """Whether pieces are lines of text, not the cells of a table without rules."""
    wide = sum(piece.x1 - piece.x0 >= _COLUMN_WIDTH * width for piece in pieces)
    return wide >= max(_COLUMN_LINES, len(pieces) / 4)


def _halves(band: Sequence[Piece], columns: Columns) -> Iterator[Line]:
    gutter = columns.gutter or 0.0
    yield from _column([p for p in band if p.x1 <= gutter + 1], columns.margins[1])
    yield from _column([p for p in band if p.x1 > gutter + 1], columns.margins[2])


def _column(pieces: Sequence[Piece], margins: Margins) -> Iterator[Line]:
    for line in group_lines(pieces):
        size = max(piece.size for piece in line)
        em = size / _EM
        yield Line(
            text=" ".join(piece.text for piece in line),
            top=min(piece.top for piece in line),
            bottom=max(piece.bottom for piece in line),
            size=size,
            indent=(line[0].x0 - margins.left) / em,
            rest=(margins.right - line[-1].x1) / em,
            pieces=tuple(line),
        )
