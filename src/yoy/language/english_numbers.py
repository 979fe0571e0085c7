"""Cardinals in English words, read from a place on: twenty-one thousand four hundred and six."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"(?P<gap>,\s|\s+and\s+|[-\s]+)?(?P<word>[A-Za-z]+)")
# Behind a comma a number goes on only with a multiplier of its own: one million, two hundred thousand.
_BEHIND_COMMA = 6
_HUNDRED, _TWENTY, _TEN = 100, 20, 10


class Words(NamedTuple):
    """Where a cardinal ends, its value, its last place, and the multiplier it ends in."""

    end: int
    value: Decimal
    quantum: Decimal
    scale: Decimal


class _Sum:
    """The value so far."""

    def __init__(self) -> None:
        self.total = 0
        self.section = 0
        self.last = 0
        self.size = 1
        self.after_scale = True

    def small(self, value: int) -> bool:
        """One … nineteen, twenty … ninety; whether it can follow."""
        free = self.section % _HUNDRED == 0 if value >= _TEN else self._has_place_for_ones()
        if not free or (value == 0 and (self.total or self.section)):
            return False
        self.section, self.size, self.after_scale = self.section + value, 1, False
        return True

    def _has_place_for_ones(self) -> bool:
        rest = self.section % _HUNDRED
        return rest == 0 or (rest >= _TWENTY and rest % _TEN == 0)

    def times(self, word: str, size: int) -> bool:
        """hundred, dozen, thousand …; whether it can follow."""
        if not self.section or (self.last and size >= self.last and word not in ("hundred", "dozen")):
            return False
        if word in ("hundred", "dozen"):
            if self.section >= _HUNDRED:
                return False
            self.section *= size
        else:
            self.total += self.section * size
            self.section, self.last = 0, size
        self.size, self.after_scale = size, True
        return True


def cardinal_at(plain: str, at: int, end: int) -> Words | None:
    """The cardinal that begins at a place, or None."""
    state, stop, begun = _Sum(), at, False
    while match := _WORD.match(plain, stop, end):
        gap, word = match["gap"] or "", match["word"].lower()
        if bool(gap) != begun or (gap and not _joins(gap, word, state, plain, match.end(), end)):
            break
        if not begun and word in ("a", "an"):
            if not _article(plain, match.end(), end):
                return None
            state.section = 1
        elif not _take(word, state):
            break
        begun, stop = True, match.end()
    if not begun:
        return None
    value = Decimal(state.total + state.section)
    return Words(stop, value, Decimal(state.size), Decimal(_multiplier(plain, at, stop)))


def _multiplier(plain: str, at: int, stop: int) -> int:
    """The multiplier that the words end in: of two hundred thousand only the thousand is shared."""
    words = re.findall(r"[A-Za-z]+", plain[at:stop].lower())
    return _sizes().get(words[-1], 1)


def _joins(gap: str, word: str, state: _Sum, plain: str, at: int, end: int) -> bool:
    """Whether the number goes on across this gap."""
    if "and" in gap:
        return state.after_scale and word in _values()
    if "," in gap:
        return bool(state.after_scale and word in _values() and _has_scale(plain, at, end))
    return True


def _has_scale(plain: str, at: int, end: int) -> bool:
    """Whether a multiplier follows among the next number words."""
    for _step in range(_BEHIND_COMMA):
        match = _WORD.match(plain, at, end)
        if not match or "," in (match["gap"] or ""):
            return False
        if match["word"].lower() in _sizes():
            return True
        if match["word"].lower() not in _values():
            return False
        at = match.end()
    return False


def _article(plain: str, at: int, end: int) -> bool:
    """Whether a multiplier stands behind a or an."""
    match = _WORD.match(plain, at, end)
    return bool(match and match["gap"] and match["word"].lower() in _sizes())


def _take(word: str, state: _Sum) -> bool:
    if word in _values():
        return state.small(_values()[word])
    return word in _sizes() and state.times(word, _sizes()[word])


@cache
def _values() -> Mapping[str, int]:
    found: Mapping[str, int] = lexicon.data("number_words")["en"]["words"]
    return found


@cache
def _sizes() -> Mapping[str, int]:
    """Multipliers in words; k, m and bn stand behind digits only."""
    multipliers: Mapping[str, int] = lexicon.data("number_words")["en"]["multipliers"]
    whole = ("hundred", "dozen", "thousand", "million", "billion", "trillion", "lakh", "crore")
    return {word: multipliers[word] for word in whole}
