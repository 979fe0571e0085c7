"""What is known of a table before its cells are read: its frame, heads, times and scales."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yoy.language.calendar import calendar_of
from yoy.language.tables.frame import Frame, frame_of
from yoy.language.tables.heads import Heads, heads_of, lead_of
from yoy.language.tables.times import Times, times_of
from yoy.quantities.tables.scales import Scales, is_chinese, scale_everywhere, scales_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from yoy.language.units import UnitTable
    from yoy.model import Outline, Section, Table

_FURNITURE, _SHORT = 3, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is known before the cells of a table are read."""

    outline: Outline
    units: UnitTable
    frame: Frame
    heads: Mapping[tuple[int, int], Heads]
    times: Times
    scales: Scales
    chinese: bool
    home: Section

    @property
    def table(self) -> Table:
        """The table."""
        return self.frame.table


def readers_of(outline: Outline, units: UnitTable) -> Iterator[Reader]:
    """A reader for every table of a report, in order."""
    everywhere = scale_everywhere(outline.document.text) if outline.document.language == "en" else None
    before: Reader | None = None
    for table in outline.document.tables:
        before = _reader_of(outline, table, units, everywhere, before)
        yield before


def _reader_of(
    outline: Outline,
    table: Table,
    units: UnitTable,
    everywhere: Decimal | None,
    before: Reader | None,
) -> Reader:
    """What the heads and the words around a table say of its cells; `before` is the table above it."""
    document = outline.document
    between = document.text[before.table.span.end : table.span.start] if before else ""
    goes_on = before is not None and _goes_on(between)
    if before is not None and not table.unit and not between.strip() and before.chinese:
        table = replace(table, unit=before.table.unit)  # the second half of one statement
    frame = frame_of(table)
    lead = lead_of(document.text, table.span.start, table.caption)
    return Reader(
        outline=outline,
        units=units,
        frame=frame,
        heads=heads_of(frame),
        times=times_of(frame, lead, calendar_of(document), document.period),
        scales=scales_of(frame, lead, everywhere, before.scales if before and goes_on else None),
        chinese=is_chinese(frame, lead),
        home=[s for s in outline.sections if s.span.start <= table.span.start < s.span.end or s.level == 0][
            -1
        ],
    )


def _goes_on(between: str) -> bool:
    """Whether nothing but the furniture of a page stands between two tables."""
    lines = [line.strip() for line in between.split("\n") if line.strip()]
    return len(lines) <= _FURNITURE and all(len(line) < _SHORT and line[-1] not in ".:。：" for line in lines)
