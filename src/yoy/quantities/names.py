"""Names for figures (indicators)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.quantities.links import Draft
    from yoy.quantities.reading import Reading


def name_drafts(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `indicator`."""
    for draft in drafts:
        draft.indicator = (draft.setting.left + draft.setting.right)[:30]
