"""Tables without rules: lines one below the other whose figures stand in columns."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.language.hanzi import HANZI
from yoy.lexicon import data
from yoy.readers.layout.grids import Placed
from yoy.readers.layout.table_shape import is_figure, is_year, names_terms, unit_of
from yoy.readers.pdf.lines import Piece, divided, group_lines, line_text
from yoy.readers.pdf.tables import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROWS = 3
"""Fewer lines with figures in columns are no table, unless their columns have heads."""
_PAUSE = 4
_MANY = 3
"""Figures of a line that may have two labels before them."""
_LOOSE = 4.5
"""Lines further apart than so many heights belong to different tables."""
_LOOSE_HEAD = 5.0
_HEADS, _ABOVE = 6, 12
"""Lines of heads above the first figures, and lines in all with the labels between."""
_HEAD_LENGTH = 40
_CENTRED = 5
"""Part of the width by which the middle of a head over all columns may be off."""
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])\s*(?!\d)")
_OVERHANG = 60.0
"""Points that the head of a column may begin left of its figures."""
_CURRENCY = re.compile(r"[A-Z]{0,3}[$€£¥￥]")

_Line = list[Piece]
_Column = tuple[float, float]


def find_aligned(pieces: Sequence[Piece]) -> tuple[list[Frame], list[Piece]]:
    """Tables among the lines of a page with one column of text, and the pieces left over."""
    lines = [_with_currency(line) for line in group_lines(pieces)]
    frames: list[Frame] = []
    used: set[int] = set()
    for start, end in _runs(lines):
        columns = _figure_columns(lines[start:end])
        if not columns:
            continue
        first = _first_head(lines, start, columns, max(used, default=-1) + 1)
        fitting = sum(_fits(line, columns) for line in lines[start:end])
        if fitting < _ROWS and not (fitting and _is_headed(lines[first:start], columns)):
            continue
        frames.append(_frame(lines[first:end], columns, start - first))
        used.update(range(first, end))
    left = [piece for index, line in enumerate(lines) if index not in used for piece in line]
    return frames, left


def _with_currency(line: _Line) -> _Line:
    """A line with currency signs joined to the figures after them."""
    made: _Line = []
    for piece in line:
        if made and _CURRENCY.fullmatch(made[-1].text) and is_figure(piece.text):
            sign = made.pop()
            made.append(_joined([sign, piece], ""))
        else:
            made.append(piece)
    return made


def _joined(pieces: Sequence[Piece], gap: str = " ") -> Piece:
    return Piece(
        gap.join(piece.text for piece in pieces),
        min(piece.x0 for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.bottom for piece in pieces),
        max(piece.size for piece in pieces),
    )


def _has_figures(line: _Line) -> bool:
    """Whether a line is a label, or a group and a label, with figures set apart from it, or only figures."""
    if names_terms([piece.text for piece in line]):
        return False
    figures = sum(is_figure(piece.text) for piece in line)
    if len(line) < 2 or not is_figure(line[-1].text):  # noqa: PLR2004 - a label and a figure
        return False
    grouped = figures >= _MANY and not any(is_figure(piece.text) for piece in line[:2])
    return figures >= len(line) - (2 if grouped else 1)


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines with figures, short labels between them allowed."""
    start: int | None = None
    last = 0
    for index, line in enumerate(lines):
        far = start is not None and _distance(lines[index - 1], line) > _LOOSE
        if start is not None and (far or index - last > _PAUSE):
            yield start, last + 1
            start = None
        if _has_figures(line):
            start = index if start is None else start
            last = index
        elif start is not None and not _is_label(line, lines[start:index]):
            yield start, last + 1
            start = None
    if start is not None:
        yield start, last + 1


def _distance(first: _Line, second: _Line) -> float:
    return (second[0].top - first[0].top) / max(second[0].size, 1.0)


def _is_label(line: _Line, above: Sequence[_Line]) -> bool:
    """Whether a line without figures ends left of where the figures above it stand."""
    edge = min((piece.x0 for other in above for piece in other[1:]), default=0.0)
    return line[-1].x1 < edge


def _figure_columns(lines: Sequence[_Line]) -> list[_Column]:
    """The stretches of the line that figures take up, from the left."""
    spans = sorted(
        (piece.x0, piece.x1)
        for line in lines
        if _has_figures(line)
        for place, piece in enumerate(line)
        if is_figure(piece.text) and (place or is_figure(line[0].text))
    )
    columns: list[_Column] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    hits = Counter(_column_of(piece, columns) for line in lines for piece in line if is_figure(piece.text))
    enough = min(2, sum(map(_has_figures, lines)))
    return [column for index, column in enumerate(columns) if hits[index] >= enough]


def _column_of(piece: Piece, columns: Sequence[_Column]) -> int | None:
    """The column that a piece stands in, None for the label at the left."""
    overlaps = [min(piece.x1, x1) - max(piece.x0, x0) for x0, x1 in columns]
    best = max(range(len(columns)), key=lambda index: overlaps[index], default=None)
    if best is not None and overlaps[best] > 0:
        return best
    middle = (piece.x0 + piece.x1) / 2
    right = [index for index, (x0, _) in enumerate(columns) if piece.x0 >= columns[0][0] and middle >= x0]
    return right[-1] if right else None


def _fits(line: _Line, columns: Sequence[_Column]) -> bool:
    """Whether a line's figures stand each in a column of its own."""
    if not _has_figures(line):
        return False
    places = [_column_of(piece, columns) for piece in line if is_figure(piece.text)]
    return None not in places and len(set(places)) == len(places)


def _first_head(lines: Sequence[_Line], start: int, columns: Sequence[_Column], floor: int) -> int:
    """Where the heads of the columns begin, above the first line with figures."""
    first = start
    heads = 0
    for index in range(start - 1, max(floor, start - _ABOVE) - 1, -1):
        line = lines[index]
        if _distance(line, lines[index + 1]) > _LOOSE_HEAD or unit_of([line_text(line)], ()):
            break
        if line[-1].x1 < columns[0][0] and len(line) == 1 and len(line[0].text) < _HEAD_LENGTH:
            continue
        above = line[-1].x1 > columns[0][0] and all(len(piece.text) < _HEAD_LENGTH for piece in line)
        if (
            not above
            or _NUMBERED.match(line[0].text)
            or (line[0].x0 < columns[0][0] - _OVERHANG and len(line) == 1)
        ):
            break
        first, heads = index, heads + 1
        if heads == _HEADS:
            break
    return first


def _is_headed(heads: Sequence[_Line], columns: Sequence[_Column]) -> bool:
    """Whether each of several columns has a head of its own."""
    if len(columns) < 2:  # noqa: PLR2004 - one figure far off is no table
        return False
    covered = {_column_of(piece, columns) for line in heads for piece in _heads(line, columns)}
    single = any(len(line) >= len(columns) for line in heads)
    return single and covered >= set(range(len(columns)))


def _frame(lines: Sequence[_Line], columns: Sequence[_Column], heads: int) -> Frame:
    edges = [
        min(piece.x0 for line in lines for piece in line),
        *((before[1] + after[0]) / 2 for before, after in pairwise(columns)),
    ]
    labels = [piece for line in lines for piece in line if _column_of(piece, columns) is None]
    edges.insert(1, min(columns[0][0], max((p.x1 for p in labels), default=edges[0])) + 0.1)
    edges.append(max(piece.x1 for line in lines for piece in line))
    top = next((row for row, line in enumerate(lines) if row >= heads or not _is_over_all(line, columns)), 0)
    rows = [
        [Placed(row, 1, 1, len(columns), line[0].text)] if row < top else [*_row(row, line, columns)]
        for row, line in enumerate(lines)
    ]
    joined = [
        *_wrapped_heads(rows[:heads]),
        *((row, cells) for row, cells in enumerate(rows) if row >= heads),
    ]
    cells = [replace(cell, row=row) for row, (_, placed) in enumerate(joined) for cell in placed]
    tops = [min(piece.top for piece in lines[line]) for line, _ in joined]
    return Frame(tuple(edges), (*tops, max(piece.bottom for piece in lines[-1])), tuple(cells))


def _is_over_all(line: _Line, columns: Sequence[_Column]) -> bool:
    """Whether a line is one head that tells whose figures, or of what year, all columns hold."""
    left, right = columns[0][0], columns[-1][1]
    middle = (line[0].x0 + line[-1].x1) / 2
    centred = abs(middle - (left + right) / 2) * _CENTRED < right - left
    entities: list[str] = data("tables")["entities"]
    told = is_year(line[0].text) or line[0].text.strip(" （()）") in entities
    return len(line) == 1 and len(columns) > 1 and centred and told


def _wrapped_heads(rows: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, list[Placed]]]:
    """Lines of heads with the number of the first line of each; a head set in several lines is one.

    Only a head over several columns parts the lines above it from those below.
    """
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and not any(cell.width > 1 for row in rows[at : end + 1] for cell in row):
            end += 1
        columns: dict[int, list[Placed]] = {}
        for cell in (cell for row in rows[at:end] for cell in row):
            columns.setdefault(cell.column, []).append(cell)
        yield at, [_one_head(cells) for _, cells in sorted(columns.items())]
        at = end


def _one_head(cells: Sequence[Placed]) -> Placed:
    text = cells[0].text
    for cell in cells[1:]:
        together = HANZI.match(cell.text) or HANZI.match(text[-1:]) or text[-1:] in "/("
        text += cell.text if together else f" {cell.text}"
    return replace(cells[0], text=text)


def _heads(line: _Line, columns: Sequence[_Column]) -> Iterator[Piece]:
    """Pieces of a line; what stands over several columns is divided where it has wide blanks."""
    for piece in line:
        parts = divided(piece)
        places = {_column_of(part, columns) for part in parts}
        if len(parts) > 1 and len(places) == len(parts):
            yield from parts
        else:
            yield piece


def _row(row: int, line: _Line, columns: Sequence[_Column]) -> Iterator[Placed]:
    """Cells of a line; a head over several columns spans them, years share the columns evenly."""
    years = line[0].text.split()
    if len(line) == 1 and len(years) == len(columns) > 1 and all(map(is_year, years)):
        yield from (Placed(row, 1 + at, 1, 1, year) for at, year in enumerate(years))
        return
    width, rest = divmod(len(columns), len(line))
    if width > 1 and not rest and all(is_year(piece.text) for piece in line):
        yield from (Placed(row, 1 + at * width, 1, width, piece.text) for at, piece in enumerate(line))
        return
    taken: dict[int, list[Piece]] = {}
    for piece in _heads(line, columns):
        column = _column_of(piece, columns)
        taken.setdefault(0 if column is None else column + 1, []).append(piece)
    for column, pieces in sorted(taken.items()):
        piece = _joined(pieces)
        over = [
            i for i, (x0, x1) in enumerate(columns) if min(piece.x1, x1) - max(piece.x0, x0) > (x1 - x0) / 2
        ]
        wide = column and len(over) > 1 and not is_figure(piece.text)
        yield Placed(row, over[0] + 1 if wide else column, 1, len(over) if wide else 1, piece.text)
