"""Markup that waits until its place in the file comes: a little in memory, much of it on the disk."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_MEMORY = 1 << 21
"""Bytes that wait in memory."""
_PIECE = 1 << 18


class Held:
    """Bytes in the order in which they came; on the disk they have no name and end with the program."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - it lives as long as its sheet
        self.empty = True

    def add(self, markup: bytes) -> None:
        """More bytes."""
        self._file.write(markup)
        self.empty = False

    def pieces(self) -> Iterator[bytes]:
        """All of them, for the one time that they are needed."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        self._file.close()
