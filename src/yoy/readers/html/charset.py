"""Bytes of a web page to text: byte order mark, declared charset, then the bytes themselves."""

from __future__ import annotations

import codecs
import re

from yoy.errors import ReadError
from yoy.lexicon import data, fail
from yoy.model import Note
from yoy.readers.encoding import decode

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,30})""", re.IGNORECASE)
_HEAD = 4096
_TOLERATED = 0.001


def decode_page(content: bytes, name: str, declared: str | None = None) -> tuple[str, str, tuple[Note, ...]]:
    """Text of a page, the encoding used, and a note where bytes had to be replaced.

    Args:
        content: the page.
        name: its file name, for errors.
        declared: what a mail header says of it, which goes before its own meta tag.

    Raises:
        ReadError: in no encoding that is known.
    """
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return (*decode(content, name), ())
    match = _DECLARED.search(content[:_HEAD])
    stated = [known for known in (_known(declared), _known(match[1].decode()) if match else None) if known]
    for encoding in (known for label in stated for known in _attempts(label, content)):
        try:
            return content.decode(encoding), encoding, ()
        except UnicodeDecodeError:
            continue
    try:
        return (*decode(content, name), ())
    except ReadError:
        for encoding in (*stated, "utf-8", "gb18030"):
            text = content.decode(encoding, errors="replace")
            lost = text.count("\ufffd")
            if lost <= len(text) * _TOLERATED:
                return text, encoding, (Note(stage="read", code="bytes_replaced", args={"count": lost}),)
    raise fail(ReadError, "unknown_encoding", file=name)


def _attempts(label: str, content: bytes) -> tuple[str, ...]:
    """The codecs to try for a charset: one of single bytes fits any page, so UTF-8 goes before it."""
    if label in data("encoding")["charsets_of_bytes"] and not content.isascii():
        return "utf-8", label
    return (label,)


def _known(label: str | None) -> str | None:
    """The codec of a charset label; gb2312 and gbk are read as their superset gb18030.

    Python has codecs that are no charsets (rot13, zip) and such as no page is in: they are none.
    """
    if not label:
        return None
    lowered = label.strip().lower()
    wider: dict[str, str] = data("tables")["wider_charsets"]
    try:
        found = codecs.lookup(wider.get(lowered, lowered)).name
    except (LookupError, ValueError):
        return None
    known: list[str] = [*data("encoding")["charsets"], *data("encoding")["charsets_of_bytes"]]
    return found if found in known else None
