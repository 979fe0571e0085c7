"""Formulas of Word on one line: Office Math (m:oMath) and the older fields that begin with EQ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.readers.raised import down, over, unmarked, up

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FRACTION = re.compile(r"\\f\s*\(([^(),，;；]{1,40})[,，;；]([^(),，;；]{1,40})\)", re.IGNORECASE)
_RAISED = re.compile(r"\\s\s*\\(up|do)\s*\d{0,3}\s*\(([^()]{0,40})\)", re.IGNORECASE)
_ROOT = re.compile(r"\\r\s*\(\s*[,，;；]?([^(),，;；]{1,40})\)", re.IGNORECASE)
_LEFT = re.compile(r"\\[a-z]", re.IGNORECASE)
_SIGNS = {"begChr": "(", "endChr": ")", "sepChr": "|"}


def formula(element: _Element) -> str:
    """An Office Math element and what it holds: 1/3, 10⁶, √(x), (a+b)/c."""
    if element.tag == f"{M}t":
        return unmarked(element.text or "")
    name = str(element.tag).rpartition("}")[2]
    if name.endswith("Pr"):
        return ""
    return _FORMS.get(name, _row)(element)


def _row(element: _Element) -> str:
    return "".join(formula(child) for child in element if isinstance(child.tag, str))


def _part(element: _Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else _row(found)


def _fraction(element: _Element) -> str:
    kind = element.find(f"{M}fPr/{M}type")
    if kind is not None and kind.get(f"{M}val") == "noBar":
        return f"({_part(element, 'num')} {_part(element, 'den')})"
    return over(_part(element, "num"), _part(element, "den"))


def _scripts(element: _Element) -> str:
    return _part(element, "e") + down(_part(element, "sub")) + up(_part(element, "sup"))


def _root(element: _Element) -> str:
    degree = _part(element, "deg")
    return f"{up(degree)}√({_part(element, 'e')})"


def _sum(element: _Element) -> str:
    sign = element.find(f"{M}naryPr/{M}chr")
    shown = "∫" if sign is None else str(sign.get(f"{M}val") or "∫")
    return shown + down(_part(element, "sub")) + up(_part(element, "sup")) + _part(element, "e")


def _brackets(element: _Element) -> str:
    signs = {}
    for name, usual in _SIGNS.items():
        found = element.find(f"{M}dPr/{M}{name}")
        signs[name] = usual if found is None else str(found.get(f"{M}val") or "")
    inner = signs["sepChr"].join(_row(child) for child in element.iterfind(f"{M}e"))
    return f"{signs['begChr']}{inner}{signs['endChr']}"


def _matrix(element: _Element) -> str:
    rows = element.iterfind(f"{M}mr")
    return "; ".join(" ".join(_row(cell) for cell in row.iterfind(f"{M}e")) for row in rows)


def _lines(element: _Element) -> str:
    return "; ".join(_row(child) for child in element.iterfind(f"{M}e"))


_FORMS: dict[str, Callable[[_Element], str]] = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _scripts,
    "rad": _root,
    "nary": _sum,
    "d": _brackets,
    "m": _matrix,
    "eqArr": _lines,
}


def field_formula(code: str) -> str | None:
    """What an EQ field shows, None for forms that can't be set on a line; "" for any other field."""
    if not re.match(r"\s*EQ\b", code, re.IGNORECASE):
        return ""
    text = re.sub(r"^\s*EQ\s*", "", code, flags=re.IGNORECASE)
    text = _FRACTION.sub(lambda m: over(m[1].strip(), m[2].strip()), text)
    text = _RAISED.sub(lambda m: (up if m[1].lower() == "up" else down)(m[2].strip()), text)
    text = _ROOT.sub(lambda m: f"√({m[1].strip()})", text)
    return None if _LEFT.search(text) else text.strip()
