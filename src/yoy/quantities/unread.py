"""A report most of whose numbers could not be read says so, since a comparison of the rest says little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Quantity, SetAside

_FEW = 5
"""So few unread numbers say nothing about a report."""


def unread_notes(quantities: Sequence[Quantity], set_aside: Sequence[SetAside]) -> tuple[Note, ...]:
    """A note where more numbers were set aside unread or in doubt than figures were read.

    Dates, enumerators, names and the like are read: they are known to be no figures.
    """
    unread = sum(item.reason == "bare" or item.doubt is not None for item in set_aside)
    if unread < _FEW or unread <= len(quantities):
        return ()
    args = {"unread": unread, "read": len(quantities)}
    return (Note(stage="quantities", code="mostly_set_aside", args=args),)
