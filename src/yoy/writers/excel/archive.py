"""The zip of a workbook, with nothing in it that depends on when it was made."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from typing import Any

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

    @staticmethod
    def _member(name: str) -> zipfile.ZipInfo:
        member = zipfile.ZipInfo(name, FIRST_DAY)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        return member
