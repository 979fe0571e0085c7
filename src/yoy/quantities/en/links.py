"""Of English text: which level a change belongs to, and which earlier figure is a level's baseline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.lexicon import pattern
from yoy.quantities.context import without_approx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.drafts import Draft

_MOVE_REACH = 45
_LEVELS = frozenset(("level", "ratio", "rank"))


def link(group: Sequence[Draft], plain: str) -> None:
    """Fills `baseline`, `of` and the role baseline of the figures of a passage."""
    _baselines(group)
    _changes(group, plain)


def _baselines(group: Sequence[Draft]) -> None:
    """From X to Y, to Y from X, of Y compared to X."""
    for index, draft in enumerate(group):
        left = without_approx(draft.setting.left, "en")
        if draft.kind not in _LEVELS or not pattern("periods_of_figures.en.moved_from").search(left):
            continue
        partner = _partner(group, index)
        if partner:
            draft.role = "baseline"
            partner.baseline = draft


def _partner(group: Sequence[Draft], index: int) -> Draft | None:
    draft = group[index]
    if index + 1 < len(group):
        after = group[index + 1]
        left = without_approx(after.setting.left, "en")
        if (
            after.unit == draft.unit
            and after.kind == draft.kind
            and pattern("periods_of_figures.en.moved_to").search(left)
        ):
            return after
    for before in reversed(group[:index]):
        if before.unit == draft.unit and before.kind == draft.kind and before.role != "baseline":
            return before
    return None


def _changes(group: Sequence[Draft], plain: str) -> None:
    """Increased 8%, or $473 million, to $6.6 billion; increased $231 million from X to Y."""
    for index, draft in enumerate(group):
        if not draft.kind.startswith("change"):
            continue
        later = group[index + 1 :]
        while later and later[0].kind.startswith("change") and _told_twice(draft, later[0], plain):
            later = later[1:]
        if not later or later[0].figure.span.start - draft.figure.span.end > _MOVE_REACH:
            continue
        if later[0].role == "baseline":
            draft.of = next((level for level in group if level.baseline is later[0]), None)
        elif later[0].kind in _LEVELS and pattern("periods_of_figures.en.moved_to").search(
            without_approx(later[0].setting.left, "en")
        ):
            draft.of = later[0]
        if draft.of is not None and draft.kind == "change_abs" and not _counts_in(draft, draft.of):
            draft.of = None


def _counts_in(change: Draft, level: Draft) -> bool:
    """Whether a difference can be one of this level: of its unit, or in points of a percentage."""
    points = change.unit == "percentage points" and level.kind == "ratio" and level.unit == "%"
    return points or level.unit in (change.unit, None)


def _told_twice(first: Draft, second: Draft, plain: str) -> bool:
    return bool(re.fullmatch(r"\s*,?\s*or\s*", plain[first.figure.span.end : second.figure.span.start]))
