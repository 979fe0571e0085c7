"""The heads of a table's cells: what names their row, their column and the block of rows they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.language.tables.frame import Frame, has_figures
from yoy.language.tables.grid import is_data, text_of, texts_of
from yoy.language.tables.words import says

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUP_LENGTH = 90


class Heads(NamedTuple):
    """What the heads of a cell say.

    Attributes:
        row, column: texts from the more general to the nearer.
        group: the row without figures above that opens a block of rows (Net income per share:).
        blocks: rows without figures above that stand over several columns or name a time, nearest last.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    group: str = ""
    blocks: tuple[str, ...] = ()


class _State:
    """What the rows read so far say of those below; lives only inside `heads_of`."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.group = ""
        self.blocks: tuple[str, ...] = ()
        self.over: dict[int, tuple[str, ...]] = {}
        self.last_was_head = False


def heads_of(frame: Frame) -> Mapping[tuple[int, int], Heads]:
    """The heads of every cell in a column of figures below the header rows."""
    state = _State(frame)
    columns = [at for at in range(frame.width) if frame.uses[at] == "figure"]
    tops = {at: frame.heads(at) for at in columns}
    found: dict[tuple[int, int], Heads] = {}
    for row in range(frame.table.header_rows, frame.height):
        _read_row(state, row)
        for at in columns:
            over = state.over.get(at, ())
            side = frame.side(row, at)
            group = "" if state.group in side else state.group
            found[row, at] = Heads(side, (*tops[at], *over), group, state.blocks)
        leading = frame.side(row, columns[0]) if columns else ()
        if leading and says("total", leading[-1]) and has_figures(frame, row):
            state.group = ""
    return found


def _read_row(state: _State, row: int) -> None:
    """Take a row without figures for what it is: a group, a block, or heads of the columns below."""
    frame = state.frame
    data = [(at, text) for at, text in frame.data_texts(row) if text]
    if any(is_data(text) for _, text in data):
        state.last_was_head = False
        return
    texts = texts_of(frame.grid.get((row, at)) for at in range(frame.width))
    if not texts:
        return
    if len(texts) == 1:
        _open(state, texts[0])
        return
    if _heads_columns(frame, row, data):
        _put_over(state, row, data)


def _open(state: _State, text: str) -> None:
    state.last_was_head = False
    if len(text) > _GROUP_LENGTH:
        return
    if state.blocks[-1:] != (text,):
        state.blocks = (*state.blocks, text)[-2:]
    if not says("no_group", text) and not says("mere_unit", text):
        state.group = text.strip("：: ")


def _heads_columns(frame: Frame, row: int, data: list[tuple[int, str]]) -> bool:
    columns = sum(use == "figure" for use in frame.uses)
    spanned = sum(frame.grid[row, at].column_span for at, _ in data)
    return bool(data) and spanned * 2 >= columns


def _put_over(state: _State, row: int, data: list[tuple[int, str]]) -> None:
    """A row of words over the columns: heads of what follows, in place of those it repeats."""
    frame = state.frame
    fresh = state.over if state.last_was_head else {}
    made = dict(fresh)
    for at, text in data:
        for column in range(at, at + frame.grid[row, at].column_span):
            if column < frame.width and frame.uses[column] == "figure":
                made[column] = (*fresh.get(column, ()), text)
    state.over = made
    state.group = ""
    state.last_was_head = True


def corner_of(frame: Frame) -> tuple[str, ...]:
    """What stands over the row heads, often the unit of the whole table."""
    table = frame.table
    places = ((row, at) for row in range(table.header_rows) for at in range(max(1, table.header_columns)))
    return texts_of(map(frame.grid.get, places))


def wide_of(frame: Frame) -> tuple[str, ...]:
    """Head cells that stand over all columns of figures."""
    first = next((at for at in range(frame.width) if frame.uses[at] == "figure"), 0)
    found: list[str] = []
    for row in range(frame.table.header_rows):
        texts = {text_of(frame.grid.get((row, at))) for at in range(first, frame.width)}
        if len(texts) == 1:
            found.extend(texts)
    return tuple(filter(None, found))


def lead_of(text: str, start: int, caption: str | None) -> tuple[str, ...]:
    """The caption and the last lines of running text above a table, the nearest last."""
    lines = text[max(0, start - _REACH) : start].rstrip("\n").split("\n")
    above: list[str] = []
    for line in reversed(lines):
        if "\t" in line or len(above) == _LINES:
            break
        if line.strip():
            above.append(line.strip())
    found = [*reversed(above)]
    return tuple([caption, *found] if caption and caption not in found else found)


_REACH, _LINES = 900, 4
