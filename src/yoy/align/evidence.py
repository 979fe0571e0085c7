"""What speaks for a link of two sections: their titles, and how much of their text they share.

Both are weighed by rarity and counted through an index of what occurs on both sides, so that the cost
follows what is shared, not the product of the two outlines.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from yoy.align.leaves import leaves_of
from yoy.language.identity import bare_title
from yoy.language.similarity import ratio
from yoy.language.tokens import grams, masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.leaves import Leaf
    from yoy.model import Report, Section

_TELLING = 400
"""Grams that would link more pairs of sections than this say nothing and are left out."""
_WHOLE_SENTENCE = 10
"""Masked characters from which a sentence counts as evidence as a whole."""


@dataclass(frozen=True, slots=True)
class Side:
    """The outline of one report as section alignment sees it; index 0 is the root."""

    sections: tuple[Section, ...]
    titles: tuple[str, ...]
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    places: tuple[float, ...]
    contents: tuple[dict[str, float], ...]


def side_of(report: Report) -> Side:
    """The outline of a report with bare titles, nesting, place among siblings and content."""
    sections = report.outline.sections
    index = {section.id: i for i, section in enumerate(sections)}
    parents = tuple(-1 if section.parent is None else index[section.parent] for section in sections)
    children: list[list[int]] = [[] for _ in sections]
    for i, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(i)
    order = [0] * len(sections)
    for siblings in children:
        for position, child in enumerate(siblings):
            order[child] = position
    size = max(1, len(report.text))
    return Side(
        sections=sections,
        titles=tuple(_bare(section.title, report.document.issuer) for section in sections),
        parents=parents,
        children=tuple(map(tuple, children)),
        order=tuple(order),
        places=tuple(section.span.start / size for section in sections),
        contents=_contents(leaves_of(report), index, parents),
    )


def _bare(title: str, issuer: str) -> str:
    """A title without number, year and the issuer's name, which every title may or may not repeat."""
    bare = bare_title(title)
    without = bare.replace(bare_title(issuer), "") if issuer else bare
    return without or bare


def _contents(
    leaves: Sequence[Leaf], index: dict[str, int], parents: tuple[int, ...]
) -> tuple[dict[str, float], ...]:
    """What each section's text, subsections included, is made of: gram → how much it counts."""
    contents: list[dict[str, float]] = [{} for _ in parents]
    for leaf in leaves:
        if leaf.passage.kind in ("heading", "shell"):
            continue
        own = contents[index[leaf.passage.section]]
        own.update(dict.fromkeys(leaf.grams, 1.0))
        if len(leaf.bare) >= _WHOLE_SENTENCE:
            own["=" + leaf.bare] = own["≡" + leaf.text.strip()] = min(len(leaf.bare), 60) / 6
    for i in range(len(parents) - 1, 0, -1):
        if parents[i] > 0:
            contents[parents[i]].update(contents[i])
    return tuple(contents)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shared weight of pairs of sections that share something, and each section's own weight."""

    titles: dict[tuple[int, int], float]
    shared: dict[tuple[int, int], float]
    prior_weights: tuple[float, ...]
    current_weights: tuple[float, ...]

    def body(self, prior: int, current: int) -> float:
        """How alike the two texts are, 0–1."""
        shared = self.shared.get((prior, current), 0.0)
        return shared / sqrt(self.prior_weights[prior] * self.current_weights[current]) if shared else 0.0

    def prior_inside(self, prior: int, current: int) -> float:
        """How much of the prior section's text the current one holds, 0–1."""
        shared = self.shared.get((prior, current), 0.0)
        return shared / self.prior_weights[prior] if shared else 0.0

    def current_inside(self, prior: int, current: int) -> float:
        """How much of the current section's text the prior one holds, 0–1."""
        shared = self.shared.get((prior, current), 0.0)
        return shared / self.current_weights[current] if shared else 0.0

    def has_text(self, prior: int, current: int) -> bool:
        """Whether both sections have text of their own to judge by."""
        return self.prior_weights[prior] > 0 and self.current_weights[current] > 0

    def title(self, prior: int, current: int) -> float:
        """How alike the two titles are, 0–1."""
        return self.titles.get((prior, current), 0.0)


def find_evidence(prior: Side, current: Side) -> Evidence:
    """Titles and texts of two outlines against each other."""
    shared, prior_weights, current_weights = _shared(prior.contents, current.contents)
    return Evidence(_titles(prior, current), shared, prior_weights, current_weights)


def _postings(contents: Sequence[dict[str, float]]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for i, content in enumerate(contents):
        if i:
            for gram in content:
                postings.setdefault(gram, []).append(i)
    return postings


def _shared(
    prior: Sequence[dict[str, float]], current: Sequence[dict[str, float]]
) -> tuple[dict[tuple[int, int], float], tuple[float, ...], tuple[float, ...]]:
    """Weight that each pair shares, and the weight of each section, common grams left out."""
    there, here = _postings(prior), _postings(current)
    size = len(prior) + len(current)
    shared: dict[tuple[int, int], float] = {}
    prior_weights, current_weights = [0.0] * len(prior), [0.0] * len(current)
    for gram, rows in there.items():
        columns = here.get(gram, ())
        if len(rows) * len(columns) > _TELLING:
            continue
        weight = log(1 + size / (len(rows) + len(columns))) * prior[rows[0]][gram]
        for row in rows:
            prior_weights[row] += weight
            for column in columns:
                shared[row, column] = shared.get((row, column), 0.0) + weight
        for column in columns:
            current_weights[column] += weight
    for gram, columns in here.items():
        if gram not in there:
            weight = log(1 + size / len(columns)) * current[columns[0]][gram]
            for column in columns:
                current_weights[column] += weight
    return shared, tuple(prior_weights), tuple(current_weights)


def _titles(prior: Side, current: Side) -> dict[tuple[int, int], float]:
    """Likeness of the titles that share a rare enough pair of characters, or are equal."""
    there = _title_postings(prior)
    here = _title_postings(current)
    likeness: dict[tuple[int, int], float] = {}
    for gram, rows in there.items():
        columns = here.get(gram, ())
        if len(rows) * len(columns) > _TELLING:
            continue
        for row in rows:
            for column in columns:
                if (row, column) not in likeness:
                    likeness[row, column] = title_likeness(prior.titles[row], current.titles[column])
    return likeness


def _title_postings(side: Side) -> dict[str, list[int]]:
    return _postings([dict.fromkeys([*grams(masked(title)), "=" + title], 1.0) for title in side.titles])


def title_likeness(first: str, second: str) -> float:
    """How alike two bare titles are, 0–1.

    The larger of the shared pairs of characters and of the shortest edit: a title that changes its
    order keeps the former (健全…体制机制 → …体制机制进一步健全), one that changes a sign the latter.
    """
    if first == second:
        return 1.0
    pairs, others = grams(first), set(grams(second))
    common = sum(1 for gram in pairs if gram in others)
    dice = 2 * common / (len(pairs) + len(others)) if pairs and others else 0.0
    return max(dice, ratio(first, second) * 0.9)
