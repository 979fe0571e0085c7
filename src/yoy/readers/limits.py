"""What a file may cost: sizes, ratios and depths beyond which it is refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from yoy.errors import EncryptedError, ReadError, TooLargeError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

MEGABYTE = 1 << 20
PART_LIMIT = 48 * MEGABYTE
"""Largest XML part of a package: lxml needs about ten times that in memory."""
TEXT_LIMIT = 32 * MEGABYTE
"""Largest page of text; a filing of 100 pages with inline XBRL has 3 MB."""
ENTRY_LIMIT = 5_000
RATIO_LIMIT = 300
"""Honest XML shrinks 10- to 50-fold; a bomb a thousandfold."""
DEPTH_LIMIT = 200

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (_OLE, "doc"),
    (b"PK\x03\x04", "docx"),
    (b"{\\rtf", "rtf"),
)


def expect(content: bytes, kind: str, name: str) -> None:
    """Refuse a file whose first bytes say that it is of another kind than its suffix.

    Raises:
        ReadError: empty (`empty_file`) or of another kind (`wrong_suffix`).
        EncryptedError: an office document behind a password.
    """
    found = open_kind(content, name)
    if found != kind and found is not None:
        raise fail(ReadError, "wrong_suffix", file=name, holds=found)


def open_kind(content: bytes, name: str) -> str | None:
    """What the first bytes of a file say that it is; None where they say nothing.

    Raises:
        ReadError: empty (`empty_file`).
        EncryptedError: an office document behind a password.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise fail(ReadError, "empty_file", file=name)
    found = signature(content)
    if found == "doc" and "EncryptedPackage".encode("utf-16-le") in content:
        raise fail(EncryptedError, "encrypted_file", file=name)
    return found


def check_size(content: bytes, name: str) -> None:
    """Refuse a page of text larger than any report: reading it would take more time and memory than fair.

    Raises:
        TooLargeError: `file_too_large`.
    """
    if len(content) > TEXT_LIMIT:
        size, limit = len(content) // MEGABYTE, TEXT_LIMIT // MEGABYTE
        raise fail(TooLargeError, "file_too_large", file=name, size=size, limit=limit)


def signature(content: bytes) -> str | None:
    """The kind of file that its first bytes announce: pdf, doc, docx (any zip), rtf."""
    head = content[:1024].lstrip()
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return kind
    return "pdf" if b"%PDF-" in head else None


class Package:
    """A zip of XML parts that is read within limits."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open the package.

        Raises:
            ReadError: no zip, or damaged (`damaged_file`).
            TooLargeError: more parts or bytes than an honest document has (`unpacks_too_large`).
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise fail(ReadError, "damaged_file", file=name, reason=type(error).__name__) from None
        if len(infos) > ENTRY_LIMIT:
            raise fail(TooLargeError, "unpacks_too_large", file=name, limit=PART_LIMIT // MEGABYTE)
        self.names = {info.filename for info in infos}

    def part(self, path: str) -> _Element | None:
        """The XML of a part, None where the package has none of that name.

        Raises:
            ReadError: damaged or encrypted part.
            TooLargeError: the part unpacks to more than the limit.
        """
        from lxml import etree

        content = self.content(path)
        if content is None:
            return None
        try:
            root: _Element = etree.fromstring(content, xml_parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise fail(ReadError, "damaged_file", file=self._name, reason=f"{path}: {error}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise fail(ReadError, "damaged_file", file=self._name, reason=f"{path}: DTD")
        check_depth(root, self._name)
        return root

    def content(self, path: str) -> bytes | None:
        """The bytes of a part, None where the package has none of that name.

        Raises:
            ReadError: damaged or encrypted part.
            TooLargeError: the part unpacks to more than the limit.
        """
        if path not in self.names:
            return None
        info = self._zip.getinfo(path)
        if info.flag_bits & 1:
            raise fail(EncryptedError, "encrypted_file", file=self._name)
        limit = min(PART_LIMIT, max(MEGABYTE, info.compress_size * RATIO_LIMIT))
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except Exception as error:  # noqa: BLE001 - zlib, lzma, bz2 and zipfile each raise their own
            raise fail(ReadError, "damaged_file", file=self._name, reason=f"{path}: {error}") from None
        if len(content) > limit:
            raise fail(TooLargeError, "unpacks_too_large", file=self._name, limit=limit // MEGABYTE)
        return content


def xml_parser() -> XMLParser:
    """A parser that expands no entity, reads no DTD and touches neither network nor disk."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def check_depth(root: _Element, name: str) -> None:
    """Refuse a tree nested deeper than any document is.

    Raises:
        ReadError: `too_deep`.
    """
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEPTH_LIMIT:
            raise fail(ReadError, "too_deep", file=name, limit=DEPTH_LIMIT)
