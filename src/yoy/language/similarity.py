"""How alike two texts are, 0–1: the one place that wraps rapidfuzz for all stages."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Mapping


def ratio(first: str, second: str) -> float:
    """Share of characters that survive in the shortest edit, 0–1; 1 for two empty texts."""
    return Indel.normalized_similarity(first, second)


def partial_ratio(first: str, second: str) -> float:
    """`ratio` of the shorter text with its best stretch of the longer one, 0–1."""
    return fuzz.partial_ratio(first, second) / 100


@lru_cache(maxsize=1 << 12)
def grams(text: str, size: int = 2) -> Mapping[str, int]:
    """Character n-grams with their counts; a text shorter than `size` is one gram."""
    if not text:
        return Counter()
    return Counter(text[i : i + size] for i in range(max(1, len(text) - size + 1)))


def dice(first: Mapping[str, int], second: Mapping[str, int]) -> float:
    """Dice coefficient of two multisets, 0–1; 0 when both are empty."""
    total = sum(first.values()) + sum(second.values())
    if not total:
        return 0.0
    if len(first) > len(second):
        first, second = second, first
    return 2 * sum(min(count, second.get(gram, 0)) for gram, count in first.items()) / total


def containment(part: Mapping[str, int], whole: Mapping[str, int]) -> float:
    """Share of the grams of `part` that `whole` has too, 0–1."""
    total = sum(part.values())
    if not total:
        return 0.0
    return sum(min(count, whole.get(gram, 0)) for gram, count in part.items()) / total
