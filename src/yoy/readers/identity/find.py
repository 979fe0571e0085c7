"""What a report is: its title, its issuer and its language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.hanzi import HANZI
from yoy.lexicon import data, pattern
from yoy.model import Language, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.readers.extraction import Extraction

_LETTER = re.compile(r"[A-Za-z]")
_TITLE_REGION = 3000
_TITLE_LENGTH = 60
_LINE = re.compile(r"[^\n]+")
_TITLE_LINES = 40
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、)）.．]|第[一二三四五六七八九十\d]+[章节]")
_YEAR_FIRST = re.compile(r"(?:19|20)\d{2}\s*年")
_SUBTITLE = re.compile(r"——|[_|]")
_STOP = re.compile(r"[。：:；;！!？?]\s*$")
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff]")


class Title(NamedTuple):
    """A report's title and where it stands in the text, where it does."""

    text: str
    span: Span | None


def language_of(text: str) -> Language:
    """Zh where hanzi are a good part of the letters."""
    sample = text[:50_000]
    han, latin = len(HANZI.findall(sample)), len(_LETTER.findall(sample))
    return "zh" if han * 4 >= latin else "en"


def find_title(extraction: Extraction, shell: tuple[Span, ...]) -> Title:
    """The line near the top that names the report; else what the file's metadata says."""
    words = data("periods")["title_words"]
    lines = _title_lines(extraction.text, shell)
    for index, (start, line) in enumerate(lines):
        if any(word in line for word in words):
            named = _SUBTITLE.split(line)[0].rstrip()
            above = lines[index - 1] if index else (start, "")
            whole = above[1] + ("" if HANZI.search(named) else " ") + named
            opens = _YEAR_FIRST.match(named) or not HANZI.search(named)
            if opens and above[1] and find_issuer(whole, {}) == above[1]:
                return Title(whole, Span(above[0], start + len(named)))
            return Title(named, Span(start, start + len(named)))
        joined = line + lines[index + 1][1] if index + 1 < len(lines) else line
        below = lines[index + 1][1] if index + 1 < len(lines) else ""
        alone = any(word in below for word in words) and not _are_one(line, below)
        if not alone and joined.endswith(tuple(words)) and len(joined) <= _TITLE_LENGTH:
            last = lines[index + 1]
            return Title(joined, Span(start, last[0] + len(last[1])))
    return Title(re.split(r"[_|]", extraction.title)[0].strip(), None)


def _are_one(line: str, below: str) -> bool:
    """Whether two lines are the halves of a usual title: 政府工 and 作报告."""
    kinds = data("periods")["delivered_titles"]
    return any((line + below).endswith(kind) and kind not in below for kind in kinds)


def _title_lines(text: str, shell: tuple[Span, ...]) -> list[tuple[int, str]]:
    """Short lines before the running text begins, furniture left out."""
    lines = []
    seen = 0
    for match in _LINE.finditer(text[:_TITLE_REGION]):
        line = match.group().strip(" \t\u3000#*")
        if not _INVISIBLE.sub("", line):
            continue
        start = match.start() + match.group().index(line)
        seen += 1
        if seen > _TITLE_LINES or _NUMBERED.match(line):
            break
        if pattern("periods.caption").search(line) or pattern("periods.presented").search(line):
            continue
        span = Span(start, start + len(line))
        if len(line) <= _TITLE_LENGTH and not _STOP.search(line) and not any(s.contains(span) for s in shell):
            lines.append((start, line))
    return lines


@cache
def _issuer_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in data("periods")["issuer"])


def find_issuer(title: str, metadata: Mapping[str, str], text: str = "") -> str:
    """The body that reports: by the title, else the publisher field, else whose congress heard it."""
    bare = re.sub(r"[\s\u3000]", "", title)
    for issuer in _issuer_patterns():
        match = issuer.match(bare)
        if match:
            return match["issuer"]
    english = re.match(data("periods")["issuer_en"], title)
    if english:
        return english["issuer"]
    heard = pattern("periods.congress").search(text[:_TITLE_REGION])
    return metadata.get("publisher", "") or (heard["issuer"] if heard else "")
