"""Titles that a file's own metadata states, which are often left over from another document."""

from __future__ import annotations

import re

_NOISE = re.compile(r"[\s\W_]+")
_SITE = re.compile(r"\s*[-_|—–]+\s*")
_SHORT = 4


def confirmed_title(title: str, text: str) -> str:
    """The stated title, or its longest part, if it stands in the first part of the text; else ""."""
    head = _NOISE.sub("", text[:3000])
    whole = " ".join(title.split())
    for part in sorted({whole, *_SITE.split(whole)}, key=lambda part: (-len(part), part)):
        bare = _NOISE.sub("", part)
        if len(bare) >= _SHORT and bare in head:
            return part
    return ""


def without_site(title: str) -> str:
    """A page's title without the names of site and column that follow it (报告_政务公开_某某网)."""
    longest = max(_SITE.split(title), key=len, default=title)
    first = _SITE.split(title)[0]
    return (first if len(first) >= _SHORT else longest).strip()
