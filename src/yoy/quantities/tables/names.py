"""The name of a figure in a table, of its row heads and its column heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.language.hanzi import HANZI
from yoy.language.tables.words import rules, says

if TYPE_CHECKING:
    from yoy.language.tables.heads import Heads
    from yoy.model import Table

_NUMBERING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|第?[一二三四五六七八九十]{1,3}[、.．]"
    r"|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d)|[①-⑳])\s*"
)
_NAME_LENGTH, _LATIN_LENGTH = 30, 80
_LETTER = re.compile(r"[^\W\d_]")


def name_of(heads: Heads, table: Table, title: str = "") -> str:
    """Row head and column head, the more general level first, without numbering.

    A row that says only Total is told by what the table is of: its caption, else its section's `title`.
    """
    grouped = heads.group and heads.group not in heads.row and not HANZI.search(heads.group)
    rows = [text for text in heads.row if _LETTER.search(text)] or list(heads.row)
    side = [_clean(text) for text in ([heads.group, *rows] if grouped else rows)]
    top = [_clean(text) for text in heads.column if not says("mere_unit", text)]
    side, top = [text for text in side if text], [text for text in top if text]
    bare = len(side) == 1 and says("bare_total", side[0])
    if bare:
        side = [*filter(None, [_clean(caption_of(table) or title)]), *side]
    if side and top:
        name = _both("-".join(side[-2:]), "-".join(top[-2:]))
        if len(name) > _limit(name):
            name = _both("-".join(side[-2:]) if bare else side[-1], top[-1])
    else:
        name = "-".join([*side, *top][-3:])
    return name or _clean(table.caption or title)


def _both(side: str, top: str) -> str:
    return f"{side}（{top}）" if HANZI.search(side + top) else f"{side} ({top})"


def caption_of(table: Table) -> str:
    """A caption, unless it is a sentence that leads over to the table."""
    caption = (table.caption or "").strip()
    return "" if caption.endswith((":", ".", "：", "。")) else caption


def _clean(text: str) -> str:
    """A head without its number and without a unit in brackets."""
    numbered = _NUMBERING.sub("", text)
    bare = numbered
    for ending in _endings(numbered):
        bare = numbered[: -len(ending)]
    name = (bare or text).strip("：:、 ")
    return name[: _limit(name)]


def _endings(text: str) -> list[str]:
    return [match[0] for rule in rules("remark_at_end") if (match := rule.search(text)) and match.start()]


def _limit(name: str) -> int:
    return _NAME_LENGTH if HANZI.search(name) else _LATIN_LENGTH
