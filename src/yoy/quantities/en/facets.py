"""The facets of the figures of an English report: concept, qualifiers, basis."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.language.indicators import folded, vocabulary
from yoy.lexicon import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.language.indicators import Vocabulary
    from yoy.model import Basis, Outline
    from yoy.options import LexiconOptions
    from yoy.quantities.drafts import Draft
    from yoy.quantities.reading import Reading

_SIDES = 40
# More words before an indicator than this are a clause, no modifiers.
_MOST_WORDS = 5


def fill_facets(
    drafts: Sequence[Draft], _outline: Outline, _reading: Reading, options: LexiconOptions
) -> None:
    """Fills `concept`, `qualifiers` and `basis` of figures that are named."""
    known = vocabulary(options.indicators)
    for draft in drafts:
        _fill_concept(draft, known)
        draft.basis = _basis_of(draft)
    for draft in drafts:
        if draft.of is not None and draft.of.concept and not draft.concept:
            draft.concept, draft.qualifiers = draft.of.concept, draft.of.qualifiers
    for draft in drafts:
        if draft.baseline is not None:
            draft.baseline.concept, draft.baseline.qualifiers = draft.concept, draft.qualifiers
            draft.baseline.basis = draft.basis


def _fill_concept(draft: Draft, known: Vocabulary) -> None:
    name = folded(pattern("qualifiers.en.tail", re.IGNORECASE).sub("", draft.indicator))
    for ending in known.endings(name):
        if not ending.indicator.fits(draft.kind, draft.unit):
            continue
        before = _modifiers(name[: ending.start])
        if before is not None:
            draft.concept, draft.qualifiers = ending.indicator.id, before
            return
    draft.qualifiers = tuple(dict.fromkeys(word for word in name.split() if word in _narrowing()))


def _modifiers(text: str) -> tuple[str, ...] | None:
    """What narrows an indicator: known words one by one, an unknown stretch (a segment) as it stands."""
    section, _, rest = text.rpartition(": ")
    words = [word for word in rest.split() if word not in _own_area()]
    if len(words) > _MOST_WORDS:
        return None
    known = [word for word in words if word in _narrowing()]
    unknown = " ".join(word for word in words if word not in _narrowing())
    return tuple(filter(None, (section.strip(), unknown, *known)))


def _basis_of(draft: Draft) -> Basis:
    if draft.kind == "rank":
        return "rank"
    near = f"{draft.setting.left[-_SIDES:]}|{draft.setting.right[:_SIDES]}"
    bases: tuple[Basis, ...] = ("average", "cumulative")
    if draft.kind == "level":
        bases = (*bases, "new")
    if draft.kind == "ratio":
        bases = (*bases, "share")
    found = (basis for basis in bases if pattern(f"bases.en.{basis}", re.IGNORECASE).search(near))
    return next(found, "level")


@cache
def _narrowing() -> frozenset[str]:
    return frozenset(word for group in lexicon.data("qualifiers")["en"]["words"] for word in group)


@cache
def _own_area() -> frozenset[str]:
    return frozenset(lexicon.data("qualifiers")["en"]["own_area"])
