"""The looks of the workbook: one ink, one accent, quiet lines; colour never says anything alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

if TYPE_CHECKING:
    from openpyxl import Workbook

INK = "1F2933"
NAVY = "1F3A5F"
SLATE = "5B6B7C"
LINE = "D4DBE3"
PAPER = "F5F7FA"
CREAM = "FFFBEF"
SAND = "F3E3B3"
LINK = "1A5FB4"
RED = "B3261E"
BLUE = "1450A3"
FIGURE = "0B5D3B"
FAMILY = {"zh": "微软雅黑", "en": "Calibri"}

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

BODY = {
    # look: size, colour, bold, fill, alignment, number format
    "text": (10, INK, False, None, TOP_LEFT, "@"),
    "prose": (10, INK, False, None, TOP_LEFT, "@"),
    "strong": (10, INK, True, None, TOP_LEFT, "@"),
    "small": (9, SLATE, False, None, TOP_LEFT, "@"),
    "small_dark": (9, INK, False, None, TOP_LEFT, "@"),
    "small_link": (9, INK, False, None, TOP_LEFT, "@"),
    "index": (9, SLATE, False, None, TOP_LEFT, "@"),
    "center": (10, INK, False, None, TOP_CENTER, "@"),
    "mono": (9, INK, False, None, TOP_LEFT, "@"),
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
}
NUMBER_LOOKS = frozenset({"number", "signed", "percent", "share", "score", "count", "precise", "formula"})


def solid(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def _hair() -> Border:
    line = Side(style="thin", color=LINE)
    return Border(left=line, right=line, top=line, bottom=line)


def _body_styles(family: str) -> list[NamedStyle]:
    styles = []
    for look, (size, colour, bold, ground, alignment, number_format) in BODY.items():
        style = NamedStyle(name=f"yoy {look}", number_format=number_format, border=_hair())
        underline = "single" if look == "link" else None
        style.font = Font(name=family, size=size, color=colour, bold=bold, underline=underline)
        style.alignment = Alignment(**alignment)  # type: ignore[arg-type]
        if ground:
            style.fill = solid(ground)
        styles.append(style)
    return styles


def _frame_styles(family: str) -> list[NamedStyle]:
    bottom = Border(bottom=Side(style="medium", color=NAVY))
    underline = Border(bottom=Side(style="thin", color=SLATE))
    middle = Alignment(horizontal="left", vertical="center", wrap_text=True)
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    ink = {"name": family, "color": INK}
    return [
        NamedStyle(
            name="yoy title",
            font=Font(name=family, size=16, bold=True, color=NAVY),
            alignment=Alignment(vertical="center"),
        ),
        NamedStyle(
            name="yoy intro",
            font=Font(name=family, size=9, color=SLATE),
            alignment=Alignment(vertical="center"),
        ),
        NamedStyle(
            name="yoy head",
            font=Font(name=family, size=10, bold=True, color="FFFFFF"),
            fill=solid(NAVY),
            alignment=centred,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy head review",
            font=Font(name=family, size=10, bold=True, color="4A3500"),
            fill=solid(SAND),
            alignment=centred,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy head quiet",
            font=Font(name=family, size=9, color=SLATE),
            fill=solid(PAPER),
            alignment=centred,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy cover title",
            font=Font(name=family, size=22, bold=True, color=NAVY),
            alignment=Alignment(horizontal="left", vertical="center"),
            border=bottom,
        ),
        NamedStyle(
            name="yoy heading",
            font=Font(name=family, size=12, bold=True, color=NAVY),
            alignment=middle,
            border=bottom,
        ),
        NamedStyle(
            name="yoy label",
            font=Font(**ink, size=10, bold=True),
            fill=solid(PAPER),
            alignment=middle,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy field", font=Font(**ink, size=10), fill=solid(CREAM), alignment=middle, border=_hair()
        ),
        NamedStyle(name="yoy plain", font=Font(**ink, size=10), alignment=middle, border=_hair()),
        NamedStyle(
            name="yoy plain small",
            font=Font(name=family, size=9, color=SLATE),
            alignment=middle,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy plain number",
            font=Font(**ink, size=10),
            alignment=Alignment(horizontal="right", vertical="center"),
            border=_hair(),
            number_format="#,##0",
        ),
        NamedStyle(
            name="yoy big number",
            font=Font(name=family, size=20, bold=True, color=NAVY),
            fill=solid(PAPER),
            alignment=Alignment(horizontal="center", vertical="center"),
            border=_hair(),
            number_format="#,##0",
        ),
        NamedStyle(
            name="yoy big label",
            font=Font(name=family, size=9, color=SLATE),
            fill=solid(PAPER),
            alignment=centred,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy statement",
            font=Font(**ink, size=11),
            alignment=Alignment(horizontal="left", vertical="top", wrap_text=True),
            border=underline,
        ),
        NamedStyle(
            name="yoy warning",
            font=Font(name=family, size=10, color=TONES["doubt"][0]),
            fill=solid(TONES["doubt"][1]),
            alignment=middle,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy jump",
            font=Font(name=family, size=10, color=LINK, underline="single"),
            alignment=middle,
            border=_hair(),
        ),
        NamedStyle(
            name="yoy back",
            font=Font(name=family, size=9, color=LINK, underline="single"),
            alignment=Alignment(vertical="center"),
        ),
    ]


def add_styles(workbook: Workbook, lang: str) -> None:
    """Register every named style, and the body font as the font that widths are counted in."""
    family = FAMILY[lang]
    for style in [*_frame_styles(family), *_body_styles(family)]:
        workbook.add_named_style(style)


def tone_style(tone: str) -> DifferentialStyle:
    """A tone as what a conditional format lays over a cell."""
    ink, ground = TONES[tone]
    return DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill(bgColor=ground))
