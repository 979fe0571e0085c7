"""Running heads and page numbers: lines at the edges of pages that come again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yoy.lexicon import either
from yoy.readers.pdf.lines import line_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.readers.pdf.lines import Piece

_EDGE = 0.15
_DEPTH = 3
_REPEATS = 3
_NEAR = 8.0
_DIGITS = re.compile(r"\d+")

PageLines = list[list["Piece"]]


def _is_page_number(text: str) -> bool:
    return either("layout.page_number", re.IGNORECASE).search(text) is not None


def find_furniture(pages: Sequence[PageLines], heights: Sequence[float]) -> list[set[int]]:
    """For each page the numbers of those of its lines that are furniture."""
    candidates = [list(_candidates(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(pages, candidates, heights)
    offsets = _offsets(pages, candidates)
    found: list[set[int]] = []
    for page, (lines, own) in enumerate(zip(pages, candidates, strict=True)):
        found.append(
            {
                index
                for index, zone in own
                if _is_number(line_text(lines[index]), page, offsets, len(pages))
                or _near(repeated.get((zone, _masked(lines[index])), ()), lines[index][0].middle)
            }
        )
    return found


def _candidates(lines: PageLines, height: float) -> Iterator[tuple[int, str]]:
    """Lines near the upper and lower edge, at most three each, with the edge."""
    for index, line in enumerate(lines):
        if line[0].middle < _EDGE * height and index < _DEPTH:
            yield index, "top"
        elif line[0].middle > (1 - _EDGE) * height and index >= len(lines) - _DEPTH:
            yield index, "bottom"


def _masked(line: Sequence[Piece]) -> str:
    return _DIGITS.sub("#", re.sub(r"\s", "", line_text(line)))


def _repeated(
    pages: Sequence[PageLines], candidates: Sequence[Sequence[tuple[int, str]]], heights: Sequence[float]
) -> dict[tuple[str, str], list[float]]:
    """Heights of texts that stand at the same edge of several pages."""
    places: dict[tuple[str, str], list[float]] = defaultdict(list)
    for lines, own in zip(pages, candidates, strict=True):
        for index, zone in own:
            places[zone, _masked(lines[index])].append(lines[index][0].middle)
    enough = _REPEATS if len(heights) > 2 else 2  # noqa: PLR2004 - both pages of two
    return {key: middles for key, middles in places.items() if len(middles) >= enough}


def _near(middles: Sequence[float], middle: float) -> bool:
    return sum(abs(other - middle) <= _NEAR for other in middles) > 1


def _offsets(pages: Sequence[PageLines], candidates: Sequence[Sequence[tuple[int, str]]]) -> Counter[int]:
    """How often a printed number runs so many ahead of the count of pages."""
    offsets: Counter[int] = Counter()
    for page, (lines, own) in enumerate(zip(pages, candidates, strict=True)):
        for index, _ in own:
            text = line_text(lines[index])
            digits = _DIGITS.findall(text)
            if digits and _is_page_number(text):
                offsets[int(digits[0]) - page] += 1
    return offsets


def _is_number(text: str, page: int, offsets: Counter[int], pages: int) -> bool:
    if not _is_page_number(text):
        return False
    digits = _DIGITS.findall(text)
    if not digits or not text.strip().isdecimal():
        return True
    return offsets[int(digits[0]) - page] > 1 or (pages == 1 and int(digits[0]) == 1)
