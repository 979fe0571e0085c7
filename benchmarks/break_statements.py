"""Plants errors in financial statements, one at a time, and counts how many are refuted; after FinVerBench.

Of every page given (10-K pages without tags), amounts of the balance sheet, the income statement,
comprehensive income, equity, cash flows and the notes are taken in a fixed order by chance, and made larger
by one, five and twenty per cent, where that is more than rounding. An error is found when a finding of 不符
that the clean page doesn't have claims or uses the figure. The clean pages must be accused of nothing.

    python benchmarks/break_statements.py PAGE.html... [--most 12] [--read] [-v]

The amount is changed as it was read; with --read it is changed in the text, and the page is read again.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import yoy
from yoy.checks.run import REPORT_CHECKS
from yoy.checks.view import view_of
from yoy.options import Options
from yoy.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from yoy.model import Finding, Quantity, Report, Table

RATES = (Decimal("0.01"), Decimal("0.05"), Decimal("0.20"))
CHECKS = ("table_sum", "subtotals", "identities", "links", "disagreement", "change_columns")
LEAST = 10
"""Units of the last digit that an error must be, so that rounding can't explain it."""
KINDS = (
    ("balance", r"total assets", r"total liabilities and"),
    ("cash", r"financing activities", r"end of (?:the )?(?:period|year)"),
    ("equity", r"\bbalances?\b", r"repurchase|dividend"),
    ("comprehensive", r"other comprehensive", r"net (?:income|earnings)"),
    ("income", r"\bdiluted\b", r"before.{0,20}tax"),
    ("note", r"\btotal\b", r"."),
)
"""What the first column of a statement says, besides something else."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An amount of a statement that is to be made wrong."""

    kind: str
    figure: Quantity


def main() -> None:
    """Print the accusations of the clean pages, and how many errors are found by rate and statement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=12, help="errors for each statement and rate")
    parser.add_argument("--read", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    counts: Counter[tuple[Decimal, str, bool]] = Counter()
    accused = 0
    for page in options.pages:
        clean = analyse(yoy.read(page), "clean", Options())
        standing = frozenset(refuted(clean))
        accused += len(standing)
        sys.stdout.write(f"{page.name}: {len(standing)} accusations of the clean page\n")
        for planted, rate in drawn(clean, options.most):
            wrong = changed(clean, planted.figure, rate, read=options.read)
            if wrong is None:
                continue
            hit = is_found(wrong, planted.figure, standing)
            counts[rate, planted.kind, hit] += 1
            if options.verbose and not hit:
                figure = planted.figure
                sys.stdout.write(f"missed {rate} {planted.kind}: {figure.surface} {figure.indicator}\n")
    report(counts, accused)


def report(counts: Counter[tuple[Decimal, str, bool]], accused: int) -> None:
    """Recall by rate and statement."""
    for rate in RATES:
        hits, every = Counter[str](), Counter[str]()
        for (each, kind, hit), count in counts.items():
            for name in (kind, "all") if each == rate else ():
                every[name] += count
                hits[name] += count * hit
        names = [name for name in (*(kind for kind, *_ in KINDS), "all") if every[name]]
        told = (f"{name} {hits[name]}/{every[name]} ({hits[name] / every[name]:.2f})" for name in names)
        sys.stdout.write(f"{rate:.0%}: {', '.join(told)}\n")
    sys.stdout.write(f"clean pages accused {accused} times\n")


def drawn(report: Report, most: int) -> Iterator[tuple[Planted, Decimal]]:
    """Amounts of each statement with each rate, by chance and always the same."""
    pools: dict[str, list[Quantity]] = defaultdict(list)
    tables = {table.id: table for table in report.document.tables}
    kinds = {name: kind_of(table) for name, table in tables.items()}
    for figure in report.figures.quantities:
        kind = kinds.get(figure.table or "")
        if kind and figure.unit == "$" and figure.kind == "level" and figure.quantum >= 1:
            pools[kind].append(figure)
    for kind, pool in sorted(pools.items()):
        for rate in RATES:
            large = [f for f in pool if abs(f.value) * rate >= LEAST * f.quantum]
            large.sort(key=lambda f: hashlib.sha256(f"{f.id}{f.surface}{rate}".encode()).digest())
            yield from ((Planted(kind, figure), rate) for figure in large[:most])


def kind_of(table: Table) -> str | None:
    """Which statement a table is, by the words of its first column."""
    names = "\n".join(row[0].text for row in table.rows if row)
    for kind, *words in KINDS:
        if all(re.search(word, names, re.IGNORECASE) for word in words):
            return kind
    return None


def changed(report: Report, figure: Quantity, rate: Decimal, *, read: bool) -> Report | None:
    """The report with one amount larger."""
    value = ((figure.value * (1 + rate)) / figure.quantum).to_integral_value() * figure.quantum
    if read:
        return reread(report, figure, value)
    quantities = tuple(replace(q, value=value) if q.id == figure.id else q for q in report.figures.quantities)
    return replace(report, figures=replace(report.figures, quantities=quantities))


def reread(report: Report, figure: Quantity, value: Decimal) -> Report | None:
    """The page read again with the amount changed in its text; None where it takes more digits."""
    printed = f"{int(abs(value) / figure.quantum):,}"
    text, span = report.text, figure.span
    old = re.search(r"\d[\d,]*", text[span.start : span.end])
    if old is None or len(old[0]) != len(printed):
        return None
    start = span.start + old.start()
    text = text[:start] + printed + text[start + len(printed) :]
    tables = tuple(
        replace(table, rows=tuple(tuple(replace(c, text=c.span.of(text)) for c in row) for row in table.rows))
        for table in report.document.tables
    )
    return analyse(replace(report.document, text=text, tables=tables), "wrong", Options())


def refuted(report: Report) -> dict[str, Finding]:
    """What is called wrong in the tables of a report, by key."""
    view = view_of(report)
    found = (finding for name in CHECKS for finding in REPORT_CHECKS[name](view, Options()))
    return {f"{f.key}{f.formula}": f for f in found if f.verdict == "inconsistent"}


def is_found(wrong: Report, figure: Quantity, standing: Collection[str]) -> bool:
    """Whether a finding that the clean page doesn't have is about the figure."""
    new = (finding for key, finding in refuted(wrong).items() if key not in standing)
    return any(touches(wrong, finding, figure) for finding in new)


def touches(report: Report, finding: Finding, figure: Quantity) -> bool:
    """Whether a finding claims or uses the figure."""
    ids = {finding.claimed, *(operand.quantity for operand in finding.operands)}
    return any(q.span.start == figure.span.start for q in report.figures.quantities if q.id in ids)


if __name__ == "__main__":
    main()
