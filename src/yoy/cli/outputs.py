"""Which files a comparison is written to, and writing them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.cli.inputs import split_label
from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.review.keep import carry_over
from yoy.writers.files import output_stem, write_into
from yoy.writers.together import Outputs as Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.model import Comparison, Document, Review
    from yoy.writers.options import WriteOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Output files; None where none is wanted or, for workbook and page, none was named."""

    folder: Path
    xlsx: Path | None = None
    html: Path | None = None
    json: Path | None = None
    pdf: Path | None = None
    docx: Path | None = None
    manifest: Path | None = None


def planned(
    outputs: Outputs, documents: Sequence[Document], inputs: Sequence[str], others: Sequence[Path] = ()
) -> Outputs:
    """The outputs with default names for workbook and page.

    Args:
        others: files besides the reports that are only read, such as the settings.

    Raises:
        WriteError: an output would overwrite what is read (`overwrites_input`) or another output
            (`same_output`), or is no ordinary file (`no_ordinary_file`).
    """
    stem = output_stem(documents)
    whole = replace(
        outputs,
        xlsx=outputs.xlsx or outputs.folder / f"{stem}.xlsx",
        html=outputs.html or outputs.folder / f"{stem}.html",
    )
    read = {_identity(file) for file in (*_source_files(inputs), *others)}
    taken: set[object] = set()
    for target in _targets(whole):
        if target.exists() and not target.is_file() and not target.is_dir():
            raise fail(WriteError, "no_ordinary_file", file=target)
        if _identity(target) in read:
            raise fail(WriteError, "overwrites_input", file=target)
        if _identity(target) in taken:
            raise fail(WriteError, "same_output", file=target)
        taken.add(_identity(target))
    return whole


def _identity(file: Path) -> object:
    """What two names of one file have in common: links and letters of another case lead to it, too."""
    try:
        found = file.stat()
    except OSError:
        return str(file.resolve()).casefold()
    return found.st_dev, found.st_ino


def _targets(outputs: Outputs) -> Iterator[Path]:
    named = (outputs.xlsx, outputs.html, outputs.json, outputs.pdf, outputs.docx, outputs.manifest)
    for target in named:
        if target is not None:
            yield target


def write_all(
    comparison: Comparison,
    outputs: Outputs,
    inputs: Sequence[str],
    options: WriteOptions,
    progress: Callable[[str, str], None],
    reviews: Sequence[tuple[Path, Review]] = (),
) -> list[Path]:
    """Writes every output, all or none, and returns their paths.

    Args:
        inputs: the reports as named on the command line, for the manifest.
        reviews: the files that `options.review` was read from; a workbook that is replaced is kept.

    Raises:
        WriteError: an output cannot be written; what was there before stands.
    """
    assert outputs.xlsx is not None
    assert outputs.html is not None
    linked = replace(
        options,
        html_name=_seen_from(outputs.xlsx, outputs.html),
        workbook_name=_seen_from(outputs.html, outputs.xlsx),
    )
    files: list[Path] = []
    copy: Path | None = None
    with Written() as written:
        for target in (outputs.html, outputs.json, outputs.xlsx, outputs.docx):
            if target is not None:
                progress("write", target.name)
                write_into(written, comparison, target, linked)
                files.append(target)
        if outputs.pdf is not None:
            from yoy.writers.pdf import print_into

            progress("write", outputs.pdf.name)
            print_into(written, written.read_from(outputs.html), outputs.pdf)
            files.append(outputs.pdf)
        if reviews:
            copy = carry_over(*_replaced(reviews, outputs.xlsx))
        kept = [copy] if copy else []
        at = files.index(outputs.xlsx)
        if outputs.manifest is not None:
            named = [(file, written.read_from(file)) for file in files]
            named[at:at] = [(file, file) for file in kept]
            named[:0] = [(file, file) for file in _source_files(inputs)]
            with written.writing(outputs.manifest) as stream:
                stream.write(_manifest(named, outputs.manifest.parent).encode())
            files.append(outputs.manifest)
    return [*files[:at], *kept, *files[at:]]


def _replaced(reviews: Sequence[tuple[Path, Review]], target: Path) -> tuple[Path, Path, Review]:
    """The review that was read from the workbook to be replaced, else the first, with that workbook."""
    same = [one for one in reviews if target.exists() and one[0].exists() and target.samefile(one[0])]
    file, review = (same or list(reviews))[0]
    return file, target, review


def _seen_from(here: Path, other: Path) -> str | None:
    """The name by which a file links to its neighbour; None where they lie in different folders."""
    return other.name if other.resolve().parent == here.resolve().parent else None


def _source_files(inputs: Sequence[str]) -> list[Path]:
    return [Path(file) for _, file in map(split_label, inputs) if file != "-"]


def _manifest(files: Sequence[tuple[Path, Path]], folder: Path) -> str:
    """Lines that `sha256sum -c` accepts in `folder`, for each file by its name and where it is read."""
    lines = []
    for file, content in files:
        digest = hashlib.sha256(content.read_bytes()).hexdigest()
        lines.append(f"{digest}  {_relative(file, folder)}")
    return "\n".join(lines) + "\n"


def _relative(file: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return file.resolve().as_posix()
