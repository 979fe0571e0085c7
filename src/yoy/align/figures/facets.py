"""In what two figures differ: only figures that differ in nothing are subtracted.

The facets are those by which XBRL tells facts apart: concept, dimensions (here qualifiers), period, basis,
and for changes the base that they are measured from. What is not told is compatible with everything.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.figures.evidence.periods import end_together, same_months, same_stretch
from yoy.align.figures.weights import CUTS
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.align.figures.evidence.features import Evidence
    from yoy.align.figures.evidence.traits import Traits
    from yoy.model import Basis, Incomparable

_COUNTED: Mapping[Basis, str] = {
    "new": "flow",
    "average": "average",
    "share": "share",
    "rank": "rank",
    "threshold": "threshold",
}
"""Bases by what they count; the others (level, cumulative) are levels."""


_A_YEARS_STEP = Decimal("1.5")
"""How many times last year's stock this year's seldom passes.

On nine labelled pairs (2026-11) all ten of the 28 links told in a stretch of years that are of one time lie
within it.
"""
_REMEMBERED = 50_000
"""Pairs of sets of qualifiers whose comparison is kept: a report has few, and every link asks."""
_ORDER: tuple[Incomparable, ...] = ("role", "concept", "basis", "period", "base", "scope", "unit")
"""What differs, the gravest first."""


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


def comparability(one: Traits, other: Traits, *, told_apart: bool = False) -> Comparability:
    """How a figure of last year and one of this year stand to each other.

    Args:
        told_apart: whether a report tells both variants of their indicator, so that a word more is another.
    """
    differs, unsure = set(_differences(one, other)), tuple(_uncertainties(one, other))
    if told_apart and "scope" in unsure:
        differs.add("scope")
    return Comparability(
        differs=tuple(code for code in _ORDER if code in differs),
        unsure=tuple(code for code in unsure if code not in differs),
        apart=_are_two_concepts(one, other),
    )


def decided(compared: Comparability, evidence: Evidence) -> Comparability:
    """What is told of one figure only, decided by name, place and values.

    A figure told in a stretch of years is their sum unless it is of the size of the year's: years of a
    like size add up to several times one of them, and unless the names are half unlike. A word more
    (新增, 农村) on one standard indicator is another basis or scope where the names are half unlike and the
    sentences are not the same.
    """
    told = {code for code in compared.unsure if _is_another(code, evidence)}
    return compared._replace(
        differs=tuple(code for code in _ORDER if code in compared.differs or code in told),
        unsure=tuple(code for code in compared.unsure if code not in told),
    )


def _is_another(code: Incomparable, evidence: Evidence) -> bool:
    if max(evidence.name, evidence.near) >= CUTS.half_name:
        return False
    return code == "period" or (bool(evidence.concept) and evidence.place < CUTS.kept_place)


def are_whole_and_level(one: Traits, other: Traits) -> bool:
    """全市办件量 beside 市级办件量: the whole area, and what one level of its government does."""
    names = one.quantity.indicator, other.quantity.indicator
    levels: Mapping[str, list[str]] = data("pairing")["zh"]["levels"]
    return any(
        whole in name and whole not in beside and any(word in beside and word not in name for word in words)
        for whole, words in levels.items()
        for name, beside in (names, names[::-1])
    )


def _differences(one: Traits, other: Traits) -> Iterator[Incomparable]:
    if one.quantity.role != other.quantity.role:
        yield "role"
    if _are_counted_otherwise(one, other):
        yield "basis"
    if _is_of_other_time(one, other):
        yield "period"
    if _have_other_bases(one, other):
        yield "base"
    if all(_own_qualifiers(one, other)):
        yield "scope"
    kin = kin_by(one, other)
    if kin:
        yield kin


def _are_counted_otherwise(one: Traits, other: Traits) -> bool:
    """累计入驻130家 beside 新增入驻132家; 年均增长6% beside 增长5%."""
    if one.is_net != other.is_net or _are_total_and_year(one, other):
        return True
    counted = [_counted(t) for t in (one, other)]
    return counted[0] != counted[1] and not _may_be_flow(one, other)


def _are_total_and_year(one: Traits, other: Traits) -> bool:
    """Whether one sums up what is counted anew each year (累计产量) and the other doesn't."""
    return one.is_running != other.is_running and any(t.is_flow for t in (one, other))


def _counted(traits: Traits) -> str:
    """A ratio is one whether it is called a share or not: 公开率达到75%, 公开比例为86%."""
    counted = _COUNTED.get(traits.quantity.basis, "level")
    return "level" if counted == "share" and traits.quantity.kind == "ratio" else counted


def _may_be_flow(one: Traits, other: Traits) -> bool:
    """培育100家 beside 新培育120家: a plain level may be what a year has added, 达到100家 is not."""
    if {one.quantity.basis, other.quantity.basis} != {"level", "new"}:
        return False
    level = one if one.quantity.basis == "level" else other
    return not level.is_stock


def _is_of_other_time(one: Traits, other: Traits) -> bool:
    if not same_months(one, other) or _is_kept_otherwise(one, other):
        return True
    return not (same_stretch(one, other) or may_be_of_its_end(one, other))


def _is_kept_otherwise(one: Traits, other: Traits) -> bool:
    """Whether the one is a bound kept in each of several years and the other another value of a year.

    每年新增就业90万人以上 beside 新增就业90万人以上: what was kept in each year was so in the last.
    """
    return one.is_kept != other.is_kept and one.amount != other.amount


def may_be_of_its_end(one: Traits, other: Traits, *, of_last: int = 0) -> bool:
    """Whether one is told in a stretch of years without a word on whether it sums them up.

    Ranks and ratios are no sums, but they can be means.

    Args:
        of_last: by how many years the prior figure looks ahead: that of a target, which what was kept
            in each year up to its own has met or missed.
    """
    own = one.years and tuple(year - of_last for year in one.years)
    kept_otherwise = not of_last and _is_kept_otherwise(one, other)
    if kept_otherwise or not end_together(own, other.years):
        return False
    if one.is_kept != other.is_kept or one.quantity.kind in ("rank", "ratio"):
        return True
    untold = any(t.quantity.doubt == "stock_or_flow" for t in (one, other))
    return untold and _are_of_a_size(one, other)


def _are_of_a_size(one: Traits, other: Traits) -> bool:
    """Whether two levels are as near as a stock of one year and the next."""
    low, high = sorted(abs(t.amount) for t in (one, other))
    return high <= low * _A_YEARS_STEP


def _have_other_bases(one: Traits, other: Traits) -> bool:
    """Whether two changes are measured over distances of their own: 比上年增长 beside 比2020年增长.

    The same rate against the same year is a sentence that was taken over.
    """
    if None in (one.distance, other.distance) or one.distance == other.distance:
        return False
    taken_over = one.amount == other.amount and one.quantity.base_period == other.quantity.base_period
    return not taken_over


def _uncertainties(one: Traits, other: Traits) -> Iterator[Incomparable]:
    if not same_stretch(one, other) and may_be_of_its_end(one, other):
        yield "period"
    if _may_be_flow(one, other) or one.is_running != other.is_running:
        yield "basis"
    own = _own_qualifiers(one, other)
    if any(own) and not all(own):
        yield "scope"


def _own_qualifiers(one: Traits, other: Traits) -> tuple[frozenset[str], frozenset[str]]:
    """The qualifiers that only the one has, and those that only the other has.

    Where one is of a standard indicator and the other isn't, the words of the indicator may be the
    other's qualifiers: nothing is told by them.
    """
    if (one.quantity.concept is None) != (other.quantity.concept is None):
        return frozenset(), frozenset()
    words = one.qualifiers, other.qualifiers
    return _uncovered(*words), _uncovered(*reversed(words))


@lru_cache(maxsize=_REMEMBERED)
def _uncovered(own: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words of `own` that the others neither hold nor cover (城乡 covers 城镇 and 农村)."""
    covers: Mapping[str, list[str]] = data("pairing")["zh"]["covers"]
    held = others.union(*(covers.get(word, ()) for word in others))
    return frozenset(
        word
        for word in own - held
        if not held.intersection(covers.get(word, ())) and not any(_holds(word, other) for other in held)
    )


def _holds(one: str, other: str) -> bool:
    """Whether one word is part of the other; 亿元以上 is no part of 30亿元以上, which is another class."""
    if pattern("pairing.zh.bound").search(one) and pattern("pairing.zh.bound").search(other):
        return False
    return one in other or other in one


def _are_two_concepts(one: Traits, other: Traits) -> bool:
    """Whether they are of two standard indicators that are not told in each other's place."""
    concepts = one.quantity.concept, other.quantity.concept
    return None not in concepts and concepts[0] != concepts[1] and not kin_by(one, other)


def are_one_indicator(one: Traits, other: Traits) -> bool:
    """经济总量 beside 地区生产总值: two names of one thing in the vocabulary, and nothing narrows either."""
    concepts = one.quantity.concept, other.quantity.concept
    return concepts[0] == concepts[1] is not None and one.qualifiers == other.qualifiers


def kin_by(one: Traits, other: Traits) -> Incomparable | None:
    """What two standard indicators differ in that are told in each other's place: 登记失业率, 调查失业率."""
    return _kin().get(frozenset((one.quantity.concept, other.quantity.concept)))


@cache
def _kin() -> Mapping[frozenset[str | None], Incomparable]:
    """What the indicators of lexicon/pairing.toml that are told in each other's place differ in."""
    kinds: Mapping[Incomparable, list[list[str]]] = data("pairing")["kin"]
    return {frozenset(pair): code for code, pairs in kinds.items() for pair in pairs}
