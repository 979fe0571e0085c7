"""Two reports as the checks look at them: both views and who is whose partner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.checks.view import View, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import Quantity, QuantityPair, Report, ReportPair


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Both reports with the links between their figures.

    Attributes:
        partner: link of each figure of the current report, by its id, where the prior has one.
    """

    prior: View
    current: View
    pair: ReportPair
    partner: Mapping[str, QuantityPair]

    def last_year(self, figure: Quantity) -> Quantity | None:
        """The prior report's figure of the same thing, reader's confirmation pending or not."""
        link = self.partner.get(figure.id)
        return self.prior.figure.get(link.prior) if link and link.prior else None

    def is_sure(self, figure: Quantity) -> bool:
        """Whether the link of a figure needs no confirmation and compares like with like."""
        link = self.partner.get(figure.id)
        return link is not None and not link.confirm and link.incomparable is None


def pair_view(prior: Report, current: Report, pair: ReportPair) -> PairView:
    """Both reports with their indices."""
    linked = {
        link.current: link
        for link in pair.numbers
        if link.prior and link.current and link.relation != "target_result"
    }
    return PairView(prior=view_of(prior), current=view_of(current), pair=pair, partner=linked)
