"""What the figures of some reports are: python benchmarks/show_facets.py FILE … [--sample N] [--seed N].

One figure a line, drawn at random: kind, name, concept, qualifiers, basis, subjects, doubt and the
namer, and under it the figure in its sentence, to be read by eye.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

import yoy
from yoy.options import LexiconOptions
from yoy.outline.find import find_outline
from yoy.quantities.find import find_figures

if TYPE_CHECKING:
    from yoy.model import Quantity

BEFORE, BEHIND = 45, 18


def shown(path: Path) -> list[str]:
    """The figures of a report, each in two lines."""
    outline = find_outline(yoy.read(path))
    text = outline.document.text
    return [
        f"{path.parent.name}/{path.name} {_facets(one)}\n      "
        f"{text[max(0, one.span.start - BEFORE) : one.span.start]}[{one.surface}]"
        f"{text[one.span.end : one.span.end + BEHIND]}".replace("\n\n", "\n")
        for one in find_figures(outline, LexiconOptions()).quantities
    ]


def _facets(one: Quantity) -> str:
    said = (one.concept, ",".join(one.qualifiers), one.basis, ",".join(one.subjects), one.doubt, one.named_by)
    return " | ".join((one.kind, one.indicator, *(value or "-" for value in said)))


def main() -> None:
    """Prints a random sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    lines = [line for path in given.files for line in shown(path)]
    for line in random.Random(given.seed).sample(lines, min(given.sample, len(lines))):  # noqa: S311
        print(line)


if __name__ == "__main__":
    main()
