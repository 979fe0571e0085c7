"""Raised and lowered print as text: marks and exponents never melt into the digits they stand beside.

A reader writes what is raised, lowered or a fraction between signs of its own (`up`, `down`, `over`) and
calls `settled` on the whole line, which alone knows what stands on both sides:

- raised digits become ¹²³, be they the exponent of a unit (km²), a power (10⁶) or the mark of a note
  (2156²件, 1,234(¹)): no digit of the text, so no part of a number; [1] is set apart by its brackets;
- lowered digits stay in the names they belong to (CO2, PM2.5), as masks know them, and become ₁₂₃ where they
  would touch another digit;
- a whole line that is set high is a line, and (1) at the head of a note is its number, as any item's;
- a fraction is 1/3, a blank before it where a number precedes it (2 1/3).
"""

from __future__ import annotations

import re

_UP, _DOWN, _OVER = "\x11", "\x12", "\x14"
END = "\x13"
"""Ends what `opened`, `up`, `down` or `over` began."""
_SIGNS = re.compile(f"[{_UP}{_DOWN}{_OVER}{END}]")
_TOUCH = re.compile(f"({END}[{_UP}{_DOWN}])")
_SLASHED = re.compile(rf"{_UP}\s*(\d{{1,6}})\s*{END}\s*[/⁄∕]\s*(?:{_DOWN}\s*(\d{{1,6}})\s*{END}|(\d{{1,6}}))")
_RUN = re.compile(rf"([{_UP}{_DOWN}{_OVER}])([^{_UP}{_DOWN}{_OVER}{END}]*){END}")
_MARK = re.compile(r"[\d\s()（）\[\]［］〔〕【】,，、;；+\-−–~*＊†‡#§·.]+")
_SQUARE = re.compile(r"(?:\s*[\[［〔【]\s*[\d,，、\-–]{1,9}\s*[\]］〕】])+")
_ONE_BRACKET = str.maketrans("［〔【］〕】", "[[[]]]")
_INLINE_FRACTION = re.compile(r"\s*(\d{1,6})\s*[/⁄∕]\s*(\d{1,6})\s*")
_LETTERS = re.compile(r"[^\d]*")
_CLOSING = tuple(")）]］〕】")
_SHORT = 8
"""A mark is no longer than this (注2); what is longer is text that somebody set high."""
_RAISED = str.maketrans(
    "0123456789０１２３４５６７８９+-−–",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻",
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LOWERED = str.maketrans("0123456789０１２３４５６７８９+-−()", "₀₁₂₃₄₅₆₇₈₉₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_SIMPLE = re.compile(r"\w+(?:\.\w+)?%?|[²³¹⁰⁴-⁹\w]+")


def up(text: str) -> str:
    """`text` marked as raised."""
    return f"{_UP}{text}{END}" if text else ""


def opened(height: str | None) -> str:
    """The sign that begins a stretch that is "up" or "down", for who meets its end later."""
    return _UP if height == "up" else _DOWN


def down(text: str) -> str:
    """`text` marked as lowered."""
    return f"{_DOWN}{text}{END}" if text else ""


def over(top: str, bottom: str) -> str:
    """A fraction; what is more than one word stands in brackets."""
    return f"{_OVER}{_bracketed(top)}/{_bracketed(bottom)}{END}"


def _bracketed(part: str) -> str:
    plain = settled(part).strip()
    return plain if _SIMPLE.fullmatch(plain) else f"({plain})"


def raised_digits(text: str) -> str:
    """`text` with its digits raised."""
    return text.translate(_RAISED)


def unraised(text: str) -> str:
    """`text` with raised digits on the line again."""
    return text.translate(_PLAIN)


def lowered_digits(text: str) -> str:
    """`text` with its digits lowered."""
    return text.translate(_LOWERED)


def unmarked(text: str) -> str:
    """`text` without this module's signs, which no file may bring along."""
    return _SIGNS.sub("", text)


def settled(text: str) -> str:
    """The line with everything raised, lowered or divided written as what it is."""
    if END not in text:
        return text
    text = _joined(text)
    text = _SLASHED.sub(lambda m: f"{_OVER}{m[1]}/{m[2] or m[3]}{END}", text)
    return _SIGNS.sub("", _RUN.sub(_written, text))


def _joined(text: str) -> str:
    """Runs of the same height that touch as one; editors cut them anywhere."""
    parts: list[str] = []
    height = ""
    for part in _TOUCH.split(text):
        if _TOUCH.fullmatch(part) and part[1] == height:
            continue
        signs = _SIGNS.findall(part)
        height = signs[-1] if signs else height
        parts.append(part)
    return "".join(parts)


def _written(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    kind, inner = match[1], match[2]
    if kind == _OVER:
        return _apart(inner, before, after)
    if kind == _UP:
        alone = not before and not match.string[match.end() :].strip()
        return inner if alone else _raised(inner, before, after)
    if _digits(inner) and (before.isdecimal() or after.isdecimal()):
        return lowered_digits(inner)
    return inner


def _raised(inner: str, before: str, after: str) -> str:
    if not before and inner.rstrip()[-1:] in _CLOSING:
        return inner  # (1) at the head of a note is the note's own number
    fraction = _INLINE_FRACTION.fullmatch(inner)
    if fraction:
        return _apart(f"{fraction[1]}/{fraction[2]}", before, after)
    if _LETTERS.fullmatch(inner):
        return inner
    if _SQUARE.fullmatch(inner.rstrip()):
        return inner.translate(_ONE_BRACKET)
    mark = _MARK.fullmatch(inner) or len(inner.strip()) <= _SHORT
    return raised_digits(inner) if mark else _apart(inner, before, after)


def _apart(inner: str, before: str, after: str) -> str:
    """`inner` with blanks where its digits would touch others."""
    left = " " if before.isalnum() and before.isascii() and inner[:1].isdecimal() else ""
    right = " " if after.isdecimal() and inner[-1:].isdecimal() else ""
    return f"{left}{inner}{right}"


def _digits(text: str) -> bool:
    return any(char.isdecimal() for char in text)
