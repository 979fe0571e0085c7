"""The program's reading of numbers beside a slow reader that shares nothing with it, style by style.

    PYTHONPATH=src:tests python benchmarks/compare_number_readers.py [--count 100000] [--seed 1] [--show 10]

Each surface is made from a value, so the true reading is known; the slow reader must agree with it
always. Prints the share of each outcome by style, then the first disagreements of each.
"""

from __future__ import annotations

import argparse
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from number_reference.agreement import STYLES, Judged, judge, surfaces
from number_reference.reading_en import read_english
from number_reference.reading_zh import read_chinese

READERS = {"zh": read_chinese, "en": read_english}
OUTCOMES = ("right", "aside", "missed", "wrong")


def main() -> None:
    """Reads, counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000, help="surfaces in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="disagreements shown of each style")
    options = parser.parse_args()
    each = -(-options.count // len(STYLES))
    total: Counter[str] = Counter()
    disagreements: list[tuple[str, list[Judged]]] = []
    print(f"{'style':44} {'read':>7} {'right':>7} {'aside':>7} {'missed':>7} {'wrong':>7}  slow reader")
    for language, style in STYLES:
        spelled = surfaces(language, style, each, options.seed)
        slow = sum(READERS[language](one.surface) == one.truth for one in spelled)
        judged = list(judge(spelled))
        counts = Counter[str](one.outcome for one in judged)
        total.update(counts)
        print(_line(f"{language} {style}", counts) + f"  {slow / each:7.1%}", flush=True)
        differing = (one for one in judged if one.outcome in ("missed", "wrong"))
        disagreements.append((f"{language} {style}", list(islice(differing, options.show))))
    print(_line("all", total))
    for name, differing_ones in disagreements:
        _print_disagreements(name, differing_ones)


def _line(name: str, counts: Counter[str]) -> str:
    read = counts.total()
    return f"{name:44} {read:7} " + " ".join(f"{counts[outcome] / read:7.1%}" for outcome in OUTCOMES)


def _print_disagreements(name: str, judged: list[Judged]) -> None:
    if not judged:
        return
    print(f"\n{name}")
    for one in judged:
        low, high, unit = one.spelled.truth
        true = f"{_decimal(low)}{'–' + _decimal(high) if high is not None else ''} {unit or ''}".strip()
        print(f"  {one.outcome:6} {one.spelled.sentence()}\n         true {true}; program {one.said}")


def _decimal(value: Fraction) -> str:
    """As a decimal where it has an end, as a fraction otherwise."""
    shown = format(Decimal(value.numerator) / Decimal(value.denominator), "f")
    return shown if Fraction(shown) == value else str(value)


if __name__ == "__main__":
    main()
