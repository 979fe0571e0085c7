"""Words divided at the ends of lines, put together as the document itself writes them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from yoy.readers.broken import breaks_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LAST = re.compile(r"([A-Za-z]{2,})-$")
_FIRST = re.compile(r"[a-z]+")


class Words:
    """The words of a document, which tell a hyphen that divides from one that joins."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Count the words of all lines, and how line ends were divided where that can be told."""
        self._counts = Counter(word.lower() for line in lines for word in _WORD.findall(line))
        self._divides = 0
        for first, second in pairwise(lines):
            found = self._halves(first, second)
            if found:
                self._divides += self._evidence(*found)

    def mended(self, lines: Iterable[str]) -> list[str]:
        """Lines of one paragraph, words and numbers that were divided whole at the end of the first."""
        made: list[str] = []
        for line in lines:
            found = self._halves(made[-1], line) if made else None
            if found is None and made and breaks_number(made[-1], line):
                made[-1] += line
            elif found is None:
                made.append(line)
            elif self._evidence(*found) or self._divides > 0:
                joins = self._evidence(*found) < 0
                made[-1] = (made[-1] if joins else made[-1][:-1]) + line
            else:
                made[-1] += line
        return made

    def _evidence(self, first: str, second: str) -> int:
        """1 where the document writes the word without hyphen elsewhere, -1 with it, 0 neither."""
        whole, hyphened = self._counts[first + second], self._counts[f"{first}-{second}"]
        return (whole > hyphened) - (hyphened > whole)

    @staticmethod
    def _halves(line: str, following: str) -> tuple[str, str] | None:
        last, first = _LAST.search(line), _FIRST.match(following)
        return (last[1].lower(), first[0]) if last and first else None
