"""Comparatives in tables held against the report of the year before: agreed, rounded, restated."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import VERDICTS, make_finding, plain
from yoy.checks.tables.sheets import Sheet, Spot, match_rows, sheets_of
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
_COVERED = 0.4
"""Share of a table's comparatives that a table which is not its partner must hold."""
_AGREED = 0.5
"""Share that must agree before the others are called restated rather than doubtful."""

Place = tuple[str, Spot]


class Pair(NamedTuple):
    """A comparative, the figure of last year's report, and whether the two agree."""

    stated: Quantity
    source: Quantity
    outcome: Agreement
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Comparatives of one table and year with the figures of the prior report's table."""

    table: Table
    pairs: Sequence[Pair]
    is_partner: bool

    @property
    def agreed(self) -> int:
        """How many agree."""
        return sum(pair.outcome != "differs" for pair in self.pairs)

    @property
    def is_sure(self) -> bool:
        """Whether so many agree that what differs was changed, not mistaken for something else."""
        if len(self.pairs) < _SHARED:
            return self.is_partner
        return self.agreed >= _AGREED * len(self.pairs)

    @property
    def is_other(self) -> bool:
        """Whether nothing agrees: an index with another base, a table of something else."""
        return self.agreed == 0 and len(self.pairs) > 1


def check_tie_out(both: PairView, _options: Options) -> Iterator[Finding]:
    """Every figure that a table prints for an earlier year: is it what last year's report said?"""
    prior = sheets_of(both.prior)
    index: dict[Place, list[int]] = defaultdict(list)
    for number, sheet in enumerate(prior):
        for key, row in sheet.rows.items():
            for spot in row:
                index[key, spot].append(number)
    partners = {c: p for pair in both.pair.tables for c in pair.current for p in pair.prior}
    for sheet in sheets_of(both.current):
        for year in sheet.years():
            if both.current.period is None or year >= both.current.period:
                continue
            tie = _tie(sheet, year, prior, index, partners.get(sheet.table.id))
            if tie is not None and not tie.is_other:
                yield from (_finding(both, tie, pair) for pair in tie.pairs)


def _tie(
    sheet: Sheet, year: int, prior: Sequence[Sheet], index: Mapping[Place, list[int]], partner: str | None
) -> Tie | None:
    """The comparatives of a year with the table of the prior report that holds most of them."""
    wanted = sheet.of_year(year)
    hits: Counter[int] = Counter()
    for key, row in wanted.items():
        for spot in row:
            hits.update(index.get((key, spot), ()))
    own = next((number for number, other in enumerate(prior) if other.table.id == partner), None)
    best = max(hits, key=lambda number: (hits[number] + (number == own) / 2, -number), default=own)
    if best is None:
        return None
    is_partner = best == own
    covered = hits[best] >= _COVERED * sum(map(len, wanted.values()))
    if not covered and not is_partner:
        return None
    pairs = [
        Pair(figure, match.source[spot], _agreement(figure, match.source[spot]), match.sure)
        for match in match_rows(sheet, prior[best])
        for spot, first in match.stated.items()
        if spot in match.source and spot.year == year
        for figure in (first, *sheet.echoes.get(first.id, ()))
    ]
    tie = Tie(table=sheet.table, pairs=pairs, is_partner=is_partner)
    return tie if covered or max(hits[best], tie.agreed) >= _SHARED else None


def _agreement(stated: Quantity, source: Quantity) -> Agreement:
    """Whether two figures agree; of two printed from – to both ends must."""
    coarse = max(stated.quantum, source.quantum)
    top, other = stated.value_max, source.value_max
    if (top is None) != (other is None):
        return "differs"
    if top is not None and other is not None:
        upper = agreement(top, coarse, other, Range.exact(other))
        if upper == "differs":
            return upper
    return agreement(stated.value, coarse, source.value, Range.exact(source.value))


def page_of(view: View, figure: Quantity) -> int | None:
    """The page that a figure stands on, where the format knows pages."""
    places = view.report.document.places
    at = bisect_right(places, figure.span.start, key=lambda place: place.span.start) - 1
    return places[at].page if at >= 0 and places[at].span.contains(figure.span) else None


def _finding(both: PairView, tie: Tie, pair: Pair) -> Finding:
    stated, source = pair.stated, pair.source
    verdict, rounding = VERDICTS[pair.outcome]
    codes = {"truncated": "restated_cell_truncated", "differs": "restated"}
    code = codes.get(pair.outcome, "restated_cell_agrees")
    if verdict == "inconsistent" and not (tie.is_sure and pair.sure):
        verdict, code = "suspect", "restated_cell_doubtful"
    return make_finding(
        both.current,
        "restated",
        verdict,
        code,
        claimed=stated,
        operands=[(both.prior, source)],
        formula=plain(source.value),
        recomputed=source.value,
        stated=stated.value,
        rounding=rounding,
        args={
            "source": source.surface.strip(),
            "year": stated.period or "",
            "difference": plain(stated.value - source.value),
            "table": tie.table.title or tie.table.caption or tie.table.id,
            "page": page_of(both.current, stated),
        },
    )
