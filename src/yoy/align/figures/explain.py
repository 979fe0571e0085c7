"""Why a figure has its partner, or none: every link that was weighed, piece by piece, and its fate."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.align.figures.doubts import doubts_of
from yoy.align.figures.evidence.features import balance, logistic, outcome_balance
from yoy.align.figures.facets import decided
from yoy.align.figures.weights import BIAS, CUTS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.align.figures.candidates import Link
    from yoy.align.figures.doubts import Doubt
    from yoy.align.figures.evidence.features import Evidence
    from yoy.align.figures.facets import Comparability
    from yoy.align.figures.pair import Weighing
    from yoy.align.solver.margins import Match
    from yoy.model import Incomparable, Quantity

Fate = Literal[
    "asserted", "asked", "differs", "target_result", "two_concepts", "other_role", "weak", "outdone"
]


class Piece(NamedTuple):
    """One piece of evidence: how much there is of it (0–1) and the log-odds that it adds at 1."""

    name: str
    amount: Decimal
    weight: Decimal


class Alternative(NamedTuple):
    """One link that was weighed.

    Attributes:
        score: 0–1. fate: what became of it. differs: in what the two figures differ.
        doubts: why a person is asked.
        margin: log-odds that the whole would lose without it, if it was chosen; runner_up: id of the
            prior figure that came next.
    """

    prior: Quantity
    current: Quantity
    score: Decimal
    fate: Fate
    differs: tuple[Incomparable, ...]
    unsure: tuple[Incomparable, ...]
    pieces: tuple[Piece, ...]
    doubts: tuple[Doubt, ...] = ()
    margin: Decimal | None = None
    runner_up: str | None = None


def alternatives(weighing: Weighing, *, side: int, quantity: str) -> tuple[Alternative, ...]:
    """Every link of a figure that was weighed, the chosen one first, then the likeliest.

    Args:
        side: 0 for last year's report, 1 for this year's. quantity: id of the figure there.
    """
    ranks = [t.quantity.id for t in (weighing.figures.prior, weighing.figures.current)[side]]
    if quantity not in ranks:
        return ()
    rank = ranks.index(quantity)
    found = [_alternative(weighing, link) for link in weighing.weighed if link[side] == rank]
    return tuple(sorted(found, key=lambda a: (a.margin is None, -a.score, a.prior.span, a.current.span)))


def cuts() -> dict[str, Decimal]:
    """The cuts that decide, by name."""
    return {
        name: _rounded(float(getattr(CUTS, name)))
        for name in ("asserted", "shown", "likely", "margin", "beside")
    }


def _alternative(weighing: Weighing, link: Link) -> Alternative:
    figures, evidence = weighing.figures, weighing.weighed[link]
    compared = decided(figures.compared(*link), evidence)
    chosen = next((m for m in (*weighing.matches, *weighing.outcomes) if m.link == link), None)
    weight = chosen.balance if chosen else _balance(weighing, link, evidence)
    doubts = doubts_of(figures, chosen, evidence) if chosen else ()
    runner_up = chosen.runner_up if chosen else None
    return Alternative(
        prior=figures.prior[link[0]].quantity,
        current=figures.current[link[1]].quantity,
        score=_rounded(logistic(weight)),
        fate=_fate(weighing, chosen, compared, evidence, weight, asked=bool(doubts)),
        doubts=doubts,
        differs=compared.differs,
        unsure=compared.unsure,
        pieces=tuple(_pieces(evidence)),
        margin=_rounded(chosen.margin) if chosen else None,
        runner_up=figures.prior[runner_up[0]].quantity.id if runner_up else None,
    )


def _balance(weighing: Weighing, link: Link, evidence: Evidence) -> float:
    across = "role" in weighing.figures.compared(*link).differs
    return outcome_balance(evidence) if across else balance(evidence)


def _fate(
    weighing: Weighing,
    chosen: Match | None,
    compared: Comparability,
    evidence: Evidence,
    weight: float,
    *,
    asked: bool,
) -> Fate:
    if chosen is not None and chosen in weighing.outcomes:
        return "target_result"
    if chosen is not None:
        return "asked" if asked else "differs" if compared.differs else "asserted"
    if compared.apart or evidence.opposed:
        return "two_concepts"
    if "role" in compared.differs:
        return "other_role"
    return "weak" if logistic(weight) < CUTS.shown else "outdone"


def _pieces(evidence: Evidence) -> Iterator[Piece]:
    """What there is of evidence, the weightiest first; the bias last."""
    there = [(name, float(getattr(evidence, name))) for name in WEIGHTS if getattr(evidence, name)]
    for name, amount in sorted(there, key=lambda item: -abs(item[1] * WEIGHTS[item[0]])):
        yield Piece(name, _rounded(amount), _rounded(WEIGHTS[name]))
    yield Piece("bias", Decimal(1), _rounded(BIAS))


def _rounded(value: float) -> Decimal:
    return Decimal(str(round(value, 4)))
