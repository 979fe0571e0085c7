"""What a sheet holds before it becomes cells: rows, columns and values, without any openpyxl."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Literal, overload

from yoy.model import RowFormula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Mark = Literal["plain", "deleted", "inserted", "figure"]
SheetName = Literal[
    "cover",
    "summary",
    "open",
    "figures",
    "passages",
    "sections",
    "tables",
    "findings",
    "promises",
    "reuse",
    "series",
    "set_aside",
    "withdrawn",
]
TABLE_SHEETS: tuple[SheetName, ...] = (
    "figures",
    "passages",
    "sections",
    "tables",
    "findings",
    "promises",
    "reuse",
    "series",
    "set_aside",
    "withdrawn",
)
HEADER_ROW = 4
"""Row of the column headings on every sheet of rows; the data begin below it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    mark: Mark = "plain"


@dataclass(frozen=True, slots=True)
class Rich:
    """Text of several looks in one cell."""

    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)


Value = str | int | Decimal | Rich | RowFormula | None
RowName = tuple[str, str, str]
"""Sheet, comparison and key: what names a row across runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a cell leads: a row of this workbook or an anchor of the page beside it."""

    row: RowName | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        width: in characters of the body font; a hanzi takes two.
        look: which named style its cells wear.
        reviewer: a person writes here; choices: what the drop-down offers.
        hidden: in a group that is closed: kept for the round trip, or seldom asked for.
        page: which printed page across it belongs to, from 0; None is not printed.
    """

    name: str
    heading: str
    width: float
    look: str = "text"
    reviewer: bool = False
    choices: tuple[str, ...] = ()
    hidden: bool = False
    page: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about (`key`), a digest of its figures, and its cells by column.

    `comments` are notes that people hung on cells, `notes` the whole of what our cells have in short.
    """

    key: str
    comparison: str = ""
    fingerprint: str = ""
    cells: Mapping[str, Value] = field(default_factory=dict)
    written: Mapping[str, object] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Target] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)


class FreshRows(Sequence[Row]):
    """Rows that are made each time they are gone through: held, those of a long report fill the memory."""

    def __init__(self, make: Callable[[], Iterator[Row]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Row]:
        return self._make()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice) or at < 0:
            return tuple(self)[at]
        for row in islice(self, at, None):
            return row
        raise IndexError(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of rows.

    Attributes:
        intro: what stands under the title: what the rows are, how many, what was left out.
        frozen: how many columns stay in view.
        tones: columns whose words are coloured, as column → word → tone.
        lines: how many lines every row has, where all are of one height and the head is low.
        tight: whether lines stand close, for the paper's sake.
    """

    name: SheetName
    title: str
    intro: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    frozen: int = 2
    tones: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lines: int | None = None
    tight: bool = False

    def row_name(self, row: Row) -> RowName:
        """What names this row in the workbook."""
        return self.name, row.comparison, row.key
