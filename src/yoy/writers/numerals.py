"""Numbers as people read them. Exact: nothing is rounded but percentages."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yoy.model import Quantity

MINUS = "−"
_SCALES = {
    "zh": (
        (Decimal(1_000_000_000_000), "万亿", 4),
        (Decimal(100_000_000), "亿", 4),
        (Decimal(10_000), "万", 2),
    ),
    "en": ((Decimal(1_000_000_000), " billion", 2), (Decimal(1_000_000), " million", 2)),
}
"""Scale words, the largest first, and how many decimals a number before them may have."""
_RELATIONS = {" <= ": (" ≤ ", " > "), " >= ": (" ≥ ", " < "), " = ": (" = ", " ≠ ")}
CURRENCY_SIGNS = "$£€¥₹"
"""What stands before a number."""
_POINT_UNITS = frozenset(("%", "百分点"))

WIDE = Context(prec=10_000)
"""Room for every number that a report can print: the usual 28 digits are none for one of thirty."""


def grouped(value: Decimal) -> str:
    """`value` in full, without an exponent or idle zeros, thousands separated."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.removeprefix("-").partition(".")
    sign = MINUS if text.startswith("-") and text.strip("-0.") else ""
    return f"{sign}{int(whole):,}" + (f".{fraction}" if fraction else "")


def readable(value: Decimal, lang: str) -> str:
    """`value` with 万, 亿, million or billion where that is shorter and still exact."""
    for scale, name, places in _SCALES["zh" if lang == "zh" else "en"]:
        scaled = value / scale
        if abs(value) >= scale and scaled == round(scaled, places):
            return grouped(scaled) + name
    return grouped(value)


def related(formula: str | None, *, holds: bool) -> str:
    """A formula that compares, with the sign a person writes: 13 ≤ 37, or 182 > 164 where it fails."""
    text = formula or ""
    for sign, (kept, broken) in _RELATIONS.items():
        text = text.replace(sign, kept if holds else broken)
    return text


def signed(text: str) -> str:
    """`text` of a number with its sign shown for gains too."""
    return text if text.startswith(MINUS) or text.strip("0.,") == "" else f"+{text}"


def difference(value: Decimal | None, unit: str | None, lang: str) -> str:
    """A difference with its unit: percentages differ in points."""
    if value is None:
        return ""
    if unit in _POINT_UNITS:
        return signed(grouped(value)) + ("个百分点" if lang == "zh" else " points")
    number = signed(readable(value, lang))
    if unit and unit[-1] in CURRENCY_SIGNS:
        return number[:1] + unit + number[1:] if number[:1] in f"+{MINUS}" else unit + number
    space = " " if lang == "en" and unit else ""
    return number + space + (unit or "")


def is_fall(quantity: Quantity) -> bool:
    """Whether a figure is a change downwards, which is printed without a sign."""
    return quantity.kind.startswith("change") and quantity.direction == "down"


def as_change(quantity: Quantity) -> str:
    """A figure as printed, a fall with its sign: outside its sentence 7.6% doesn't say which way it went."""
    return MINUS + quantity.surface if is_fall(quantity) else quantity.surface


def growth(value: Decimal | None) -> str:
    """A fraction as a signed percentage with one decimal, two where one would show zero."""
    if value is None:
        return ""
    for places in (1, 2):
        rounded = (value * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
        if rounded or not value:
            break
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,f}%"


def percentage(value: Decimal, places: int = 2) -> str:
    """A fraction as a percentage without its sign, at most `places` decimals."""
    return grouped(round(value * 100, places))


def share(value: Decimal) -> str:
    """A share of a whole, in whole per cent or, below one, in tenths."""
    return percentage(value, 0 if abs(value) >= Decimal("0.01") or not value else 1) + "%"
