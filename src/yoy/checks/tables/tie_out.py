"""Comparatives in tables held against the report of the year before: agreed, rounded, restated."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.checks.finding import VERDICTS, make_finding, plain
from yoy.language.tables.keys import CellKey, keys_of
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.language.tolerance import Agreement
    from yoy.model import Finding, Quantity, Table
    from yoy.options import Options

_SHARED = 3
"""Comparatives of one table and year that a table of the prior report must hold, to be the same table."""
_COVERED = 0.5
_AGREED = 0.5
"""Share of them that must agree before the others are called restated rather than doubtful."""

Place = tuple[CellKey, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The figures of a table by what they are of; what stands twice is left out."""

    table: Table
    figures: Mapping[Place, Quantity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Comparatives of one table and year with the figures of the prior report's table."""

    sheet: Sheet
    pairs: Sequence[tuple[Quantity, Quantity, Agreement]]
    partner: bool

    @property
    def is_sure(self) -> bool:
        """Whether so many agree that what differs was changed, not mistaken for something else."""
        agreed = sum(outcome != "differs" for _, _, outcome in self.pairs)
        if len(self.pairs) < _SHARED:
            return self.partner
        return agreed >= _AGREED * len(self.pairs)


def check_tie_out(both: PairView, _options: Options) -> Iterator[Finding]:
    """Every figure that a table prints for an earlier year: is it what last year's report said?"""
    prior = _sheets(both.prior)
    index: dict[Place, list[int]] = defaultdict(list)
    for number, sheet in enumerate(prior):
        for place in sheet.figures:
            index[place].append(number)
    partners = {c: p for pair in both.pair.tables for c in pair.current for p in pair.prior}
    for sheet in _sheets(both.current):
        for year in sorted({place[0].year for place in sheet.figures if place[0].year is not None}):
            if both.current.period is None or year >= both.current.period:
                continue
            tie = _tie(sheet, year, prior, index, partners.get(sheet.table.id))
            if tie is not None:
                yield from _findings(both, tie)


def _sheets(view: View) -> list[Sheet]:
    by_table: dict[str, list[Quantity]] = defaultdict(list)
    for figure in view.figures:
        if figure.table is not None and figure.rule != "table.label":
            by_table[figure.table].append(figure)
    return [
        _sheet(view, table, by_table[table.id]) for table in view.report.document.tables if by_table[table.id]
    ]


def _sheet(view: View, table: Table, figures: Sequence[Quantity]) -> Sheet:
    cells = keys_of(view.report.document, table).cells
    placed: list[tuple[Place, Quantity]] = []
    for figure in figures:
        key = cells.get((figure.row or 0, figure.column or 0))
        if key is not None and key.row:
            placed.append(((key, figure.unit), figure))
    counts = Counter(place for place, _ in placed)
    return Sheet(table=table, figures={place: q for place, q in placed if counts[place] == 1})


def _tie(
    sheet: Sheet,
    year: int,
    prior: Sequence[Sheet],
    index: Mapping[Place, list[int]],
    partner: str | None,
) -> Tie | None:
    """The table of the prior report that holds most of these comparatives."""
    wanted = {place: figure for place, figure in sheet.figures.items() if place[0].year == year}
    hits = Counter(number for place in wanted for number in index.get(place, ()))
    if not hits:
        return None
    best = max(hits, key=lambda number: (_strength(hits[number], prior[number], partner), -number))
    other = prior[best]
    is_partner = other.table.id == partner
    if hits[best] < _COVERED * len(wanted) and not (is_partner and hits[best] >= _SHARED):
        return None
    pairs = [
        (figure, other.figures[place], _agreement(figure, other.figures[place]))
        for place, figure in wanted.items()
        if place in other.figures
    ]
    return Tie(sheet=sheet, pairs=pairs, partner=is_partner)


def page_of(view: View, figure: Quantity) -> int | None:
    """The page that a figure stands on, where the format knows pages."""
    places = view.report.document.places
    return next((place.page for place in places if place.span.contains(figure.span)), None)


def _strength(hits: int, sheet: Sheet, partner: str | None) -> float:
    return hits + (0.5 if sheet.table.id == partner else 0.0)


def _agreement(stated: Quantity, source: Quantity) -> Agreement:
    coarse = max(stated.quantum, source.quantum)
    return agreement(stated.value, coarse, source.value, Range.exact(source.value))


def _findings(both: PairView, tie: Tie) -> Iterator[Finding]:
    for stated, source, outcome in tie.pairs:
        verdict, rounding = VERDICTS[outcome]
        code = {"truncated": "restated_cell_truncated", "differs": "restated"}.get(
            outcome, "restated_cell_agrees"
        )
        if verdict == "inconsistent" and not tie.is_sure:
            verdict, code = "suspect", "restated_cell_doubtful"
        yield make_finding(
            both.current,
            "restated",
            verdict,
            code,
            claimed=stated,
            operands=[(both.prior, source)],
            formula=str(source.value),
            recomputed=source.value,
            stated=stated.value,
            rounding=rounding,
            args={
                "source": source.surface.strip(),
                "year": stated.period or "",
                "difference": plain(stated.value - source.value),
                "table": tie.sheet.table.title or tie.sheet.table.caption or tie.sheet.table.id,
                "page": page_of(both.current, stated),
            },
        )
