"""Rich text as openpyxl writes it, with the marks of a redline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from yoy.writers.excel.styles import BLUE, FAMILY, FIGURE, INK, RED

if TYPE_CHECKING:
    from yoy.writers.excel.layout import Mark, Rich


def fonts_of(lang: str) -> dict[Mark, InlineFont]:
    """Deleted is red and struck out, inserted blue and underlined, a figure green and bold."""
    family = FAMILY[lang]
    return {
        "plain": InlineFont(rFont=family, sz=10, color=Color(INK)),
        "deleted": InlineFont(rFont=family, sz=10, color=Color(RED), strike=True),
        "inserted": InlineFont(rFont=family, sz=10, color=Color(BLUE), u="single"),
        "figure": InlineFont(rFont=family, sz=10, color=Color(FIGURE), b=True, u="single"),
    }


def rich_text(rich: Rich, fonts: dict[Mark, InlineFont]) -> CellRichText:
    """The runs as a value of a cell; they must have been made fit before."""
    return CellRichText([TextBlock(fonts[run.mark], run.text) for run in rich.runs if run.text])
