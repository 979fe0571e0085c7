"""The checks, in the order in which their findings are listed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.amount_rate import check_amount_and_rate
from yoy.checks.arithmetic.containment import check_remainder, check_rest, check_steps
from yoy.checks.arithmetic.difference import check_difference
from yoy.checks.arithmetic.flow import check_balance, check_flow
from yoy.checks.arithmetic.ranks import check_ranks
from yoy.checks.arithmetic.rates.per_capita import check_per_capita
from yoy.checks.arithmetic.rates.quotients import check_average, check_completion
from yoy.checks.arithmetic.rates.ratio import check_ratio
from yoy.checks.arithmetic.rates.residual import check_residual
from yoy.checks.arithmetic.sums import check_sum
from yoy.checks.finding import numbered
from yoy.checks.statements.identities import check_identities
from yoy.checks.statements.links import check_links
from yoy.checks.statements.subtotals import check_subtotals
from yoy.checks.tables.change_columns import check_change_columns
from yoy.checks.tables.disagreement import check_disagreement
from yoy.checks.tables.share_columns import check_share_columns
from yoy.checks.tables.table_sum import check_table_sum
from yoy.checks.tables.tie_out import check_tie_out
from yoy.checks.text.contradiction import check_contradiction
from yoy.checks.text.foreign_place import check_foreign_place
from yoy.checks.text.list_count import check_list_count
from yoy.checks.text.repeated_text import check_repeated_text
from yoy.checks.text.stale_period import check_stale_period
from yoy.checks.text.unit_misuse import check_unit_misuse
from yoy.checks.view import View, view_of
from yoy.checks.years.between import check_between
from yoy.checks.years.carry_forward import check_carry_forward
from yoy.checks.years.growth import check_growth, check_growth_on_last_year
from yoy.checks.years.indicators import check_basis, check_indicators
from yoy.checks.years.magnitude import check_magnitude
from yoy.checks.years.pair_view import pair_view
from yoy.checks.years.promises import check_promises, track_promises
from yoy.checks.years.restated import check_restated
from yoy.checks.years.reuse import measure_reuse
from yoy.checks.years.reused_text import check_repeated_problem, check_reused_text, check_updated_text
from yoy.checks.years.wording import check_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Report, ReportPair
    from yoy.options import Options

REPORT_CHECKS: Mapping[str, Callable[[View, Options], Iterable[Finding]]] = {
    "ratio": check_ratio,
    "completion": check_completion,
    "average": check_average,
    "per_capita": check_per_capita,
    "residual": check_residual,
    "sum": check_sum,
    "table_sum": check_table_sum,
    "disagreement": check_disagreement,
    "subtotals": check_subtotals,
    "identities": check_identities,
    "links": check_links,
    "flow": check_flow,
    "balance": check_balance,
    "difference": check_difference,
    "ranks": check_ranks,
    "growth": check_growth,
    "change_columns": check_change_columns,
    "share_columns": check_share_columns,
    "amount_and_rate": check_amount_and_rate,
    "steps": check_steps,
    "rest": check_rest,
    "remainder": check_remainder,
    "list_count": check_list_count,
    "contradiction": check_contradiction,
    "unit_misuse": check_unit_misuse,
    "stale_period": check_stale_period,
    "repeated_text": check_repeated_text,
    "foreign_place": check_foreign_place,
}

PAIR_CHECKS: Mapping[str, Callable[[PairView, Options], Iterable[Finding]]] = {
    "restated": check_restated,
    "tie_out": check_tie_out,
    "growth": check_growth_on_last_year,
    "carry_forward": check_carry_forward,
    "basis": check_basis,
    "magnitude": check_magnitude,
    "dropped_indicator": check_indicators,
    "promise": check_promises,
    "repeated_problem": check_repeated_problem,
    "reused_text": check_reused_text,
    "updated_text": check_updated_text,
    "wording": check_wording,
}

SERIES_CHECKS: Mapping[str, Callable[[PairView, PairView], Iterable[Finding]]] = {"between": check_between}
"""Checks of three years, given two pairs that share the middle one."""


def check_report(report: Report, options: Options) -> tuple[Finding, ...]:
    """What a report says of itself, judged by every check that needs no other report."""
    view = view_of(report)
    found = [finding for check in REPORT_CHECKS.values() for finding in check(view, options)]
    return numbered(_told_once(found))


def _told_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without identities of statements that a check of sums tells of the same figures."""
    sums = {(f.claimed, frozenset(f.operands)) for f in findings if f.check == "sum"}
    for finding in findings:
        if finding.check != "identity" or (finding.claimed, frozenset(finding.operands)) not in sums:
            yield finding


def check_pair(prior: Report, current: Report, pair: ReportPair, options: Options) -> ReportPair:
    """`pair` with findings, promises and the measures of reuse, for the whole and for each section."""
    both = pair_view(prior, current, pair)
    reuse, of_sections = measure_reuse(both)
    sections = tuple(replace(link, reuse=of_sections(link)) for link in pair.sections)
    promises, outcomes = track_promises(both)
    pair = replace(pair, sections=sections, promises=promises, reuse=reuse)
    both = replace(both, pair=pair, outcomes=outcomes)
    found = numbered(finding for check in PAIR_CHECKS.values() for finding in check(both, options))
    return replace(pair, findings=found)


def check_series(reports: Sequence[Report], pairs: Sequence[ReportPair]) -> tuple[ReportPair, ...]:
    """The pairs with what three years in a row say of the middle one, found with the later pair."""
    if len(pairs) < 2:  # noqa: PLR2004 - three years make two pairs
        return tuple(pairs)
    views = [pair_view(*two, pair) for two, pair in zip(pairwise(reports), pairs, strict=True)]
    found = [(), *(_of_three(first, second) for first, second in pairwise(views))]
    return tuple(
        replace(pair, findings=(*pair.findings, *numbered(more, after=len(pair.findings))))
        for pair, more in zip(pairs, found, strict=True)
    )


def _of_three(first: PairView, second: PairView) -> tuple[Finding, ...]:
    return tuple(finding for check in SERIES_CHECKS.values() for finding in check(first, second))
