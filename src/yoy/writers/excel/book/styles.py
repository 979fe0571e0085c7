"""The looks of the workbook: one ink, one accent, quiet lines; colour never says anything alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from yoy.writers.excel.book.private import add_tone, number_of_style, set_default_font, style_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles.cell_style import StyleArray

INK = "1F2933"
NAVY = "1F3A5F"
SLATE = "5B6B7C"
LINE = "D4DBE3"
PAPER = "F5F7FA"
CREAM = "FFFBEF"
SAND = "F3E3B3"
LINK = "1A5FB4"
WHITE = "FFFFFF"
RED = "B3261E"
BLUE = "1450A3"
FIGURE = "0B5D3B"
BAR = "B9D3EE"
FAMILY = {"zh": "Microsoft YaHei", "en": "Arial"}
MEASURE = Font(name="Verdana", size=10)
"""The font that column widths are counted in: where it is missing, what stands in for it is as wide.

What stands in for Arial may be a fifth wider, and then no page fits its paper.
"""
NARROWER = 0.86
"""Widths in characters of a body font, as columns have them here, to widths in characters of that one."""

TONES = {
    "up": ("0B4F8A", "E3EEF9"),
    "down": ("8A3B00", "FDEBDD"),
    "added": ("0B5D3B", "DFF3E7"),
    "removed": ("7A1F3D", "F8E3EA"),
    "edited": ("5A4500", "FBF1CF"),
    "moved": ("4A2C82", "EDE6F8"),
    "target": ("0A5560", "DDF1F3"),
    "doubt": ("6B4A00", "FFF0C2"),
    "bad": ("8E1B14", "FBDFDC"),
    "good": ("0B5D3B", "E4F4E8"),
    "flag": ("8E1B14", "FBDFDC"),
    "quiet": (SLATE, "F1F4F7"),
}
"""Ink and ground of each tone; contrast is 4.5:1 and more."""

STATUS_TONES = {
    "open": "quiet",
    "agreed": "good",
    "differs": "bad",
    "explain": "doubt",
    "not_applicable": "quiet",
    "again": "bad",
}
RULING_TONES = {"accepted": "good", "rejected": "bad"}

TOP_LEFT = {"horizontal": "left", "vertical": "top", "wrap_text": True}
TOP_CENTER = {"horizontal": "center", "vertical": "top", "wrap_text": True}
TOP_RIGHT = {"horizontal": "right", "vertical": "top"}

MIDDLE_BARE = {"vertical": "center"}
MIDDLE_FLUSH = {"horizontal": "left", "vertical": "center", "wrap_text": True}
MIDDLE_LEFT = {"horizontal": "left", "vertical": "center", "wrap_text": True, "indent": 1}
MIDDLE_CENTER = {"horizontal": "center", "vertical": "center", "wrap_text": True}
MIDDLE_RIGHT = {"horizontal": "right", "vertical": "center", "indent": 1}

BODY_SIZE = 10
BODY = {
    # look: size, colour, bold, fill, alignment, number format
    "text": (10, INK, False, None, TOP_LEFT, "@"),
    "prose": (10, INK, False, None, TOP_LEFT, "@"),
    "strong": (10, INK, True, None, TOP_LEFT, "@"),
    "small": (9, SLATE, False, None, TOP_LEFT, "@"),
    "small_dark": (9, INK, False, None, TOP_LEFT, "@"),
    "small_link": (9, INK, False, None, TOP_LEFT, "@"),
    "index": (10, SLATE, False, None, TOP_LEFT, "@"),
    "center": (10, INK, False, None, TOP_CENTER, "@"),
    "mono": (9, INK, False, None, TOP_LEFT, "@"),
    "open": (10, INK, False, None, TOP_LEFT, "@"),
    "open strong": (10, INK, True, None, TOP_LEFT, "@"),
    "open center": (10, INK, False, None, TOP_CENTER, "@"),
    "open small": (10, SLATE, False, None, TOP_LEFT, "@"),
    "bare small": (9, SLATE, False, None, {"horizontal": "left", "vertical": "top"}, "@"),
    "bare": (10, INK, False, None, {"horizontal": "left", "vertical": "top"}, "@"),
    "number": (10, INK, False, None, TOP_RIGHT, "#,##0"),
    "signed": (10, INK, False, None, TOP_RIGHT, "+#,##0;-#,##0;0"),
    "percent": (10, INK, False, None, TOP_RIGHT, "+0.0%;-0.0%;0.0%"),
    "share": (10, INK, False, None, TOP_RIGHT, "0%"),
    "score": (9, SLATE, False, None, TOP_RIGHT, "0.00"),
    "count": (10, INK, False, None, TOP_RIGHT, "#,##0"),
    "precise": (10, INK, False, None, TOP_RIGHT, "#,##0.######"),
    "formula": (9, SLATE, False, None, TOP_RIGHT, "General"),
    "key": (8, SLATE, False, None, TOP_LEFT, "@"),
    "link": (9, LINK, False, None, TOP_CENTER, "@"),
    "review": (10, INK, False, CREAM, TOP_LEFT, "General"),
    "review_note": (9, RED, False, CREAM, TOP_LEFT, "General"),
    "review_date": (10, INK, False, CREAM, TOP_CENTER, "yyyy-mm-dd"),
    # The frame: titles, headings, and the blocks of cover and summary.
    "title": (16, NAVY, True, None, MIDDLE_BARE, "@"),
    "intro": (10, SLATE, False, None, MIDDLE_BARE, "@"),
    "back": (10, LINK, False, None, MIDDLE_BARE, "@"),
    "cover title": (22, NAVY, True, None, MIDDLE_BARE, "@"),
    "heading": (12, NAVY, True, None, MIDDLE_FLUSH, "@"),
    "head": (10, WHITE, True, NAVY, MIDDLE_CENTER, "@"),
    "head review": (10, "4A3500", True, SAND, MIDDLE_CENTER, "@"),
    "head quiet": (9, SLATE, False, PAPER, MIDDLE_CENTER, "@"),
    "label": (10, INK, True, PAPER, MIDDLE_LEFT, "@"),
    "field": (10, INK, False, CREAM, MIDDLE_LEFT, "General"),
    "plain": (10, INK, False, None, MIDDLE_LEFT, "@"),
    "plain center": (10, INK, False, None, MIDDLE_CENTER, "@"),
    "plain small": (9.5, SLATE, False, None, MIDDLE_LEFT, "@"),
    "plain number": (10, INK, False, None, MIDDLE_RIGHT, "#,##0"),
    "jump": (10, LINK, False, None, MIDDLE_LEFT, "@"),
    "big number": (20, NAVY, True, PAPER, MIDDLE_CENTER, "#,##0"),
    "big label": (10, SLATE, False, PAPER, MIDDLE_CENTER, "@"),
    "statement": (11, INK, False, None, {"horizontal": "left", "vertical": "top", "wrap_text": True}, "@"),
    "warning": (10, "6B4A00", False, "FFF0C2", MIDDLE_LEFT, "@"),
}
FRAMED = {
    "title": "",
    "intro": "",
    "back": "",
    "statement": "",
    "cover title": "under",
    "heading": "under",
}
"""Looks without a box around them."""
NUMBER_LOOKS = frozenset({"number", "signed", "percent", "share", "score", "count", "precise", "formula"})


def solid(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def _hair() -> Border:
    line = Side(style="thin", color=LINE)
    return Border(left=line, right=line, top=line, bottom=line)


def _styles(family: str) -> list[NamedStyle]:
    borders = {"": Border(), "box": _hair(), "under": Border(bottom=Side(style="medium", color=NAVY))}
    styles = []
    for look, (size, colour, bold, ground, alignment, number_format) in BODY.items():
        style = NamedStyle(name=f"yoy {look}", number_format=number_format)
        style.border = borders[FRAMED.get(look, "box")]
        style.font = Font(
            name=family, size=size, color=colour, bold=bold, underline="single" if colour == LINK else None
        )
        style.alignment = Alignment(**alignment)  # type: ignore[arg-type]
        if ground:
            style.fill = solid(ground)
        styles.append(style)
    return styles


def add_styles(workbook: Workbook, lang: str) -> None:
    """Register every named style, and the body font as the font that widths are counted in."""
    set_default_font(workbook, MEASURE)
    family = FAMILY[lang]
    for style in _styles(family):
        workbook.add_named_style(style)


class Looks:
    """The looks of a workbook in the form in which its cells bear them, each worked out once."""

    def __init__(self, workbook: Workbook, lang: str) -> None:
        add_styles(workbook, lang)
        self._workbook = workbook
        self._model = workbook.worksheets[0]
        self._styles: dict[tuple[str, str | None], StyleArray] = {}
        self._tones: dict[str, int] = {}

    def style(self, look: str, number_format: str | None = None) -> StyleArray:
        """What a cell of that look holds."""
        known = self._styles.get((look, number_format))
        if known is None:
            model = Cell(self._model, row=1, column=1)
            model.style = f"yoy {look}"
            if number_format:
                model.number_format = number_format
            known = self._styles[look, number_format] = style_of(model)
        return known

    def number(self, look: str, number_format: str | None = None) -> int:
        """The number by which the element of a cell names a look."""
        return number_of_style(self._workbook, self.style(look, number_format))

    def tone(self, tone: str) -> int:
        """The number by which a conditional format names the tone that it lays over a cell."""
        # Asked once: openpyxl compares a new one with all that are there.
        known = self._tones.get(tone)
        if known is None:
            ink, ground = TONES[tone]
            style = DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill(bgColor=ground))
            known = self._tones[tone] = add_tone(self._workbook, style)
        return known
