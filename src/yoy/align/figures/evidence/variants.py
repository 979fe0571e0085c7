"""Variants of one standard indicator that a report tells apart: 居民收入 and 城镇居民收入."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.figures.evidence.traits import Traits

_Variant = tuple[object, ...]


class Variants:
    """What two reports tell of each standard indicator, by the words that narrow it."""

    def __init__(self, prior: Sequence[Traits], current: Sequence[Traits]) -> None:
        self._told = tuple(
            frozenset(_variant(t, t.qualifiers) for t in side if t.quantity.concept is not None)
            for side in (prior, current)
        )

    def tell_apart(self, one: Traits, other: Traits) -> bool:
        """Whether a report tells, beside its figure, one narrowed as that of the other report is."""
        concept = one.quantity.concept
        if concept is None or concept != other.quantity.concept or one.qualifiers == other.qualifiers:
            return False
        prior, current = self._told
        return _variant(one, other.qualifiers) in prior or _variant(other, one.qualifiers) in current


def _variant(traits: Traits, qualifiers: frozenset[str]) -> _Variant:
    figure = traits.quantity
    return figure.concept, qualifiers, figure.kind, figure.role, figure.basis, traits.years
