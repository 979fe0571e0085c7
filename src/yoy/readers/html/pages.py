"""Pages inside a web page: filings made for print carry page numbers and heads between their pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.readers.layout.blocks import Paragraph, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yoy.readers.layout.blocks import Block

PAGE_END = Paragraph(text="\f")
"""Stands where a page ends."""
_NUMBER = re.compile(r"(?:page\s*)?[-—–]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-—–]?", re.IGNORECASE)
_UNFINISHED = re.compile(r"[a-z,;]$")
_GOES_ON = re.compile(r"[a-z]")
_REPEATS = 3
_SHARE = 0.3


def without_pages(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with page numbers and repeated heads as furniture, paragraphs whole over page ends."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if block is PAGE_END:
            pages.append([])
        else:
            pages[-1].append(block)
    if len(pages) < _REPEATS:
        return [block for page in pages for block in page]
    heads = _repeated([page[0] for page in pages if page])
    feet = _repeated([page[-1] for page in pages if page])
    made: list[Block] = []
    for page in pages:
        _append(made, [_furnished(block, place, len(page), heads, feet) for place, block in enumerate(page)])
    return made


def _repeated(blocks: Sequence[Block]) -> frozenset[str]:
    counts = Counter(clean(block.text) for block in blocks if isinstance(block, Paragraph))
    enough = max(_REPEATS, _SHARE * len(blocks))
    return frozenset(text for text, count in counts.items() if count >= enough)


def _furnished(block: Block, place: int, length: int, heads: frozenset[str], feet: frozenset[str]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    text = clean(block.text)
    last = place == length - 1
    found = (place == 0 and text in heads) or (last and (text in feet or _NUMBER.fullmatch(text)))
    return replace(block, furniture=True, level=None) if found else block


def _append(made: list[Block], page: list[Block]) -> None:
    """Add a page; a sentence that it goes on with is joined to its beginning, before the furniture."""
    body = next((i for i, block in enumerate(page) if not _is_furniture(block)), None)
    open_at = next((i for i in range(len(made) - 1, -1, -1) if not _is_furniture(made[i])), None)
    if body is not None and open_at is not None:
        first, second = made[open_at], page[body]
        if isinstance(first, Paragraph) and isinstance(second, Paragraph) and _joins(first.text, second.text):
            made[open_at] = replace(first, text=f"{first.text} {second.text}")
            page = [*page[:body], *page[body + 1 :]]
    made.extend(page)


def _is_furniture(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.furniture


def _joins(first: str, second: str) -> bool:
    return bool(_UNFINISHED.search(first.strip()) and _GOES_ON.match(second.strip()))
