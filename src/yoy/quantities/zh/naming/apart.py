"""Figures of one Chinese name told apart by words of their own: what is summed, who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities.names import alike_in
from yoy.quantities.zh.naming.names import NAME_LENGTH
from yoy.quantities.zh.naming.words import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft


def tell_apart(drafts: Sequence[Draft]) -> None:
    """Puts what is summed, and then who did it, into names that several differing figures have."""
    for alike in alike_in(drafts):
        _tell_totals_apart(alike)
    for alike in alike_in(drafts):
        _tell_agents_apart(alike)


def _tell_totals_apart(alike: Sequence[Draft]) -> None:
    """累计建成20座 beside 新建5座 of the same name: what is summed over years says so."""
    total = str(name_words().words["total_name"])
    for draft in alike:
        if total in draft.setting.left and total not in draft.indicator and draft.role != "baseline":
            stem = draft.indicator.removesuffix("数")
            draft.indicator = stem + total + draft.indicator[len(stem) :]


def _tell_agents_apart(alike: Sequence[Draft]) -> None:
    """各部门受理 beside 各科室受理: who did it is said where names would be the same without."""
    if len({draft.agent for draft in alike}) > 1:
        for draft in alike:
            name = draft.agent + draft.indicator
            draft.indicator = name if len(name) <= NAME_LENGTH else draft.indicator
