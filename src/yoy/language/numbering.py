"""Numbering styles of headings, read from lexicon/headings.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yoy.lexicon import data


class Style(NamedTuple):
    """One way to number headings; `rank` 0 is the most general.

    `run_in`: the title may be the first sentence of a paragraph; `bare`: the number may stand
    without a title (PART II).
    """

    name: str
    rank: int
    number: re.Pattern[str]
    run_in: bool
    bare: bool


class Numbered(NamedTuple):
    """The number that a line opens with; the title starts at `end`."""

    style: Style
    number: str
    end: int


@cache
def styles() -> tuple[Style, ...]:
    """All numbering styles, most general first."""
    return tuple(
        Style(
            entry["name"],
            rank,
            re.compile(entry["number"]),
            entry.get("run_in", False),
            entry.get("bare", False),
        )
        for rank, entry in enumerate(data("headings")["style"])
    )


def numbering(text: str, start: int, end: int) -> Numbered | None:
    """The number that opens `text[start:end]`, if one does."""
    for style in styles():
        match = style.number.match(text, start, end)
        if match and (match.end() < end or style.bare):
            return Numbered(style, match.group().strip(), match.end())
    return None
