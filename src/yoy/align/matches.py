"""A pair of passages while it is being decided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Indices of passages in reading order that tell the same thing, and how alike they are."""

    prior: tuple[int, ...]
    current: tuple[int, ...]
    score: float
    moved: bool = False
