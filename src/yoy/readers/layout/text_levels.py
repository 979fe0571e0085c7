"""Rows of pasted forms whose merged cells are lost: numbered heads tell how deep each one stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.readers.layout.text_rows import TextCell, TextRow

_KINDS = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]"),
    re.compile(r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]"),
    re.compile(r"\d{1,2}\s*[、.．]"),
    re.compile(r"[（(]\s*\d{1,2}\s*[)）]"),
)


class Placed(NamedTuple):
    """A cell with its column and how far it reaches."""

    cell: TextCell
    column: int
    width: int = 1
    height: int = 1


def level_of(text: str) -> int | None:
    """How deep the number of a head stands (一、 0, （一） 1, 1. 2), None without one."""
    return next((level for level, kind in enumerate(_KINDS) if kind.match(text)), None)


def by_levels(rows: Sequence[TextRow]) -> list[list[Placed]] | None:
    """The rows of figures with each head in the column of its level; None where heads aren't all numbered.

    The last head of a row reaches to the figures, the others down to the next head of their level.
    """
    labels = [tuple(cell for cell in row.cells[: len(row.cells) - row.figures] if cell.text) for row in rows]
    levels = [[level_of(cell.text) for cell in cells] for cells in labels]
    if not all(levels) or any(level is None for row in levels for level in row):
        return None
    known = [[level for level in row if level is not None] for row in levels]
    depths = sorted({level for row in known for level in row})
    deeper = any(len(row) > 1 for row in known)
    if len(depths) < 2 or not deeper or any(row != sorted(set(row)) for row in known):  # noqa: PLR2004
        return None
    if not _have_their_groups(known, depths):
        return None
    column = {level: at for at, level in enumerate(depths)}
    made = []
    for at, (row, cells) in enumerate(zip(rows, labels, strict=True)):
        placed = [
            _head(cell, level, at, known, column, last=index == len(cells) - 1)
            for index, (cell, level) in enumerate(zip(cells, known[at], strict=True))
        ]
        figures = row.cells[len(row.cells) - row.figures :]
        placed += [Placed(cell, len(depths) + index) for index, cell in enumerate(figures)]
        made.append(placed)
    return made


def _have_their_groups(known: Sequence[Sequence[int]], depths: Sequence[int]) -> bool:
    """Whether each row below the first level stands under a head that reaches down to it."""
    open_levels: tuple[int, ...] = ()
    for levels in known:
        above = tuple(level for level in open_levels if level < levels[0])
        if len(above) != depths.index(levels[0]):
            return False
        open_levels = (*above, *levels[:-1])
    return True


def _head(
    cell: TextCell,
    level: int,
    row: int,
    known: Sequence[Sequence[int]],
    column: dict[int, int],
    *,
    last: bool,
) -> Placed:
    if last:
        return Placed(cell, column[level], width=len(column) - column[level])
    below = next((at for at in range(row + 1, len(known)) if known[at][0] <= level), len(known))
    return Placed(cell, column[level], height=below - row)


def place_heads(heads: Sequence[TextRow], labels: int, figures: int) -> list[list[Placed]]:
    """Head rows over `figures` columns behind `labels` columns of row heads, their lost spans guessed.

    One cell stands over all columns; where a row and the next have together one cell too many, the next
    row stands under one cell of this: the last but one before a total, else the last.
    """
    made: list[list[Placed]] = []
    start, room = labels, figures
    for index, row in enumerate(heads):
        cells = [cell for cell in row.cells if cell.text]
        below = len([c for c in heads[index + 1].cells if c.text]) if index + 1 < len(heads) else 0
        if not room:
            made.append(_over_labels(cells, labels))
            continue
        corner = [Placed(cells.pop(0), 0)] if len(cells) > 1 and _is_corner(cells, room) else []
        if len(cells) == 1 and room > 1:
            made.append([*corner, Placed(cells[0], start, room)])
        elif 1 < len(cells) < room and len(cells) - 1 + below == room:
            over = len(cells) - 2 if _TOTAL.search(cells[-1].text) else len(cells) - 1
            widths = [below if at == over else 1 for at in range(len(cells))]
            columns = [start + sum(widths[:at]) for at in range(len(cells))]
            made.append([*corner, *map(Placed, cells, columns, widths)])
            start, room = columns[over], below
        else:
            first = start + room - len(cells)
            made.append([*corner, *(Placed(cell, first + at) for at, cell in enumerate(cells))])
            room = 0 if len(cells) == room else room
    return made


def _over_labels(cells: Sequence[TextCell], labels: int) -> list[Placed]:
    """Heads below complete ones: they stand over the columns of row heads, the first over what is left."""
    wide = max(1, labels - len(cells) + 1)
    return [Placed(cell, at + wide - 1 if at else 0, wide if at == 0 else 1) for at, cell in enumerate(cells)]


def _is_corner(cells: Sequence[TextCell], room: int) -> bool:
    """Whether the first head stands over the row heads: one too many, or a remark beside one head."""
    return len(cells) == room + 1 or (len(cells) == 2 and len(cells[0].text) > len(cells[1].text))  # noqa: PLR2004


_TOTAL = re.compile(r"[总合小]\s*计$|(?i:\btotal$)")
