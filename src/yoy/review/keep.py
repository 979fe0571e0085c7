"""Keeps the reviewed file beside the new workbook, so that nothing written by a person is lost."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
import zlib
from io import BytesIO
from typing import IO, TYPE_CHECKING

from yoy.errors import WriteError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from pathlib import Path

    from yoy.model import Review

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?")
_CREATED = re.compile(rb"<dcterms:created[^>]*>\s*([^<\s]+)")
_SAVED = re.compile(rb"<dcterms:modified[^>]*>\s*([^<\s]+)")
_MARK = "reviewed"
_LARGEST = 100_000
"""Bytes of the properties of a workbook that are read: ours have less than a thousand."""


def carry_over(reviewed: Path, target: Path, review: Review) -> Path | None:
    """Keep the workbook that `target` now names under a dated name, before a new one takes its place.

    Call it after everything that can fail and before the new workbook is renamed to `target`. It does
    nothing where there is no such file, or where nobody saved it since yoy wrote it: what that holds
    was carried from an earlier one, which has been kept.

    Args:
        reviewed: the workbook that `review` was read from, often `target` itself.
        target: where the new workbook will be written.
        review: what `read_review(reviewed)` gave.

    Returns:
        The copy, or None where none is needed. Its name bears the time at which the workbook was last
        saved, by its own account: `stem.reviewed-2019-03-14-1530.xlsx`.

    Raises:
        WriteError: the copy cannot be written, or the reviewed file changed since it was read.
    """
    try:
        if not target.exists() or as_written(target):
            return None
        content = target.read_bytes()
        if reviewed.exists() and target.samefile(reviewed):
            _still_the_same(content, review, reviewed)
        kept = _free_name(target, saved_on(target), content)
        if not kept.exists():
            shutil.copy2(target, kept)
    except OSError as error:
        raise fail(WriteError, "cannot_write", file=target, reason=error.strerror or error) from error
    return kept


def _still_the_same(content: bytes, review: Review, reviewed: Path) -> None:
    if hashlib.sha256(content).hexdigest() != review.sha256:
        raise fail(WriteError, "review_changed_meanwhile", file=reviewed)


def _properties(source: Path | IO[bytes]) -> bytes:
    name = "docProps/core.xml"
    try:
        with zipfile.ZipFile(source) as archive:
            if name not in archive.namelist():
                return b""
            with archive.open(name) as properties:
                return properties.read(_LARGEST)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return b""


def saved_at(content: bytes) -> str:
    """When a workbook in memory was last saved by its own account, ISO 8601; empty where it doesn't say."""
    found = _SAVED.search(_properties(BytesIO(content)))
    return found[1].decode("ascii", "replace") if found else ""


def as_written(path: Path) -> bool:
    """Whether nobody saved the workbook since yoy wrote it: every program then changes the time."""
    properties = _properties(path)
    created, saved = _CREATED.search(properties), _SAVED.search(properties)
    return created is not None and saved is not None and created[1] == saved[1]


def saved_on(path: Path) -> str:
    """When a workbook was last saved by its own account, for a file name; else its digest."""
    found = _MODIFIED.search(_properties(path))
    if found is None:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    day, hour, minute = (part.decode() if part else "" for part in found.groups())
    return f"{day}-{hour}{minute}" if hour else day


def _free_name(path: Path, date: str, content: bytes) -> Path:
    """A name that no other file has; the same file kept before is not kept twice."""
    count = 1
    while True:
        tail = "" if count == 1 else f"-{count}"
        kept = path.with_name(f"{path.stem}.{_MARK}-{date}{tail}{path.suffix}")
        if not kept.exists() or kept.read_bytes() == content:
            return kept
        count += 1
