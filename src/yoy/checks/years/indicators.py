"""Figures that are no longer given, new ones, and figures that are measured otherwise."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern, words
from yoy.checks.view import basis_of, is_stretch, vague
from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_SHORTEST = 3
_LIKELY = Decimal("0.9")
# Values this many times apart are plainly of two bases.
_PLAIN = 4
_TOLD_BY_THE_PAIR = frozenset(("base", "role", "concept"))
"""Differences that say nothing of how the indicator is measured: the pair itself names them."""


def check_indicators(both: PairView, _options: Options) -> Iterator[Finding]:
    """指标增减: what last year's report gave and this one doesn't, and the reverse.

    "Not given" is no error: whether it was left out or only said otherwise is for a person to see,
    so these findings accuse nobody.
    """
    for link in both.pair.numbers:
        if link.relation == "removed" and link.prior:
            yield from _lone(both.prior, both.prior.figure.get(link.prior), "indicator_dropped", both)
        elif link.relation == "added" and link.current:
            yield from _lone(both.current, both.current.figure.get(link.current), "indicator_new", both)


def _lone(view: View, figure: Quantity | None, code: str, both: PairView) -> Iterator[Finding]:
    if figure is None or not _is_indicator(view, figure):
        return
    yield make_finding(
        view,
        "dropped_indicator",
        "cannot_check",
        code,
        claimed=figure,
        args={"year": both.prior.id if code == "indicator_dropped" else both.current.id},
    )


def _is_indicator(view: View, figure: Quantity) -> bool:
    """Whether a figure is one that a report can be expected to give again."""
    measured = figure.kind in ("level", "ratio", "rank") or figure.indicator.endswith(_gap_names())
    if not measured or figure.role != "result":
        return False
    if not view.tells_results(figure.passage) or (figure.table is not None and not figure.value):
        return False
    return len(figure.indicator.strip()) >= _SHORTEST and (figure.unit is not None or figure.kind == "rank")


@cache
def _gap_names() -> tuple[str, ...]:
    """How the name of a gap ends: 比承诺时间缩短两成 is measured from a norm, not from last year."""
    return data("names")["zh"]["gap_name"], data("names")["en"]["against_estimate"]


def check_basis(both: PairView, _options: Options) -> Iterator[Finding]:
    """口径变化: one name, another scope, unit or period."""
    for link in both.pair.numbers:
        if not link.prior or not link.current or link.relation == "target_result":
            continue
        prior, current = both.prior.figure.get(link.prior), both.current.figure.get(link.current)
        if prior is None or current is None or not _reports(both, prior, current):
            continue
        if link.incomparable in _TOLD_BY_THE_PAIR:
            continue
        if link.confirm and (link.score < _LIKELY or _rescoped(both, prior, current) is None):
            continue  # asked about for a scope that both clauses tell
        why = link.incomparable if link.relation == "incomparable" else _rescoped(both, prior, current)
        if why == "scope" and basis_of(both.prior, prior) != basis_of(both.current, current):
            why = "basis"
        if why is not None and (why != "period" or _says_when(both, prior, current)):
            told = _is_told(both, why, prior, current)
            yield _basis(both, why, prior, current, told=told)


def _reports(both: PairView, prior: Quantity, current: Quantity) -> bool:
    """Whether both figures report results; a plan may be put in any way. Neither may be a range."""
    sides = ((both.prior, prior), (both.current, current))
    return all(
        figure.role == "result" and figure.value_max is None and view.tells_results(figure.passage)
        for view, figure in sides
    )


def _rescoped(both: PairView, prior: Quantity, current: Quantity) -> str | None:
    """Whether both figures name their scope and name no scope in common: 区级机关公务员, 全区工作人员."""
    if prior.kind not in ("level", "ratio") or prior.table is not None:
        return None
    before, after = _scopes(both.prior, prior), _scopes(both.current, current)
    if not before or not after or before & after:
        return None
    levels = set(words("basis", "level_of_government"))
    whole = set(words("basis", "whole_area"))
    return None if (before | after) & whole and not (before | after) & levels else "scope"


def _scopes(view: View, figure: Quantity) -> set[str]:
    """The words of scope in a figure's clause; behind 、 something else is told."""
    around = view.lead(figure) + view.tail(figure).partition("、")[0]
    return {word for word in words("basis", "scope") if word in around}


def _is_told(both: PairView, why: str, prior: Quantity, current: Quantity) -> bool:
    """Whether the words of both years bear out what is said to differ, and it could be overlooked.

    A year beside several years, or newcomers beside a total many times theirs, nobody subtracts.
    """
    if is_stretch(prior) != is_stretch(current):
        return False
    if why == "basis" and max(prior.value, current.value) > _PLAIN * min(prior.value, current.value):
        return False
    if why == "scope":
        return _rescoped(both, prior, current) is not None
    if why == "basis":
        sides = ((both.prior, prior), (both.current, current))
        return prior.kind == current.kind == "level" and len({_measured(*side) for side in sides}) > 1
    return True


def _measured(view: View, figure: Quantity) -> str:
    """The basis of a figure, where its name calls it an average an average."""
    named = pattern("basis_words", "average").search(figure.indicator)
    return "average" if named else basis_of(view, figure)


def _says_when(both: PairView, prior: Quantity, current: Quantity) -> bool:
    """Whether the part of the year stands in a figure's own clause, and not in one before it."""
    leads = both.prior.lead(prior), both.current.lead(current)
    return any(pattern("indicators", "part_of_year").search(lead) for lead in leads)


def _basis(both: PairView, why: str, prior: Quantity, current: Quantity, *, told: bool) -> Finding:
    """Doubted where both years tell what they measure; a word that one leaves out is only shown."""
    return make_finding(
        both.current,
        "basis",
        "suspect" if told else "cannot_check",
        f"basis_{why}",
        claimed=current,
        operands=[(both.prior, prior)],
        args={
            "prior": prior.surface,
            "prior_indicator": prior.indicator,
            "prior_span": prior.partial or prior.period or "",
            "current_span": current.partial or current.period or "",
            "exact": not (vague(prior) or vague(current)),
        },
    )
