"""The subjects that one figure stands for together: 基本养老、基本医疗保险参保率均达到95%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.quantities.context import without_approx
from yoy.quantities.zh.facets.words import facet_words
from yoy.quantities.zh.naming.changes import change_subject, changed
from yoy.quantities.zh.naming.lists import completed, in_one, list_of
from yoy.quantities.zh.naming.phrases import strip_ends
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_NEXT_ITEM = re.compile(r"\s*(?:[、和及与]|以及)")


def subjects_of(group: Sequence[Draft], index: int, plain: str) -> tuple[str, ...]:
    """The names of those a figure is of, where it is of several; () for one.

    Args:
        group: the named figures of a passage; index: of the figure in it; plain: the text.
    """
    draft = group[index]
    left = without_approx(draft.setting.left, "zh")
    said = facet_words().of_each.search(left)
    if said is None:
        return ()
    first, last = list_of(group, index, plain)
    if first != last:
        return ()
    named = left[: said.start()]
    named = change_subject(named) if draft.kind.startswith("change") else strip_ends(named)
    if not named:
        return _of_list_before(group, index)
    parts = [part for part in name_words().subjects_part.split(named) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - one subject is no list, unless its word says two
        return tuple(in_one(named))
    return tuple(completed(parts, at) for at in range(len(parts)))


def _of_list_before(group: Sequence[Draft], index: int) -> tuple[str, ...]:
    """汽车产量357万辆、新能源汽车产量168万辆，均居全国第2位: the figures of the list before it."""
    names: list[str] = []
    at = index - 1
    while at >= 0:
        before = group[at]
        names.insert(0, before.indicator.removesuffix(changed(before.setting.left)))
        if not (before.setting.previous and _NEXT_ITEM.match(before.setting.left)):
            break
        at -= 1
    distinct = tuple(dict.fromkeys(names))
    return distinct if len(distinct) > 1 else ()
