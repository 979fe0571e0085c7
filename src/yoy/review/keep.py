"""Keeps the reviewed file beside the new workbook, so that nothing written by a person is lost."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from typing import TYPE_CHECKING

from yoy.errors import WriteError
from yoy.lexicon import fail

if TYPE_CHECKING:
    from pathlib import Path

    from yoy.model import Review

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?")
_MARK = "reviewed"


def holds_writing(review: Review) -> bool:
    """Whether anything in the workbook was written by a person."""
    return bool(review.remarks or review.cover or review.sheets or review.columns)


def carry_over(reviewed: Path, target: Path, review: Review) -> Path | None:
    """Keep the reviewed file under a dated name before `target` is written.

    Call it after everything that can fail and before the new workbook takes the place of `target`.
    It does nothing where `target` is another file than the reviewed one (which then stays where it
    is anyway) or where nobody wrote anything.

    Args:
        reviewed: the workbook that `review` was read from.
        target: where the new workbook will be written.
        review: what `read_review(reviewed)` gave.

    Returns:
        The copy, or None where none is needed. Its name bears the time at which the reviewed file
        was last saved, by the file's own account: `stem.reviewed-2019-03-14-1530.xlsx`.

    Raises:
        WriteError: the copy cannot be written, or the reviewed file changed since it was read.
    """
    if (
        not holds_writing(review)
        or not target.exists()
        or not reviewed.exists()
        or not target.samefile(reviewed)
    ):
        return None
    try:
        content = reviewed.read_bytes()
        if hashlib.sha256(content).hexdigest() != review.sha256:
            raise fail(WriteError, "review_changed_meanwhile", file=reviewed)
        kept = _free_name(reviewed, saved_on(reviewed), content)
        if not kept.exists():
            shutil.copy2(reviewed, kept)
    except OSError as error:
        raise fail(WriteError, "cannot_write", file=reviewed, reason=error.strerror or error) from error
    return kept


def saved_on(path: Path) -> str:
    """When a workbook was last saved by its own account, for a file name; else its digest."""
    with zipfile.ZipFile(path) as archive:
        name = "docProps/core.xml"
        core = archive.read(name) if name in archive.namelist() else b""
    found = _MODIFIED.search(core)
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
