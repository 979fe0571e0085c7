"""Rich text as openpyxl writes it, with the marks of a redline."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color
from openpyxl.xml.constants import XML_NS
from openpyxl.xml.functions import Element

from yoy.writers.excel.styles import BLUE, FAMILY, FIGURE, INK, RED

if TYPE_CHECKING:
    from typing import Any

    from yoy.writers.excel.layout import Mark, Rich


class Ink:
    """A font of a run with its markup made once: a workbook holds tens of thousands of runs."""

    def __init__(self, font: InlineFont) -> None:
        self.font = font
        self.markup = font.to_tree(tagname="rPr")


class InkedBlock(TextBlock):
    """A run whose font is written from the markup that its ink holds."""

    def __init__(self, ink: Ink, text: str) -> None:
        super().__init__(ink.font, text)
        self._ink = ink

    def to_tree(self) -> Any:
        """The run as an element of the file."""
        run, words = Element("r"), Element("t")
        run.append(copy(self._ink.markup))
        words.text = str(self)
        words.set(f"{{{XML_NS}}}space", "preserve")
        run.append(words)
        return run


def fonts_of(lang: str) -> dict[Mark, Ink]:
    """Deleted is red and struck out, inserted blue and underlined, a figure green and bold."""
    family = FAMILY[lang]
    fonts: dict[Mark, InlineFont] = {
        "plain": InlineFont(rFont=family, sz=10, color=Color(INK)),
        "deleted": InlineFont(rFont=family, sz=10, color=Color(RED), strike=True),
        "inserted": InlineFont(rFont=family, sz=10, color=Color(BLUE), u="single"),
        "figure": InlineFont(rFont=family, sz=10, color=Color(FIGURE), b=True, u="single"),
    }
    return {mark: Ink(font) for mark, font in fonts.items()}


def rich_text(rich: Rich, fonts: dict[Mark, Ink]) -> CellRichText:
    """The runs as a value of a cell; they must have been made fit before."""
    blocks: list[TextBlock] = [InkedBlock(fonts[run.mark], run.text) for run in rich.runs if run.text]
    return CellRichText(blocks)
