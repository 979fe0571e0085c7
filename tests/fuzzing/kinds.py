"""What is done with an input that chance made: read numbers, read a file, compare two reports."""

from __future__ import annotations

import itertools
import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from fuzzing.texts import report, sentence
from promises import DIGITS, keep
from yoy.errors import YoyError
from yoy.options import Options
from yoy.pipeline import analyse, compare
from yoy.readers.formats import READERS
from yoy.readers.registry import read
from yoy.writers.json import write_json
from yoy.writers.options import WriteOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

Made = tuple[str, bytes]
"""Name and content of a file."""


def grammar(chance: Random, lang: str, folder: Path, _: Mapping[str, bytes]) -> Callable[[], None]:
    """A few sentences; every run of digits must lie in one quantity or one number set aside."""
    made = _file(folder, "2018.txt", "\n".join(sentence(chance, lang) for _ in range(3)) + "\n2018 年 text")

    def attempt() -> None:
        analysed = analyse(read(made), "2018", Options())
        text, figures = analysed.text, analysed.figures
        spans = sorted([q.span for q in figures.quantities] + [number.span for number in figures.set_aside])
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans)), "overlap"
        assert all(q.span.of(text) == q.surface for q in figures.quantities), "surface"
        for run in DIGITS.finditer(text):
            inside = [s for s in spans if s.start <= run.start() and run.end() <= s.end]
            assert len(inside) == 1, f"digits {run[0]!r} lie in {len(inside)}"

    return attempt


def readers(chance: Random, lang: str, folder: Path, valid: Mapping[str, bytes]) -> Callable[[], None]:
    """A damaged file of some format, or text of chance under its suffix: a document or an error."""
    suffix = chance.choice(sorted(valid))
    if chance.random() < 0.2:
        content = "".join(sentence(chance, lang) for _ in range(4)).encode("utf-8", "surrogatepass")
    else:
        content = _damaged(valid[suffix], chance)
    del folder

    def attempt() -> None:
        READERS[suffix](content, f"2018{suffix}")

    return attempt


def pipeline(chance: Random, lang: str, folder: Path, _: Mapping[str, bytes]) -> Callable[[], None]:
    """Two reports that share sentences; every promise of the JSON contract is kept."""
    shared = [sentence(chance, lang) for _ in range(chance.randrange(12))]
    files = [_file(folder, f"{year}.txt", report(chance, lang, year, shared)) for year in (2017, 2018)]

    def attempt() -> None:
        stream = BytesIO()
        documents = [read(file, label=file.stem) for file in files]
        write_json(compare(documents), stream, WriteOptions())
        keep(json.loads(stream.getvalue()))

    return attempt


KINDS: Mapping[str, Callable[[Random, str, Path, Mapping[str, bytes]], Callable[[], None]]] = {
    "grammar": grammar,
    "readers": readers,
    "pipeline": pipeline,
}
EXPECTED = (YoyError,)
"""What an input may end in besides a result."""


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_bytes(text.encode("utf-8", "replace"))
    return file


def _damaged(content: bytes, chance: Random) -> bytes:
    """Bytes changed, cut out, put in twice or at random."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 2, 10))):
        start, end = sorted(chance.randrange(len(made) + 1) for _ in range(2))
        end = min(end, start + 2000)
        way = chance.randrange(4)
        if way == 0:
            made[start:end] = chance.randbytes(min(end - start, 50))
        elif way == 1:
            del made[start:end]
        elif way == 2:
            made[start:start] = made[start:end] * chance.choice((1, 5))
        elif made:
            made[start % len(made)] = chance.randrange(256)
    return bytes(made)
