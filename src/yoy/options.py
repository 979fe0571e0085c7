"""What a caller can choose, one small value a stage."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Ignorable = Literal["space", "width", "punctuation"]
Nature = Literal["flow", "stock", "rate"]
Better = Literal["more", "less", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A section link that the user forces or forbids; each side is a number or a title."""

    prior: str
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignOptions:
    """Links of sections that the user has decided."""

    force: tuple[Pin, ...] = ()
    forbid: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffOptions:
    """Kinds of difference that don't make a passage `edited`; they stay in the edits."""

    ignore: frozenset[Ignorable] = frozenset(("space", "width", "punctuation"))


@dataclass(frozen=True, slots=True, kw_only=True)
class UserUnit:
    """A unit added by the user: `factor` base units of `family`'s base `base`."""

    name: str
    base: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserIndicator:
    """An indicator added by the user: what is measured, under any of its names, in one of `units`."""

    id: str
    name: str
    units: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    nature: Nature = "stock"
    better: Better = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconOptions:
    """Words added by the user: units, groups of synonyms, place names, indicators."""

    units: tuple[UserUnit, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    indicators: tuple[UserIndicator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagOptions:
    """The double threshold of analytical review: a figure is flagged when both are passed.

    Attributes:
        growth: as a fraction (0.10 = 10 %).
        points: for percentages, which differ in points.
        amounts: smallest difference per base unit; `amount` for all other units.
    """

    growth: Decimal = Decimal("0.10")
    points: Decimal = Decimal(5)
    amount: Decimal = Decimal(50)
    amounts: Mapping[str, Decimal] = field(default_factory=lambda: {"元": Decimal(1_000_000)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All choices that can influence a result."""

    align: AlignOptions = field(default_factory=AlignOptions)
    diff: DiffOptions = field(default_factory=DiffOptions)
    lexicon: LexiconOptions = field(default_factory=LexiconOptions)
    flags: FlagOptions = field(default_factory=FlagOptions)


def as_settings(options: Options) -> Mapping[str, object]:
    """The choices that influence a result, as plain values with sorted keys, for the record."""
    return {
        "align": {
            side: [asdict(pin) for pin in pins]
            for side, pins in (("force", options.align.force), ("forbid", options.align.forbid))
        },
        "diff": {"ignore": sorted(options.diff.ignore)},
        "flags": {
            "growth": str(options.flags.growth),
            "points": str(options.flags.points),
            "amount": str(options.flags.amount),
            "amounts": {unit: str(amount) for unit, amount in sorted(options.flags.amounts.items())},
        },
        "lexicon": {
            "units": [
                {"name": unit.name, "base": unit.base, "factor": str(unit.factor)}
                for unit in options.lexicon.units
            ],
            "synonyms": [list(group) for group in options.lexicon.synonyms],
            "places": list(options.lexicon.places),
            "indicators": [asdict(one) for one in options.lexicon.indicators],
        },
        "decisions": [],
    }
