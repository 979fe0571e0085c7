"""A reviewer's word on pairs of figures: the next comparison obeys it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.language.identity import stable_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import Decision, Quantity, QuantityPair, Report

_KINDS = ("pair", "open_item")


def apply_to_figures(
    prior: Report, current: Report, numbers: Sequence[QuantityPair], decisions: Sequence[Decision]
) -> tuple[tuple[QuantityPair, ...], tuple[Decision, ...]]:
    """The pairs with accepted ones no longer to confirm and rejected ones taken apart; what was obeyed.

    A decision names its two figures by their stable keys, so it holds when a corrected report is compared
    again; one that names a figure no longer there is without effect. The last of several wins.
    """
    name = f"{prior.id}→{current.id}"
    wanted = {
        (*d.prior, *d.current) or (d.key,): d
        for d in decisions
        if d.kind in _KINDS and d.comparison in ("", name) and d.ruling in ("accepted", "rejected")
    }
    if not wanted:
        return tuple(numbers), ()
    quantities = (
        {q.id: q for q in prior.figures.quantities},
        {q.id: q for q in current.figures.quantities},
    )
    made: list[QuantityPair] = []
    obeyed: dict[Decision, None] = {}
    for number in numbers:
        decision = _decided(number, quantities, wanted)
        judged = tuple(_judged(number, quantities, decision))
        if judged != (number,) and decision:
            obeyed[decision] = None
        made.extend(judged)
    return tuple(made), tuple(obeyed)


def _decided(
    number: QuantityPair,
    quantities: tuple[Mapping[str, Quantity], Mapping[str, Quantity]],
    wanted: Mapping[tuple[str, ...], Decision],
) -> Decision | None:
    if number.prior is None or number.current is None:
        return None
    sides = quantities[0][number.prior].key, quantities[1][number.current].key
    return wanted.get(sides) or wanted.get((number.key,))


def _judged(
    number: QuantityPair,
    quantities: tuple[Mapping[str, Quantity], Mapping[str, Quantity]],
    decision: Decision | None,
) -> Iterator[QuantityPair]:
    if decision is None:
        yield number
    elif decision.ruling == "accepted":
        yield replace(number, confirm=False, reason={**number.reason, "reviewed": "accepted"})
    elif number.relation == "target_result":
        yield number
    else:
        yield _alone(number, quantities[0][number.prior or ""], side="prior")
        yield _alone(number, quantities[1][number.current or ""], side="current")


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
