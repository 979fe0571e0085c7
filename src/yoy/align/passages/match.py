"""A pair of passages while it is being decided."""

from __future__ import annotations

from typing import NamedTuple


class Match(NamedTuple):
    """Indices of passages in reading order that tell the same thing, and how alike they are."""

    prior: tuple[int, ...]
    current: tuple[int, ...]
    score: float
    moved: bool = False
