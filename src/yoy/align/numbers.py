"""Which figure of this year's report is which of last year's.

Candidates come from shared words, from the same place of paired sentences, from paired tables and
from arithmetic; each is weighed, and the whole is assigned at once, one to one. A pair is asserted
when its score passes a threshold and no other assignment comes near; a weaker one is kept for a
person to confirm, and the rest stand alone as new or no longer given.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import log
from typing import TYPE_CHECKING

from yoy.align.changes import change_between
from yoy.align.figures import Figures
from yoy.align.likeness import balance, logistic, outcome_balance
from yoy.align.matching import match
from yoy.align.timing import end_together, same_time
from yoy.language.identity import stable_key
from yoy.language.units import same_family
from yoy.model import QuantityPair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yoy.align.figures import Link
    from yoy.align.likeness import Evidence
    from yoy.align.matching import Match
    from yoy.model import PassagePair, Quantity, Report, SectionPair, TablePair
    from yoy.options import LexiconOptions

THRESHOLD = 0.5
"""Score from which a pair is asserted."""
DOUBT = 0.3
"""Score from which a pair is shown to be confirmed."""
MARGIN = 1.0
"""Loss in log-odds of the next best assignment below which a pair is to be confirmed."""
_TIE = 1e-4
_SLIGHT = 0.01


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
    figures = Figures(prior, current, sections, passages, tables, options)
    evidence = {link: figures.evidence(*link) for link in figures.links()}
    pairs = _like_for_like(figures, evidence)
    outcomes = _outcomes(figures, evidence)
    return tuple(_numbered([*pairs, *outcomes]))


def _like_for_like(figures: Figures, evidence: dict[Link, Evidence]) -> Iterator[QuantityPair]:
    weighed = {link: found for link, found in evidence.items() if _alike(figures, link, found)}
    settled = [found.link for found in _match(figures, weighed, balance) if _is_settled(found)]
    for link in sorted(figures.beside(settled)):
        found = replace(weighed.get(link) or figures.evidence(*link), beside=1.0)
        if _alike(figures, link, found):
            weighed[link] = found
    matches = _match(figures, weighed, balance)
    partners = {found.link[1]: found for found in matches}
    taken = {found.link[0] for found in matches}
    for t in figures.current:
        if t.rank in partners:
            yield _paired(figures, partners[t.rank], weighed[partners[t.rank].link])
        elif t.quantity.role != "baseline":
            yield _alone(t.quantity, None, t.quantity)
    for t in figures.prior:
        if t.rank not in taken and t.quantity.role != "baseline":
            yield _alone(t.quantity, t.quantity, None)


def _is_settled(found: Match) -> bool:
    return logistic(found.balance) >= THRESHOLD and found.margin >= MARGIN


def _match(
    figures: Figures, weighed: dict[Link, Evidence], weigh: Callable[[Evidence], float]
) -> list[Match]:
    prior, current = [t.fact for t in figures.prior], [t.fact for t in figures.current]

    def equal(link: Link, other: Link) -> bool:
        if link[0] == other[0]:
            return current[link[1]] == current[other[1]]
        return prior[link[0]] == prior[other[0]]

    balances = {link: weigh(found) + _in_order(figures, link) for link, found in weighed.items()}
    return match(balances, _odds(DOUBT), equal, lambda link, other: _tied(weighed[link], weighed[other]))


def _tied(chosen: Evidence, other: Evidence) -> bool:
    """Whether another link has words and section on its side as much as the one that was chosen."""
    return not chosen.implied and all(
        getattr(other, name) >= getattr(chosen, name) - _SLIGHT
        for name in ("name", "near", "clause", "sentence", "section")
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
    if role == "baseline" and evidence.place < 0.5:  # noqa: PLR2004 - half of the words around it
        return False
    return same_time(one.years, other.years) or (role == "result" and end_together(one.years, other.years))


def _paired(figures: Figures, found: Match, evidence: Evidence) -> QuantityPair:
    before, after = figures.prior[found.link[0]].quantity, figures.current[found.link[1]].quantity
    change = change_between(before, after, _incomparable(before, after, evidence))
    score = logistic(found.balance)
    doubtful = not _is_settled(found) or bool(evidence.opposed)
    return QuantityPair(
        id="",
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


def _incomparable(before: Quantity, after: Quantity, evidence: Evidence) -> str | None:
    if before.role == after.role and evidence.mistimed:
        return "period"
    return "scope" if evidence.rescoped else None


def _runner_up(figures: Figures, found: Match) -> str | None:
    """The other prior figure that the current one could be, where that is what makes the doubt."""
    if found.runner_up is None or found.runner_up[0] == found.link[0]:
        return None
    return figures.prior[found.runner_up[0]].quantity.id


def _alone(shown: Quantity, before: Quantity | None, after: Quantity | None) -> QuantityPair:
    return QuantityPair(
        id="",
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
    for code in ("place", "beside", "cell", "implied", "value", "far", "rescoped", "opposed"):
        weight = getattr(evidence, code)
        if weight:
            told[code] = _rounded(weight)
    if not same_family(before.unit, after.unit):
        told["counted_in"] = f"{before.unit}→{after.unit}"
    return told


def _outcomes(figures: Figures, evidence: dict[Link, Evidence]) -> Iterator[QuantityPair]:
    """Last year's targets for this year with this year's results."""
    before, after = figures.reports[0].document.period, figures.reports[1].document.period
    if before is None or after is None or before >= after:
        return
    weighed = {link: found for link, found in evidence.items() if _fulfils(figures, link, after - before)}
    for found in _match(figures, weighed, outcome_balance):
        paired = _paired(figures, found, weighed[found.link])
        key = stable_key(paired.key, "target")
        yield replace(paired, key=key, relation="target_result", incomparable=None)


def _fulfils(figures: Figures, link: Link, years: int) -> bool:
    before, after = figures.prior[link[0]], figures.current[link[1]]
    if before.quantity.role != "target" or after.quantity.role != "result":
        return False
    return before.years in (None, (years,)) and after.years in (None, (0,))


def _numbered(pairs: Sequence[QuantityPair]) -> Iterator[QuantityPair]:
    for index, pair in enumerate(pairs):
        yield replace(pair, id=f"n{index}")
