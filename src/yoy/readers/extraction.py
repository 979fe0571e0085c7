"""What every reader yields, before title, issuer and period are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import HeadingHint, Note, Place, Span, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Text and structure of one file.

    Attributes:
        text: the report; outside plain text one block a line, a table row a line with its cells
            separated by tabs.
        format: "txt", "docx", …
        encoding: the encoding used, where the format leaves it open.
        title: the title as the file's own metadata gives it.
        metadata: fields such as publish_date, document_number, as printed.
        shell: page furniture that the format itself tells apart (running heads, page numbers).
    """

    text: str
    format: str
    encoding: str | None = None
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()
    hints: tuple[HeadingHint, ...] = ()
    shell: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> int:
    """How many letters and digits stand in `text`: the measure of what a file holds and what was read."""
    return len(_NO_LETTERS.sub("", text))
