"""The blocks of a web page: what stands on a line of its own in a browser, tables as tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.readers.docx.numbering import format_number
from yoy.readers.html.content import is_inline, is_invisible, is_struck
from yoy.readers.html.formulas import formula, height_of
from yoy.readers.html.index import lists_documents
from yoy.readers.html.pages import PAGE_END
from yoy.readers.html.tables import is_contents, table_grid
from yoy.readers.layout.blocks import Paragraph, clean
from yoy.readers.raised import END, opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from yoy.readers.layout.blocks import Block

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SOURCE_BREAK = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_PAGE_BREAK = re.compile(r"break-(after|before)\s*:\s*(?:always|page)", re.IGNORECASE)
DROPPED = Paragraph(text="\v")
"""Stands where something was left out, for who asks for it."""


def page_blocks(
    root: HtmlElement,
    dropped: frozenset[HtmlElement],
    *,
    mark: bool = False,
    unread: dict[HtmlElement, None] | None = None,
) -> Iterator[Block]:
    """Blocks of everything visible under `root` except `dropped`.

    `PAGE_END` stands where a printed page ends; with `mark`, `DROPPED` where something was left out. Elements
    that are struck through or show nothing are put into `unread`.
    """
    yield from _Walk(dropped, {} if unread is None else unread, mark=mark).blocks(root)


class _Walk:
    """One walk through a page; the line being built lives here."""

    def __init__(
        self, dropped: frozenset[HtmlElement], unread: dict[HtmlElement, None], *, mark: bool
    ) -> None:
        self._dropped = dropped
        self._unread = unread
        self._mark = mark
        self._parts: list[str] = []
        self._level: int | None = None
        self._label = ""
        self._pre = 0
        self._lists: list[int] = []

    def blocks(self, root: HtmlElement) -> Iterator[Block]:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in walker:
            if event == "start":
                made = self._skipped_as(element) if element is not root else None
                if made is not None:
                    if not is_inline(element.tag) and not is_invisible(element) and element.tag != "math":
                        yield from self._flush()
                    yield from made
                    walker.skip_subtree()
                    skipped = element
                else:
                    yield from self._start(element)
            else:
                if element is skipped:
                    skipped = None
                else:
                    yield from self._end(element)
                if element is not root and element.tail:
                    self._parts.append(self._source(element.tail))
        yield from self._flush()

    def _skipped_as(self, element: HtmlElement) -> list[Block] | None:
        """What stands for an element that isn't walked into; None where it is."""
        if element in self._dropped:
            return [DROPPED] if self._mark else []
        if is_invisible(element) or is_struck(element):
            self._unread[element] = None
            return []
        if element.tag == "math":
            self._parts.append(formula(element))
            return []
        if element.tag == "table":
            grid = table_grid(element, self._cell_text)
            contents = grid is not None and is_contents(element, grid)
            if grid is not None and (contents or lists_documents(element)):
                return [
                    Paragraph(text=" ".join(c.text for c in row.cells if c.text), furniture=contents)
                    for row in grid.rows
                ]
            return None if grid is None else [grid]
        return None

    def _cell_text(self, cell: HtmlElement) -> list[str]:
        return [
            block.text
            for block in _Walk(frozenset(), self._unread, mark=False).blocks(cell)
            if isinstance(block, Paragraph)
        ]

    def _start(self, element: HtmlElement) -> Iterator[Block]:
        tag = str(element.tag)
        if tag == "br":
            yield from self._flush(keep=True)
        elif tag == "hr" or not is_inline(tag):
            yield from self._flush()
            if _breaks_page(element, "before") or (tag == "hr" and _breaks_page(element, "after")):
                yield PAGE_END
            self._level = _HEADINGS.get(tag, self._level)
            self._pre += tag == "pre"
            self._list_start(element, tag)
        elif height_of(element):
            self._parts.append(opened(height_of(element)))
        if element.text:
            self._parts.append(self._source(element.text))

    def _end(self, element: HtmlElement) -> Iterator[Block]:
        tag = str(element.tag)
        if tag == "br" or is_inline(tag):
            if height_of(element):
                self._parts.append(END)
            return
        yield from self._flush()
        if tag != "hr" and _breaks_page(element, "after"):
            yield PAGE_END
        self._pre -= tag == "pre"
        if tag in _HEADINGS:
            self._level = None
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def _list_start(self, element: HtmlElement, tag: str) -> None:
        if tag in ("ol", "ul"):
            bare = tag == "ul" or "none" in str(element.get("style") or "")
            self._lists.append(-1 if bare else _whole(element.get("start"), 1))
        elif tag == "li" and self._lists and self._lists[-1] >= 0:
            value = _whole(element.get("value"), self._lists[-1])
            parent = element.getparent()
            form = _LIST_FORMS.get(str(parent.get("type")), "decimal") if parent is not None else "decimal"
            self._label = format_number(value, form) + "."
            self._lists[-1] = value + 1

    def _source(self, text: str) -> str:
        """Source text as a browser sets it; a line break between hanzi is none."""
        return text if self._pre else _SOURCE_BREAK.sub("", text).replace("\n", " ").replace("\r", " ")

    def _flush(self, *, keep: bool = False) -> Iterator[Block]:
        text = settled("".join(self._parts))
        self._parts.clear()
        for line in text.split("\n") if self._pre else [text]:
            shown = clean(line)
            if not shown:
                continue
            yield Paragraph(text=self._labelled(shown), level=self._level)
        if not keep and text.strip():
            self._label = ""

    def _labelled(self, text: str) -> str:
        label, self._label = self._label, ""
        if not label:
            return text
        return label + ("" if ord(text[0]) > 0x2E7F else " ") + text  # noqa: PLR2004 - first CJK block


def _breaks_page(element: HtmlElement, place: str) -> bool:
    """Whether a printed page ends `before` or `after` an element."""
    style = element.get("style")
    found = _PAGE_BREAK.search(str(style)) if style is not None and "break" in style else None
    return found is not None and found[1].lower() == place


def _whole(text: str | None, default: int) -> int:
    stripped = str(text or "").strip()
    return int(stripped) if stripped.isdecimal() and len(stripped) < 7 else default  # noqa: PLR2004
