"""Older office formats (.doc, .wps, .rtf, .odt): turned into .docx by LibreOffice, then read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yoy.errors import MissingToolError, ReadError, TooLargeError
from yoy.lexicon import fail
from yoy.readers.docx.read import read_docx
from yoy.readers.limits import MEGABYTE, open_kind
from yoy.readers.sheets import read_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.readers.extraction import Extraction

_SECONDS = 60
_MEMORY = 4096 * MEGABYTE
"""Address space of LibreOffice, which maps far more than it uses."""
_OUTPUT_LIMIT = 100 * MEGABYTE
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)


class Target(NamedTuple):
    """What LibreOffice turns a file into: the suffix and its name of the filter."""

    suffix: str
    filter: str


_WORD = Target("docx", "MS Word 2007 XML")
_SHEETS = Target("xlsx", "Calc MS Excel 2007 XML")
_REFUSED = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
)
"""Settings of the profile: no macros, no outside content, no link ever updated."""


def read_office(content: bytes, name: str) -> Extraction:
    """Extraction of a document that LibreOffice can open.

    It runs in a profile of its own without macros and links, and is ended after a minute.

    Raises:
        ReadError: empty, or LibreOffice could not convert it (`conversion_failed`).
        EncryptedError: behind a password.
        MissingToolError: no LibreOffice on PATH.
        TooLargeError: the time limit passed.
    """
    program = _program(content, name)
    suffix = Path(name).suffix.lower()
    return replace(read_docx(_converted(program, content, name, _WORD), name), format=suffix.lstrip("."))


def read_office_sheets(content: bytes, name: str) -> Extraction:
    """Extraction of a workbook that LibreOffice can open (.xls, .ods); `name#sheet` reads one sheet.

    Raises:
        ReadError, EncryptedError, MissingToolError, TooLargeError: see `read_office`.
    """
    file, _, _ = name.partition("#")
    program = _program(content, file)
    made = read_workbook(_converted(program, content, file, _SHEETS), name)
    return replace(made, format=Path(file).suffix.lower().lstrip("."))


def _program(content: bytes, name: str) -> str:
    kind = open_kind(content, name)
    if kind not in ("doc", "docx", "rtf") and not content.lstrip()[:1] == b"<":
        raise fail(ReadError, "damaged_file", file=name, reason="signature")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise fail(MissingToolError, "missing_soffice", file=name)
    return program


def _converted(program: str, content: bytes, name: str, target: Target) -> bytes:
    suffix = Path(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="yoy-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"report{suffix}")
        source.write_bytes(content)
        profile = Path(folder, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        _run(_command(program, profile, Path(folder, "out"), source, target), name)
        result = Path(folder, "out", f"report.{target.suffix}")
        if not result.is_file():
            raise fail(ReadError, "conversion_failed", file=name)
        if result.stat().st_size > _OUTPUT_LIMIT:
            raise fail(TooLargeError, "unpacks_too_large", file=name, limit=_OUTPUT_LIMIT // MEGABYTE)
        return result.read_bytes()


def _settings() -> str:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _REFUSED)
    return (
        f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def _command(program: str, profile: Path, out: Path, source: Path, target: Target) -> list[str]:
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", f"{target.suffix}:{target.filter}", "--outdir", str(out), str(source)),
    ]
    shell = shutil.which("sh") if os.name == "posix" else None
    if shell is None:
        return command
    return [shell, "-c", f'ulimit -v {_MEMORY // 1024}; exec "$0" "$@"', *command]


def _run(command: Sequence[str], name: str) -> None:
    """Run a command with its children in a group of their own, which is ended with it."""
    child = subprocess.Popen(  # noqa: S603 - a fixed command on a file of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        child.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise fail(TooLargeError, "too_slow", file=name) from None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):  # it ended by itself, and its children too
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
