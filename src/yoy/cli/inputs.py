"""What the commands have in common: reading the reports named on the line, with their settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.options import Options
from yoy.readers.registry import read
from yoy.settings import load_settings, settings_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yoy.model import Document

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
        progress("read", Path(file).name)
        documents.append(read(file, label=label))
    return documents


def settings_for(arguments: Sequence[str], config: Path | None) -> Options:
    """The options of `--config`, else of the yoy.toml beside the first report, else the defaults."""
    files = tuple(Path(split_label(argument)[1]) for argument in arguments)
    path = config or settings_beside(files)
    return load_settings(path) if path else Options()


def silent(step: str, subject: str) -> None:
    """The progress of a command that is over at once."""
