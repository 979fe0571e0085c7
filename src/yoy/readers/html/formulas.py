"""What stands raised or lowered on a web page, and formulas in MathML, written on the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.readers.raised import down, over, up

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ALIGNED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_SHIFTED = re.compile(r"(?<![-\w])(top|bottom)\s*:\s*([-+]?\d*\.?\d+)\s*(pt|px|em|ex|rem)", re.IGNORECASE)
_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_LEAST = {"pt": 1.0, "px": 1.3, "em": 0.1, "rem": 0.1, "ex": 0.2}
"""Shifts smaller than this only straighten a line."""
_DEPTH = 40


def height_of(element: HtmlElement) -> str | None:
    """Where an element is set off its line, by name or by style: "up", "down" or None."""
    if element.tag in ("sup", "sub"):
        return "up" if element.tag == "sup" else "down"
    style = element.get("style")
    if style is None:
        return None
    aligned = _ALIGNED.search(str(style))
    if aligned:
        return "up" if aligned[1].lower() == "super" else "down"
    shifted = _SHIFTED.search(str(style)) if _RELATIVE.search(str(style)) else None
    if shifted is None or abs(float(shifted[2])) < _LEAST[shifted[3].lower()]:
        return None
    rises = (float(shifted[2]) < 0) == (shifted[1].lower() == "top")
    return "up" if rises else "down"


def formula(element: HtmlElement, depth: int = 0) -> str:
    """A formula on one line: 1/3, 10⁶, √(x); what is deeper than any formula is its bare text."""
    name = str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
    if depth > _DEPTH:
        return str(element.text_content())
    if name in ("annotation", "annotation-xml"):
        return ""
    parts = [formula(child, depth + 1) for child in element if isinstance(child.tag, str)]
    return _ARRANGED.get(name, _row)(parts) if parts else (element.text or "").strip()


def _row(parts: list[str]) -> str:
    return "".join(parts)


def _fraction(parts: list[str]) -> str:
    return over(parts[0], parts[1]) if len(parts) > 1 else "".join(parts)


def _power(parts: list[str]) -> str:
    return parts[0] + up("".join(parts[1:]))


def _index(parts: list[str]) -> str:
    return parts[0] + down("".join(parts[1:]))


def _both(parts: list[str]) -> str:
    return parts[0] + down("".join(parts[1:2])) + up("".join(parts[2:]))


def _root(parts: list[str]) -> str:
    return f"√({''.join(parts)})"


_ARRANGED = {
    "mfrac": _fraction,
    "msup": _power,
    "mover": _row,
    "msub": _index,
    "msubsup": _both,
    "munderover": _both,
    "msqrt": _root,
}
