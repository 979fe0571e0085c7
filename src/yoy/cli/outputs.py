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
from yoy.writers.files import output_stem, replacing, write

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
    manifest: Path | None = None


def planned(outputs: Outputs, documents: Sequence[Document], inputs: Sequence[str]) -> Outputs:
    """The outputs with default names for workbook and page.

    Raises:
        WriteError: an output would overwrite a report (`overwrites_input`).
    """
    stem = output_stem(documents)
    whole = replace(
        outputs,
        xlsx=outputs.xlsx or outputs.folder / f"{stem}.xlsx",
        html=outputs.html or outputs.folder / f"{stem}.html",
    )
    sources = {Path(split_label(name)[1]).resolve() for name in inputs}
    for target in _targets(whole):
        if target.resolve() in sources:
            raise fail(WriteError, "overwrites_input", file=target)
    return whole


def _targets(outputs: Outputs) -> Iterator[Path]:
    for target in (outputs.xlsx, outputs.html, outputs.json, outputs.pdf, outputs.manifest):
        if target is not None:
            yield target


def write_all(
    comparison: Comparison,
    outputs: Outputs,
    inputs: Sequence[str],
    options: WriteOptions,
    progress: Callable[[str, str], None],
    reviewed: Path | None = None,
) -> list[Path]:
    """Writes every output and returns their paths.

    Args:
        inputs: the reports as named on the command line, for the manifest.
        reviewed: the workbook that `options.review` was read from; it is kept beside the new one.

    Raises:
        WriteError: an output cannot be written; those before it stand.
    """
    assert outputs.xlsx is not None
    assert outputs.html is not None
    linked = replace(
        options,
        html_name=_seen_from(outputs.xlsx, outputs.html),
        workbook_name=_seen_from(outputs.html, outputs.xlsx),
    )
    written: list[Path] = []
    for target in (outputs.html, outputs.json, outputs.xlsx):
        if target is not None:
            if target == outputs.xlsx and reviewed and options.review:
                written.extend(_kept(reviewed, target, options.review))
            progress("write", target.name)
            written.append(write(comparison, target, linked))
    if outputs.pdf is not None:
        from yoy.writers.pdf import print_page

        progress("write", outputs.pdf.name)
        print_page(outputs.html, outputs.pdf)
        written.append(outputs.pdf)
    if outputs.manifest is not None:
        with replacing(outputs.manifest) as stream:
            stream.write(_manifest(_source_files(inputs), written, outputs.manifest.parent).encode())
        written.append(outputs.manifest)
    return written


def _kept(reviewed: Path, target: Path, review: Review) -> Iterator[Path]:
    kept = carry_over(reviewed, target, review)
    if kept is not None:
        yield kept


def _seen_from(here: Path, other: Path) -> str | None:
    """The name by which a file links to its neighbour; None where they lie in different folders."""
    return other.name if other.resolve().parent == here.resolve().parent else None


def _source_files(inputs: Sequence[str]) -> list[Path]:
    return [Path(file) for _, file in map(split_label, inputs) if file != "-"]


def _manifest(sources: Sequence[Path], written: Sequence[Path], folder: Path) -> str:
    """Lines that `sha256sum -c` accepts when run in `folder`, for the sources and the outputs."""
    lines = []
    for file in (*sources, *written):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        lines.append(f"{digest}  {_relative(file, folder)}")
    return "\n".join(lines) + "\n"


def _relative(file: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return file.resolve().as_posix()
