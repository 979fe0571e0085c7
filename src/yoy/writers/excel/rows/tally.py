"""How many numbers each report holds and what became of them: the sum that the auditor signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.writers.excel.rows.source import Book, Facing, Source


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one report in one comparison.

    Attributes:
        total: numbers found in the report, counted on their own.
        compared: figures that have a partner.
        quoted: figures of the year before that this report quotes, held against that year's own.
        unpaired: figures that have neither.
        aside: numbers that are no figures.
    """

    comparison: str
    report: str
    total: int
    compared: int
    quoted: int
    unpaired: int
    aside: int

    @property
    def adds_up(self) -> bool:
        """Whether nothing was lost or counted twice."""
        return self.total == self.compared + self.quoted + self.unpaired + self.aside


def tallies(book: Book) -> Iterator[Tally]:
    """Both reports of every comparison, newest first."""
    for facing in reversed(book.facings):
        yield _tally(facing, facing.prior)
        yield _tally(facing, facing.current)


def _tally(facing: Facing, source: Source) -> Tally:
    prior_side = source is facing.prior
    paired = {
        (pair.prior if prior_side else pair.current)
        for pair in facing.pair.numbers
        if pair.prior is not None and pair.current is not None
    }
    figures = source.report.figures
    compared = sum(1 for figure in figures.quantities if figure.id in paired)
    quoted = sum(1 for figure in figures.quantities if figure.id in source.quoted - paired)
    spans = {figure.span for figure in figures.quantities} | {item.span for item in figures.set_aside}
    return Tally(
        comparison=facing.label,
        report=source.report.id,
        total=len(spans),
        compared=compared,
        quoted=quoted,
        unpaired=len(figures.quantities) - compared - quoted,
        aside=len(figures.set_aside),
    )
