"""The rows of a table as readers hand them over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell, held once at its first row and column; `header` where the format says so."""

    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    recognised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of a table and the page it stood on."""

    cells: tuple[GridCell, ...]
    page: int | None = None
