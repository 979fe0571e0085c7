"""Lists of links that belong to a report (the exhibits of a filing), told from navigation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NUMBER = re.compile(r"\W{0,3}\d{1,3}(?:\.\d{1,3}){0,2}\.?(?:\(?[A-Za-z]{1,3}\)?)?\W{0,6}")
_NAMED = 12
"""What a numbered document is called is no shorter than this."""
_SHARE = 3
"""One row in so many is numbered: names go on over several, pages begin in the middle of one."""
_DESCRIBED = 60
"""Characters from which an entry describes a document; menus and headlines are shorter."""
_ENTRIES = frozenset(("td", "th", "li", "p", "dd"))


def is_index(element: HtmlElement) -> bool:
    """Whether links list documents, numbered or described at length; navigation gives pages short names."""
    rows = list(_rows(element))
    numbered = sum(any(map(_NUMBER.fullmatch, row)) and max(map(len, row)) >= _NAMED for row in rows)
    if rows and numbered * _SHARE >= len(rows):
        return True
    entries = [text for row in rows for text in row if len(text) >= _NAMED] or list(_entries(element))
    return sum(map(len, entries)) >= _DESCRIBED * max(1, len(entries))


def lists_documents(table: HtmlElement) -> bool:
    """Whether a table numbers documents that it links to: each row is an entry, and no cell is a figure."""
    rows = list(_rows(table))
    links = sum(not str(link.get("href") or "#").startswith("#") for link in table.iter("a"))
    numbered = sum(any(map(_NUMBER.fullmatch, row)) and max(map(len, row)) >= _NAMED for row in rows)
    return links * 2 >= len(rows) and numbered * 2 >= len(rows) > 0


def _rows(element: HtmlElement) -> Iterator[list[str]]:
    """The texts of each row that holds any; rows that lay tables out are none."""
    rows = [element] if element.tag == "tr" else element.iter("tr")
    for row in rows:
        texts = [_text(cell) for cell in row if cell.tag in ("td", "th")]
        if any(texts) and next(row.iterdescendants("table"), None) is None:
            yield [text for text in texts if text]


def _entries(element: HtmlElement) -> Iterator[str]:
    for entry in element.iter(*_ENTRIES):
        if next(entry.iterdescendants(*_ENTRIES), None) is None:
            yield _text(entry)
    if element.tag in _ENTRIES or next(element.iterdescendants(*_ENTRIES), None) is None:
        yield from (_text(link) for link in element.iter("a"))


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
