"""Differences that change nothing a reader reads: blanks, width, variants of a sign."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from yoy.language.tokens import fold

if TYPE_CHECKING:
    from yoy.model import Edit
    from yoy.options import Ignorable

_BLANKS = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_WORDS = re.compile(r"[^\W_]")


def ignorable(edit: Edit, texts: tuple[str, str]) -> Ignorable | None:
    """The kind of difference an edit is, if it is one that can be set not to count."""
    prior = _BLANKS.sub("", edit.prior.of(texts[0]))
    current = _BLANKS.sub("", edit.current.of(texts[1]))
    if prior == current:
        return "space"
    if unicodedata.normalize("NFKC", prior) == unicodedata.normalize("NFKC", current):
        return "width"
    if fold(prior) == fold(current):
        return "punctuation"
    if edit.edit_class in ("punctuation", "shell") and not _WORDS.search(prior + current):
        return "punctuation"
    return None
