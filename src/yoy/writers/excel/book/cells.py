"""Text made safe for a cell: what a spreadsheet program would refuse, run or hide is made visible."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.layout import Rich, Run

if TYPE_CHECKING:
    from collections.abc import Callable

CELL_LIMIT = 32_767
"""Characters of a cell, counted as UTF-16 units as Excel does."""
BREAK_LIMIT = 253
"""Line breaks that Excel draws in one cell."""
SHEET_ROW_LIMIT = 1_048_576
LINK_LIMIT = 65_530
SHEET_TITLE_LIMIT = 31

_TROUBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|\t|\x85"
)
_LAST_NARROW = "\u10ff".__lt__
_FORBIDDEN_IN_TITLE = re.compile(r"[\\/*?:\[\]]")


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character == "_":
        return "_x005F_"  # or Excel would read _x0041_ as the letter A
    if character == "\t":
        return " │ "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else f"⟨{ord(character):04X}⟩"


def clean(text: str) -> str:
    """`text` with everything a workbook cannot hold shown as a visible sign."""
    return _TROUBLE.sub(_shown, text)


def length(text: str) -> int:
    """Length as Excel counts: characters beyond the first plane are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(text: str, note: Callable[[int], str]) -> str:
    """A clean text that one cell can hold; where it is cut, `note(full length)` ends it."""
    text = clean(text)
    if len(text) <= BREAK_LIMIT or (length(text) <= CELL_LIMIT and text.count("\n") <= BREAK_LIMIT):
        return text
    ending = note(len(text))
    lines = text.split("\n")
    text = "\n".join(lines[:BREAK_LIMIT]) + " ".join(["", *lines[BREAK_LIMIT:]])
    if length(text) <= CELL_LIMIT:
        return text
    room = CELL_LIMIT - length(ending)
    raw = text.encode("utf-16-le")[: room * 2]
    return raw.decode("utf-16-le", "ignore") + ending


def fit_runs(rich: Rich, note: Callable[[int], str]) -> Rich:
    """The same for text of several looks."""
    runs = tuple(Run(clean(run.text), run.mark) for run in rich.runs if run.text)
    if sum(len(run.text) for run in runs) <= BREAK_LIMIT:
        return Rich(runs)
    total = sum(length(run.text) for run in runs)
    if total <= CELL_LIMIT and sum(run.text.count("\n") for run in runs) <= BREAK_LIMIT:
        return Rich(runs)
    return Rich((Run(fit("".join(run.text for run in runs), note)),))


def sheet_title(text: str, taken: set[str]) -> str:
    """A name for a tab: allowed characters, at most 31, unlike the others."""
    name = _FORBIDDEN_IN_TITLE.sub("_", clean(text)).strip("'")[:SHEET_TITLE_LIMIT] or "_"
    count = 2
    stem = name
    while name.casefold() in taken:
        tail = f" {count}"
        name, count = stem[: SHEET_TITLE_LIMIT - len(tail)] + tail, count + 1
    taken.add(name.casefold())
    return name


@lru_cache(maxsize=20_000)
def line_width(line: str) -> int:
    """How many columns of the body font a line takes; a hanzi takes two."""
    return len(line) if line.isascii() else len(line) + sum(map(_LAST_NARROW, line))
