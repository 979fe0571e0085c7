"""Plain text: the decoded file with its line ends made one kind and nothing else changed."""

from __future__ import annotations

from yoy.model import Note
from yoy.readers.encoding import decode
from yoy.readers.extraction import Extraction
from yoy.readers.layout.lost_tables import lost_tables
from yoy.readers.layout.text_tables import find_text_tables


def read_text(content: bytes, name: str) -> Extraction:
    """Extraction of a .txt file.

    Raises:
        ReadError: see `decode`.
    """
    text, encoding = decode(content, name)
    plain = one_line_end(text)
    tables = find_text_tables(plain)
    notes = tuple(
        Note(stage="read", code="pasted_table", args={"rows": len(table.rows)}, span=table.span)
        for table in tables
        if not table.header_rows
    )
    lost = tuple(
        Note(stage="read", code="pasted_table", args={"rows": found.lines}, span=found.span)
        for found in lost_tables(plain, [table.span for table in tables])
    )
    return Extraction(text=plain, format="txt", encoding=encoding, tables=tables, notes=(*notes, *lost))


def one_line_end(text: str) -> str:
    r"""`\r\n` and `\r` each as `\n`, so `\r\r\n` gives two (contract.md)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
