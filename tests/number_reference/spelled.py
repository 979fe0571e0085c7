"""A number spelled out: its surface, the sentence it stands in, and the value it was made from."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Reading(NamedTuple):
    """What a surface says: a value, or the two ends of an interval, and the unit it counts in."""

    low: Fraction
    high: Fraction | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A surface with its true reading, known because the surface was made from it.

    `frame` is a neutral sentence with `{}` where the surface goes.
    """

    style: str
    language: str
    surface: str
    truth: Reading
    frame: str

    def sentence(self) -> str:
        return self.frame.replace("{}", self.surface)

    def start(self) -> int:
        """Where the surface begins in its sentence."""
        return self.frame.index("{}")


class Made(NamedTuple):
    """What a style makes of chance: a surface, its ends, its unit, and the kind of frame it wants."""

    surface: str
    low: Fraction
    unit: str | None
    frame: str = "amount"
    high: Fraction | None = None


Style = Callable[[random.Random], Made]


def spell(
    style: str, make: Style, language: str, frames: dict[str, tuple[str, ...]], rng: random.Random
) -> Spelled:
    made = make(rng)
    return Spelled(
        style=style,
        language=language,
        surface=made.surface,
        truth=Reading(made.low, made.high, made.unit),
        frame=rng.choice(frames[made.frame]),
    )


def whole(rng: random.Random, least: int, most: int) -> int:
    """A whole number of any size between the two: few of its digits are other than zero half of the time."""
    top = rng.randint(len(str(least)), len(str(most)))
    significant = rng.randint(1, top) if rng.random() < 0.5 else top
    digits = [str(rng.randint(0, 9)) for _ in range(significant)]
    number = int("".join(digits).ljust(top, "0"))
    return number if least <= number <= most else rng.randint(least, min(most, 10**top))


def decimal(rng: random.Random, least: int, most: int, places: int) -> tuple[str, Fraction]:
    """A number with one to `places` decimals, as printed and as a value."""
    before = str(whole(rng, least, most))
    after = "".join(str(rng.randint(0, 9)) for _ in range(rng.randint(1, places) - 1)) + str(
        rng.randint(1, 9)
    )
    return f"{before}.{after}", Fraction(f"{before}.{after}")


def grouped(digits: str) -> str:
    """1234567.8 → 1,234,567.8."""
    before, point, after = digits.partition(".")
    groups: list[str] = []
    while len(before) > 3:
        groups.insert(0, before[-3:])
        before = before[:-3]
    return ",".join([before, *groups]) + point + after
