"""What a page holds and the report doesn't: each kind becomes a note, so that nothing is lost silently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.model import Note
from yoy.readers.extraction import letters
from yoy.readers.html.content import is_struck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from yoy.readers.html.content import Content

_FRAMES = ("iframe", "frame", "object", "embed")
_PROGRAMS = frozenset(("script", "style", *_FRAMES))
_SOURCES = ("src", "data", "srcdoc")
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?)(?:[?#]|$)", re.IGNORECASE)
_EMPTY = ("about:blank", "javascript:")
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.){40,})\"|'((?:[^'\\\n]|\\.){40,})'|`([^`]{40,})`")
_CODED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKUP = re.compile(r"<[^<>]*>|\\[nrt]")
_PROSE = re.compile(r"[\u4e00-\u9fff]{4}|(?:[A-Za-z]{2,} ){4}")
_STOP = re.compile(r"[。；，]|[.,;](?:\s|$)")
_PROBE = 16
_BARE = 300
"""A page with fewer letters than this holds no report."""
_SCRIPT_LETTERS = 200
_HIDDEN_LETTERS = 60
_OUTSIDE_SHARE = 0.03
_OUTSIDE = 200
_SHOWN = 40
_LINK = 120
"""How much of what was left out a note shows."""


def left_out(page: HtmlElement, found: Content, unread: Iterable[HtmlElement], text: str) -> Iterator[Note]:
    """Notes on what the page holds besides `text`.

    Args:
        page: the whole page.
        found: where in it the report was found.
        unread: elements in the report that are struck through or show nothing.
        text: what was read.
    """
    struck = [shown for shown in map(_line, filter(is_struck, unread)) if letters(shown)]
    if struck:
        yield _note("struck_text", count=len(struck), first=struck[0][:_SHOWN])
    frames = list(dict.fromkeys(_sources(page, unread, letters(text))))
    if frames:
        yield _note("frames_unread", count=len(frames), first=frames[0][:_LINK])
    yield from _unshown(page, unread, text)
    dropped = [_line(element) for element in found.dropped]
    if sum(map(letters, dropped)) > _SHOWN:
        longest = max(dropped, key=lambda line: (len(line), line))
        yield _note("lists_left_out", count=sum(map(letters, dropped)), first=longest[:_SHOWN])
    if found.outside > max(_OUTSIDE, _OUTSIDE_SHARE * letters(text)):
        yield _note("text_outside", count=found.outside)


def _note(code: str, **args: str | int) -> Note:
    return Note(stage="read", code=code, args=args)


def _line(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _sources(page: HtmlElement, unread: Iterable[HtmlElement], size: int) -> Iterator[str]:
    """Files of frames in the report or on a page without one, or that are documents.

    Other frames around a report hold advertisements.
    """
    within = frozenset(unread)
    bare = size < _BARE
    for frame in page.iter(*_FRAMES):
        source = next((str(frame.get(name)).strip() for name in _SOURCES if frame.get(name)), "")
        wanted = bare or frame in within or _DOCUMENT.search(source)
        if wanted and source and not source.lower().startswith(_EMPTY):
            yield source


def _unshown(page: HtmlElement, unread: Iterable[HtmlElement], text: str) -> Iterator[Note]:
    """Sentences that only a program would show, and such as are hidden, unless the report has them too."""
    scripts = (part for script in page.iter("script") for part in _strings(script.text or ""))
    scripted = sum(letters(part) for part in scripts if _is_new(part, text))
    if scripted >= _SCRIPT_LETTERS:
        yield _note("script_text", count=scripted)
    others = (element for element in unread if element.tag not in _PROGRAMS and not is_struck(element))
    hidden = sum(letters(part) >= _HIDDEN_LETTERS and _is_new(part, text) for part in map(_line, others))
    if hidden:
        yield _note("hidden_text", count=hidden)


def _strings(script: str) -> Iterator[str]:
    """Longer strings of a program, without escapes and markup."""
    for match in _STRING.finditer(script):
        plain = _CODED.sub(lambda code: chr(int(code[1], 16)), match[1] or match[2] or match[3])
        yield " ".join(_MARKUP.sub(" ", plain).split())


def _is_new(part: str, text: str) -> bool:
    """Whether a part is prose that the report doesn't hold already."""
    if not (_PROSE.search(part) and _STOP.search(part)):
        return False
    middle = len(part) // 2
    return part[middle : middle + _PROBE] not in text
