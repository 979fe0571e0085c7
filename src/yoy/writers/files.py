"""Outputs on disk: named after the reports, and whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.errors import WriteError
from yoy.garbage import without_collection
from yoy.language.years import role_of_label
from yoy.lexicon import fail
from yoy.writers.options import WriteOptions
from yoy.writers.table import WRITERS
from yoy.writers.together import Outputs
from yoy.writers.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Comparison, Document

_UNSAFE = re.compile(r'[<>:"/\\|?*\s]+')
_YEARS = re.compile(r"(?:19|20)\d{2}\s*(?:年度|年)?")
_NAME_LENGTH = 60
_NAME_BYTES = 100
"""Bytes of each part of a name: a file system takes 255 for the whole, and yoy adds a date to some."""


def write(comparison: Comparison, path: str | Path, options: WriteOptions | None = None) -> Path:
    """Writes a comparison to `path`; the suffix (.xlsx, .html, .json, .docx) chooses the format.

    A run that fails leaves the file that was there untouched.

    Raises:
        WriteError: no writer for the suffix, or the place cannot be written.
    """
    target = Path(path)
    with Outputs() as outputs:
        write_into(outputs, comparison, target, options or WriteOptions())
    return target


@without_collection()
def write_into(outputs: Outputs, comparison: Comparison, target: Path, options: WriteOptions) -> None:
    """Writes a comparison to what will be `target` when all outputs are put in place.

    Raises:
        WriteError: no writer for the suffix, or the place cannot be written.
    """
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise fail(WriteError, "no_writer", file=target, formats=" ".join(WRITERS))
    with outputs.writing(target) as stream:
        writer(comparison, stream, options)


def output_stem(documents: Sequence[Document]) -> str:
    """A file name without suffix such as 宝山区人民政府-法治政府建设情况报告-2017-2018.

    Args:
        documents: the reports compared, in any order; the newest names the file.
    """
    ordered = sorted(documents, key=_place)
    newest = ordered[-1]
    years = [str(document.period or document.label or "") for document in (ordered[0], newest)]
    title = _YEARS.sub("", newest.title.replace(newest.issuer, "") if newest.issuer else newest.title)
    parts = [newest.issuer, title] if newest.issuer or title else [Path(newest.source.name).stem]
    cleaned = [_name_part(part) for part in parts if part not in years]
    return "-".join([part for part in cleaned if part] + years)


def _place(document: Document) -> tuple[int, bool]:
    return document.period or 0, role_of_label(document.label) == "current"


def _name_part(text: str) -> str:
    """Text of a report as part of a file name: nothing unseen, nothing that steers a terminal."""
    safe = _UNSAFE.sub("", UNSEEN.sub("", text)).strip(".-")[:_NAME_LENGTH]
    return safe.encode()[:_NAME_BYTES].decode(errors="ignore")
