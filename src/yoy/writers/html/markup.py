"""Text of a report as markup: nothing in it can become an element, and nothing in it is unseen."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from yoy.writers.unseen import UNSEEN

if TYPE_CHECKING:
    from yoy.writers.html.rows.text.pieces import Part, Run

_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef。，、；：？！（）《》“”‘’]"
_WRAPPED = re.compile(rf"(?<={_HAN})[ \u3000]*\n[ \u3000]*(?={_HAN})")
# A text of this length without a break is cut into lumps that the browser can skip.
LUMP = 4000


def shown(text: str) -> str:
    """`text` as markup, escaped; characters that can't be seen become a label that bears their code."""
    if "\n" in text:
        text = _WRAPPED.sub("", text)
    if not UNSEEN.search(text):
        return escape(text)
    parts, position = [], 0
    for found in UNSEEN.finditer(text):
        parts += [escape(text[position : found.start()]), _label(found[0])]
        position = found.end()
    return "".join([*parts, escape(text[position:])])


def _label(character: str) -> str:
    code = f"{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f'<span class="unseen" data-c="{code}" title="{escape(name)}">U+{code}</span>'


def visible(text: str) -> Markup:
    """`shown` for templates."""
    return Markup(shown(text))  # noqa: S704  # escaped by shown


def cell(runs: tuple[Run, ...]) -> Markup:
    """The runs of one side of a row, insertions and deletions as elements of that name."""
    return Markup("".join(map(_run, runs)))  # noqa: S704  # every text is escaped by shown


def _run(run: Run) -> str:
    inner = "".join(map(_part, run.parts))
    if not run.tag:
        return inner
    if run.edit_class in {None, "wording"}:
        return f"<{run.tag}>{inner}</{run.tag}>"
    return f'<{run.tag} class="e{run.edit_class[0]}">{inner}</{run.tag}>'


def _part(part: Part) -> str:
    text = shown(part.text) if len(part.text) <= LUMP else _lumps(part.text)
    anchor = f' id="{escape(part.anchor)}"' if part.anchor else ""
    mark = part.mark
    if mark is None:
        return f"<span{anchor}>{text}</span>" if anchor else text
    delta = f' data-d="{escape(mark.delta)}"' if mark.delta else ""
    return f'<a class="{mark.classes}"{anchor}{delta} href="#{escape(mark.row)}">{text}</a>'


def _lumps(text: str) -> str:
    pieces = (shown(text[at : at + LUMP]) for at in range(0, len(text), LUMP))
    return "".join(f'<span class="lump">{piece}</span>' for piece in pieces)
