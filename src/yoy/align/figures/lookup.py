"""Which figures of a report an indicator could be, given only its name in other words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.align.figures.evidence.features import OF_RANKS, logistic
from yoy.align.figures.evidence.term_weights import Bag, Rarity, contained, overlap, shared
from yoy.align.figures.evidence.traits import traits_of
from yoy.align.figures.evidence.wording import Wording
from yoy.language.units import kindred, same_family
from yoy.options import LexiconOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.figures.evidence.traits import Traits
    from yoy.align.figures.evidence.wording import Contrast
    from yoy.model import Quantity, Report

ACCEPTED = 0.6
"""Score from which the first candidate is taken for the one meant, if nothing comes near."""
MARGIN = 0.1
ANY = "*"
"""Stands for every unit."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the report with how likely it is the one meant, 0–1."""

    quantity: Quantity
    score: float


def rank_figures(
    report: Report,
    indicator: str,
    unit: str | None = ANY,
    *,
    section: str | None = None,
    options: LexiconOptions | None = None,
) -> tuple[Candidate, ...]:
    """The figures of `report` in a unit of the same kind, the likeliest first.

    Args:
        indicator: a name as an auditor would put it in a row header.
        unit: the unit that the figure must convert to; any by default.
        section: id of the section it should stand in, where known.
    """
    places = [report.document.issuer] if report.document.issuer else []
    wording = Wording(report.document.language, options or LexiconOptions(), places)
    traits = traits_of(report, wording)
    rarity = Rarity(tuple(dict.fromkeys((*t.name, *t.near))) for t in traits)
    asked = rarity.bag(wording.pieces(indicator))
    contrast = wording.contrast(indicator, "")
    is_change = wording.is_moving(contrast)
    found = [
        Candidate(
            t.quantity,
            logistic(
                _words(asked, contrast, t, rarity, wording) + _fit(t, unit, section, is_change=is_change)
            ),
        )
        for t in traits
        if _is_counted_in(t.quantity, unit)
    ]
    return tuple(sorted(found, key=lambda c: (-c.score, c.quantity.span)))


def is_clear(candidates: Sequence[Candidate]) -> bool:
    """Whether the first candidate can be taken without asking: likely, and far from any other value."""
    if not candidates or candidates[0].score < ACCEPTED:
        return False
    first = candidates[0]
    rivals = [c for c in candidates[1:] if c.quantity.value != first.quantity.value]
    return not rivals or first.score - rivals[0].score >= MARGIN


def _is_counted_in(quantity: Quantity, unit: str | None) -> bool:
    """Whether the figure can be meant by this unit; ranks are asked for in 位 or 名."""
    if unit == ANY:
        return True
    if quantity.kind == "rank" and unit in OF_RANKS:
        return True
    return kindred(unit, quantity.unit)


def _words(asked: Bag, contrast: Contrast, traits: Traits, rarity: Rarity, wording: Wording) -> float:
    name, near, sentence = rarity.bag(traits.name), rarity.bag(traits.near), rarity.bag(traits.sentence)
    around = rarity.bag((*traits.name, *traits.near, *traits.clause))
    words = 3.0 * max(overlap(asked, name), overlap(asked, near))
    held = 2.0 * contained(asked, around)
    told = 1.5 * shared(asked, sentence) / asked.total if asked.total else 0.0
    opposed = -2.5 * wording.opposed(contrast, traits.contrast)
    return words + held + told + opposed + 1.5 * wording.agreed(contrast, traits.contrast) - 4.0


def _fit(traits: Traits, unit: str | None, section: str | None, *, is_change: bool) -> float:
    """What section, unit, kind and role add: the figure itself is meant before what it is compared with."""
    quantity = traits.quantity
    home = 1.0 * (section in traits.sections)
    exact = 1.0 * same_family(quantity.unit, unit)
    moved = -1.2 * (quantity.kind.startswith("change") != is_change)
    return home + exact + moved - 0.3 * (quantity.role == "baseline") - 0.5
