"""Outputs on disk: named after the reports, and whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from yoy.errors import WriteError
from yoy.garbage import without_collection
from yoy.lexicon import fail
from yoy.writers.options import WriteOptions
from yoy.writers.table import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Comparison, Document

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_YEARS = re.compile(r"(?:19|20)\d{2}\s*(?:年度|年)?")
_NAME_LENGTH = 60


@without_collection()
def write(comparison: Comparison, path: str | Path, options: WriteOptions | None = None) -> Path:
    """Writes a comparison to `path`; the suffix (.xlsx, .html, .json) chooses the format.

    A run that fails leaves the file that was there untouched.

    Raises:
        WriteError: no writer for the suffix, or the place cannot be written.
    """
    target = Path(path)
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise fail(WriteError, "no_writer", file=target, formats=" ".join(WRITERS))
    with replacing(target) as stream:
        writer(comparison, stream, options or WriteOptions())
    return target


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream to a temporary file beside `target` that takes its place when all went well.

    Raises:
        WriteError: the folder cannot be made or written, or the target is held by a program.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise fail(WriteError, "cannot_write", file=target, reason=error.strerror or error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        part.chmod(0o644)
        part.replace(target)
    except OSError as error:
        raise fail(WriteError, "cannot_write", file=target, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def output_stem(documents: Sequence[Document]) -> str:
    """A file name without suffix such as 宝山区人民政府-法治政府建设情况报告-2017-2018.

    Args:
        documents: the reports compared, in any order; the newest names the file.
    """
    ordered = sorted(documents, key=lambda document: document.period or 0)
    newest = ordered[-1]
    years = [str(document.period or document.label or "") for document in (ordered[0], newest)]
    title = _YEARS.sub("", newest.title.replace(newest.issuer, "") if newest.issuer else newest.title)
    parts = [newest.issuer, title] if newest.issuer or title else [Path(newest.source.name).stem]
    cleaned = [_UNSAFE.sub("", part).strip(".-")[:_NAME_LENGTH] for part in parts if part not in years]
    return "-".join([part for part in cleaned if part] + years)
