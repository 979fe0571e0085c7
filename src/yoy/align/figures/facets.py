"""In what two figures differ: only figures that differ in nothing are subtracted.

The facets are those by which XBRL tells facts apart: concept, dimensions (here qualifiers), period, basis,
and for changes the base that they are measured from. What is not told is compatible with everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yoy.align.figures.evidence.periods import end_together, same_months, same_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.align.figures.evidence.traits import Traits
    from yoy.model import Basis, Incomparable

_COUNTED: dict[Basis, str] = {"new": "flow", "average": "average", "share": "share", "rank": "rank"}
"""Bases by what they count; the others (level, cumulative, threshold) are levels."""


class Comparability(NamedTuple):
    """How two figures stand to each other.

    Attributes:
        differs: what keeps them from being subtracted, the gravest first.
        unsure: what is told of one of them only, so that a person may have to look.
        apart: whether they are of two concepts, so that they don't stand side by side at all.
    """

    differs: tuple[Incomparable, ...] = ()
    unsure: tuple[Incomparable, ...] = ()
    apart: bool = False


def comparability(one: Traits, other: Traits) -> Comparability:
    """How a figure of last year and one of this year stand to each other."""
    return Comparability(
        differs=tuple(_differences(one, other)),
        unsure=tuple(_uncertainties(one, other)),
        apart=_are_two_concepts(one, other),
    )


def _differences(one: Traits, other: Traits) -> Iterator[Incomparable]:
    if one.quantity.role != other.quantity.role:
        yield "role"
    if _are_counted_otherwise(one.quantity.basis, other.quantity.basis):
        yield "basis"
    if _is_of_other_time(one, other):
        yield "period"
    if _have_other_bases(one, other):
        yield "base"


def _are_counted_otherwise(one: Basis, other: Basis) -> bool:
    """累计入驻130家 beside 新增入驻132家; 年均增长6% beside 增长5%."""
    counted = _COUNTED.get(one, "level"), _COUNTED.get(other, "level")
    return counted[0] != counted[1] and not _may_be_flow(one, other)


def _may_be_flow(one: Basis, other: Basis) -> bool:
    """培育100家 beside 新培育120家: a plain level may be what a year has added."""
    return {one, other} == {"level", "new"}


def _is_of_other_time(one: Traits, other: Traits) -> bool:
    return not same_months(one, other) or not (same_stretch(one, other) or _may_be_of_its_end(one, other))


def _may_be_of_its_end(one: Traits, other: Traits) -> bool:
    """Whether one is told in a stretch of years without a word on whether it sums them up."""
    untold = any(t.quantity.doubt == "stock_or_flow" for t in (one, other))
    return untold and end_together(one.years, other.years)


def _have_other_bases(one: Traits, other: Traits) -> bool:
    """Whether two changes are measured over distances of their own: 比上年增长 beside 比2020年增长.

    The same rate against the same year is a sentence that was taken over.
    """
    if None in (one.distance, other.distance) or one.distance == other.distance:
        return False
    taken_over = one.amount == other.amount and one.quantity.base_period == other.quantity.base_period
    return not taken_over


def _uncertainties(one: Traits, other: Traits) -> Iterator[Incomparable]:
    if not same_stretch(one, other) and _may_be_of_its_end(one, other):
        yield "period"
    if one.quantity.basis != other.quantity.basis and _may_be_flow(one.quantity.basis, other.quantity.basis):
        yield "basis"
    if one.qualifiers != other.qualifiers:
        yield "scope"


def _are_two_concepts(one: Traits, other: Traits) -> bool:
    """Different standard indicators, or each with qualifiers that the other lacks (城镇 / 农村)."""
    concepts = one.quantity.concept, other.quantity.concept
    if None not in concepts and concepts[0] != concepts[1]:
        return True
    return bool(one.qualifiers - other.qualifiers) and bool(other.qualifiers - one.qualifiers)
