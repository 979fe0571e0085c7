"""Tables as rows of cells: one year's whole, or both years' in one where their columns are the same."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from yoy.model import Cell, Span
from yoy.writers.docx.items import Edge, Grid, GridCell, GridRow, Key, Text, is_noise
from yoy.writers.docx.sides import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Edit, ReportPair, Table, TablePair
    from yoy.writers.docx.items import Mark
    from yoy.writers.docx.sides import Side

_NARROWEST, _WIDEST = 6, 22
_ALIKE = 0.5
"""Share of the rows that must be cut into cells alike, or the table is easier to read as two."""
_WIDE = "\u2e80"
_BLANK = Cell(text="", span=Span(-1, -1))


class _Placed(NamedTuple):
    """A cell at its column; `cell` is None where one from above reaches down."""

    column: int
    width: int
    height: int
    cell: Cell | None


def whole_table(table: Table, side: Side, unit: int, mark: Mark) -> Grid:
    """A table of one year: every row is deleted or inserted."""
    placed = _placed(table)
    rows = [
        GridRow(
            tuple(_cell(one, _alone(one.cell, side, unit, mark)) for one in row),
            mark,
            head=index < table.header_rows,
        )
        for index, row in enumerate(placed)
    ]
    return Grid(tuple(rows), _widths(rows))


def merged_rows(
    pair: ReportPair, link: TablePair, prior: tuple[Side, int], current: tuple[Side, int]
) -> Grid | None:
    """Both years' table in one; None where it has other columns, or few rows are cut alike."""
    tables = (_table(prior), _table(current))
    before, after = _placed(tables[0]), _placed(tables[1])
    if any(i != j for i, j in link.columns) or _width(before) != _width(after):
        return None
    matched = [(i, j) for i, j in _in_order(link.rows) if _shape(before[i]) == _shape(after[j])]
    if len(matched) < _ALIKE * max(len(before), len(after)) or not _apart(before, after, matched):
        return None
    writer = _Merger(prior, current, _row_edits(pair, prior[0], current[0]))
    rows = tuple(writer.rows((before, after), matched, tables[1].header_rows))
    return Grid(rows, _widths(rows))


def _apart(
    before: Sequence[Sequence[_Placed]],
    after: Sequence[Sequence[_Placed]],
    matched: Sequence[tuple[int, int]],
) -> bool:
    """Whether no cell reaches down out of rows of one year into rows that stay when these go."""
    i = j = 0
    for at, to in [*matched, (len(before), len(after))]:
        alone = [*before[i:at], *after[j:to]]
        following = [*after[j:to][:1], *before[at : at + 1]]
        reached = {one.column for row in following for one in row if one.cell is None}
        if any(not reached <= {one.column for one in row if one.cell is None} for row in alone):
            return False
        i, j = at + 1, to + 1
    return True


def _table(place: tuple[Side, int]) -> Table:
    side, unit = place
    table = side.units[unit].table
    assert table is not None
    return table


class _Merger:
    """Writes the rows of both years' table; `edits` are those of rows, by where they begin."""

    def __init__(
        self,
        prior: tuple[Side, int],
        current: tuple[Side, int],
        edits: Mapping[tuple[int, int], tuple[Edit, ...]],
    ) -> None:
        self._prior, self._current, self._edits = prior, current, edits

    def rows(
        self,
        placed: tuple[list[list[_Placed]], list[list[_Placed]]],
        matched: Sequence[tuple[int, int]],
        heads: int,
    ) -> Iterator[GridRow]:
        """Rows in order; those of one year are deleted or inserted."""
        before, after = placed
        i = j = 0
        for at, to in [*matched, (len(before), len(after))]:
            for row in before[i:at]:
                yield self._alone(row, self._prior, "del")
            for row in after[j:to]:
                yield self._alone(row, self._current, "ins")
            if at < len(before):
                cells = map(self._both, before[at], after[to])
                yield GridRow(tuple(cells), "both", head=to < heads)
            i, j = at + 1, to + 1

    @staticmethod
    def _alone(row: list[_Placed], place: tuple[Side, int], mark: Mark) -> GridRow:
        return GridRow(tuple(_cell(one, _alone(one.cell, *place, mark)) for one in row), mark)

    def _both(self, before: _Placed, after: _Placed) -> GridCell:
        if before.cell is None or after.cell is None:
            return _cell(after, ())
        keys = (_key(*self._prior, before.cell), _key(*self._current, after.cell))
        texts = self._texts(before.cell, after.cell)
        opened = (Edge(key, opens=True, mark="both") for key in keys)
        closed = (Edge(key, opens=False, mark="both") for key in keys)
        return _cell(after, (*opened, *texts, *closed))

    def _texts(self, before: Cell, after: Cell) -> tuple[Text, ...]:
        """What changed in a cell: as the rows were compared, else all of it."""
        old, new = written(before.text), written(after.text)
        if old == new:
            return (Text(old, "both"),) if old else ()
        inner = self._inner(before.span, after.span)
        whole = _read(inner, "prior") == old and _read(inner, "current") == new
        if whole and any(text.mark == "both" for text in inner):
            return inner
        noise = whole and all(text.noise for text in inner)
        gone, come = Text(old, "del", noise), Text(new, "ins", noise)
        return tuple(text for text in (gone, come) if text.text)

    def _inner(self, before: Span, after: Span) -> tuple[Text, ...]:
        """The edits of the row that lie in a cell."""
        rows = (_row_of(self._prior[0], before.start), _row_of(self._current[0], after.start))
        texts: list[Text] = []
        for edit in self._edits.get(rows, ()):
            old, new = _within(edit.prior, before), _within(edit.current, after)
            told = self._prior[0].shown(*old), self._current[0].shown(*new)
            if told[0] == told[1]:
                texts += [Text(told[0], "both")] if told[0] else []
                continue
            noise = is_noise(edit)
            texts += [Text(told[0], "del", noise)] if told[0] else []
            texts += [Text(told[1], "ins", noise)] if told[1] else []
        return tuple(texts)


def _within(span: Span, cell: Span) -> tuple[int, int]:
    start = max(span.start, cell.start)
    return start, max(start, min(span.end, cell.end))


def _read(texts: Sequence[Text], side: str) -> str:
    other = "ins" if side == "prior" else "del"
    return "".join(text.text for text in texts if text.mark != other)


def _row_edits(pair: ReportPair, prior: Side, current: Side) -> dict[tuple[int, int], tuple[Edit, ...]]:
    """Edits of pairs of rows, one to one, by where the rows begin."""
    starts = [{p.id: p.span.start for p in side.report.outline.passages} for side in (prior, current)]
    return {
        (starts[0][entry.prior[0]], starts[1][entry.current[0]]): entry.edits
        for entry in pair.passages
        if len(entry.prior) == len(entry.current) == 1
    }


def _row_of(side: Side, offset: int) -> int:
    passages = side.report.outline.passages
    index = bisect_right(passages, offset, key=lambda passage: passage.span.start) - 1
    return passages[max(0, index)].span.start


def _alone(cell: Cell | None, side: Side, unit: int, mark: Mark) -> tuple[Text | Edge, ...]:
    if cell is None:
        return ()
    text, key = written(cell.text), _key(side, unit, cell)
    inner = (Text(text, mark),) if text else ()
    return (Edge(key, opens=True, mark=mark), *inner, Edge(key, opens=False, mark=mark))


def _key(side: Side, unit: int, cell: Cell) -> Key:
    return Key(side.name, unit, cell.span.start)


def _cell(placed: _Placed, items: Sequence[Text | Edge]) -> GridCell:
    if placed.cell is None:
        return GridCell((), placed.width, "continue")
    return GridCell(tuple(items), placed.width, "restart" if placed.height > 1 else None)


def _placed(table: Table) -> list[list[_Placed]]:
    """Every row with its cells at their columns, and stand-ins where cells from above reach down."""
    reaching: dict[int, _Placed] = {}
    rows: list[list[_Placed]] = []
    for cells in table.rows:
        row: list[_Placed] = []
        column = 0
        waiting = list(cells)
        while waiting or any(start >= column for start in reaching):
            if column in reaching:
                above = reaching.pop(column)
                row.append(above._replace(cell=None, height=above.height - 1))
            elif waiting:
                cell = waiting.pop(0)
                width = min(max(1, cell.column_span), _room(reaching, column))
                row.append(_Placed(column, width, max(1, cell.row_span), cell))
            else:
                row.append(_Placed(column, _room(reaching, column), 1, _BLANK))
            column += row[-1].width
        reaching = {one.column: one for one in row if one.height > 1}
        rows.append(row)
    return rows


def _room(reaching: Mapping[int, _Placed], column: int) -> int:
    """Columns up to the next cell that reaches down from above."""
    return min((start - column for start in reaching if start > column), default=1 << 10)


def _in_order(rows: Sequence[tuple[int | None, int | None]]) -> list[tuple[int, int]]:
    """Pairs of rows that keep the order of both tables."""
    kept: list[tuple[int, int]] = []
    for i, j in rows:
        if i is not None and j is not None and (not kept or (i > kept[-1][0] and j > kept[-1][1])):
            kept.append((i, j))
    return kept


def _shape(row: Sequence[_Placed]) -> list[tuple[int, int, int, bool]]:
    return [(one.column, one.width, one.height, one.cell is None) for one in row]


def _width(rows: Sequence[Sequence[_Placed]]) -> int:
    return max(one.column + one.width for row in rows for one in row)


def _widths(rows: Sequence[GridRow]) -> tuple[int, ...]:
    """How wide the columns are: by the longest text of cells that have a column alone."""
    widths = [_NARROWEST] * max(sum(cell.width for cell in row.cells) for row in rows)
    for row in rows:
        column = 0
        for cell in row.cells:
            if cell.width == 1:
                widths[column] = max(widths[column], min(_WIDEST, _length(cell)))
            column += cell.width
    return tuple(widths)


def _length(cell: GridCell) -> int:
    """Characters of a cell, hanzi as two, and a little room."""
    texts = "".join(item.text for item in cell.items if isinstance(item, Text))
    return 4 + sum(1 + (char >= _WIDE) for char in texts)
