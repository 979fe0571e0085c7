"""Figures in the data cells of tables, named by row header and column header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.language.units import UnitTable
    from yoy.model import Outline, QuantityKind
    from yoy.quantities.figure import Figure


@dataclass(slots=True, kw_only=True, eq=False)
class TableFigure:
    """A figure of a cell."""

    figure: Figure
    section: str
    passage: str
    indicator: str
    kind: QuantityKind
    period: str | None
    table: str
    row: int
    column: int

    @property
    def unit(self) -> str | None:
        """The unit's name."""
        return self.figure.unit

    def quantity(self, text: str, ids: Mapping[int, str], key: str) -> Quantity:
        """The finished value."""
        figure = self.figure
        return Quantity(
            id=ids[id(self)],
            key=key,
            span=figure.span,
            surface=figure.span.of(text),
            value=figure.value,
            unit=figure.unit,
            kind=self.kind,
            quantum=figure.quantum,
            indicator=self.indicator,
            period=self.period,
            section=self.section,
            passage=self.passage,
            table=self.table,
            row=self.row,
            column=self.column,
        )


def read_tables(outline: Outline, units: UnitTable) -> tuple[TableFigure, ...]:
    """The figures of all tables in reading order."""
    return ()
