"""Changes that a reader accepts at once: the year that follows, new numbers of items, punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.model import Edit

NOISE = frozenset(("year", "numbering", "punctuation", "shell"))


def is_noise(edit: Edit) -> bool:
    """Whether a change says nothing about the year."""
    return edit.edit_class in NOISE
