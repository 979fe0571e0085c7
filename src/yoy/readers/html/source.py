"""The page as its bytes say, held against what the parser kept, so that nothing is lost unseen."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from yoy.readers.extraction import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_OPENING = re.compile(r"<(!--|[!?]|/?[A-Za-z][A-Za-z0-9:._-]*)")
_SILENT = frozenset(("script", "style"))
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:._-]*)[^<>]*>")
_TOLERATED = 0.002
_FEW = 40
_KEPT = frozenset(
    (
        *("html", "head", "title", "meta", "body", "script", "style", "table", "thead", "tbody", "tfoot"),
        *("tr", "td", "th", "caption", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "sup", "sub"),
    )
)
_BLOCKS = frozenset(
    (
        *("div", "section", "article", "main", "center", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"),
        *("form", "fieldset", "header", "footer", "nav", "aside", "figure", "pre", "address"),
    )
)


def lost_letters(source: str, page: HtmlElement) -> int:
    """How many letters and digits of the source the parsed page no longer holds; 0 for a few."""
    held = sum(map(letters, _texts(source)))
    lost = held - sum(map(letters, _kept(page)))
    return lost if lost > max(_FEW, held * _TOLERATED) else 0


def _texts(source: str) -> Iterator[str]:
    """What stands between tags, outside of comments, scripts and styles."""
    position = 0
    while match := _OPENING.search(source, position):
        yield unescape(source[position : match.start()])
        name = match[1].lower()
        ending = {"!--": "-->"}.get(name, f"</{name}" if name in _SILENT else ">")
        found = source.find(ending, match.end())
        if found < 0 and ending != ">":
            return  # what opens and never ends hides the rest, as it does in a browser
        position = len(source) if found < 0 else found + (len(ending) if ending in ("-->", ">") else 0)
    yield unescape(source[position:])


def _kept(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if element.text and element.tag not in _SILENT and isinstance(element.tag, str):
            yield element.text
        if element.tail:
            yield element.tail


def flattened(source: str) -> str:
    """The page without the boxes in boxes that a parser gave up on: lines and tables stay what they are."""
    return _TAG.sub(_flat, source)


def _flat(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name in _KEPT:
        return match[0]
    return "<p>" if name in _BLOCKS else ""
