"""Plain text: the decoded file with its line ends made one kind and nothing else changed."""

from __future__ import annotations

from yoy.readers.encoding import decode
from yoy.readers.extraction import Extraction


def read_text(content: bytes, name: str) -> Extraction:
    """Extraction of a .txt file.

    Raises:
        ReadError: see `decode`.
    """
    text, encoding = decode(content, name)
    return Extraction(text=one_line_end(text), format="txt", encoding=encoding)


def one_line_end(text: str) -> str:
    r"""`\r\n` and `\r` each as `\n`, so `\r\r\n` gives two (contract.md)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
