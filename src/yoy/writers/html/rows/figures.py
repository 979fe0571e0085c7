"""The table of figures: one row a figure, years as columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.language.tables.agreed import nil_last
from yoy.language.units import POINT_UNITS
from yoy.writers import numerals
from yoy.writers.items.changes import amount, direction_words, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Finding, Quantity, QuantityPair
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.words import Words

_QUOTED_ROWS = 3000
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"[/*]")
_BARE = frozenset((Decimal(1), Decimal(100)))
# The order in which a reader wants the kinds of change counted.
RELATIONS = ("up", "down", "unchanged", "added", "removed", "target_result", "incomparable")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as one report prints it, with its place on the page."""

    surface: str
    anchor: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding on the figure."""

    anchor: str
    verdict: str
    check: str
    formula: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in both years."""

    anchor: str
    name: str
    section: str
    section_anchor: str
    indicator: str
    prior: Stated | None
    current: Stated | None
    difference: str
    growth: str
    relation: str
    confirm: bool
    flagged: bool
    remarks: tuple[str, ...]
    judgement: Judgement | None
    sort_difference: str
    sort_growth: str

    @property
    def classes(self) -> str:
        """What filters look for."""
        found = [self.relation, *(["ask"] if self.confirm else []), *(["flagged"] if self.flagged else [])]
        return " ".join([*found, *([self.judgement.verdict] if self.judgement else [])])


def figure_rows(facts: PairFacts, words: Words) -> tuple[FigureRow, ...]:
    """The figures of a pair in the order of the current report, those of the prior alone after them.

    Cells of tables that are zero in both years come last.

    A table of very many rows leaves out the words around each figure: they are one click away, and
    a browser has half as much to hold.
    """
    quoted = len(facts.pair.numbers) <= _QUOTED_ROWS
    numbers = nil_last(facts.pair.numbers, facts.prior.quantities, facts.current.quantities)
    return tuple(_row(facts, number, words, quoted=quoted) for number in numbers)


def _row(facts: PairFacts, number: QuantityPair, words: Words, *, quoted: bool) -> FigureRow:
    side, quantity_id = _home(facts, number)
    quantity = side.quantities[quantity_id]
    difference, growth, _ = _change(facts, number, words)
    return FigureRow(
        anchor=facts.row_of(number),
        name=number.id,
        section=side.section_title(quantity.section),
        section_anchor=side.anchor(quantity.section),
        indicator=number.indicator or quantity.indicator,
        prior=_stated(facts.prior, number.prior, quoted=quoted),
        current=_stated(facts.current, number.current, quoted=quoted),
        difference=difference,
        growth=growth,
        relation=number.relation,
        confirm=number.confirm,
        flagged=number.flagged,
        remarks=_remarks(facts, number, words),
        judgement=_judgement(facts, number, words),
        sort_difference=_sortable(number.difference),
        sort_growth=_sortable(number.growth),
    )


def _home(facts: PairFacts, number: QuantityPair) -> tuple[SideFacts, str]:
    if number.current is not None:
        return facts.current, number.current
    assert number.prior is not None
    return facts.prior, number.prior


def _sortable(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _stated(side: SideFacts, quantity_id: str | None, *, quoted: bool) -> Stated | None:
    if quantity_id is None:
        return None
    quantity = side.quantities[quantity_id]
    if not quoted:
        return Stated(numerals.as_change(quantity), side.anchor(quantity_id), "", "")
    text = side.report.text
    passage = side.passages[side.passage_at(quantity.span.start) or quantity.passage]
    start = max(passage.span.start, quantity.span.start - 24)
    end = min(passage.span.end, quantity.span.end + 16)
    before = ("…" if start > passage.span.start else "") + text[start : quantity.span.start].lstrip()
    after = text[quantity.span.end : end].rstrip() + ("…" if end < passage.span.end else "")
    return Stated(quantity.surface, side.anchor(quantity_id), before, after)


def _change(facts: PairFacts, number: QuantityPair, words: Words) -> tuple[str, str, str]:
    """Difference in the unit of this year's report, growth, and which way a change turned."""
    if not (number.prior and number.current) or number.difference is None:
        return "", "", ""
    prior, current = facts.prior.quantities[number.prior], facts.current.quantities[number.current]
    difference = amount(number.difference, number.unit, scale_of(current), words.lang)
    growth = numerals.growth(number.growth) if number.relation != "unchanged" else ""
    return difference, growth, direction_words(number, prior, current, words.lang)


def _remarks(facts: PairFacts, number: QuantityPair, words: Words) -> tuple[str, ...]:
    """What a reader should know of a pair of figures: what differs, what is in doubt, why it was paired."""
    found = []
    if number.incomparable:
        found.append(words.term("incomparable", number.incomparable))
    if number.conversion:
        found.append(number.conversion)
    found.append(_change(facts, number, words)[2])
    for side, name in ((facts.prior, number.prior), (facts.current, number.current)):
        doubt = side.quantities[name].doubt if name else None
        if doubt:
            found.append(f"{side.report.id}: {words.in_doubt(doubt)}")
    role = facts.prior.quantities[number.prior].role if number.prior else "result"
    if role == "target" and number.relation != "target_result":
        found.append(words.term("role", role))
    if number.confirm:
        found += _why_to_confirm(facts, number, words)
    return tuple(remark for remark in found if remark)


def _why_to_confirm(facts: PairFacts, number: QuantityPair, words: Words) -> Iterator[str]:
    yield words.why(number.reason)
    if number.runner_up is not None and number.runner_up in facts.prior.quantities:
        other = facts.prior.quantities[number.runner_up]
        yield words.t("runner_up", surface=other.surface, indicator=other.indicator)


def _judgement(facts: PairFacts, number: QuantityPair, words: Words) -> Judgement | None:
    for side, quantity in ((facts.current, number.current), (facts.prior, number.prior)):
        found = facts.finding_of_claim.get((side.report.id, quantity)) if quantity else None
        if found is not None:
            anchor, finding = found
            formula = readable_formula(finding, like_of(facts, finding))
            return Judgement(anchor, finding.verdict, words.term("check", finding.check), formula)
    return None


def readable_formula(finding: Finding, like: Quantity | None = None) -> str:
    """A formula in the signs a person writes, and in the unit in which `like` is printed."""
    formula = numerals.related(finding.formula, holds=finding.verdict in ("consistent", "rounding"))
    formula = _scaled(formula, scale_of(like)) if like else formula
    return formula.replace("*", "×").replace(" / ", " ÷ ").replace(" - ", f" {numerals.MINUS} ")


def _scaled(formula: str, scale: Decimal) -> str:
    """The formula in larger units where every number of it allows that; 1 and 100 are of no unit."""
    numbers = {Decimal(found) for found in _NUMBER.findall(formula)} - _BARE
    small = _FRACTION.search(formula) and any(number < scale for number in numbers)
    if scale == 1 or small or any(round(number / scale, 6) != number / scale for number in numbers):
        return formula
    return _NUMBER.sub(lambda found: _divided(Decimal(found[0]), scale), formula)


def _divided(number: Decimal, scale: Decimal) -> str:
    return numerals.grouped(number if number in _BARE else number / scale)


def like_of(facts: PairFacts, finding: Finding) -> Quantity | None:
    """The figure in whose unit a formula is told: the claim, or what a claimed rate is worked out from."""
    names = [(finding.report, finding.claimed), *((one.report, one.quantity) for one in finding.operands)]
    sides = ((facts.side(report), name) for report, name in names if name)
    figures = [side.quantities[name] for side, name in sides if side and name in side.quantities]
    return next((figure for figure in figures if figure.unit not in POINT_UNITS), None)
