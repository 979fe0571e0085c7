"""The zip of a workbook, with nothing in it that depends on when it was made."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.writer.excel import ExcelWriter

from yoy.writers.excel.book.markup import FrameWriter, RowSheet
from yoy.writers.excel.book.private import set_drawing, set_relations

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: every member bears it."""


class TimelessZip(zipfile.ZipFile):
    """A zip file whose members all bear the same time, so that same inputs give same bytes."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a member from memory."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(self._member(name), data, compress_type, compresslevel)

    def write(
        self,
        filename: str | os.PathLike[str],
        arcname: str | os.PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a member from a file."""
        del compress_type, compresslevel
        with open(filename, "rb") as source, self.open(self._member(str(arcname)), "w") as member:  # noqa: PTH123 - openpyxl hands over a name
            while chunk := source.read(1 << 20):
                member.write(chunk)

    def pour(self, name: str, pieces: Iterable[bytes]) -> None:
        """Add a member piece by piece."""
        with self.open(self._member(name), "w") as member:
            for piece in pieces:
                member.write(piece)

    @staticmethod
    def _member(name: str) -> zipfile.ZipInfo:
        member = zipfile.ZipInfo(name, FIRST_DAY)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        return member


class BookWriter(ExcelWriter):
    """Writes a workbook, its sheets of rows from the markup that they hold."""

    def __init__(self, workbook: Workbook, archive: TimelessZip) -> None:
        super().__init__(workbook, archive)
        self._zip = archive

    def write_worksheet(self, ws: Worksheet) -> None:
        """Add the file of a sheet."""
        if not isinstance(ws, RowSheet):
            super().write_worksheet(ws)
            return
        set_drawing(ws, SpreadsheetDrawing())
        frame = FrameWriter(ws)
        self._zip.pour(ws.path[1:], frame.parts())
        set_relations(ws, frame.relations)
        self.manifest.append(ws)
