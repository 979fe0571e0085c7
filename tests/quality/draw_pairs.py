"""Draws passage pairs of real reports for a reader to judge: is this the right partner?

    python tests/quality/draw_pairs.py [how many] [seed]

Pairs are drawn at random with a fixed seed from those of cn-beijing-gwr 2025/2026 and cn-national-gwr-dev
2021/2022 that have two sides and differ in more than blanks, width and punctuation. Each is printed with
the sections it stands in, its score, and whether it is said to have moved.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.pipeline import compare
from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Comparison, Report

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
REPORTS = (
    ("cn-beijing-gwr/2025.docx", "cn-beijing-gwr/2026.txt"),
    ("cn-national-gwr-dev/2021.txt", "cn-national-gwr-dev/2022.txt"),
)
COUNT, SEED = 40, 2018


def draw(count: int, seed: int) -> list[str]:
    """`count` pairs as text, in the order of the reports."""
    pool = [text for names in REPORTS for text in _shown(compare([read(DATA / name) for name in names]))]
    chosen = random.Random(seed).sample(range(len(pool)), min(count, len(pool)))
    return [pool[index] for index in sorted(chosen)]


def _shown(comparison: Comparison) -> Iterator[str]:
    prior, current = comparison.reports
    for pair in comparison.pairs[0].passages:
        if pair.prior and pair.current and pair.relation == "edited":
            moved = ", moved" if pair.moved else ""
            yield f"score {pair.score}{moved}\n- {_told(prior, pair.prior)}\n+ {_told(current, pair.current)}"


def _told(report: Report, ids: tuple[str, ...]) -> str:
    """The passages, and the section they stand in."""
    passages = [passage for passage in report.outline.passages if passage.id in ids]
    titles = {section.id: section.title for section in report.outline.sections}
    texts = [passage.span.of(report.text).replace("\n", "") for passage in passages]
    return f"{report.id} [{titles[passages[0].section]}] {' | '.join(texts)}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    for number, text in enumerate(draw(count, seed), 1):
        sys.stdout.write(f"{number}. {text}\n\n")


if __name__ == "__main__":
    main()
