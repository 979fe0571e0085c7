"""On what basis a figure is measured, from the words as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.quantities.context import without_approx
from yoy.quantities.zh.facets.words import facet_words
from yoy.quantities.zh.naming.phrases import phrase_of
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Basis
    from yoy.quantities.drafts import Draft

# Behind a figure its noun is near; what stands further off tells something else.
_BEHIND = 12
# The bases that the items of a list share with its first.
_SHARED = frozenset(("new", "cumulative", "average"))
_NEXT_ITEM = re.compile(r"\s*(?:[、和及与/]|以及|其中)")


def basis_of(  # noqa: PLR0911 - one return a basis
    draft: Draft, before: Draft | None, *, rate: bool
) -> Basis:
    """The basis of a figure.

    Args:
        draft: the figure; before: the one before it in its passage, whose basis is known.
        rate: whether it is of an indicator that is a rate, whose share is its level.
    """
    if draft.kind == "rank":
        return "rank"
    if draft.kind in ("level", "ratio") and _is_threshold(draft):
        return "threshold"
    said = _said(draft)
    if draft.kind.startswith("change"):
        return "average" if said == "average" else "cumulative" if said == "cumulative" else "level"
    if said in _SHARED:
        return said
    if draft.kind == "ratio":
        return "share" if not rate and _is_share(draft) else "level"
    if before is not None and before.basis in _SHARED and _same_list(draft, before):
        return before.basis
    return "level"


def _said(draft: Draft) -> Basis:
    """What the words around the figure say."""
    words, setting = facet_words(), draft.setting
    near = setting.left + "\0" + ("" if draft.kind.startswith("change") else setting.right[:_BEHIND])
    if words.average.search(near):
        return "average"
    if words.total.search(near):
        return "level" if words.year_total.search(setting.left) else "cumulative"
    return "new" if words.new.search(near) else "level"


def _is_share(draft: Draft) -> bool:
    left = without_approx(draft.setting.left, "zh")
    return bool(facet_words().share.search(left) or facet_words().share.search(draft.indicator))


def _is_threshold(draft: Draft) -> bool:
    words, left = facet_words(), draft.setting.left
    return bool(words.streak.search(left) and words.kept.search(left))


def _same_list(draft: Draft, before: Draft) -> bool:
    """新建公园3个、绿道20公里: the second item is new too, as long as it has no verb of its own."""
    left = draft.setting.left
    if not draft.setting.previous or not _NEXT_ITEM.match(left) or before.kind != draft.kind:
        return False
    item = _NEXT_ITEM.sub("", left, count=1)
    verb = phrase_of(item).verb
    return not verb or bool(name_words().heads.search(item))


def share_bases(group: Sequence[Draft]) -> None:
    """A baseline is measured as its level is: 由3万户增至5万户."""
    for draft in group:
        if draft.baseline is not None and draft.basis != "threshold":
            draft.baseline.basis = draft.basis
