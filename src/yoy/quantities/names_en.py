"""Names of the figures of an English report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.quantities.links import Draft


def name_passages(groups: Sequence[Sequence[Draft]], plain: str) -> None:
    """Fills `indicator` of the figures, given by passage."""
    for draft in (draft for group in groups for draft in group):
        draft.indicator = re.sub(
            r"\s+", " ", plain[draft.setting.passage.span.start : draft.figure.span.start]
        )[-60:].strip()
