"""What a report is: its title, its issuer, its language and the year it reports on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.language.hanzi import HANZI
from yoy.lexicon import data
from yoy.model import Language, Note, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


class Period(NamedTuple):
    """Year reported on and year of delivery, with the notes that say how they were told."""

    reported: int | None
    delivered: int | None
    notes: tuple[Note, ...] = ()


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
        alone = index + 1 < len(lines) and any(word in lines[index + 1][1] for word in words)
        if not alone and joined.endswith(tuple(words)) and len(joined) <= _TITLE_LENGTH:
            last = lines[index + 1]
            return Title(joined, Span(start, last[0] + len(last[1])))
    return Title(re.split(r"[_|]", extraction.title)[0].strip(), None)


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
        span = Span(start, start + len(line))
        if len(line) <= _TITLE_LENGTH and not _STOP.search(line) and not any(s.contains(span) for s in shell):
            lines.append((start, line))
    return lines


@cache
def _issuer_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in data("periods")["issuer"])


def find_issuer(title: str, metadata: Mapping[str, str]) -> str:
    """The body that reports: the title's first words, else the publisher field."""
    bare = re.sub(r"[\s\u3000]", "", title)
    for pattern in _issuer_patterns():
        match = pattern.match(bare)
        if match:
            return match["issuer"]
    english = re.match(data("periods")["issuer_en"], title)
    if english:
        return english["issuer"]
    return metadata.get("publisher", "")


def find_period(text: str, *, title: str, stem: str, label: int | None, cover: int | None = None) -> Period:
    """The year reported on: label before title before file name before text (contract.md).

    A fiscal year that the cover names in full, `cover`, comes before all but the label: the file of
    an annual report is often named after the day of its filing.

    A title such as 政府工作报告 carries the year of delivery; where such a report, or its file name,
    names the year after the one that its text reviews, that is its delivery.
    """
    head = text[: 2 * _TITLE_REGION]
    reviewed = _first_year(data("periods")["review"], head)
    delivered = _first_year(data("periods")["delivery"], head)
    if label is not None:
        return Period(label, delivered, tuple(_contradicted(label, text, title)))
    if cover is not None:
        return Period(cover, delivered, (_told("text"),))
    is_delivery_title = any(re.search(p, title) for p in data("periods")["delivered_titles"])
    for place, source in (("title", title), ("file_name", stem)):
        years = _years(source)
        if len(set(years)) == 1:
            return _stated(years[0], place, reviewed, delivered, is_delivery_title=is_delivery_title)
    if reviewed is not None:
        return Period(reviewed, delivered, (_told("text"),))
    if delivered is not None:
        return Period(delivered - 1 if is_delivery_title else delivered, delivered, (_told("text"),))
    common = Counter(_years(head)).most_common(1)
    return Period(common[0][0] if common else None, None, (_told("text"),) if common else ())


def _stated(
    year: int, place: str, reviewed: int | None, delivered: int | None, *, is_delivery_title: bool
) -> Period:
    if is_delivery_title and (reviewed == year - 1 or (reviewed is None and delivered == year)):
        return Period(year - 1, year, (_told("delivery"),))
    return Period(year, delivered, () if place == "title" else (_told(place),))


def _contradicted(label: int, text: str, title: str) -> Iterator[Note]:
    """A note where the title names one year and the user has filed the report under another."""
    own = find_period(text, title=title, stem="", label=None).reported
    if len(set(_years(title))) == 1 and own != label:
        yield Note(stage="read", code="label_differs", args={"label": label, "title": own})


def _told(by: str) -> Note:
    return Note(stage="read", code=f"period_from_{by}")


def _first_year(patterns: list[str], text: str) -> int | None:
    for pattern in patterns:
        match = re.search(pattern, text, re.MULTILINE)
        if match:
            return int(match[1])
    return None


def _years(text: str) -> list[int]:
    return [int(m[1]) for m in re.finditer(data("periods")["year"], text)]
