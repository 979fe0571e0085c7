"""What the commands have in common: reading the reports named on the line, with their settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.errors import ReadError
from yoy.lexicon import fail
from yoy.options import Options
from yoy.readers.registry import read
from yoy.settings import load_settings, settings_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yoy.model import Document

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LABELLED = re.compile(r"(?P<label>[^=/\\]{1,20})=(?P<file>.+)", re.DOTALL)


def split_label(argument: str) -> tuple[str | None, str]:
    """`2018=FILE` as label and file; a file whose own name holds `=` is taken as it stands."""
    match = _LABELLED.fullmatch(argument)
    if match is None or Path(argument).exists():
        return None, argument
    return match["label"], match["file"]


def read_reports(arguments: Sequence[str], progress: Callable[[str, str], None]) -> list[Document]:
    """The reports named on the command line, labels applied."""
    documents = []
    for argument in arguments:
        label, file = split_label(argument)
        _refuse_address(file)
        _refuse_part_of_name(file, arguments)
        progress("read", Path(file).name)
        refuse_pipe(Path(file))
        documents.append(read(file, label=label))
    return documents


def _refuse_address(file: str) -> None:
    """Raises for an address of the web: nothing is fetched (`is_address`)."""
    if _ADDRESS.match(file):
        raise fail(ReadError, "is_address", file=file)


def _refuse_part_of_name(file: str, arguments: Sequence[str]) -> None:
    """Raises where the shell has cut a name at its blanks: the parts together name a file."""
    if Path(file).exists():
        return
    parts = [split_label(argument)[1] for argument in arguments]
    for start in range(len(parts)):
        for end in range(start + 2, len(parts) + 1):
            whole = " ".join(parts[start:end])
            if file in parts[start:end] and Path(whole).exists():
                raise fail(ReadError, "blank_in_name", file=whole)


def settings_file(arguments: Sequence[str], config: Path | None) -> Path | None:
    """The file of `--config`, else the yoy.toml beside the first report, if there is one."""
    return config or settings_beside(tuple(Path(split_label(argument)[1]) for argument in arguments))


def settings_for(arguments: Sequence[str], config: Path | None) -> Options:
    """The options of the settings file, else the defaults."""
    path = settings_file(arguments, config)
    return load_settings(path) if path else Options()


def refuse_pipe(file: Path) -> None:
    """Raises for a pipe, a socket or a device: reading one may never come to an end.

    Raises:
        ReadError: it is one (`no_ordinary_file`).
    """
    if file.exists() and not file.is_file() and not file.is_dir():
        raise fail(ReadError, "no_ordinary_file", file=file)


def silent(step: str, subject: str) -> None:
    """The progress of a command that is over at once."""
