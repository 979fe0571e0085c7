"""Which figure of this year's report is which of last year's.

Candidates come from shared words, from the same place of paired sentences, from paired tables and
from arithmetic; each is weighed, and the whole is assigned at once, one to one. A pair is asserted
when its score passes a threshold and no other assignment comes near; a weaker one is kept for a
person to confirm, and the rest stand alone as new or no longer given.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.figures.candidates import Figures
from yoy.align.figures.changes import change_between
from yoy.align.figures.choose import choose_alike, choose_outcomes
from yoy.align.figures.doubts import doubts_of
from yoy.align.figures.evidence.features import logistic
from yoy.align.figures.facets import are_whole_and_level, decided
from yoy.language.identity import stable_key
from yoy.language.units import same_family
from yoy.model import QuantityPair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.align.figures.candidates import Link
    from yoy.align.figures.evidence.features import Evidence
    from yoy.align.solver.margins import Match
    from yoy.model import Incomparable, PassagePair, Quantity, Report, SectionPair, TablePair
    from yoy.options import LexiconOptions


_TOLD = ("place", "beside", "cell", "implied", "value", "concept", "far", "narrowed", "rescoped", "opposed")
"""Evidence that the reader is told of where there is any."""


def pair_numbers(
    prior: Report,
    current: Report,
    sections: Sequence[SectionPair],
    passages: Sequence[PassagePair],
    tables: Sequence[TablePair],
    options: LexiconOptions,
) -> tuple[QuantityPair, ...]:
    """Every figure of both reports with its partner, or alone.

    Figures that a report states of the year before (role baseline) appear only with a partner: alone
    they would read as new or dropped indicators.

    Returns:
        pairs and new figures in the order of the current report, then those no longer given, then
        last year's targets with this year's results.
    """
    weighing = weigh_figures(prior, current, sections, passages, tables, options)
    # Handed out as the pairs are made, so that they follow the order of the outputs.
    ids = map("n{}".format, count())
    return (*_like_for_like(weighing, ids), *_outcomes(weighing, ids))


class Weighing(NamedTuple):
    """How the figures of two reports were held against each other.

    Attributes:
        weighed: the evidence of every link that was looked at.
        matches: the pairs of one indicator; outcomes: last year's targets with this year's results.
    """

    figures: Figures
    weighed: Mapping[Link, Evidence]
    matches: tuple[Match, ...]
    outcomes: tuple[Match, ...]


def weigh_figures(
    prior: Report,
    current: Report,
    sections: Sequence[SectionPair],
    passages: Sequence[PassagePair],
    tables: Sequence[TablePair],
    options: LexiconOptions,
) -> Weighing:
    """The figures of two reports, what speaks for each link, and the links that were chosen."""
    figures = Figures(prior, current, sections, passages, tables, options)
    evidence = {link: figures.evidence(*link) for link in figures.links()}
    matches, weighed = choose_alike(figures, evidence)
    return Weighing(
        figures, {**evidence, **weighed}, tuple(matches), tuple(choose_outcomes(figures, evidence))
    )


def _like_for_like(weighing: Weighing, ids: Iterator[str]) -> Iterator[QuantityPair]:
    figures, weighed = weighing.figures, weighing.weighed
    partners: dict[int, list[Match]] = defaultdict(list)
    for found in weighing.matches:
        partners[found.link[1]].append(found)
    taken = {found.link[0] for found in weighing.matches}
    for t in figures.current:
        for found in partners[t.rank]:
            pair = _paired(next(ids), figures, found, weighed[found.link])
            yield pair if found is partners[t.rank][0] else replace(pair, key=_second_key(figures, found))
        if not partners[t.rank] and t.quantity.role != "baseline":
            yield _alone(next(ids), t.quantity, None, t.quantity)
    for t in figures.prior:
        if t.rank not in taken and t.quantity.role != "baseline":
            yield _alone(next(ids), t.quantity, t.quantity, None)


def _second_key(figures: Figures, found: Match) -> str:
    """Key of a further pair of a figure that stands for several indicators."""
    before, after = found.link
    return stable_key(figures.current[after].quantity.key, figures.prior[before].quantity.key)


def _paired(number_id: str, figures: Figures, found: Match, evidence: Evidence) -> QuantityPair:
    before, after = figures.prior[found.link[0]].quantity, figures.current[found.link[1]].quantity
    change = change_between(before, after, _incomparable(figures, found.link, evidence))
    score = logistic(found.balance)
    doubtful = bool(doubts_of(figures, found, evidence))
    return QuantityPair(
        id=number_id,
        key=after.key,
        prior=before.id,
        current=after.id,
        indicator=after.indicator or before.indicator,
        unit=after.unit,
        relation=change.relation,
        score=_rounded(score),
        difference=change.difference,
        growth=change.growth,
        conversion=change.conversion,
        confirm=doubtful,
        reason=_reason(before, after, evidence),
        runner_up=_runner_up(figures, found) if doubtful else None,
        incomparable=change.incomparable,
    )


def _incomparable(figures: Figures, link: Link, evidence: Evidence) -> Incomparable | None:
    """Why two figures stand side by side and are not subtracted; a target and its result are."""
    differs = [code for code in decided(figures.compared(*link), evidence).differs if code != "role"]
    if differs:
        return differs[0]
    if not evidence.unit:
        return "unit"
    apart = are_whole_and_level(figures.prior[link[0]], figures.current[link[1]])
    return "scope" if evidence.rescoped or apart else None


def _runner_up(figures: Figures, found: Match) -> str | None:
    """The other prior figure that the current one could be, where that is what makes the doubt."""
    if found.runner_up is None or found.runner_up[0] == found.link[0]:
        return None
    return figures.prior[found.runner_up[0]].quantity.id


def _alone(number_id: str, shown: Quantity, before: Quantity | None, after: Quantity | None) -> QuantityPair:
    return QuantityPair(
        id=number_id,
        key=shown.key if after else stable_key(shown.key, "removed"),
        prior=before.id if before else None,
        current=after.id if after else None,
        indicator=shown.indicator,
        unit=shown.unit,
        relation="added" if after else "removed",
        score=Decimal(0),
    )


def _rounded(value: float) -> Decimal:
    return Decimal(str(round(value, 4)))


def _reason(before: Quantity, after: Quantity, evidence: Evidence) -> dict[str, Decimal | str]:
    """What the reader is told: how alike words and sections are, and whatever else spoke for or against."""
    told: dict[str, Decimal | str] = {
        "words": _rounded(max(evidence.name, evidence.near)),
        "section": _rounded(evidence.section),
    }
    for code in _TOLD:
        weight = getattr(evidence, code)
        if weight:
            told[code] = _rounded(weight)
    if before.unit and after.unit and not same_family(before.unit, after.unit):
        told["counted_in"] = f"{before.unit}→{after.unit}"
    return told


def _outcomes(weighing: Weighing, ids: Iterator[str]) -> Iterator[QuantityPair]:
    """Last year's targets for this year with this year's results."""
    for found in weighing.outcomes:
        paired = _paired(next(ids), weighing.figures, found, weighing.weighed[found.link])
        key = stable_key(paired.key, "target")
        yield replace(paired, key=key, relation="target_result", incomparable=None)
