"""Tables that are ruled on a page: their cells found from the walls between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yoy.readers.layout.blocks import join_lines
from yoy.readers.layout.grids import Placed
from yoy.readers.pdf.lines import group_lines, make_pieces
from yoy.readers.pdf.page import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yoy.readers.pdf.page import Char

_SNAP = 3.0
_LINES = 400
_LONG_CELL = 1500
_COVERED = 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table: the positions of its grid lines, and its cells with their texts."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Placed, ...]

    @property
    def top(self) -> float:
        """Upper edge on the page."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Lower edge on the page."""
        return self.rows[-1]

    def holds(self, char: Char) -> bool:
        """Whether a character stands inside."""
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        return self.columns[0] <= x <= self.columns[-1] and self.top <= y <= self.bottom


def find_frames(rules: Sequence[Rule], chars: Sequence[Char]) -> list[Frame]:
    """Ruled tables of a page with at least two rows and two columns, from the top."""
    frames = []
    for group in _touching(_merged(rules)):
        grid = _grid(group)
        if grid is None:
            continue
        columns, rows, walls = grid
        inside = Frame(columns, rows, ())
        own = [char for char in chars if inside.holds(char)]
        cells = _filled(_rectangles(columns, rows, walls), columns, rows, own)
        if _is_table(cells):
            frames.append(Frame(columns, rows, tuple(cells)))
    return sorted(_outermost(frames), key=lambda frame: (frame.top, frame.columns[0]))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules on one line that touch or overlap as one; positions nearly equal made equal."""
    made: list[Rule] = []
    for horizontal in (True, False):
        own = sorted((r for r in rules if r.horizontal is horizontal), key=lambda r: r.at)
        cluster: list[Rule] = []
        for rule in own:
            if cluster and rule.at - cluster[-1].at > _SNAP:
                made.extend(_joined(cluster))
                cluster = []
            cluster.append(rule)
        made.extend(_joined(cluster))
    return made


def _joined(cluster: list[Rule]) -> list[Rule]:
    if not cluster:
        return []
    at = sum(rule.at for rule in cluster) / len(cluster)
    made: list[Rule] = []
    for rule in sorted(cluster, key=lambda r: r.start):
        if made and rule.start <= made[-1].end + _SNAP:
            made[-1] = replace(made[-1], end=max(made[-1].end, rule.end))
        else:
            made.append(replace(rule, at=at))
    return made


def _touching(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Groups of rules that meet each other."""
    flat = [rule for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if not rule.horizontal]
    if not (1 < len(flat) <= _LINES and 0 < len(upright) <= _LINES):
        return
    parent = list(range(len(rules)))
    index = {id(rule): place for place, rule in enumerate(rules)}

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for h in flat:
        for v in upright:
            if h.start - _SNAP <= v.at <= h.end + _SNAP and v.start - _SNAP <= h.at <= v.end + _SNAP:
                parent[root(index[id(h)])] = root(index[id(v)])
    groups: dict[int, list[Rule]] = defaultdict(list)
    for place, rule in enumerate(rules):
        groups[root(place)].append(rule)
    yield from groups.values()


_Walls = dict[tuple[bool, int], list[Rule]]


def _grid(group: list[Rule]) -> tuple[tuple[float, ...], tuple[float, ...], _Walls] | None:
    """Positions of the grid lines of a group, with the rules on each; open sides are closed."""
    flat = [rule for rule in group if rule.horizontal]
    upright = [rule for rule in group if not rule.horizontal]
    if not flat or not upright:
        return None
    columns = _positions([r.at for r in upright], min(r.start for r in flat), max(r.end for r in flat))
    rows = _positions([r.at for r in flat], min(r.start for r in upright), max(r.end for r in upright))
    if len(columns) < 3 or len(rows) < 3:  # noqa: PLR2004 - two columns have three lines
        return None
    walls: _Walls = defaultdict(list)
    for rule in group:
        places = rows if rule.horizontal else columns
        nearest = min(range(len(places)), key=lambda i: abs(places[i] - rule.at))
        walls[rule.horizontal, nearest].append(rule)
    return columns, rows, walls


def _positions(places: list[float], low: float, high: float) -> tuple[float, ...]:
    made: list[float] = []
    for place in sorted({*places, low, high}):
        if not made or place - made[-1] > _SNAP:
            made.append(place)
    return tuple(made)


def _has_wall(walls: _Walls, key: tuple[bool, int], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in walls.get(key, ()))
    return covered >= _COVERED * (end - start)


def _rectangles(columns: Sequence[float], rows: Sequence[float], walls: _Walls) -> list[Placed]:
    """Cells: units of a row joined where no wall parts them, then equal runs of rows below each other."""
    done: list[Placed] = []
    above: dict[tuple[int, int], Placed] = {}
    for row in range(len(rows) - 1):
        current: dict[tuple[int, int], Placed] = {}
        for start, end in _row_runs(row, columns, rows, walls):
            upper = above.get((start, end))
            parted = _has_wall(walls, (True, row), columns[start], columns[end])
            if upper is not None and not parted:
                upper.height += 1
                current[start, end] = upper
            else:
                cell = Placed(row, start, 1, end - start, "")
                done.append(cell)
                current[start, end] = cell
        above = current
    return done


def _row_runs(
    row: int, columns: Sequence[float], rows: Sequence[float], walls: _Walls
) -> Iterator[tuple[int, int]]:
    start = 0
    for line in range(1, len(columns)):
        if line == len(columns) - 1 or _has_wall(walls, (False, line), rows[row], rows[row + 1]):
            yield start, line
            start = line


def _filled(
    cells: list[Placed], columns: Sequence[float], rows: Sequence[float], chars: Iterable[Char]
) -> list[Placed]:
    owner = {
        (row, column): index
        for index, cell in enumerate(cells)
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + cell.width)
    }
    texts: dict[int, list[Char]] = defaultdict(list)
    for char in chars:
        row = _slot(rows, (char.top + char.bottom) / 2)
        column = _slot(columns, (char.x0 + char.x1) / 2)
        texts[owner[row, column]].append(char)
    for index, cell in enumerate(cells):
        if index in texts:
            cell.text = cell_text(texts[index])
    return cells


def _slot(places: Sequence[float], at: float) -> int:
    for index in range(1, len(places) - 1):
        if at < places[index]:
            return index - 1
    return len(places) - 2


def cell_text(chars: Iterable[Char]) -> str:
    """The lines of a cell as one text."""
    return join_lines([" ".join(piece.text for piece in line) for line in group_lines(make_pieces(chars))])


def _is_table(cells: Sequence[Placed]) -> bool:
    """At least two rows and columns with text, and no page of running text in a cell."""
    filled = [cell for cell in cells if cell.text]
    if any(len(cell.text) > _LONG_CELL for cell in filled):
        return False
    return len({cell.column for cell in filled}) > 1 and len({cell.row for cell in filled}) > 1


def _outermost(frames: list[Frame]) -> list[Frame]:
    """Frames that don't stand inside another one."""
    return [
        frame
        for frame in frames
        if not any(
            other is not frame
            and other.top <= frame.top
            and other.bottom >= frame.bottom
            and other.columns[0] <= frame.columns[0]
            and other.columns[-1] >= frame.columns[-1]
            for other in frames
        )
    ]
