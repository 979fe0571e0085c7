"""Breaks claims that the program confirms in real reports, and counts how many it then refutes.

From every pair of reports in the folders given, claims of arithmetic with the verdict 相符 are taken in a
fixed order by chance. One digit of the claimed figure or of one that it follows from is changed in the text,
so that the claim fails by a tenth to a half, or passes its bound, and the reports are judged again. A broken
claim is refuted when a finding of 不符 names the changed figure, asked about when one of 存疑 does.

    python benchmarks/break_claims.py FOLDER... [--most 160] [-v]
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import yoy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Comparison, Document, Finding, Quantity, Report

SUFFIXES = (".txt", ".docx", ".pdf", ".md", ".html")
CONFIRMED = ("consistent", "rounding")
# What only names a list or a fact has no digit that arithmetic could miss.
ARITHMETIC = (
    "ratio",
    "sum",
    "difference",
    "growth",
    "restated",
    "carry_forward",
    "disagreement",
    "containment",
)
BOUNDS = ("direction_agrees", "part_within_whole", "parts_within_whole")
_SIDES = re.compile(r" (<=|>=) ")
LEAST = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Claim:
    """A confirmed claim, the figure of it that is to be changed, and what stands before the change."""

    documents: tuple[Document, ...]
    report: int
    finding: Finding
    figure: Quantity
    standing: frozenset[tuple[str, str]]


def main() -> None:
    """Print how many of the broken claims are refuted, asked about or missed, by check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=160)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    found = [claim for folder in options.folders for claim in claims(folder)]
    found.sort(key=lambda claim: hashlib.sha256(f"{claim.finding.key}{claim.figure.key}".encode()).digest())
    counts: Counter[tuple[str, str]] = Counter()
    for claim in found[: options.most]:
        outcome = judged_again(claim)
        if outcome is None:
            continue
        counts[claim.finding.check, outcome] += 1
        if options.verbose and outcome != "refuted":
            sentence = claim.finding.spans[0].span.of(claim.documents[claim.report].text).strip()
            sys.stdout.write(f"{outcome}: {claim.finding.check} {claim.figure.surface}: {sentence[:200]}\n")
    report(counts)


def report(counts: Counter[tuple[str, str]]) -> None:
    """The table of outcomes."""
    for check in sorted({check for check, _ in counts}):
        told = {outcome: counts[check, outcome] for outcome in ("refuted", "asked", "missed")}
        sys.stdout.write(f"{check}: {told}\n")
    refuted = sum(count for (_, outcome), count in counts.items() if outcome == "refuted")
    asked = sum(count for (_, outcome), count in counts.items() if outcome == "asked")
    total = counts.total() or 1
    sys.stdout.write(
        f"broken {counts.total()}, refuted {refuted} ({refuted / total:.2f}), "
        f"refuted or asked {refuted + asked} ({(refuted + asked) / total:.2f})\n"
    )


def claims(folder: Path) -> Iterator[Claim]:
    """The confirmed claims of arithmetic of two neighbouring reports in a folder, or of the only one."""
    files = sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES)[-2:]
    documents = tuple(yoy.read(file) for file in files)
    if len(documents) < 2:  # noqa: PLR2004 - a pair
        return
    made = yoy.compare(documents)
    standing = frozenset((f.key, f.verdict) for f in findings(made))
    by_name = {document.source.name: index for index, document in enumerate(documents)}
    reports = {report.id: report for report in made.reports}
    for finding in findings(made):
        if finding.verdict not in CONFIRMED or finding.check not in ARITHMETIC:
            continue
        terms = [(finding.report, finding.claimed or ""), *((o.report, o.quantity) for o in finding.operands)]
        for owner, name in terms[:2]:
            figure = figure_of(reports[owner], name)
            if figure is not None:
                index = by_name[reports[owner].document.source.name]
                yield Claim(documents, index, finding, figure, standing)


def findings(made: Comparison) -> list[Finding]:
    """Everything that was found in the reports and between them."""
    alone = [finding for report in made.reports for finding in report.findings]
    return [*alone, *(finding for pair in made.pairs for finding in pair.findings)]


def figure_of(report: Report, figure: str | None) -> Quantity | None:
    """The figure of an id."""
    return next((q for q in report.figures.quantities if q.id == figure), None)


def judged_again(claim: Claim) -> str | None:
    """What is said once a digit of the claimed figure is another one."""
    text = broken(claim)
    if text is None:
        return None
    document = claim.documents[claim.report]
    changed = retold(document, text)
    made = yoy.compare([changed if d is document else d for d in claim.documents])
    new = (f for f in findings(made) if (f.key, f.verdict) not in claim.standing)
    verdicts = {finding.verdict for finding in new if touches(made, finding, claim)}
    return "refuted" if "inconsistent" in verdicts else "asked" if "suspect" in verdicts else "missed"


def touches(made: Comparison, finding: Finding, claim: Claim) -> bool:
    """Whether a finding claims or uses the figure whose digit was changed."""
    used: Sequence[tuple[str, str | None]] = [
        (finding.report, finding.claimed),
        *((o.report, o.quantity) for o in finding.operands),
    ]
    reports = {report.id: report for report in made.reports}
    name = claim.documents[claim.report].source.name
    for owner, quantity in used:
        figure = figure_of(reports[owner], quantity)
        same = reports[owner].document.source.name == name
        if same and figure is not None and figure.span.overlaps(claim.figure.span):
            return True
    return False


def broken(claim: Claim) -> str | None:
    """The text with one digit of the figure changed, so that the claim fails; None where none does."""
    text, span = claim.documents[claim.report].text, claim.figure.span
    places = [at for at in range(span.start, span.end) if text[at].isascii() and text[at].isdigit()]
    for at in places:
        for step in (3, 7, 2, 5, 1, 4, 6, 8, 9):
            digit = str((int(text[at]) + step) % 10)
            if at == places[0] and digit == "0":
                continue
            changed = text[:at] + digit + text[at + 1 :]
            if fails(claim, factor(text[span.start : span.end], changed[span.start : span.end])):
                return changed
    return None


def factor(before: str, after: str) -> Decimal:
    """How many times the first printed figure the second is."""
    first, second = (Decimal("".join(c for c in s if c in "0123456789.") or "0") for s in (before, after))
    return second / first if first else Decimal(0)


def fails(claim: Claim, times: Decimal) -> bool:
    """Whether the claim fails clearly, and not absurdly, when its figure is so many times what it was."""
    if claim.finding.code not in BOUNDS:
        return LEAST <= abs(times - 1) <= 5 * LEAST
    left, sign, right = _SIDES.split(claim.finding.formula or "0 <= 0")
    old, new = plain(claim.figure.value), plain(claim.figure.value * times)
    sums = [
        sum(Decimal(new if term == old else term) for term in side.split(" + ")) for side in (left, right)
    ]
    return sums[0] > sums[1] if sign == "<=" else sums[0] < sums[1]


def plain(value: Decimal) -> str:
    """A number as formulas print it."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def retold(document: Document, text: str) -> Document:
    """The document with the new text, its table cells too."""
    tables = tuple(
        replace(
            table,
            rows=tuple(tuple(replace(cell, text=cell.span.of(text)) for cell in row) for row in table.rows),
        )
        for table in document.tables
    )
    return replace(document, text=text, tables=tables)


if __name__ == "__main__":
    main()
