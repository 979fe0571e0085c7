"""Raised, lowered and stacked digits of a page, put on their line as what they are.

What is set smaller and higher than the character before it is raised (km², 2156²件); digits above and below a
short bar that stands on a line of text are a fraction. See `yoy.readers.raised` for how they are written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from yoy.readers.raised import lowered_digits, raised_digits, unraised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.readers.pdf.page import Char, Rule

_MARKS = frozenset("0123456789０１２３４５６７８９()（）[]［］〔〕【】,，+-−–*†‡#")
_SMALL = 0.87
_LEAST = 0.35
"""A raised digit is between these shares of the type size."""
_RISE = 0.17
_FALL = 0.3
_NEAR = 0.45
_OVERLAP = -0.25
_BAND = 8.0
_BAR = 60.0
_BARS = 2000
_BESIDE = 2.5
"""Blank that a fraction has on both sides, in points."""
_ON_LINE = 0.35
_BY_BAR = 0.5
_ALIKE = 0.75
_DIGITS = 6


class _Place(NamedTuple):
    """Where a character belongs: behind the one at `after`, at its height."""

    char: Char
    after: int


class _Nearby:
    """The characters of a page by height and place, to find what stands left or right of a point."""

    def __init__(self, chars: Sequence[Char]) -> None:
        self._bands: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for index, char in enumerate(chars):
            self._bands[int(char.bottom / _BAND)].append((char.x1, index))
        for band in self._bands.values():
            band.sort()

    def left_of(self, x: float, top: float, bottom: float, reach: float) -> Iterable[int]:
        """Characters that end within `reach` of `x` and whose lower edge lies between the heights."""
        for key in range(int(top / _BAND), int(bottom / _BAND) + 1):
            band = self._bands.get(key, [])
            at = bisect_left(band, (x - reach, -1))
            while at < len(band) and band[at][0] <= x + reach:
                yield band[at][1]
                at += 1


def with_raised(chars: Sequence[Char], rules: Sequence[Rule]) -> list[Char]:
    """The characters with raised digits as ¹²³ behind what they belong to, and stacked fractions as 1/3."""
    nearby: _Nearby | None = None
    moved: dict[int, list[Char]] = defaultdict(list)
    bases: dict[int, int] = {}
    gone: set[int] = set()
    usual = 0.0
    for index, char in enumerate(chars):
        if char.text not in _MARKS or not index:
            usual = _size(char) if char.text.isascii() and char.text.isalnum() else usual
            continue
        base = bases.get(index - 1, index - 1)
        height = _height(char, chars[index - 1], chars[base], usual)
        if height is None and _is_small(char, chars[index - 1]):
            nearby = nearby or _Nearby(chars)
            base = _base_of(char, chars, nearby, bases)
            height = None if base < 0 else _height(char, chars[base], chars[base], usual)
        if height is None:
            usual = _size(char) if char.text.isdecimal() else usual
            continue
        bases[index] = base
        gone.add(index)
        moved[base].append(_set(char, chars[base], height, _follower(chars, index)))
    bars = [rule for rule in rules if rule.horizontal and rule.end - rule.start <= _BAR]
    if bars:
        _stack(chars, bars, nearby or _Nearby(chars), moved, gone)
    return _put_together(chars, moved, gone) if gone else list(chars)


def _put_together(chars: Sequence[Char], moved: dict[int, list[Char]], gone: set[int]) -> list[Char]:
    """All characters, what was moved behind its base; what follows a fraction has a blank before it."""
    made: list[Char] = []
    divided = False
    for index, char in enumerate(chars):
        if index not in gone:
            made.append(char._replace(spaced=True) if divided and char.text.isascii() else char)
            divided = False
        behind = _in_brackets(moved.get(index, []))
        divided = divided or any(mark.text == "/" for mark in behind)
        made.extend(behind)
    return made


def _in_brackets(marks: list[Char]) -> list[Char]:
    """[1] is set apart by its brackets and keeps its digits."""
    if len(marks) > 2 and marks[0].text in "[［" and marks[-1].text in "]］":  # noqa: PLR2004 - and a digit
        return [mark._replace(text=unraised(mark.text)) for mark in marks]
    return marks


def _size(char: Char) -> float:
    return char.bottom - char.top


def _height(char: Char, left: Char, base: Char, usual: float) -> str | None:
    """Whether a character stands "up" or "down" of the line of `base`, right behind `left`.

    `usual` is the size of Latin type before it: the boxes of hanzi are smaller in the same type.
    """
    size = _size(base)
    if size < usual <= size / _ALIKE:
        size = usual
    if not _LEAST * size <= _size(char) <= _SMALL * size:
        return None
    if not _OVERLAP * size <= char.x0 - left.x1 <= _NEAR * size:
        return None
    rises = base.bottom - char.bottom >= _RISE * size and base.top < char.bottom
    if rises and char.top > base.top - size / 2:
        return "up"
    falls = char.bottom > base.bottom and char.top - base.top >= _FALL * size and char.top < base.bottom
    return "down" if falls else None


def _is_small(char: Char, other: Char) -> bool:
    return _size(char) <= _SMALL * _size(other)


def _base_of(char: Char, chars: Sequence[Char], nearby: _Nearby, bases: dict[int, int]) -> int:
    """The character that a small one drawn out of its order stands behind; −1 for none."""
    reach = _size(char)
    found = nearby.left_of(char.x0, char.top, char.bottom + reach, reach)
    fitting = [at for at in found if at not in bases and _height(char, chars[at], chars[at], 0.0)]
    return min(fitting, key=lambda at: (abs(char.x0 - chars[at].x1), at), default=-1)


def _follower(chars: Sequence[Char], index: int) -> Char | None:
    """What is drawn next, where it touches."""
    if index + 1 >= len(chars):
        return None
    char, following = chars[index], chars[index + 1]
    return following if abs(following.x0 - char.x1) < _NEAR * _size(following) else None


def _set(char: Char, base: Char, height: str, following: Char | None) -> Char:
    """The character written as raised or lowered, in a box on its line."""
    digits = base.text.isdecimal() or (following is not None and following.text.isdecimal())
    text = char.text
    if height == "up":
        text = raised_digits(text)
    elif digits and following is not None and _size(following) > _size(char) / _SMALL:
        text = lowered_digits(text)
    return char._replace(text=text, top=base.top, bottom=base.bottom, spaced=False)


def _stack(
    chars: Sequence[Char],
    bars: Sequence[Rule],
    nearby: _Nearby,
    moved: dict[int, list[Char]],
    gone: set[int],
) -> None:
    """Fractions whose bar stands on a line of text, behind the character left of it."""
    for bar in bars[:_BARS]:
        half = (bar.end - bar.start) / 2 + 1
        found = nearby.left_of(bar.start + half, bar.at - _BAND, bar.at + 3 * _BAND, half)
        own = sorted(i for i in found if i not in gone and _within(chars[i], bar))
        top = [i for i in own if _above(chars[i], bar)]
        bottom = [i for i in own if _below(chars[i], bar)]
        if not (0 < len(top) <= _DIGITS and 0 < len(bottom) <= _DIGITS):
            continue
        if not all(chars[i].text.isdecimal() for i in (*top, *bottom)):
            continue
        size = _size(chars[top[0]])
        before = nearby.left_of(bar.start, bar.at, bar.at + size, size)
        on_line = [i for i in before if abs(_middle(chars[i]) - bar.at) < _ON_LINE * _size(chars[i])]
        if not on_line:
            continue
        base = max(on_line, key=lambda i: (chars[i].x1, i))
        gone.update((*top, *bottom))
        moved[base].extend(_fraction(chars[base], bar, [chars[i] for i in top], [chars[i] for i in bottom]))


def _middle(char: Char) -> float:
    return (char.top + char.bottom) / 2


def _within(char: Char, bar: Rule) -> bool:
    return bar.start - 1 <= char.x0 and char.x1 <= bar.end + 1


def _above(char: Char, bar: Rule) -> bool:
    return _middle(char) < bar.at and bar.at - char.bottom < _BY_BAR * _size(char)


def _below(char: Char, bar: Rule) -> bool:
    return _middle(char) > bar.at and char.top - bar.at < _BY_BAR * _size(char)


def _fraction(base: Char, bar: Rule, top: Sequence[Char], bottom: Sequence[Char]) -> list[Char]:
    text = "".join(c.text for c in top) + "/" + "".join(c.text for c in bottom)
    start, end = bar.start + _BESIDE, max(bar.start + _BESIDE + 1, bar.end - _BESIDE)
    width = (end - start) / len(text)
    blank = base.text.isascii() and base.text.isalnum()
    return [
        base._replace(
            text=sign,
            x0=start + width * place,
            x1=start + width * (place + 1),
            spaced=blank and not place,
        )
        for place, sign in enumerate(text)
    ]
