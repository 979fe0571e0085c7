"""Two reports as the checks look at them: both views and who is whose partner."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.view import View, view_of
from yoy.language.similarity import dice, grams
from yoy.language.tokens import masked, sentence_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Quantity, QuantityPair, Report, ReportPair

# Likeness of names from which two figures are called the same.
_ALIKE = Decimal("0.7")
_NONE = Decimal(0)
_ONE_NAME = 0.7
# By how much the likest figure must be more like than the next.
_LEAD = 0.05
Name = tuple[str | None, str, str]


class Outcome(NamedTuple):
    """A target of last year with this year's figure; `link` names the pair, where the figures are paired."""

    target: Quantity
    result: Quantity
    link: str | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Both reports with the links between their figures.

    Attributes:
        partner: link of each figure of the current report, by its id, where the prior has one.
        shared: names that stand for several values in one of the reports, so that a link between
            figures of that name may be of other years or parts.
        kept: sentences of the prior report, by their words and digits.
        outcomes: figures for the targets of each promise, by its passage; empty before they are sought.
    """

    prior: View
    current: View
    pair: ReportPair
    partner: Mapping[str, QuantityPair]
    shared: frozenset[Name]
    kept: frozenset[str]
    outcomes: Mapping[str, Sequence[Outcome]] = field(default_factory=dict)

    def last_year(self, figure: Quantity) -> Quantity | None:
        """The prior report's figure of the same thing, reader's confirmation pending or not."""
        link = self.partner.get(figure.id)
        return self.prior.figure.get(link.prior) if link and link.prior else None

    def is_sure(self, figure: Quantity) -> bool:
        """Whether the link of a figure needs no confirmation and compares like with like."""
        link = self.partner.get(figure.id)
        before = self.last_year(figure)
        if link is None or before is None or link.confirm or link.incomparable is not None:
            return False
        return name_of(figure) not in self.shared and name_of(before) not in self.shared

    def is_likely(self, figure: Quantity) -> bool:
        """Whether a link to be confirmed is of one name: the claim itself may be what denies it."""
        link = self.partner.get(figure.id)
        before = self.last_year(figure)
        if link is None or before is None or link.incomparable is not None:
            return False
        alike = link.reason.get("words", _NONE)
        shared = name_of(figure) in self.shared or name_of(before) in self.shared
        return isinstance(alike, Decimal) and alike >= _ALIKE and not shared

    def is_of_one_name(self, figure: Quantity) -> bool:
        """Whether a figure and last year's are one standard indicator, or called nearly the same."""
        before = self.last_year(figure)
        if before is None:
            return False
        if figure.concept and figure.concept == before.concept:
            return True
        names = [masked(each.indicator) for each in (before, figure)]
        return names[0] == names[1] or dice(grams(names[0]), grams(names[1])) >= _ONE_NAME

    def is_kept(self, figure: Quantity) -> bool:
        """Whether the sentence of a figure is last year's, figures and all: then it tells of that year."""
        passage = self.current.passage.get(figure.passage)
        return passage is not None and sentence_key(passage.span.of(self.current.text)) in self.kept


def pair_view(prior: Report, current: Report, pair: ReportPair) -> PairView:
    """Both reports with their indices."""
    linked = {
        link.current: link
        for link in pair.numbers
        if link.prior and link.current and link.relation != "target_result"
    }
    before, after = view_of(prior), view_of(current)
    return PairView(
        prior=before,
        current=after,
        pair=pair,
        partner=linked,
        shared=_shared(before) | _shared(after),
        kept=frozenset(sentence_key(passage.span.of(before.text)) for passage in before.passages),
    )


def name_of(figure: Quantity) -> Name:
    """What a figure is called, with its unit and kind."""
    return figure.unit, figure.kind, masked(figure.indicator)


def _shared(view: View) -> frozenset[Name]:
    """Names with several values of the year itself, each in a paragraph of its own.

    Within a paragraph a name is handed on from a whole to its parts.
    """
    values: dict[Name, dict[int, Decimal]] = {}
    for figure in view.figures:
        if figure.period not in (None, str(view.period)) or figure.table is not None:
            continue
        if figure.role == "result" and figure.kind in ("level", "ratio"):
            paragraph = view.paragraph(figure.span.start).start
            values.setdefault(name_of(figure), {}).setdefault(paragraph, figure.value)
    return frozenset(name for name, found in values.items() if len(set(found.values())) > 1)


def clear_best(scored: Iterable[tuple[float, Quantity]], least: float) -> Quantity | None:
    """The figure with the highest score, where it reaches `least` and leads clearly; else none."""
    ranked = sorted(scored, key=lambda one: (-one[0], one[1].span.start))
    if not ranked or ranked[0][0] < least:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD:
        return None
    return ranked[0][1]
