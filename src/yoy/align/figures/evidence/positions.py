"""Figures that stand in the same place of two passages that belong together.

A sentence that is kept from one year to the next with new figures in it is the surest sign there is:
the figures are masked, the rest is laid over each other, and masks that meet are counted with the
words around them that meet too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from yoy.language.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.model import Passage, PassagePair, Quantity, Report

_FIRST_MASK = 0xE000
_DIGIT = re.compile(r"\d")
_WINDOW = 12
"""Characters on each side of a figure that must agree: about the clause it stands in."""
_LONGEST = 4_000_000
"""Product of the two lengths up to which passages are laid over each other; it bounds time."""

Place = tuple[str, str]


class Masked:
    """A stretch of text with one sign for each figure, and which figure each sign is."""

    def __init__(self, text: str, start: int, end: int, figures: Sequence[Quantity]) -> None:
        parts: list[str] = []
        at: dict[int, Quantity] = {}
        length = 0
        position = start
        for figure in figures:
            before = _plain(text[position : figure.span.start])
            parts += (before, _mask(figure))
            length += len(before)
            at[length] = figure
            length += 1
            position = figure.span.end
        parts.append(_plain(text[position:end]))
        self.text = "".join(parts)
        self.at: Mapping[int, Quantity] = at


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    return _DIGIT.sub("0", "".join(fold(text).split()))


def _mask(figure: Quantity) -> str:
    """One sign for each kind, so that a growth rate is never laid over a level."""
    kinds = ("level", "ratio", "rank", "change_abs", "change_rel")
    return chr(_FIRST_MASK + kinds.index(figure.kind))


def same_places(prior: Report, current: Report, pairs: Sequence[PassagePair]) -> dict[Place, float]:
    """(prior id, current id) of figures in the same place of paired passages → agreement around, 0–1."""
    found: dict[Place, float] = {}
    sides = (_Side(prior), _Side(current))
    for pair in pairs:
        if pair.prior and pair.current:
            before, after = sides[0].masked(pair.prior), sides[1].masked(pair.current)
            if before.at and after.at and len(before.text) * len(after.text) <= _LONGEST:
                found.update(_meeting(before, after))
    return found


class _Side:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._passages: Mapping[str, Passage] = {p.id: p for p in report.outline.passages}
        self._figures: dict[str, list[Quantity]] = defaultdict(list)
        for quantity in report.figures.quantities:
            self._figures[quantity.passage].append(quantity)

    def masked(self, ids: Sequence[str]) -> Masked:
        spans = [self._passages[i].span for i in ids]
        figures = sorted((q for i in ids for q in self._figures.get(i, ())), key=lambda q: q.span)
        return Masked(self._report.text, min(s.start for s in spans), max(s.end for s in spans), figures)


def _meeting(before: Masked, after: Masked) -> dict[Place, float]:
    """Figures whose masks are laid over each other, with the share of signs around that agree."""
    if before.text == after.text:
        return {(old.id, after.at[place].id): 1.0 for place, old in before.at.items() if place in after.at}
    links = _links(before.text, after.text)
    kept = sorted(links)
    landed = sorted(links.values())
    found = {}
    for place, old in before.at.items():
        target = links.get(place)
        new = after.at.get(target) if target is not None else None
        if new is not None and target is not None:
            agreed = _share(kept, place, len(before.text)), _share(landed, target, len(after.text))
            found[old.id, new.id] = min(agreed)
    return found


def _links(before: str, after: str) -> dict[int, int]:
    """Index in `before` → index in `after` of the signs that the shortest edit keeps.

    Of several shortest edits the same one is taken whichever report is the prior.
    """
    if before > after:
        return {landed: kept for kept, landed in _links(after, before).items()}
    links: dict[int, int] = {}
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            kept = range(step.src_start, step.src_end)
            links.update(zip(kept, range(step.dest_start, step.dest_end), strict=True))
    return links


def _share(kept: Sequence[int], place: int, length: int) -> float:
    """Share of the signs around `place` that are kept, the place itself left out."""
    low, high = max(0, place - _WINDOW), min(length, place + _WINDOW + 1)
    around = high - low - 1
    inside = bisect_left(kept, high) - bisect_left(kept, low) - 1
    return inside / around if around else 1.0
