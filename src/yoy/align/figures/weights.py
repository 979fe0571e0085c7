"""The numbers that decide which figures are paired: weights of the evidence, and cuts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Where a score or a margin decides.

    Set by hand on the labelled pairs in 2026-11 and judged leaving an issuer out.

    Attributes:
        asserted: score from which a pair is asserted.
        unbacked: the same for a pair that only words carry: neither place, cell, neighbour nor a standard
            indicator backs it. On eleven labelled pairs (2026-11) 19 of 34 such pairs below it were right,
            102 of 116 above it.
        shown: score from which a pair is shown to be confirmed.
        likely: the same for a target and a result, which have no place or section to speak for them.
        margin: loss in log-odds of the next best assignment below which a pair is to be confirmed.
        beside: score from which two figures that differ in a facet are set side by side as incomparable.
        kept_place: agreement around the same place of paired passages that makes a sentence kept.
        unchanged_place: agreement from which the sentence is unchanged around the figures.
        half_name: likeness of two names below which a word more is another basis or scope.
        same_name: likeness of two names from which they count as one.
        near_name: likeness from which two names are nearly the same.
        kept_sentence: agreement of a kept sentence in which another unit stands (件, 件次).
        like_name: likeness of the names of such figures.
        mark: what a mark passed takes from its pair with an exact value: another mention tells more.
        tie: what the same height of both reports adds, so that among equals the order decides.
        slight: difference of two pieces of evidence that says nothing.
        stray: difference of `far` that says nothing.
        telling: level from which its size tells a sum of years from a level.
        startling: distance of two values (`far`) from which words alone don't carry a pair.
    """

    asserted: float = 0.5
    unbacked: float = 0.7
    shown: float = 0.3
    likely: float = 0.3
    margin: float = 1.0
    beside: float = 0.4
    kept_place: float = 0.5
    unchanged_place: float = 0.95
    half_name: float = 0.52
    same_name: float = 0.7
    near_name: float = 0.75
    startling: float = 0.75
    kept_sentence: float = 0.75
    like_name: float = 0.8
    mark: float = 1.0
    tie: float = 1e-4
    slight: float = 0.01
    stray: float = 0.2
    telling: int = 10


CUTS = Cuts()

WEIGHTS: Mapping[str, float] = {
    "name": 2.8,
    "near": 2.5,
    "cross": 1.5,
    "clause": 0.8,
    "sentence": 0.5,
    "section": 1.0,
    "place": 4.0,
    "passage": 0.2,
    "beside": 3.0,
    "value": 0.5,
    "implied": 1.8,
    "cell": 7.0,
    "unit": 0.5,
    "concept": 2.5,
    "narrowed": -0.5,
    "contrary": -1.5,
    "far": -2.9,
    "mistimed": -1.0,
    "ranged": -1.0,
    "rescoped": -1.0,
    "opposed": -6.0,
}
"""Log-odds that each piece of evidence adds when it is 1. Found by benchmarks/fit_pairing.py and rounded."""
BIAS = -4.6
"""Log-odds of a pair without any evidence."""
RESTATED = 2.0
"""What a target's sentence that comes back whole takes from its pair with a result: it is the next target."""
OUTCOME = 0.8
"""What linked sections add on average to other pairs; targets and results stand in different parts."""
