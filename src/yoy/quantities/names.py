"""Names for figures: by language, then made unique inside the report as far as its text allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.quantities import names_en, names_zh
from yoy.quantities.links import by_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Outline
    from yoy.quantities.links import Draft
    from yoy.quantities.reading import Reading


def name_drafts(drafts: Sequence[Draft], outline: Outline, reading: Reading) -> None:
    """Fills `indicator`."""
    namer = names_en.name_passages if outline.document.language == "en" else names_zh.name_passages
    namer(by_passage(drafts), reading.plain)
