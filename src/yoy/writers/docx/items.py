"""What a redline is made of, in reading order: text, ends of paragraphs, tables, and where ranges begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from yoy.model import Edit

Mark = Literal["both", "del", "ins", "from", "to"]
"""Whose text it is: both years', last year's alone (deleted, or moved from here), this year's alone
(inserted, or moved here)."""
_NOISE = frozenset(("year", "numbering", "punctuation", "shell"))
SIDE_OF = {"del": "prior", "from": "prior", "ins": "current", "to": "current"}


class Key(NamedTuple):
    """What a comment hangs on: a unit of one side, or the cell of a table that begins at `cell`."""

    side: Literal["prior", "current"]
    unit: int
    cell: int = -1


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text; `noise` changes belong to an author of their own, `move` names the move."""

    text: str
    mark: Mark
    noise: bool = False
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph: it carries the style, now and (`was`) in last year's text.

    It is deleted or inserted, never marked as moved: LibreOffice would take the next end for moved, too.
    """

    mark: Literal["both", "del", "ins"]
    style: str
    was: str
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a comment's range begins or ends; `mark` is that of the text it belongs to."""

    key: Key
    opens: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Range:
    """Where the range of a move begins or ends, at the place it left ("from") or came to ("to")."""

    name: str
    mark: Literal["from", "to"]
    opens: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: what stands in it, the columns it takes, and its part in a cell that reaches over rows."""

    items: tuple[Text | Edge, ...]
    width: int = 1
    merge: Literal["restart", "continue"] | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of both years, or of one."""

    cells: tuple[GridCell, ...]
    mark: Mark
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` are the shares of its columns."""

    rows: tuple[GridRow, ...]
    widths: tuple[int, ...]


Item = Text | Break | Edge | Range | Grid


def is_noise(edit: Edit) -> bool:
    """Whether a change is one that every new year brings: a reader accepts these at once."""
    return edit.edit_class in _NOISE
