"""Web pages: the article found among navigation, its blocks, its tables, its metadata."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy.errors import ReadError
from yoy.lexicon import data, fail
from yoy.model import Note
from yoy.readers.extraction import Extraction
from yoy.readers.html.blocks import DROPPED, page_blocks
from yoy.readers.html.charset import decode_page
from yoy.readers.html.content import Content, find_content
from yoy.readers.html.left_out import left_out
from yoy.readers.html.pages import without_pages
from yoy.readers.html.source import flattened, lost_letters
from yoy.readers.identity.portal import find_portal
from yoy.readers.identity.titles import confirmed_title, without_site
from yoy.readers.layout.blocks import Grid, Paragraph, assemble, clean
from yoy.readers.limits import check_size, expect
from yoy.readers.raised import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

    from yoy.readers.layout.blocks import Block

_NEAR = 40
"""How many lines above the article may hold its date and source."""
_TITLE_HEAD = 400
_DATE = re.compile(
    r"(?<!\d)20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
)
_DATE_LINE = 60


def read_html(content: bytes, name: str) -> Extraction:
    """Extraction of a web page.

    Raises:
        ReadError: empty, of another kind, or without a text that can be decoded.
        TooLargeError: larger than a page of text can be.
    """
    return read_page(content, name, declared=None, kind="html")


def read_page(content: bytes, name: str, *, declared: str | None, kind: str) -> Extraction:
    """Extraction of a page whose charset may be `declared` outside of it; `kind` names the format."""
    expect(content, "html", name)
    check_size(content, name)
    text, encoding, notes = decode_page(content, name, declared)
    body, head, mended = _whole_tree(text, name)
    found = find_content(body)
    unread: dict[HtmlElement, None] = {}
    blocks = without_pages(page_blocks(found.root, found.dropped, unread=unread))
    metadata = _metadata(head)
    stated = metadata.pop("title", "")
    if found.root is not body:
        above = _above(body, found.root)
        metadata = {**_dated(above[-_NEAR:]), **find_portal("\n".join(above[-_NEAR:])).metadata, **metadata}
        blocks = [*_title_block(stated or _heading(body) or _page_title(head), blocks), *blocks]
    made = assemble(blocks)
    return Extraction(
        text=made.text,
        format=kind,
        encoding=encoding,
        title=confirmed_title(stated or _page_title(head), made.text),
        metadata=metadata,
        places=made.places,
        tables=made.tables,
        hints=made.hints,
        shell=made.shell,
        notes=(*notes, *mended, *left_out(head, found, unread, made.text)),
    )


def whole_page(content: bytes, name: str, *, declared: str | None) -> tuple[list[Block], tuple[Note, ...]]:
    """Everything a page shows, for a page that is part of a document and has no navigation.

    Raises:
        ReadError: without a text that can be decoded.
        TooLargeError: larger than a page of text can be.
    """
    check_size(content, name)
    text, _, notes = decode_page(content, name, declared)
    body, page, mended = _whole_tree(text, name)
    unread: dict[HtmlElement, None] = {}
    blocks = list(page_blocks(body, frozenset(), unread=unread))
    shown = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    return blocks, (*notes, *mended, *left_out(page, Content(body, frozenset()), unread, shown))


def _whole_tree(text: str, name: str) -> tuple[HtmlElement, HtmlElement, tuple[Note, ...]]:
    """Body and page, boxes flattened where the parser gave up on their depth; with a note of what is lost."""
    body, page = _tree(text, name)
    if not lost_letters(text, page):
        return body, page, ()
    flat = flattened(text)
    body, page = _tree(flat, name)
    lost = lost_letters(flat, page)
    notes = [Note(stage="read", code="flattened")]
    if lost:
        notes.append(Note(stage="read", code="text_lost", args={"count": lost}))
    return body, page, tuple(notes)


def _tree(text: str, name: str) -> tuple[HtmlElement, HtmlElement]:
    """Body and whole page; libxml2 mends whatever a page breaks."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    cleaned = unmarked(text.replace("\0", "")).encode("utf-8", errors="replace")
    try:
        page = html.document_fromstring(cleaned, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise fail(ReadError, "damaged_file", file=name, reason=str(error)) from None
    body = page.find("body")
    return (page if body is None else body), page


@cache
def _meta_names() -> Mapping[str, str]:
    return {name.lower(): key for key, names in data("containers")["meta"].items() for name in names}


def _metadata(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        label = str(meta.get("name") or meta.get("property") or "").lower()
        value = clean(str(meta.get("content") or ""))
        if value and label in _meta_names():
            found.setdefault(_meta_names()[label], value)
    return found


def _page_title(page: HtmlElement) -> str:
    title = page.find(".//title")
    return "" if title is None else clean(str(title.text_content()))


def _heading(body: HtmlElement) -> str:
    """The page's one h1; several are a site's own design."""
    texts = [clean(str(found.text_content())) for found in body.iter("h1")]
    texts = [text for text in texts if text]
    return texts[0] if len(texts) == 1 else ""


def _title_block(title: str, blocks: list[Block]) -> list[Block]:
    """The title as first line, where it stands outside the article."""
    head = "".join(block.text for block in blocks[:8] if isinstance(block, Paragraph))[:_TITLE_HEAD]
    if not title or confirmed_title(title, head):
        return []
    return [Paragraph(text=without_site(title))]


def _above(body: HtmlElement, root: HtmlElement) -> list[str]:
    """Lines of the page that stand before the article."""
    lines: list[str] = []
    for block in page_blocks(body, frozenset((root,)), mark=True):
        if isinstance(block, Paragraph):
            if block is DROPPED:
                break
            lines.append(clean(block.text))
        else:
            lines.extend(_pairs(block))
    return [line for line in lines if line]


def _pairs(grid: Grid) -> Iterator[str]:
    """A table of labels and values, as portals head their documents, one pair a line."""
    for row in grid.rows:
        texts = [clean(cell.text) for cell in row.cells]
        yield from (f"{label} {value}" for label, value in zip(texts[::2], texts[1::2], strict=False))


def _dated(lines: list[str]) -> dict[str, str]:
    """The date on a line by itself or beside a source, which news pages print without a label."""
    for line in reversed(lines):
        match = _DATE.search(line) if len(line) <= _DATE_LINE else None
        if match:
            return {"publish_date": match[0]}
    return {}
