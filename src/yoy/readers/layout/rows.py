"""The rows of a table as readers hand them over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell, held once at its first row and column; `header` where the format says so.

    `place` is its address in a workbook (B5).
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    recognised: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of a table and the page or sheet it stood on."""

    cells: tuple[GridCell, ...]
    page: int | None = None
    sheet: str | None = None
