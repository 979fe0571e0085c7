"""Stable keys: what a figure, finding or section is, whatever its position and value."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_NUMBERING = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百零〇\d]+[章节条部分编篇]+|[（(][一二三四五六七八九十百\d]+[)）]"
    r"|[一二三四五六七八九十百]+[、.．]|\d+(?:\.\d+)*[、.．)）]?(?=\D)|[①-⑳]|#+|item\s+\d+[a-z]?\.?|part\s+[ivx]+)\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-—–~至/](?:19|20)?\d{2})?\s*(?:年度|年)?")
_NOISE = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def bare_title(title: str) -> str:
    """A title without number, years, case, width and punctuation: what two years have in common."""
    text = unicodedata.normalize("NFKC", title).casefold()
    text = _YEAR.sub("", text)
    text = _NUMBERING.sub("", text, count=1)
    return _NOISE.sub("", text)


def bare_words(text: str) -> str:
    """A passage without figures, years, case, width, blanks and punctuation: what it is about."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", _DIGITS.sub("", folded))


def stable_key(*parts: str | None) -> str:
    """Ten hexadecimal digits that name the same thing in every run."""
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:10]


class Occurrences:
    """Numbers the repeats of equal identities, so that their keys differ."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str | None, ...], int] = {}

    def key(self, *parts: str | None) -> str:
        """The key of the next thing with this identity."""
        count = self._seen.get(parts, 0)
        self._seen[parts] = count + 1
        return stable_key(*parts, str(count))
