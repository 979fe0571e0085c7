"""The portal around a report: which lines are furniture, and the fields that stand among them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.hanzi import is_hanzi
from yoy.lexicon import data, either, pattern
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE = re.compile(r"[^\n]+")
_HEADER_LINES = 60
_BULLET = r"[\s\u3000•·●◆*▪\-]*"
_OPENING_BULLET = re.compile(rf"^{_BULLET}")
# A date in English words, else what stands before the next blank: several fields may share a line.
_VALUE = r"\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\S*"
_SENTENCE_END = re.compile(r"[。！？!?]|\.\s")
_BODY_LENGTH = 60
_TAIL_SENTENCES = 8
"""Body lines that a footer may hold at most: a licence takes a few."""


class Portal(NamedTuple):
    """Furniture of a page: its lines, and the fields read from them."""

    shell: tuple[Span, ...]
    metadata: Mapping[str, str]


def _is_chrome(line: str) -> bool:
    """Whether a line is furniture of a page whatever stands around it."""
    bare = _bare(line)
    return bare in data("portal")["words"] or either("portal.chrome").search(bare) is not None


def _opens_tail(line: str) -> bool:
    """Whether a line may be the first below the report."""
    bare, tail = _bare(line), data("portal")["tail"]
    if bare in tail["words"] or either("portal.tail.openers").search(bare):
        return True
    return any(pattern(f"portal.chrome.{name}").search(bare) for name in tail["chrome"])


def _bare(line: str) -> str:
    return _OPENING_BULLET.sub("", line.strip(), count=1)


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Per metadata key the pattern of `label: value`; blanks inside a label are allowed (体  裁)."""
    made = []
    for key, labels in data("portal")["fields"].items():
        spaced = "|".join(r"\s*".join(map(re.escape, label)) for label in labels)
        made.append((key, re.compile(rf"(?:{spaced})\s*[：:\s]\s*({_VALUE})")))
    return tuple(made)


def _field(label: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The first field of that pattern whose label isn't the end of a longer word."""
    match = label.search(line)
    while match and match.start() and is_hanzi(line[match.start() - 1]):
        match = label.search(line, match.start() + 1)
    return match


def find_portal(text: str) -> Portal:
    """Header and footer lines of `text` that are no part of the report, with their fields."""
    lines = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group().strip(" \t\u3000")]
    spans: list[Span] = []
    metadata: dict[str, str] = {}
    for start, line in _header(lines):
        found = _fields_of(line)
        for key, value in found:
            if value:
                metadata.setdefault(key, value)
        if found or _is_chrome(line) or not _visible(line):
            spans.append(_trimmed(start, line))
    spans.extend(_trimmed(start, line) for start, line in _footer(text, lines))
    return Portal(tuple(sorted(set(spans))), metadata)


def _header(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for start, line in lines[:_HEADER_LINES]:
        if len(line) > _BODY_LENGTH and _SENTENCE_END.search(line):
            return
        yield start, line


def _footer(text: str, lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Lines from the last part's first tail opener on; a tail is short and says next to nothing."""
    limit = len(text) * (1 - data("portal")["tail"]["share"])
    for index, (start, line) in enumerate(lines):
        if start >= limit and _opens_tail(line) and _is_furniture(lines[index + 1 :]):
            yield from lines[index:]
            return
    for start, line in reversed(lines[-8:]):
        if not (_is_chrome(line) or not _visible(line)):
            return
        yield start, line


def _is_furniture(lines: list[tuple[int, str]]) -> bool:
    """Whether hardly a sentence follows: else the opener stood between two parts of one file."""
    return (
        sum(len(line) > _BODY_LENGTH and bool(_SENTENCE_END.search(line)) for _, line in lines)
        <= _TAIL_SENTENCES
    )


def _fields_of(line: str) -> list[tuple[str, str]]:
    if len(line) > 2 * _BODY_LENGTH or _SENTENCE_END.search(line.strip()):
        return []
    stripped = line.strip()
    found: list[tuple[str, str]] = []
    for key, label in _fields():
        match = _field(label, stripped)
        if match and (match.start() < len(_BULLET) or found):
            found.append((key, match[1].strip("】]）)")))
    return found


def _visible(line: str) -> bool:
    return any(not c.isspace() and c not in "\u200b\u200c\u200d\ufeff\u2060" for c in line)


def _trimmed(start: int, line: str) -> Span:
    left = len(line) - len(line.lstrip())
    return Span(start + left, start + len(line.rstrip()))
