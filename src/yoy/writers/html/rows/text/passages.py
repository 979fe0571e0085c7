"""The text of two reports beside each other: blocks (sections) of rows (passages), runs folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import PassageKind, Span
    from yoy.writers.anchors import Side
    from yoy.writers.html.rows.text.pieces import Run

Shape = Literal["same", "edited", "added", "removed", "moved_here", "moved_away"]
_FOLD_ROWS = 3
_CHUNK_ROWS = 40


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that touches a row; its sentence stands where it is met first."""

    anchor: str
    check: str
    verdict: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page: passages of one side or of both.

    Attributes:
        ghost: whether the prior side is a copy of text that stands in its own place elsewhere.
        flags: what filters look for: fc changed, ff figures, fm moved, fa added, fd removed,
            fi inconsistent, fq to confirm; fy fn fp fs when nothing changed but the year, the
            numbering, punctuation or page furniture.
        partner: where moved text stands on the other side: anchor and name of its section.
        level: of a heading, 1–6; 0 for other text.
        opens: whether a paragraph begins here.
        led_to: the section in which moved text stands on the other side.
        follows: whether the row goes on with moved text that the row before it has told of.
    """

    shape: Shape
    kind: PassageKind
    anchor: str
    prior_anchor: str | None
    prior: tuple[Run, ...]
    current: tuple[Run, ...]
    ghost: bool
    flags: tuple[str, ...]
    partner: tuple[str, str] | None
    alarms: tuple[Alarm, ...]
    level: int
    opens: bool
    characters: int
    extra_anchor: str | None = None
    prior_span: Span | None = None
    current_span: Span | None = None
    follows: bool = False
    led_to: str = ""

    def place(self, side: Side) -> Span | None:
        """Where in a report the row's own text stands; None when it isn't that report's row."""
        return self.prior_span if side == "prior" else self.current_span

    @property
    def quiet(self) -> bool:
        """Whether nothing about the row asks for attention."""
        return self.shape == "same" and not self.flags and not self.level


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows in a run; `quiet` runs are folded away and tell their length."""

    rows: tuple[Row, ...]
    quiet: bool

    @property
    def characters(self) -> int:
        """Length of the text that is folded away."""
        return sum(row.characters for row in self.rows)

    @property
    def flags(self) -> str:
        """Flags of any of the rows; a folded run shows in the list of changes as context."""
        return "fc" if self.quiet else _union(row.flags for row in self.rows)


@dataclass(frozen=True)
class Block:
    """The rows of a section, its subsections left to blocks of their own."""

    anchor: str
    title: str
    level: int
    rows: tuple[Row, ...]
    section: str | None = None

    @cached_property
    def flags(self) -> str:
        """Flags of any of the rows."""
        return _union(row.flags for row in self.rows)

    def count(self, flag: str) -> int:
        """Number of rows with a flag."""
        return sum(flag in row.flags for row in self.rows)


@dataclass(frozen=True, slots=True)
class Part:
    """A block or, where it is long, a stretch of one; only the first stretch bears its name."""

    block: Block
    folds: tuple[Fold, ...]
    first: bool

    @property
    def flags(self) -> str:
        """Flags of any of the runs that aren't folded."""
        return _union(fold.flags.split() for fold in self.folds if not fold.quiet)


@dataclass(frozen=True, slots=True)
class Chunk:
    """As many rows as a browser should lay out at once: what is out of sight costs it nothing."""

    parts: tuple[Part, ...]

    @property
    def flags(self) -> str:
        """Flags of any of the parts."""
        return _union(part.flags.split() for part in self.parts)

    @property
    def size(self) -> int:
        """About how high it is: 0 to 6, each twice the one before."""
        rows = sum(_lines(fold) for part in self.parts for fold in part.folds)
        return min(6, max(0, rows - 1).bit_length())


def chunks_of(blocks: Sequence[Block]) -> tuple[Chunk, ...]:
    """The blocks in chunks: short ones together, long ones in stretches."""
    chunks: list[Chunk] = []
    held: list[Part] = []
    room = _CHUNK_ROWS
    for block in blocks:
        for part in _parts(block):
            lines = sum(map(_lines, part.folds))
            if held and lines > room:
                chunks.append(Chunk(tuple(held)))
                held, room = [], _CHUNK_ROWS
            held.append(part)
            room -= lines
    return (*chunks, Chunk(tuple(held))) if held else tuple(chunks)


def _parts(block: Block) -> Iterator[Part]:
    folds: list[Fold] = []
    first = True
    for fold in _folds(block.rows):
        if folds and sum(map(_lines, folds)) + _lines(fold) > _CHUNK_ROWS:
            yield Part(block, tuple(folds), first)
            folds, first = [], False
        folds.append(fold)
    yield Part(block, tuple(folds), first)


def _lines(fold: Fold) -> int:
    """Rows in sight: a folded run takes one."""
    return 1 if fold.quiet else len(fold.rows)


def _union(flags: object) -> str:
    return " ".join(sorted({flag for group in flags for flag in group}))  # type: ignore[attr-defined]


def _folds(rows: Sequence[Row]) -> Iterator[Fold]:
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and rows[end].quiet == rows[start].quiet and end - start < _CHUNK_ROWS * 10:
            end += 1
        quiet = rows[start].quiet and end - start >= _FOLD_ROWS
        if quiet:
            yield Fold(tuple(rows[start:end]), quiet=True)
        else:
            for at in range(start, end, _CHUNK_ROWS):
                yield Fold(tuple(rows[at : min(end, at + _CHUNK_ROWS)]), quiet=False)
        start = end
