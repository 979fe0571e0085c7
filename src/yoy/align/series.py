"""Indicators followed through three reports and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Quantity, Report, ReportPair

Figure = tuple[int, str]
"""Index of a report and id of a figure in it."""


def find_series(reports: Sequence[Report], pairs: Sequence[ReportPair]) -> tuple[Series, ...]:
    """Join the pairs of consecutive reports into series with at least two points.

    Pairs that are still to be confirmed or not comparable don't join. A figure that is missing from
    one report and comes back in the next under the same key goes on as the same series.

    Args:
        reports: in order of period; pairs: of each report with the next, in the same order.

    Returns:
        series in reading order of the latest report that has them, the latest reports first; none
        for fewer than three reports.
    """
    if len(reports) < 3:  # noqa: PLR2004 - two points are a pair
        return ()
    chains = _bridged(reports, list(_chains(reports, pairs)))
    kept = [chain for chain in chains if len(chain) > 1]
    quantities = [{q.id: (rank, q) for rank, q in enumerate(r.figures.quantities)} for r in reports]

    def place(chain: Mapping[int, str]) -> tuple[int, int]:
        last = max(chain)
        return -last, quantities[last][chain[last]][0]

    return tuple(_series(reports, chain, quantities) for chain in sorted(kept, key=place))


def _chains(reports: Sequence[Report], pairs: Sequence[ReportPair]) -> Iterator[dict[int, str]]:
    """Every figure once: the longest chains of asserted pairs, and figures that stand alone."""
    onwards = [dict(_onwards(pair)) for pair in pairs]
    reached: set[Figure] = set()
    for start, report in enumerate(reports):
        for quantity in report.figures.quantities:
            if (start, quantity.id) in reached:
                continue
            chain = {start: quantity.id}
            index, here = start, quantity.id
            while index < len(onwards) and here in onwards[index]:
                here = onwards[index][here]
                index += 1
                chain[index] = here
                reached.add((index, here))
            yield chain


def _onwards(pair: ReportPair) -> Iterator[tuple[str, str]]:
    for number in pair.numbers:
        settled = not number.confirm and number.relation in ("up", "down", "unchanged")
        if settled and number.prior is not None and number.current is not None:
            yield number.prior, number.current


def _bridged(reports: Sequence[Report], chains: list[dict[int, str]]) -> list[dict[int, str]]:
    """Chains with a gap of one or more reports closed where both ends carry the same key."""
    keys = [{q.id: q.key for q in r.figures.quantities} for r in reports]
    ranks = [{q.id: rank for rank, q in enumerate(r.figures.quantities)} for r in reports]
    made: list[dict[int, str]] = []
    ended: dict[str, dict[int, str]] = {}
    for chain in sorted(chains, key=lambda chain: (min(chain), ranks[min(chain)][chain[min(chain)]])):
        first, last = min(chain), max(chain)
        before = ended.get(keys[first][chain[first]])
        if before is not None and max(before) < first - 1:
            before.update(chain)
            chain = before  # noqa: PLW2901 - the chain goes on as the earlier one
        else:
            made.append(chain)
        ended[keys[last][chain[last]]] = chain
    return made


def _series(
    reports: Sequence[Report],
    chain: Mapping[int, str],
    quantities: Sequence[Mapping[str, tuple[int, Quantity]]],
) -> Series:
    latest = quantities[max(chain)][chain[max(chain)]][1]
    return Series(
        key=latest.key,
        indicator=latest.indicator,
        unit=latest.unit,
        points={report.id: chain.get(index) for index, report in enumerate(reports)},
    )
