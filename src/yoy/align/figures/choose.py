"""The choice of partners: like for like, and last year's targets with this year's results."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from yoy.align.figures.evidence.features import balance, logistic, outcome_balance
from yoy.align.figures.evidence.periods import end_together, same_stretch
from yoy.align.solver.margins import Match, match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from yoy.align.figures.candidates import Figures, Link
    from yoy.align.figures.evidence.features import Evidence


THRESHOLD = 0.5
"""Score from which a pair is asserted."""
DOUBT = 0.2
"""Score from which a pair is shown to be confirmed."""
LIKELY = 0.3
"""The same for a target and a result, which have no place or section to speak for them."""
MARGIN = 1.0
"""Loss in log-odds of the next best assignment below which a pair is to be confirmed."""
_TIE = 1e-4
_SLIGHT = 0.01
_STRAY = 0.2
_HALF, _MOST = 0.5, 0.8


def choose_alike(
    figures: Figures, evidence: Mapping[Link, Evidence]
) -> tuple[list[Match], dict[Link, Evidence]]:
    """The pairs of figures of one indicator, with the evidence of every link that was weighed.

    Each figure has one partner; only one that stands for several indicators (均达到93%) can have more.
    """
    weighed = {link: found for link, found in evidence.items() if _alike(figures, link, found)}
    settled = [found.link for found in _match(figures, weighed, balance) if is_settled(found)]
    for link in sorted(figures.beside(settled)):
        found = (weighed.get(link) or figures.evidence(*link))._replace(beside=1.0)
        if _alike(figures, link, found):
            weighed[link] = found
    matches = _match(figures, weighed, balance)
    matches += _shared(figures, weighed, matches)
    recounted = list(_recounted(figures, matches))
    weighed.update((extra.link, figures.evidence(*extra.link)) for extra in recounted)
    return [*matches, *recounted], weighed


def choose_outcomes(figures: Figures, evidence: Mapping[Link, Evidence]) -> list[Match]:
    """Last year's targets for this year with this year's results; none when the years run backwards."""
    before, after = figures.reports[0].document.period, figures.reports[1].document.period
    if before is None or after is None or before >= after:
        return []
    weighed = {link: found for link, found in evidence.items() if _fulfils(figures, link, after - before)}
    return [found for found in _match(figures, weighed, outcome_balance) if logistic(found.balance) >= LIKELY]


def _shared(figures: Figures, weighed: Mapping[Link, Evidence], matches: Sequence[Match]) -> Iterator[Match]:
    """Figures left alone whose best link is to one that stands for several indicators."""
    taken = {found.link[0] for found in matches}, {found.link[1] for found in matches}
    best: dict[tuple[int, int], tuple[float, Link]] = {}
    for link in sorted(weighed):
        weight = balance(weighed[link])
        for side in (0, 1):
            if link[side] not in taken[side]:
                best[side, link[side]] = max(best.get((side, link[side]), (weight, link)), (weight, link))
    given = {found.link for found in matches}
    for (side, _), (weight, link) in sorted(best.items()):
        if link in given:
            continue
        one, other = figures.prior[link[0]], figures.current[link[1]]
        holder, alone = (other, one) if side == 0 else (one, other)
        if holder.shared and not alone.shared and logistic(weight) >= THRESHOLD:
            yield Match(link, weight, MARGIN, None)


def _recounted(figures: Figures, matches: Sequence[Match]) -> Iterator[Match]:
    """Figures left alone in the same place of paired sentences whose units don't convert (件, 件次).

    They are linked to say so, never asserted: the margin is none.
    """
    taken = {found.link[0] for found in matches}, {found.link[1] for found in matches}
    for link in figures.other_units():
        if link[0] not in taken[0] and link[1] not in taken[1]:
            found = figures.evidence(*link)
            one, other = figures.prior[link[0]], figures.current[link[1]]
            if found.name >= _MOST and not found.opposed and same_stretch(one, other):
                yield Match(link, _odds(DOUBT), 0.0, None)


def is_settled(found: Match) -> bool:
    """Whether a match is sure enough to be asserted."""
    return logistic(found.balance) >= THRESHOLD and found.margin >= MARGIN


def _match(
    figures: Figures, weighed: dict[Link, Evidence], weigh: Callable[[Evidence], float]
) -> list[Match]:
    prior, current = [t.fact for t in figures.prior], [t.fact for t in figures.current]

    def equal(link: Link, other: Link) -> bool:
        if _of_another_time(weighed[link], weighed[other]):
            return True
        if link[0] == other[0]:
            return figures.prior[link[0]].shared or current[link[1]] == current[other[1]]
        return figures.current[link[1]].shared or prior[link[0]] == prior[other[0]]

    balances = {link: weigh(found) + _in_order(figures, link) for link, found in weighed.items()}
    return match(balances, _odds(DOUBT), equal, lambda link, other: _tied(weighed[link], weighed[other]))


def _of_another_time(chosen: Evidence, other: Evidence) -> bool:
    """Whether another link is to a sum over other years, and its name no better: that is no rival."""
    return (
        other.mistimed > chosen.mistimed
        and other.name <= chosen.name + _SLIGHT
        and other.near <= chosen.near + _SLIGHT
    )


def _tied(chosen: Evidence, other: Evidence) -> bool:
    """Whether another link has words, section and unit on its side as much as the one that was chosen."""
    return (
        not chosen.implied
        and other.far <= chosen.far + _STRAY
        and all(
            getattr(other, name) >= getattr(chosen, name) - _SLIGHT
            for name in ("name", "near", "clause", "sentence", "section", "unit")
        )
    )


def _in_order(figures: Figures, link: Link) -> float:
    """Next to nothing: among equals the pair that stands at the same height of both reports wins."""
    heights = link[0] / max(1, len(figures.prior)), link[1] / max(1, len(figures.current))
    return _TIE * (1 - abs(heights[0] - heights[1]))


def _odds(score: float) -> float:
    return log(score / (1 - score))


def _alike(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether a link can be like for like: the same role and time; stated baselines only in place."""
    one, other = figures.prior[link[0]], figures.current[link[1]]
    role = one.quantity.role
    if role != other.quantity.role:
        return False
    if role == "baseline" and evidence.place < _HALF:
        return False
    return same_stretch(one, other) or (role == "result" and end_together(one.years, other.years))


def _fulfils(figures: Figures, link: Link, years: int) -> bool:
    before, after = figures.prior[link[0]], figures.current[link[1]]
    if before.quantity.role != "target" or after.quantity.role != "result":
        return False
    return before.years in (None, (years,)) and after.years in (None, (0,))
