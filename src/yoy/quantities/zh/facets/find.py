"""The facets of the figures of a Chinese report: concept, qualifiers, basis, list counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.indicators import vocabulary
from yoy.quantities.drafts import by_passage
from yoy.quantities.zh.facets.basis import fill_bases
from yoy.quantities.zh.facets.concepts import look_up, measured, whole_of
from yoy.quantities.zh.facets.counts import numbers_own_list
from yoy.quantities.zh.facets.owners import excluded, owner_of
from yoy.quantities.zh.facets.qualifiers import area_of, qualifiers_in, with_rank, without_rank
from yoy.quantities.zh.facets.subjects import subjects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.language.indicators import Vocabulary
    from yoy.model import Doubt, Outline
    from yoy.options import LexiconOptions
    from yoy.quantities.drafts import Draft
    from yoy.quantities.reading import Reading

LIST_COUNT: Doubt = "list_count"
"""Doubt of a figure that only numbers its sentence's list: it is no partner of another year's."""


def fill_facets(drafts: Sequence[Draft], outline: Outline, reading: Reading, options: LexiconOptions) -> None:
    """Fills `concept`, `qualifiers` and `basis` of figures that are named, and doubts counts of a list."""
    plain = reading.plain
    known, area = vocabulary(options.indicators), area_of(outline.document.issuer)
    for draft in drafts:
        _fill_concept(draft, known, area)
        draft.qualifiers = (*draft.qualifiers, *owner_of(draft, plain, area), *excluded(draft, plain))
        if numbers_own_list(draft, plain):
            draft.doubt = LIST_COUNT
    for group in by_passage(drafts):
        for index, draft in enumerate(group):
            draft.subjects = subjects_of(group, index, plain)
            _share_concept(draft, known, area)
        _like_levels(group)
        fill_bases(group, known.by_id)


def _fill_concept(draft: Draft, known: Vocabulary, area: tuple[str, ...]) -> None:
    found = measured(draft, known, area)
    if found is None:
        name = without_rank(draft.indicator) if draft.kind == "rank" else draft.indicator
        draft.qualifiers = qualifiers_in(name, area)
        whole = whole_of(name, known) if draft.kind in ("ratio", "change_abs") else ""
        if whole:
            draft.qualifiers = (*draft.qualifiers, whole)
    else:
        draft.concept, draft.qualifiers = found.indicator.id, found.qualifiers
        draft.basis = "share" if found.share and draft.kind == "ratio" else found.indicator.basis
    if draft.kind == "rank":
        draft.qualifiers = with_rank(draft.qualifiers, draft.indicator)


def _share_concept(draft: Draft, known: Vocabulary, area: tuple[str, ...]) -> None:
    """城镇、农村居民收入均增长: a figure of several subjects has their concept where they have one."""
    if draft.concept or not draft.subjects:
        return
    found = [look_up(subject, draft, known, area) for subject in draft.subjects]
    concepts = {one.indicator.id for one in found if one}
    if len(concepts) == 1 and all(found):
        told = (word for one in found if one for word in one.qualifiers)
        draft.concept, draft.qualifiers = concepts.pop(), tuple(dict.fromkeys((*told, *draft.qualifiers)))


def _like_levels(group: Sequence[Draft]) -> None:
    """A change is of what its level is of, and so is a baseline."""
    for draft in group:
        if draft.of is not None and draft.of.concept:
            draft.concept, draft.qualifiers = draft.of.concept, draft.of.qualifiers
    for draft in group:
        if draft.baseline is not None:
            draft.baseline.concept, draft.baseline.qualifiers = draft.concept, draft.qualifiers
