"""In how many issuers of a folder of reports each rule of the lexicon fires.

    PYTHONPATH=src:tests python benchmarks/rule_usage.py DATA_DIR [--at-most 2] [--years 2] [--compare]

DATA_DIR holds one folder an issuer, with a report a year. Every report is read and its figures and claims
are found; with --compare neighbouring years are compared too. Prints the rules by the number of issuers in
which they found something, the fewest first, then how many rules fire in 0, 1, 2 … issuers. A rule that
fires in two or fewer needs a reason of language.

Rules are counted where they are asked for by name, bare patterns where a module compiles one just as it
stands. Those that are put together with others before they are used are named at the end: nothing is known
of them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yoy import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.model import Document

SUFFIXES = (".txt", ".docx", ".html", ".pdf")
FIRED: dict[str, Counter[str]] = defaultdict(Counter)
"""Rule → issuer → how often it found something."""
ASKED: set[str] = set()
PRESENT = ["?"]
"""The issuer that is being read."""


class Counting:
    """A compiled pattern that remembers what it found, under the name of its rule."""

    def __init__(self, name: str, compiled: re.Pattern[str]) -> None:
        self._name = name
        self._compiled = compiled

    def _told(self, found: Any) -> Any:
        ASKED.add(self._name)
        if found:
            FIRED[self._name][PRESENT[0]] += 1
        return found

    def search(self, *args: Any) -> Any:
        """As the pattern's own."""
        return self._told(self._compiled.search(*args))

    def match(self, *args: Any) -> Any:
        """As the pattern's own."""
        return self._told(self._compiled.match(*args))

    def fullmatch(self, *args: Any) -> Any:
        """As the pattern's own."""
        return self._told(self._compiled.fullmatch(*args))

    def findall(self, *args: Any) -> Any:
        """As the pattern's own."""
        return self._told(self._compiled.findall(*args))

    def finditer(self, *args: Any) -> Iterator[Any]:
        """As the pattern's own."""
        ASKED.add(self._name)
        for found in self._compiled.finditer(*args):
            yield self._told(found)

    def sub(self, replacement: Any, text: str, count: int = 0) -> str:
        """As the pattern's own."""
        self._told(self._compiled.search(text))
        return self._compiled.sub(replacement, text, count)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)


class AnyOf(Counting):
    """A table of rules: each that finds something is counted, the whole is answered as before."""

    def __init__(self, made: re.Pattern[str], parts: Sequence[Any]) -> None:
        super().__init__("", made)
        self._parts = parts

    def search(self, *args: Any) -> Any:
        """As the pattern's own."""
        for part in self._parts:
            part.search(*args)
        return self._compiled.search(*args)


def count_rules() -> None:
    """Counts in the place where all modules ask for rules; to be called before any of them is imported."""
    asked = lexicon.rule
    either = lexicon.either
    known: dict[tuple[str, int], lexicon.Rule] = {}

    def rule(path: str, flags: int = 0) -> lexicon.Rule:
        if (path, flags) not in known:
            made = asked(path, flags)
            counting: Any = Counting(path, made.pattern)
            known[path, flags] = lexicon.Rule(
                name=made.name,
                pattern=counting,
                examples=made.examples,
                counter_examples=made.counter_examples,
                source=made.source,
            )
        return known[path, flags]

    def any_of(path: str, flags: int = 0) -> Any:
        return AnyOf(either(path, flags), [one.pattern for one in lexicon.rules(path, flags)])

    changed: dict[str, Callable[..., Any]] = {"rule": rule, "either": any_of}
    for name, function in changed.items():
        setattr(lexicon, name, function)
    count_bare_patterns()


def count_bare_patterns() -> None:
    """The same for patterns that a module compiles itself, exactly as the lexicon has them."""
    from lexicon_patterns import entries

    by_text = {entry.text: entry.name for entry in reversed(entries())}
    compiled = re.compile

    def compile_counting(text: Any, flags: int = 0) -> Any:
        made = compiled(text, flags)
        return Counting(by_text[text], made) if isinstance(text, str) and text in by_text else made

    changed: dict[str, Callable[..., Any]] = {"compile": compile_counting}
    for name, function in changed.items():
        setattr(re, name, function)


def documents(folder: Path, years: int) -> list[Document]:
    """The latest reports of an issuer that can be read."""
    from yoy.errors import YoyError
    from yoy.readers.registry import read

    found = []
    for file in sorted((f for f in folder.rglob("*") if f.suffix in SUFFIXES), reverse=True):
        try:
            found.append(read(file))
        except YoyError as error:
            print(f"left out: {file.name}: {error.slug}")
        if len(found) == years:
            break
    return found


def go_through(folder: Path, years: int, *, compare: bool) -> None:
    """Reads an issuer's reports, finds what is in them, and compares neighbours if asked to."""
    from yoy import pipeline
    from yoy.errors import YoyError
    from yoy.options import Options

    PRESENT[0] = folder.name
    found = documents(folder, years)
    try:
        if compare and len(found) > 1:
            pipeline.compare(found, Options())
        else:
            for document in found:
                pipeline.analyse(document, str(document.period), Options())
    except YoyError as error:
        print(f"left out: {folder.name}: {error.slug}")


def show(issuers: int, at_most: int) -> None:
    """The table, and what is known of none."""
    from lexicon_patterns import entries

    print(f"\n{'issuers':>7} {'times':>7}  rule")
    names = sorted(ASKED, key=lambda name: (len(FIRED[name]), sum(FIRED[name].values()), name))
    for name in names:
        if len(FIRED[name]) <= at_most:
            print(f"{len(FIRED[name]):7} {sum(FIRED[name].values()):7}  {name}")
    spread = Counter(len(FIRED[name]) for name in names)
    print(
        f"\nof {issuers} issuers: "
        + ", ".join(f"{count} rules in {n}" for n, count in sorted(spread.items()))
    )
    silent = [entry.name for entry in entries() if entry.name not in ASKED]
    print(f"\nnot counted ({len(silent)}): {', '.join(silent)}")


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--at-most", type=int, default=10**9, help="only rules of so many issuers")
    parser.add_argument("--years", type=int, default=2, help="latest reports read of each issuer")
    parser.add_argument("--issuers", type=int, default=None, help="only the first so many issuers")
    parser.add_argument(
        "--compare", action="store_true", help="compare them too: rules of pairing and checks"
    )
    options = parser.parse_args()
    count_rules()
    folders = sorted(folder for folder in options.data.iterdir() if folder.is_dir())
    chosen = list(islice(folders, options.issuers))
    for folder in chosen:
        go_through(folder, options.years, compare=options.compare)
    show(len(chosen), options.at_most)


if __name__ == "__main__":
    main()
