"""The choice of partners: like for like first, then what differs in a facet; targets with results apart."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from yoy.align.figures.evidence.features import balance, logistic, outcome_balance
from yoy.align.figures.facets import decided, kin_by, may_be_of_its_end
from yoy.align.figures.neighbours import links_beside
from yoy.align.figures.weights import CUTS
from yoy.align.solver.margins import Match, match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from yoy.align.figures.candidates import Figures, Link
    from yoy.align.figures.evidence.features import Evidence
    from yoy.align.figures.evidence.traits import Traits


_BESIDE = frozenset(("period", "basis", "base", "scope"))
"""What two figures may differ in and still stand side by side."""


def choose_alike(
    figures: Figures, evidence: Mapping[Link, Evidence]
) -> tuple[list[Match], dict[Link, Evidence]]:
    """The pairs of figures of one indicator, with the evidence of every link that was weighed.

    Figures that differ in nothing find their partners first and are taken out; what is left may stand
    beside a figure of another period, basis or base, to say that the two are not to be subtracted. Each
    figure has one partner; only one that stands for several indicators (均达到93%) can have more.
    """
    weighed = {link: found for link, found in evidence.items() if _alike(figures, link, found)}
    sure = [found.link for found in _match(figures, weighed, balance) if is_sure(found)]
    for link in sorted(links_beside(figures, sure)):
        found = (weighed.get(link) or figures.evidence(*link))._replace(beside=1.0)
        if _alike(figures, link, found):
            weighed[link] = found
    matches = _match(figures, weighed, balance)
    matches += _shared(figures, weighed, matches, balance)
    taken = _taken(matches)
    different = {
        link: found
        for link, found in evidence.items()
        if link[0] not in taken[0] and link[1] not in taken[1] and _side_by_side(figures, link, found)
    }
    matches += _match(figures, different, _without_facets, CUTS.beside)
    recounted = list(_recounted(figures, matches))
    weighed.update(different)
    weighed.update((extra.link, figures.evidence(*extra.link)) for extra in recounted)
    return [*matches, *recounted], weighed


def choose_outcomes(figures: Figures, evidence: Mapping[Link, Evidence]) -> list[Match]:
    """Last year's targets for this year with this year's results; none when the years run backwards."""
    before, after = figures.reports[0].document.period, figures.reports[1].document.period
    if before is None or after is None or before >= after:
        return []
    weighed = {link: found for link, found in evidence.items() if _fulfils(figures, link, after - before)}
    found = _match(figures, weighed, outcome_balance, CUTS.likely)
    found += _shared(figures, weighed, found, outcome_balance)
    return [match for match in found if logistic(match.balance) >= CUTS.likely]


def _taken(matches: Sequence[Match]) -> tuple[set[int], set[int]]:
    return {found.link[0] for found in matches}, {found.link[1] for found in matches}


def _shared(
    figures: Figures,
    weighed: Mapping[Link, Evidence],
    matches: Sequence[Match],
    weigh: Callable[[Evidence], float],
) -> Iterator[Match]:
    """Figures left alone whose best link is to one that stands for several indicators."""
    taken = _taken(matches)
    best: dict[tuple[int, int], tuple[float, Link]] = {}
    for link in sorted(weighed):
        weight = weigh(weighed[link])
        for side in (0, 1):
            if link[side] not in taken[side]:
                best[side, link[side]] = max(best.get((side, link[side]), (weight, link)), (weight, link))
    given = {found.link for found in matches}
    for (side, _), (weight, link) in sorted(best.items()):
        if link in given:
            continue
        one, other = figures.prior[link[0]], figures.current[link[1]]
        holder, alone = (other, one) if side == 0 else (one, other)
        if holder.shared and not alone.shared and logistic(weight) >= CUTS.asserted:
            yield Match(link, weight, CUTS.margin, None)


def _recounted(figures: Figures, matches: Sequence[Match]) -> Iterator[Match]:
    """Figures left alone in the same place of paired sentences whose units don't convert (件, 件次).

    They are linked to say so, never asserted: the margin is none.
    """
    taken = _taken(matches)
    for link in figures.other_units():
        if link[0] not in taken[0] and link[1] not in taken[1]:
            found = figures.evidence(*link)
            if found.name >= CUTS.like_name and not found.opposed and not figures.compared(*link).differs:
                yield Match(link, _odds(CUTS.shown), 0.0, None)


def is_sure(found: Match) -> bool:
    """Whether a match is sure enough to be asserted."""
    return logistic(found.balance) >= CUTS.asserted and found.margin >= CUTS.margin


def _match(
    figures: Figures,
    weighed: Mapping[Link, Evidence],
    weigh: Callable[[Evidence], float],
    least: float = CUTS.shown,
) -> list[Match]:
    prior, current = [t.fact for t in figures.prior], [t.fact for t in figures.current]

    def equal(link: Link, other: Link) -> bool:
        if link[0] == other[0]:
            one, same = figures.prior[link[0]], current[link[1]] == current[other[1]]
            return one.shared or same or _is_mark_of(figures.current[other[1]], figures.current[link[1]])
        one, same = figures.current[link[1]], prior[link[0]] == prior[other[0]]
        return one.shared or same or _is_mark_of(figures.prior[other[0]], figures.prior[link[0]])

    balances = {
        link: weigh(found) + _in_order(figures, link) - CUTS.mark * _is_against_mark(figures, link)
        for link, found in weighed.items()
    }
    return match(balances, _odds(least), equal, lambda link, other: _tied(weighed[link], weighed[other]))


def _is_mark_of(mark: Traits, exact: Traits) -> bool:
    """迈上6万亿元台阶，达到62661亿元: the mark passed is another mention of the exact value's fact."""
    if mark.quantity.concept is None or mark.quantity.concept != exact.quantity.concept:
        return False
    alike = mark.qualifiers == exact.qualifiers and mark.quantity.kind == exact.quantity.kind
    return alike and mark.is_passed and not exact.is_passed and mark.amount <= exact.amount


def _is_told_better(figures: Figures, link: Link) -> bool:
    """Whether the report tells the year's value of the same indicator elsewhere, exactly.

    A mark passed that lies below last year's value (跨过3万亿元) and a bound kept each year (控制在5.5%以内)
    then are no partners.
    """
    prior, current = figures.prior[link[0]], figures.current[link[1]]
    outgrown = current.is_passed and current.amount < prior.amount
    kept = current.is_kept and not prior.is_kept
    return (outgrown or kept) and any(_tells_exactly(other, current) for other in figures.current)


def _tells_exactly(other: Traits, bound: Traits) -> bool:
    one, two = other.quantity, bound.quantity
    alike = one.concept == two.concept is not None and one.kind == two.kind and one.role == two.role
    return alike and other.qualifiers == bound.qualifiers and not (other.is_passed or other.is_kept)


def _is_against_mark(figures: Figures, link: Link) -> bool:
    return figures.prior[link[0]].is_passed != figures.current[link[1]].is_passed


def _without_facets(evidence: Evidence) -> float:
    """The weighed sum for figures of which it is known that they differ in a facet."""
    return balance(evidence._replace(mistimed=0.0, rescoped=0.0, contrary=0.0))


def _tied(chosen: Evidence, other: Evidence) -> bool:
    """Whether another link has words, section and unit on its side as much as the one that was chosen."""
    return (
        not chosen.implied
        and other.far <= chosen.far + CUTS.stray
        and all(
            getattr(other, name) >= getattr(chosen, name) - CUTS.slight
            for name in ("name", "near", "clause", "sentence", "section", "unit")
        )
    )


def _in_order(figures: Figures, link: Link) -> float:
    """Next to nothing: among equals the pair that stands at the same height of both reports wins."""
    heights = link[0] / max(1, len(figures.prior)), link[1] / max(1, len(figures.current))
    return CUTS.tie * (1 - abs(heights[0] - heights[1]))


def _odds(score: float) -> float:
    return log(score / (1 - score))


def _alike(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether two figures differ in nothing; those told of an earlier year only in place, of one year.

    What reports state of a year before theirs is held against that year's report, not set side by side.
    """
    compared = decided(figures.compared(*link), evidence)
    if compared.differs or compared.apart or _is_told_better(figures, link):
        return False
    one, other = figures.prior[link[0]].quantity, figures.current[link[1]].quantity
    if one.role != "baseline":
        return True
    kept = one.table is None and evidence.place >= CUTS.kept_place
    return kept and (None in (one.period, other.period) or one.period == other.period)


def _side_by_side(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether two results that differ in a facet are plainly of one indicator all the same.

    Of targets only those of known indicators that are told in each other's place: the others change freely.
    """
    compared = decided(figures.compared(*link), evidence)
    if compared.apart or evidence.opposed or not _BESIDE.issuperset(compared.differs):
        return False
    if "period" in compared.differs and not figures.touch(*link):
        return False
    one, other = figures.prior[link[0]], figures.current[link[1]]
    if one.quantity.role != "result" and not kin_by(one, other):
        return False
    if evidence.contrary and max(evidence.name, evidence.near) < CUTS.half_name:
        return False  # each is of a part of its own: two towns' output, told half alike
    named = evidence.concept or max(evidence.name, evidence.near) >= CUTS.same_name
    return bool(named) or evidence.place >= CUTS.unchanged_place or _is_kept_sentence(evidence)


def _is_kept_sentence(evidence: Evidence) -> bool:
    """Whether half the name comes back in the same place or nearly the same sentence of linked sections."""
    named = max(evidence.name, evidence.near, evidence.cross) >= CUTS.half_name
    kept = evidence.place >= CUTS.kept_place or evidence.sentence >= CUTS.same_name
    return named and kept and evidence.section == 1


def _fulfils(figures: Figures, link: Link, years: int) -> bool:
    """Whether the one is planned for the year, or for years up to it, that the other tells the result of."""
    before, after = figures.prior[link[0]], figures.current[link[1]]
    if before.quantity.role != "target" or after.quantity.role != "result":
        return False
    if set(figures.compared(*link).differs) - {"role", "period"} or figures.compared(*link).apart:
        return False
    if before.years not in (None, (years,)) or after.is_explained:
        return False
    return after.years in (None, (0,)) or may_be_of_its_end(before, after, of_last=years)
