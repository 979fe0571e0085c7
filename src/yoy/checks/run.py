"""The checks, in the order in which their findings are listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.amount_rate import check_amount_and_rate
from yoy.checks.arithmetic.containment import check_remainder, check_rest, check_steps
from yoy.checks.arithmetic.difference import check_difference
from yoy.checks.arithmetic.flow import check_balance, check_flow
from yoy.checks.arithmetic.quotients import check_average, check_completion
from yoy.checks.arithmetic.ranks import check_ranks
from yoy.checks.arithmetic.ratio import check_ratio
from yoy.checks.arithmetic.residual import check_residual
from yoy.checks.arithmetic.sums import check_sum
from yoy.checks.finding import numbered
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
    from collections.abc import Callable, Iterable, Mapping

    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Report, ReportPair
    from yoy.options import Options

REPORT_CHECKS: Mapping[str, Callable[[View, Options], Iterable[Finding]]] = {
    "ratio": check_ratio,
    "completion": check_completion,
    "average": check_average,
    "residual": check_residual,
    "sum": check_sum,
    "table_sum": check_table_sum,
    "disagreement": check_disagreement,
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


def check_report(report: Report, options: Options) -> tuple[Finding, ...]:
    """What a report says of itself, judged by every check that needs no other report."""
    view = view_of(report)
    return numbered(found for check in REPORT_CHECKS.values() for found in check(view, options))


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
