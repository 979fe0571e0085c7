"""The changes that every output puts in front: standard indicators first, then what changed most.

Only figures that were subtracted stand here, so that like stands beside like; what is in doubt never does.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon
from yoy.language.units import POINT_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import Quantity, QuantityPair, Report, ReportPair

_MOVED = ("up", "down")
_SUBTRACTED = (*_MOVED, "unchanged")
_HALF_TOLD = frozenset(("narrowed", "far"))
"""Evidence that a careful reader would ask about: a word that only one year has, values far apart."""
_HALF_NAMED = Decimal("0.5")
"""Likeness of two names below which one may be of another thing; measured on ten provinces (2026-11)."""
_WHOLE = 100
"""Points that count as much as doubling."""


class _Candidate(NamedTuple):
    number: QuantityPair
    prior: Quantity
    current: Quantity


def headline_of(pair: ReportPair, prior: Report, current: Report) -> tuple[str, ...]:
    """Ids of the changes to put in front, most important first.

    Standard indicators stand here whatever became of them, in the order of the vocabulary, each once as a
    level and once as a rate; behind them what passes the double threshold, by how much it matters.
    """
    candidates = list(_candidates(pair, prior, current))
    standard = _standard(candidates)
    rest = [c for c in candidates if c.number.flagged and _is_of_text_or_total(c)]
    others = sorted(rest, key=lambda c: (-_weight(c), c.current.span))
    return tuple(dict.fromkeys(c.number.id for c in (*standard, *others)))


def _candidates(pair: ReportPair, prior: Report, current: Report) -> Iterator[_Candidate]:
    """Results of the reports' own years that were subtracted and that nobody need confirm."""
    sides = [{q.id: q for q in report.figures.quantities} for report in (prior, current)]
    otherwise = {f.claimed for f in pair.findings if f.check == "basis" and f.verdict == "suspect"}
    for number in pair.numbers:
        if number.confirm or number.relation not in _SUBTRACTED or number.current in otherwise:
            continue
        if _HALF_TOLD.intersection(number.reason):
            continue
        before, after = sides[0].get(number.prior or ""), sides[1].get(number.current or "")
        if before is None or after is None or not (_is_plain(before, prior) and _is_plain(after, current)):
            continue
        if _is_named(number, before, after) and _is_certain(number, before, after):
            yield _Candidate(number, before, after)


def _is_named(number: QuantityPair, before: Quantity, after: Quantity) -> bool:
    """Whether both are of one standard indicator, or named half alike (问题解决率 may be of anything)."""
    words = number.reason.get("words")
    known = before.concept is not None and before.concept == after.concept
    return known or not isinstance(words, Decimal) or words >= _HALF_NAMED


def _is_certain(number: QuantityPair, before: Quantity, after: Quantity) -> bool:
    """Whether the way a figure went is sure: from 82.2% to 超80% it may have risen as well."""
    bounds = lexicon.data("figures")["bounds"]
    least, most = ([q.approx in bounds[way] for q in (before, after)] for way in ("least", "most"))
    if number.relation == "unchanged":
        return not any((*least, *most))  # 突破1500亿元 in both years is no standstill
    if all(least) or all(most):
        return True
    rose = number.relation == "up"
    return not (least[0] or most[1] if rose else least[1] or most[0])


def _is_plain(quantity: Quantity, report: Report) -> bool:
    """Whether a figure is a result of the year reported on, read without doubt."""
    own = report.document.period
    return (
        quantity.role == "result"
        and quantity.doubt is None
        and quantity.kind != "change_abs"
        and (own is None or quantity.period in (None, str(own)))
    )


def _standard(candidates: list[_Candidate]) -> list[_Candidate]:
    """The pairs of standard indicators, one for each indicator, its qualifiers and its kind."""
    order = _order()
    known = [c for c in candidates if c.current.concept in order and c.prior.concept == c.current.concept]
    known = [c for c in known if c.current.table is None or c.number.difference]
    known.sort(key=lambda c: (order[c.current.concept or ""], c.current.kind != "level", c.current.span))
    first: dict[tuple[object, ...], _Candidate] = {}
    for c in known:
        first.setdefault((c.current.concept, c.current.qualifiers, c.current.kind), c)
    return list(first.values())


@cache
def _order() -> Mapping[str, int]:
    """Standard indicators in the order of the vocabulary, the most asked for first."""
    names = [name for file in lexicon.data("indicators")["files"] for name in lexicon.data(file)]
    return {name: place for place, name in enumerate(names)}


def _is_of_text_or_total(candidate: _Candidate) -> bool:
    """Whether a change is worth a place in front: of cells only those that changed, of ranks none."""
    return candidate.current.kind != "rank" and candidate.number.relation in _MOVED


def _weight(candidate: _Candidate) -> float:
    """How much a change matters: its rate, up to doubling, times the size of what changed."""
    number, value = candidate.number, abs(float(candidate.current.value))
    if number.unit in POINT_UNITS or candidate.current.kind in ("ratio", "change_rel"):
        return min(1.0, abs(float(number.difference or 0)) / _WHOLE)
    if number.growth is None:
        return 0.0
    return min(1.0, abs(float(number.growth))) * log10(10 + value)
