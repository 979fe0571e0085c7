"""The one table of output formats: suffix → function that writes a Comparison to a stream."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yoy.model import Comparison
    from yoy.writers.options import WriteOptions


def _xlsx(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    from yoy.writers.excel.write import write_workbook

    write_workbook(comparison, stream, options)


def _html(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    from yoy.writers.html.write import write_html

    write_html(comparison, stream, options)


def _json(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    from yoy.writers.json import write_json

    write_json(comparison, stream, options)


def _docx(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:
    from yoy.writers.docx.write import write_redline

    write_redline(comparison, stream, options)


WRITERS: Mapping[str, Callable[[Comparison, BinaryIO, WriteOptions], None]] = MappingProxyType(
    {".xlsx": _xlsx, ".html": _html, ".json": _json, ".docx": _docx}
)
