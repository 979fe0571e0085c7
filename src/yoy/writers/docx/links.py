"""What of the two reports stands in place, and what was moved."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yoy.writers.docx.tables import merged_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from yoy.model import Edit, PassagePair, ReportPair
    from yoy.writers.docx.items import Grid
    from yoy.writers.docx.sides import Side


_MOVED = 0.5
"""Share of a text that must be found again elsewhere for a move: below it, a reader sees little but the
deletions and insertions inside. On five real pairs, looked at on 2026-11-29, what is below was rewritten."""


@dataclass(frozen=True, slots=True)
class Link:
    """Units of both sides that belong together, as half-open ranges of their numbers."""

    prior: tuple[int, int]
    current: tuple[int, int]
    edits: tuple[Edit, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """What a unit says at one end of a move; `name` is shared by both ends."""

    name: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """What stands in place in both texts, in order, and the moves by unit of each side."""

    placed: tuple[Link, ...]
    moves: Mapping[str, Mapping[int, Move]] = field(default_factory=dict)


def find_links(pair: ReportPair, prior: Side, current: Side) -> Links:
    """The links that both orders allow; other pairs of passages are moves, unless they were rewritten."""
    linked = [(entry.moved, link) for entry in pair.passages if (link := _link(entry, prior, current))]
    tables = _tables(pair, prior, current)
    still = [link for moved, link in linked if not moved]
    placed = _unbroken(_longest_rising([*still, *tables]), prior, current)
    standing = set(map(id, placed))
    moved = [link for _, link in linked if id(link) not in standing and _shared(link) >= _MOVED]
    return Links(placed, _named(moved, prior, current))


def _shared(link: Link) -> float:
    """How much of the longer text the two have in common."""
    same = sum(len(edit.current) for edit in link.edits if edit.tag == "equal")
    lengths = (sum(len(edit.prior) for edit in link.edits), sum(len(edit.current) for edit in link.edits))
    return same / max(1, *lengths)


def _link(entry: PassagePair, prior: Side, current: Side) -> Link | None:
    """The link of a pair, unless its passages are scattered, page furniture or rows of a table."""
    before, after = _run(entry.prior, prior), _run(entry.current, current)
    return Link(before, after, entry.edits) if before and after else None


def _run(ids: Sequence[str], side: Side) -> tuple[int, int] | None:
    numbers = [side.unit_of.get(name, -1) for name in ids]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))) or numbers[0] < 0:
        return None
    return numbers[0], numbers[-1] + 1


def _tables(pair: ReportPair, prior: Side, current: Side) -> Iterator[Link]:
    """Tables of the same columns; others are deleted and inserted whole."""
    for link in pair.tables:
        if len(link.prior) != 1 or len(link.current) != 1:
            continue
        i, j = prior.unit_of_table.get(link.prior[0]), current.unit_of_table.get(link.current[0])
        if i is None or j is None:
            continue
        grid = merged_rows(pair, link, (prior, i), (current, j))
        if grid is not None:
            yield Link((i, i + 1), (j, j + 1), grid=grid)


def _longest_rising(links: Iterable[Link]) -> tuple[Link, ...]:
    """The longest run of links whose order is the same on both sides."""
    ordered = sorted(links, key=lambda link: link.current)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, link in enumerate(ordered):
        length = bisect_left(tails, link.prior[0])
        tails[length : length + 1] = [link.prior[0]]
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [index]
    chain: list[Link] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return tuple(reversed(chain))


def _unbroken(chain: Sequence[Link], prior: Side, current: Side) -> tuple[Link, ...]:
    """The chain without links between which only one side has a table: no paragraph goes on behind one."""
    kept: list[Link] = []
    for link in chain:
        since = (kept[-1].prior[1], kept[-1].current[1]) if kept else (0, 0)
        ways = [
            (since[number], (link.prior, link.current)[number][0], side)
            for number, side in enumerate((prior, current))
        ]
        tabled = any(side.units[i].table for start, end, side in ways for i in range(start, end))
        if not tabled or all(_begins_anew(*way) for way in ways):
            kept.append(link)
    return tuple(kept)


def _begins_anew(start: int, end: int, side: Side) -> bool:
    return any(side.units[index].before in ("break", "fresh") for index in range(start, end + 1))


def _named(moved: Sequence[Link], prior: Side, current: Side) -> dict[str, dict[int, Move]]:
    """The moves with their names: links that follow each other on both sides are one."""
    named: dict[str, dict[int, Move]] = {"prior": {}, "current": {}}
    count = 0
    last: Link | None = None
    for link in sorted(moved, key=lambda link: link.current):
        follows = last is not None and (last.prior[1], last.current[1]) == (link.prior[0], link.current[0])
        count += not follows
        last = link
        for side, units in ((prior, link.prior), (current, link.current)):
            for unit in range(*units):
                named[side.name][unit] = Move(f"move{count}", link.edits)
    return named
