"""What the checks found, and what became of last year's promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.units import POINT_UNITS
from yoy.writers import numerals
from yoy.writers.html.rows.figures import like_of, readable_formula
from yoy.writers.items.changes import amount, scale_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Finding, Promise, Quantity
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.words import Words

_OPERATOR = re.compile(f"[+×÷{numerals.MINUS}]")
_RELATION = re.compile("[=≠<>≤≥]")
_BOUND = re.compile("[<>≤≥]")
# The order in which verdicts are read, the gravest first.
VERDICTS = ("inconsistent", "suspect", "rounding", "cannot_check", "consistent")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a report, with its place on the page."""

    report: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, in words."""

    anchor: str
    check: str
    verdict: str
    sentence: str
    formula: str
    recomputed: str
    stated: str
    rounding: str | None
    claimed: Quote | None
    operands: tuple[Quote, ...]
    quotes: tuple[Quote, ...]

    @property
    def computes(self) -> bool:
        """Whether the formula is a sum whose result can follow an equals sign."""
        return bool(_OPERATOR.search(self.formula)) and not _RELATION.search(self.formula)

    @property
    def bounds(self) -> bool:
        """Whether the formula says what a figure must not pass: there is no value that it should be."""
        return bool(_BOUND.search(self.formula))


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A commitment of the prior report with what the current one says of it."""

    status: str
    prior: tuple[Quote, ...]
    current: tuple[Quote, ...]
    numbers: tuple[tuple[str, str], ...]
    anchor: str


def finding_rows(facts: PairFacts, words: Words) -> tuple[FindingRow, ...]:
    """All findings of the pair and of its reports, the gravest first, else in their order."""
    rows = (_row(facts, anchor, finding, words) for anchor, finding in facts.listed_findings)
    return tuple(sorted(rows, key=lambda row: VERDICTS.index(row.verdict)))


def _row(facts: PairFacts, anchor: str, finding: Finding, words: Words) -> FindingRow:
    claimed = _claimed(facts, finding)
    operands = (_quantity(facts, operand.report, operand.quantity) for operand in finding.operands)
    return FindingRow(
        anchor=anchor,
        check=words.term("check", finding.check),
        verdict=finding.verdict,
        sentence=words.finding(finding),
        formula=readable_formula(finding, like_of(facts, finding)),
        recomputed=_value(finding.recomputed, finding, claimed, words),
        stated=_value(finding.stated, finding, claimed, words),
        rounding=finding.rounding,
        claimed=_quantity(facts, finding.report, finding.claimed) if finding.claimed else None,
        operands=tuple(quote for quote in operands if quote is not None),
        quotes=tuple(_quotes(facts, finding)),
    )


def _claimed(facts: PairFacts, finding: Finding) -> Quantity | None:
    side = facts.side(finding.report)
    return side.quantities.get(finding.claimed) if side and finding.claimed else None


def _value(value: Decimal | None, finding: Finding, claimed: Quantity | None, words: Words) -> str:
    """A value of a check in the unit that is printed; fractions of a percentage as percentages."""
    if value is None:
        return ""
    if claimed is None:
        return numerals.grouped(round(value, 6))
    if claimed.unit == "%" and finding.stated is not None and abs(finding.stated) <= Decimal(10):
        return numerals.percentage(value, 4) + "%"
    if claimed.unit in POINT_UNITS:
        return numerals.grouped(round(value, 6)) + (claimed.unit or "")
    return amount(value, claimed.unit, scale_of(claimed), words.lang).removeprefix("+")


def _quantity(facts: PairFacts, report: str, quantity: str) -> Quote | None:
    side = facts.side(report)
    found = side.quantities.get(quantity) if side else None
    return Quote(report, side.anchor(quantity), found.surface) if side and found else None


def _quotes(facts: PairFacts, finding: Finding) -> list[Quote]:
    quotes = []
    for where in finding.spans:
        side = facts.side(where.report)
        passage = side.passage_at(where.span.start) if side else None
        if side is None or passage is None:
            continue
        text = side.passages[passage].span.of(side.report.text)
        long = where.span.of(side.report.text) if len(where.span) > len(text) else text
        quotes.append(Quote(where.report, side.anchor(passage), long.strip()))
    return quotes


def promise_rows(facts: PairFacts) -> tuple[PromiseRow, ...]:
    """The prior report's commitments in their order."""
    return tuple(_promise(facts, promise) for promise in facts.pair.promises)


def _promise(facts: PairFacts, promise: Promise) -> PromiseRow:
    known = [facts.numbers[name] for name in promise.numbers if name in facts.numbers]
    return PromiseRow(
        status=promise.status,
        prior=_texts(facts.prior, promise.prior),
        current=_texts(facts.current, promise.current),
        numbers=tuple((facts.row_of(number), number.indicator or number.id) for number in known),
        anchor=facts.promise_anchor(promise.key),
    )


def _texts(side: SideFacts, ids: Sequence[str]) -> tuple[Quote, ...]:
    text = side.report.text
    return tuple(
        Quote(side.report.id, side.anchor(name), side.passages[name].span.of(text).strip()) for name in ids
    )
