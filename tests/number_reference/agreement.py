"""What the program makes of spelled numbers: many sentences of one style are one report."""

from __future__ import annotations

import hashlib
import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeVar

from number_reference import spelling_en, spelling_zh
from number_reference.spelled import Reading, Spelled, spell
from yoy.model import Document, Quantity, Report, SetAside, Source
from yoy.options import Options
from yoy.pipeline import analyse

# right: one figure with exactly the value and unit; aside: no figure, and the program says why;
# missed: no figure and no word of it; wrong: another value, another unit, or several figures.
Outcome = Literal["right", "aside", "missed", "wrong"]
Entry = TypeVar("Entry", Quantity, SetAside)
STYLES = {("zh", name): make for name, make in spelling_zh.STYLES.items()}
STYLES |= {("en", name): make for name, make in spelling_en.STYLES.items()}
FRAMES = {"zh": spelling_zh.FRAMES, "en": spelling_en.FRAMES}
# Sentences to a report: enough to be quick, few enough that a report stays an ordinary one.
BATCH = 500
# Values without an end are kept to twelve places.
ROUNDED = Fraction(1, 10**11)


class Judged(NamedTuple):
    """A spelled number, what became of it, and what the program said in its own words."""

    spelled: Spelled
    outcome: Outcome
    said: str


def surfaces(language: str, style: str, count: int, seed: int) -> list[Spelled]:
    """`count` surfaces of a style, always the same for a seed."""
    rng = random.Random(f"{seed}/{language}/{style}")
    make = STYLES[language, style]
    return [spell(style, make, language, FRAMES[language], rng) for _ in range(count)]


def judge(spelled: Sequence[Spelled]) -> Iterator[Judged]:
    """Sets the surfaces into their sentences, a line each, and reads them as reports."""
    for at in range(0, len(spelled), BATCH):
        yield from _judge_batch(spelled[at : at + BATCH])


def _judge_batch(batch: Sequence[Spelled]) -> Iterator[Judged]:
    report = _report("\n".join(one.sentence() for one in batch) + "\n", batch[0].language)
    figures = _by_line(report, report.figures.quantities)
    aside = _by_line(report, report.figures.set_aside)
    line_start = 0
    for number, one in enumerate(batch):
        start = line_start + one.start()
        end = start + len(one.surface)
        found = [q for q in figures.get(number, []) if q.span.start < end and start < q.span.end]
        put_aside = [a for a in aside.get(number, []) if a.span.start < end and start < a.span.end]
        line_start += len(one.sentence()) + 1
        if found:
            right = len(found) == 1 and says(found[0], one.truth)
            yield Judged(one, "right" if right else "wrong", "; ".join(map(_shown, found)))
        elif put_aside:
            yield Judged(one, "aside", "; ".join(f"{a.surface} ({a.reason})" for a in put_aside))
        else:
            yield Judged(one, "missed", "nothing")


def _report(text: str, language: str) -> Report:
    raw = text.encode()
    document = Document(
        source=Source(
            name="numbers.txt",
            format="txt",
            encoding="utf-8",
            size=len(raw),
            sha256=hashlib.sha256(raw).hexdigest(),
        ),
        text=text,
        language="en" if language == "en" else "zh",
        period=2018,
    )
    return analyse(document, "2018", Options())


def _by_line(report: Report, entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    starts = [0]
    for line in report.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines: dict[int, list[Entry]] = {}
    for entry in entries:
        lines.setdefault(bisect_right(starts, entry.span.start) - 1, []).append(entry)
    return lines


def says(quantity: Quantity, truth: Reading) -> bool:
    """Whether a figure has the value, the upper end and the unit of the truth."""
    low, high = Fraction(quantity.value), quantity.value_max
    if quantity.direction == "down" and truth.low < 0:  # a change carries its sign as its direction
        low = -low
    scale = Fraction(1, 10) if quantity.unit == "‰" else Fraction(1)
    if not _same(low * scale, truth.low) or (high is None) != (truth.high is None):
        return False
    if high is not None and truth.high is not None and not _same(Fraction(high) * scale, truth.high):
        return False
    unit = "%" if quantity.unit == "‰" else quantity.unit
    return truth.unit is None or (unit or "").rstrip("s") == truth.unit.rstrip("s")


def _same(read: Fraction, true: Fraction) -> bool:
    """Exactly the same, or, where the true value has no end as a decimal, to eleven places."""
    bottom = true.denominator
    for prime in (2, 5):
        while bottom % prime == 0:
            bottom //= prime
    return read == true if bottom == 1 else abs(read - true) < ROUNDED


def _shown(quantity: Quantity) -> str:
    top = f"–{quantity.value_max}" if quantity.value_max is not None else ""
    return f"{quantity.surface} = {quantity.value}{top} {quantity.unit or 'without unit'}"
