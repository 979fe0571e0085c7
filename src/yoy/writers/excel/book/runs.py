"""The markup of text in a cell: plain, or of several looks with the marks of a redline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.writers.excel.book.styles import BLUE, BODY_SIZE, FAMILY, FIGURE, INK, RED

if TYPE_CHECKING:
    from yoy.writers.excel.rows.layout import Mark, Rich

_MARKUP = re.compile("[&<>]")


def fonts_of(lang: str) -> dict[Mark, str]:
    """The markup of each font: deleted is struck out, inserted underlined, a figure bold and underlined."""
    return {
        "plain": _font(lang, INK),
        "deleted": _font(lang, RED, before='<strike val="1"/>'),
        "inserted": _font(lang, BLUE, after='<u val="single"/>'),
        "figure": _font(lang, FIGURE, before='<b val="1"/>', after='<u val="single"/>'),
    }


def _font(lang: str, colour: str, *, before: str = "", after: str = "") -> str:
    colours = f'<color rgb="00{colour}"/><sz val="{BODY_SIZE}"/>'
    return f'<rPr><rFont val="{FAMILY[lang]}"/>{before}{colours}{after}</rPr>'


def escaped(text: str) -> str:
    """`text`, which must have been made fit for a cell before, as the content of an element."""
    if not _MARKUP.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain_text(text: str) -> str:
    """Text of one look as the content of a cell."""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<is><t{space}>{escaped(text)}</t></is>"


def rich_text(rich: Rich, fonts: dict[Mark, str]) -> str:
    """The runs as the content of a cell; they must have been made fit before."""
    runs = [
        f'<r>{fonts[run.mark]}<t xml:space="preserve">{escaped(run.text)}</t></r>'
        for run in rich.runs
        if run.text
    ]
    return f"<is>{''.join(runs)}</is>"
