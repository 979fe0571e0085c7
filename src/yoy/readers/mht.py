"""Web archives (.mht, .mhtml): the page inside, read as a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.errors import ReadError
from yoy.lexicon import fail
from yoy.readers.html.read import read_page
from yoy.readers.limits import expect

if TYPE_CHECKING:
    from email.message import Message

    from yoy.readers.extraction import Extraction

_DEPTH = 5


def read_mht(content: bytes, name: str) -> Extraction:
    """Extraction of the first page in a web archive.

    Raises:
        ReadError: no page inside (`damaged_file`), or see `read_html`.
    """
    payload, declared = page_in(content, name)
    return read_page(payload, name, declared=declared, kind="mht")


def page_in(content: bytes, name: str) -> tuple[bytes, str | None]:
    """The first page in a web archive and the charset that its header declares.

    Raises:
        ReadError: no page inside (`damaged_file`), or the file is of another kind.
    """
    from email import policy
    from email.parser import BytesParser

    expect(content, "mht", name)
    try:
        page = _page(BytesParser(policy=policy.compat32).parsebytes(content), _DEPTH)
        payload = None if page is None else page.get_payload(decode=True)
        declared = None if page is None else page.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise fail(ReadError, "damaged_file", file=name, reason=type(error).__name__) from None
    if not isinstance(payload, bytes):
        raise fail(ReadError, "damaged_file", file=name, reason="text/html")
    return payload, declared


def _page(message: Message, depth: int) -> Message | None:
    from email.message import Message

    if message.get_content_type() in ("text/html", "application/xhtml+xml"):
        return message
    if not message.is_multipart() or not depth:
        return None
    parts = message.get_payload()
    for part in parts if isinstance(parts, list) else ():
        found = _page(part, depth - 1) if isinstance(part, Message) else None
        if found is not None:
            return found
    return None
