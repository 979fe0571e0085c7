"""The outline of a report as section alignment sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.align.passage_texts import passage_texts
from yoy.language.identity import bare_title
from yoy.language.tokens import masked

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from yoy.align.passage_texts import PassageText
    from yoy.model import Report, Section

_LATIN = re.compile(r"[A-Za-z]{2}[^\u4e00-\u9fff]*$")
"""What tells a title of Latin words: no hanzi follows."""
_WHOLE_SENTENCE = 10
"""Masked characters from which a sentence counts as evidence as a whole."""


@dataclass(frozen=True, slots=True)
class SectionTree:
    """The outline of one report as section alignment sees it; index 0 is the root."""

    sections: tuple[Section, ...]
    titles: tuple[str, ...]
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    places: tuple[float, ...]
    contents: tuple[dict[str, float], ...]

    def sibling(self, i: int, step: int) -> int | None:
        """The section `step` places further under the same parent."""
        siblings = self.children[self.parents[i]]
        position = self.order[i] + step
        return siblings[position] if 0 <= position < len(siblings) else None


def section_tree(report: Report) -> SectionTree:
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
    return SectionTree(
        sections=sections,
        titles=tuple(_bare(section.title, report.document.issuer) for section in sections),
        parents=parents,
        children=tuple(map(tuple, children)),
        order=tuple(order),
        places=tuple(section.span.start / size for section in sections),
        contents=_contents(passage_texts(report), index, parents),
    )


def _bare(title: str, issuer: str) -> str:
    """A title without number, year and the issuer's name, which every title may or may not repeat.

    Latin words are kept apart by a low line.
    """
    bare = masked(title) if _LATIN.search(title) else bare_title(title)
    without = bare.replace(bare_title(issuer), "") if issuer else bare
    return without or bare


def _contents(
    leaves: Sequence[PassageText], index: dict[str, int], parents: tuple[int, ...]
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


def linked_above(side: SectionTree, i: int, linked: Container[int]) -> int:
    """The nearest section above that has a partner; the root has one always."""
    parent = side.parents[i]
    while parent > 0 and parent not in linked:
        parent = side.parents[parent]
    return parent
