"""Breaks claims that hold, one figure at a time, and counts how many of them the checks catch.

The claims are those of the hand-made gold labels and of the fixtures' truth, never ones that a check
confirmed. A digit of one figure is replaced by another so that the claim no longer holds; the length
stays, so everything else keeps its place. Run as a script it prints what was not caught:

    python tests/quality/broken_claims.py [-v]
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from yoy.model import Report, Span
from yoy.options import Options
from yoy.pipeline import analyse, compare
from yoy.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Document, Finding

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FIXTURES = ROOT / "fixtures"
BROKEN = ("inconsistent", "suspect")
PAIRS = {
    "cn-beijing-gwr-2025-2026": ("cn-beijing-gwr/2025.docx", "cn-beijing-gwr/2026.txt"),
    "cn-hongze-disclosure-2023-2024": ("cn-hongze-disclosure/2023.pdf", "cn-hongze-disclosure/2024.pdf"),
    "cn-national-gwr-dev-2021-2022": ("cn-national-gwr-dev/2021.txt", "cn-national-gwr-dev/2022.txt"),
}
# Equal values, mentions and targets are no arithmetic that a changed figure could break.
ARITHMETIC = ("ratio", "sum", "difference", "growth", "containment", "carry_forward", "points")
_BLANK = re.compile(r"\s+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BOUND = re.compile(r"<=|direction agrees|lies above")
_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that holds.

    Attributes:
        file: the report that prints the claimed figure; `earlier`: last year's, for a claim on both.
        figures: spans of its figures in `file`, the claimed one first.
        bound: the claim only says that the claimed figure is the largest (a whole, a rise).
    """

    name: str
    kind: str
    file: Path
    earlier: Path | None
    figures: tuple[Span, ...]
    bound: bool = False


def claims() -> Iterator[Claim]:
    """Every consistent claim of arithmetic of the gold labels and the fixtures."""
    if SHARED.is_dir():
        yield from _baoshan()
        for name, (prior, current) in PAIRS.items():
            yield from _gold_pair(name, SHARED / "data" / prior, SHARED / "data" / current)
    for folder in sorted(FIXTURES.iterdir()):
        if (folder / "truth.json").is_file():
            yield from _fixture(folder)


def _baoshan() -> Iterator[Claim]:
    file = SHARED / "data" / "cn-baoshan-fazhi" / "2018.txt"
    for line in (SHARED / "gold" / "baoshan-2018" / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["verdict"] not in ("consistent", "rounding-consistent") or claim["type"] not in ARITHMETIC:
            continue
        figures = [claim["claimed"], *claim["operands"]]
        spans = tuple(
            Span(f["char_start"], f["char_end"]) for f in figures if f.get("char_start") is not None
        )
        yield Claim(
            f"baoshan {claim['id']} {claim['formula']}",
            claim["type"],
            file,
            None,
            spans,
            claim["type"] == "containment",
        )


def _gold_pair(name: str, prior: Path, current: Path) -> Iterator[Claim]:
    path = SHARED / "gold" / "pairs" / name / "claims.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["verdict"] != "consistent" or claim["type"] not in ARITHMETIC or not claim["claimed"]:
            continue
        cross = claim["side"] == "cross"
        file = prior if claim["side"] == "old" else current
        figures = [claim["claimed"]] if cross else [claim["claimed"], *claim["operands"]]
        spans = _located(file, figures)
        if spans:
            bound = bool(_BOUND.search(claim["note"] or ""))
            yield Claim(
                f"{name} {claim['note'] or claim['type']}",
                claim["type"],
                file,
                prior if cross else None,
                spans,
                bound,
            )


def _fixture(folder: Path) -> Iterator[Claim]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for year, report in truth["reports"].items():
        file = folder / f"{year}.txt"
        for claim in report["claims"]:
            if claim["verdict"] in ("consistent", "rounding") and claim["type"] in ARITHMETIC:
                spans = _located(file, [claim["claimed"], *claim["operands"]])
                yield Claim(
                    f"{folder.name} {year} {claim['type']} {claim['claimed']['surface']}",
                    claim["type"],
                    file,
                    None,
                    spans,
                )
    for pair in truth["pairs"]:
        prior, current = (folder / f"{pair[side]}.txt" for side in ("prior", "current"))
        for claim in pair["growth_claims"]:
            if claim["verdict"] in ("consistent", "rounding"):
                spans = _located(current, [claim["claimed"], claim["current"]])
                yield Claim(
                    f"{folder.name} {pair['current']} growth {claim['claimed']['surface']}",
                    "growth",
                    current,
                    prior,
                    spans,
                )
        for kind in ("restated", "carry_forward"):
            for claim in pair[kind]:
                if claim["agrees"]:
                    spans = _located(current, [claim["current"]])
                    yield Claim(
                        f"{folder.name} {pair['current']} {kind} {claim['current']['surface']}",
                        kind,
                        current,
                        prior,
                        spans,
                    )


def _located(file: Path, figures: list[dict[str, str]]) -> tuple[Span, ...]:
    """Where figures stand that are given by what stands before them, white space left out."""
    text = document(file).text
    places = [index for index, char in enumerate(text) if not char.isspace()]
    packed = "".join(text[index] for index in places)
    found = []
    for figure in figures:
        context, surface = (_BLANK.sub("", figure[part]) for part in ("context", "surface"))
        at = packed.find(context + surface)
        if at < 0:
            continue
        start = at + len(context)
        found.append(Span(places[start], places[start + len(surface) - 1] + 1))
    return tuple(found)


@cache
def document(file: Path) -> Document:
    """The report as read, once."""
    return read(file)


def broken(source: Document, claim: Claim) -> Document | None:
    """The document with one digit changed so that the claim no longer holds, or None where none does that.

    The claimed figure comes first, then its operands. The last of several digits is left alone, for it
    may stay within rounding; a leading digit never becomes 0.
    """
    for position, span in enumerate(claim.figures):
        digits = [index for index in range(span.start, span.end) if source.text[index].isdigit()]
        for index in digits[:-1] or digits:
            for digit in _others(source.text[index], leading=index == digits[0] and len(digits) > 1):
                text = source.text[:index] + digit + source.text[index + 1 :]
                if _breaks(claim, position, source.text, text):
                    return _retold(source, text, index)
    return None


def _others(digit: str, *, leading: bool) -> list[str]:
    """Other digits, the one 3 further first."""
    turned = [str((int(digit) + step) % 10) for step in (3, 7, 5, 1, 9, 4, 6, 2, 8)]
    return [other for other in turned if not (leading and other == "0")]


def _breaks(claim: Claim, position: int, before: str, after: str) -> bool:
    """Whether the change breaks the claim: a bound must be passed, any other claim fails at once."""
    if not claim.bound:
        return True
    values = [_value(span.of(after)) for span in claim.figures]
    del position, before
    largest = max(values[1:], default=Decimal(0))
    return values[0] < largest


def _value(surface: str) -> Decimal:
    found = _NUMBER.search(surface)
    return Decimal(found.group().replace(",", "")) if found else Decimal(0)


def _retold(source: Document, text: str, index: int) -> Document:
    """The document with the new text, its table cells too."""
    changed = Span(index, index + 1)
    tables = tuple(
        replace(
            table,
            rows=tuple(
                tuple(
                    replace(cell, text=cell.span.of(text)) if cell.span.contains(changed) else cell
                    for cell in row
                )
                for row in table.rows
            ),
        )
        for table in source.tables
    )
    return replace(source, text=text, tables=tables)


def findings(file: Path, changed: Document | None, earlier: Path | None) -> list[tuple[Report, Finding]]:
    """What the checks say of a report, whole or with a figure changed, and of it against last year's."""
    shown = changed or document(file)
    if earlier is None:
        report = analyse(shown, "current", _OPTIONS)
        return [(report, finding) for finding in report.findings]
    made = compare([document(earlier), shown], _OPTIONS)
    reports = {report.id: report for report in made.reports}
    last = made.reports[-1]
    both = [*last.findings, *(finding for pair in made.pairs for finding in pair.findings)]
    return [(reports[finding.report], finding) for finding in both]


@cache
def _standing(file: Path, earlier: Path | None) -> frozenset[tuple[str, str]]:
    """Alarms that the unchanged report raises."""
    return frozenset((f.key, f.verdict) for _, f in findings(file, None, earlier) if f.verdict in BROKEN)


def is_caught(claim: Claim) -> bool | None:
    """Whether the checks accuse the claim once a figure of it is changed; None where none can be."""
    changed = broken(document(claim.file), claim)
    if changed is None:
        return None
    standing = _standing(claim.file, claim.earlier)
    return any(
        finding.verdict in BROKEN
        and (finding.key, finding.verdict) not in standing
        and _touches(report, finding, claim)
        for report, finding in findings(claim.file, changed, claim.earlier)
    )


def _touches(report: Report, finding: Finding, claim: Claim) -> bool:
    figures = {figure.id: figure for figure in report.figures.quantities}
    ids = [
        finding.claimed,
        *(operand.quantity for operand in finding.operands if operand.report == report.id),
    ]
    spans = [figures[each].span for each in ids if each in figures]
    return any(span.overlaps(figure) for span in spans for figure in claim.figures)


def measure() -> tuple[Counter[str], Counter[str], list[str]]:
    """Claims broken and caught by kind, and the names of those that were not."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed = []
    for claim in claims():
        outcome = is_caught(claim) if claim.figures else None
        if outcome is None:
            continue
        tried[claim.kind] += 1
        caught[claim.kind] += outcome
        if not outcome:
            missed.append(f"{claim.name} [{claim.figures[0].of(document(claim.file).text)}]")
    return tried, caught, missed


def main() -> None:
    """Print the share caught, by kind."""
    tried, caught, missed = measure()
    for kind in sorted(tried):
        sys.stdout.write(f"{kind}: {caught[kind]}/{tried[kind]}\n")
    share = Decimal(caught.total()) / max(1, tried.total())
    sys.stdout.write(f"caught {caught.total()}/{tried.total()} = {share:.3f}\n")
    if "-v" in sys.argv:
        sys.stdout.write("\n".join(missed) + "\n")


if __name__ == "__main__":
    main()
