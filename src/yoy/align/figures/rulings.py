"""A reviewer's word on pairs of figures: the next comparison obeys it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.language.identity import stable_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import PairVerdict, Quantity, QuantityPair, Report


def apply_verdicts(
    prior: Report, current: Report, numbers: Sequence[QuantityPair], verdicts: Sequence[PairVerdict]
) -> tuple[QuantityPair, ...]:
    """The pairs with accepted ones no longer to confirm and rejected ones taken apart.

    A verdict names its two figures by their stable keys, so it holds when a corrected report is
    compared again; one that names a figure no longer there is without effect.
    """
    name = f"{prior.id}→{current.id}"
    wanted = {(v.prior, v.current): v.accepted for v in verdicts if v.comparison == name}
    if not wanted:
        return tuple(numbers)
    quantities = (
        {q.id: q for q in prior.figures.quantities},
        {q.id: q for q in current.figures.quantities},
    )
    return tuple(made for number in numbers for made in _judged(number, quantities, wanted))


def _judged(
    number: QuantityPair,
    quantities: tuple[Mapping[str, Quantity], Mapping[str, Quantity]],
    wanted: Mapping[tuple[str, str], bool],
) -> Iterator[QuantityPair]:
    if number.prior is None or number.current is None:
        yield number
        return
    before, after = quantities[0][number.prior], quantities[1][number.current]
    accepted = wanted.get((before.key, after.key))
    if accepted is None:
        yield number
    elif accepted:
        yield replace(number, confirm=False, reason={**number.reason, "reviewed": "accepted"})
    elif number.relation != "target_result":
        yield _alone(number, before, side="prior")
        yield _alone(number, after, side="current")


def _alone(number: QuantityPair, quantity: Quantity, *, side: str) -> QuantityPair:
    is_prior = side == "prior"
    return replace(
        number,
        id=number.id if not is_prior else f"{number.id}r",
        key=stable_key(number.key, "rejected") if is_prior else number.key,
        prior=quantity.id if is_prior else None,
        current=None if is_prior else quantity.id,
        indicator=quantity.indicator,
        unit=quantity.unit,
        relation="removed" if is_prior else "added",
        difference=None,
        growth=None,
        conversion=None,
        confirm=False,
        runner_up=None,
        incomparable=None,
        reason={"reviewed": "rejected"},
    )
