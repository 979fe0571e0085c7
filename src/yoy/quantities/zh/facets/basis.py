"""On what basis a figure is measured, from the words as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.quantities.context import without_approx
from yoy.quantities.zh.facets.words import facet_words
from yoy.quantities.zh.naming.phrases import phrase_of, strip_ends
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.language.indicators import Indicator
    from yoy.model import Basis
    from yoy.quantities.drafts import Draft

# Behind a figure its noun is near; what stands further off tells something else.
_BEHIND = 12
# The bases that the items of a list share with its first.
_SHARED = frozenset(("new", "cumulative", "average"))
_NEXT_ITEM = re.compile(r"\s*(?:[、和及与/]|以及|其中)")


def fill_bases(group: Sequence[Draft], standards: Mapping[str, Indicator]) -> None:
    """Fills `basis` of the figures of a passage: own words, what opens a list, the indicator's."""
    opened: Basis = "level"
    for index, draft in enumerate(group):
        standard = standards.get(draft.concept or "")
        if draft.basis == "share":
            continue
        own = _own_basis(draft, rate=standard is not None and standard.nature == "rate")
        if index and own == "level" and _bare(draft, group[index - 1]):
            own = group[index - 1].basis
        defined = standard is not None and standard.basis != "level"
        carried = opened if index and _same_list(draft, group[index - 1]) else "level"
        opened = "level" if defined else _opening(draft, own, carried)
        if own == "level" and draft.kind == "level":
            shared = "level" if opened == "new" and _measures(standard) else opened
            own = shared if shared != "level" else standard.basis if standard else "level"
        draft.basis = own
    for draft in group:
        if draft.baseline is not None and draft.basis != "threshold":
            draft.baseline.basis = draft.basis


def _bare(draft: Draft, before: Draft) -> bool:
    """年均分别增长5%、7%: a bare value in a list is on the basis of the one before."""
    left = _NEXT_ITEM.sub("", name_words().bound_before_next.sub("", draft.setting.left), count=1)
    return draft.setting.previous and not left.strip() and before.kind == draft.kind


def _measures(standard: Indicator | None) -> bool:
    """新增并网5万千瓦、发电量3亿度: a measure of the year is not new, whatever opens the list."""
    return (
        standard is not None and standard.nature != "stock" and bool(name_words().heads.search(standard.zh))
    )


def _opening(draft: Draft, own: Basis, carried: Basis) -> Basis:
    """The basis that the later items of a list share: what its first item opens with."""
    if own == "level":
        return carried
    opens = facet_words().opens_list.match(strip_ends(draft.setting.left))
    return own if own in _SHARED and opens else "level"


def _own_basis(draft: Draft, *, rate: bool) -> Basis:
    """What the figure's own words say."""
    if draft.kind == "rank":
        return "rank"
    if draft.kind in ("level", "ratio") and _is_threshold(draft):
        return "threshold"
    said = _said(draft)
    if draft.kind == "ratio" and draft.indicator.endswith(str(name_words().words["carried_out_name"])):
        return "level"  # 新增就业完成年计划的98%
    if draft.kind.startswith("change"):
        return said if said != "new" else "level"
    if said == "level" and draft.kind == "ratio" and not rate and _is_share(draft):
        return "share"
    return said


def _said(draft: Draft) -> Basis:
    """What the words before the figure and the noun behind it say."""
    words, setting = facet_words(), draft.setting
    behind = "" if draft.kind.startswith("change") else setting.right.partition("、")[0][:_BEHIND]
    near = f"{name_words().bound_before_next.sub('', setting.left)}\0{behind}"
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
    left = name_words().bound_before_next.sub("", draft.setting.left)
    if not draft.setting.previous or not _NEXT_ITEM.match(left) or before.kind != draft.kind:
        return False
    item = _NEXT_ITEM.sub("", left, count=1)
    return not phrase_of(item).verb or bool(name_words().heads.search(item))
