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
        self._near: list[bytes] = []
        self._size = 0
        self.empty = True

    def add(self, markup: bytes) -> None:
        """More bytes."""
        self._near.append(markup)
        self._size += len(markup)
        self.empty = False
        if self._size >= _PIECE:
            self._put_away()

    def _put_away(self) -> None:
        self._file.write(b"".join(self._near))
        self._near, self._size = [], 0

    def pieces(self) -> Iterator[bytes]:
        """All of them, for the one time that they are needed."""
        self._put_away()
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        self._file.close()
