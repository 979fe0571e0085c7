"""What speaks for two figures being the same indicator, and what it comes to.

Each piece of evidence is a number from 0 to 1; weighed and added they go through a logistic curve, so
that a score can be read as "how often such a pair is right". The weights stand in weights.py.
"""

from __future__ import annotations

from math import exp, log
from operator import attrgetter, mul
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.figures.weights import BIAS, OUTCOME, RESTATED, WEIGHTS
from yoy.language.stems import stem
from yoy.language.units import counts_things, find_unit, kindred

if TYPE_CHECKING:
    from yoy.align.figures.evidence.traits import Traits


OF_RANKS = frozenset((None, "位", "名"))
"""Units by which ranks are printed (居全国第一, 第1位, 第1名)."""
_SMALL = 2.0
"""Cases, percent or whatever unit: below this, a factor says nothing."""


class Evidence(NamedTuple):
    """What speaks for one pair, each 0–1.

    Attributes:
        name: how alike the indicators are. near, clause, sentence: how alike the words around, from
            the closest to the whole passage. cross: how much of the one's indicator stands around
            the other.
        section: how close the sections stand that the two are in.
        place: agreement around the same place of paired passages.
        passage: whether their passages are paired.
        beside: a settled pair stands next to them with the same words between.
        value: how telling it is that the values are equal.
        implied: the current report itself gives or implies the prior value.
        cell: they stand in the same cell of paired tables.
        unit: the unit is printed the same. concept: both are the same standard indicator.
        narrowed: only one bears qualifiers, or more of them. contrary: each bears some of its own.
        far: the values are apart beyond what a year does.
        mistimed: of another stretch of time. ranged: one is a range and the other a single value.
        rescoped: the same thing on another basis, by the words. opposed: words that exclude each other.
    """

    name: float
    near: float
    cross: float
    clause: float
    sentence: float
    section: float
    place: float
    passage: float
    beside: float
    value: float
    implied: float
    cell: float
    unit: float
    concept: float
    narrowed: float
    contrary: float
    far: float
    mistimed: float
    ranged: float
    rescoped: float
    opposed: float


def far_apart(first: Traits, second: Traits) -> float:
    """0 up to a factor of 2 between the values, 1 from a factor of 20 on: one year rarely does more.

    A little is added to both, for small counts jump by such factors every year.
    """
    one, other = _magnitudes(first, second)
    return min(1.0, max(0.0, (abs(log(one / other)) - log(2)) / log(10)))


def _magnitudes(first: Traits, second: Traits) -> tuple[float, float]:
    """Both values without sign, with a little added; in the base unit where the units differ."""
    if first.quantity.unit == second.quantity.unit:
        one, other = first.quantity.value, second.quantity.value
    else:
        one, other = first.amount, second.amount
    return abs(float(one)) + _SMALL, abs(float(other)) + _SMALL


def equal_value(first: Traits, second: Traits) -> float:
    """How telling equal values are, by their significant digits: 0 for one digit, 1 for four."""
    if first.amount != second.amount:
        return 0.0
    digits = len(first.quantity.value.normalize().as_tuple().digits)
    return min(1.0, (digits - 1) / 3)


def same_unit(first: Traits, second: Traits) -> float:
    """1 for the same unit, 0.5 for one that converts or counts the same kind of thing, else 0."""
    if first.quantity.unit == second.quantity.unit or _are_ranks(first, second):
        return 1.0
    if first.quantity.unit is None or second.quantity.unit is None:
        return 0.5 if _is_bare_count(first, second) or counts_alike(first, second) else 0.0
    return 0.5 if kindred(first.quantity.unit, second.quantity.unit) else 0.0


def _is_bare_count(first: Traits, second: Traits) -> bool:
    """Whether the one is a number that a Chinese text prints without the other's counting word."""
    units = [t.quantity.unit for t in (first, second)]
    return all(unit is None or (not unit.isascii() and counts_things(unit)) for unit in units)


def _are_ranks(first: Traits, second: Traits) -> bool:
    return all(t.quantity.kind == "rank" and t.quantity.unit in OF_RANKS for t in (first, second))


def counts_alike(first: Traits, second: Traits) -> bool:
    """Whether what the one counts is what the other, a bare number, is named after.

    430 new businesses registered; new business registrations came to 465.
    """
    counted, bare = (first, second) if first.quantity.unit else (second, first)
    unit = counted.quantity.unit
    if bare.quantity.unit or not unit or not unit.isascii() or find_unit(unit):
        return False
    return stem(unit.casefold()) in bare.name


def logistic(balance: float) -> float:
    """A sum of evidence as a number between 0 and 1."""
    return 1 / (1 + exp(-balance))


_VALUES = attrgetter(*WEIGHTS)
_FACTORS = tuple(WEIGHTS.values())
_NO_WHERE = ("mistimed", "sentence", "section", "place", "passage", "beside", "value")


def balance(evidence: Evidence) -> float:
    """The weighed sum of the evidence, in log-odds: 0 is as likely right as wrong."""
    return sum(map(mul, _FACTORS, _VALUES(evidence)), BIAS)


def outcome_balance(evidence: Evidence) -> float:
    """The same for a target of last year and a result of this one.

    They stand in different parts of the two reports, so sections say nothing; and where a target's
    whole sentence comes back, it is the next target, not the result.
    """
    counted = balance(evidence) - sum(WEIGHTS[name] * float(getattr(evidence, name)) for name in _NO_WHERE)
    return counted - RESTATED * max(evidence.sentence, evidence.place) + OUTCOME
