"""Why a chosen pair of figures is not asserted but given to a person to confirm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from yoy.align.figures.choose import is_sure
from yoy.align.figures.evidence.features import far_apart
from yoy.align.figures.facets import decided
from yoy.align.figures.weights import CUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.figures.candidates import Figures, Link
    from yoy.align.figures.evidence.features import Evidence
    from yoy.align.figures.evidence.traits import Traits
    from yoy.align.solver.margins import Match
    from yoy.model import Report

Doubt = Literal[
    "thin_margin",
    "opposed",
    "facet_untold",
    "half_known",
    "passed_sometime",
    "startling",
    "disputed",
    "ambiguous",
    "english",
    "pasted_table",
]


def doubts_of(figures: Figures, found: Match, evidence: Evidence) -> tuple[Doubt, ...]:
    """Why a person should look at a pair: another is as likely, or something speaks against it."""
    link = found.link
    told: dict[Doubt, bool] = {
        "thin_margin": not is_sure(found),
        "opposed": bool(evidence.opposed),
        "facet_untold": _is_unsure(figures, link, evidence),
        "half_known": _is_half_known(figures, link, evidence),
        "passed_sometime": _is_passed_sometime(figures, link),
        "startling": _is_startling(evidence),
        "disputed": _is_disputed(figures, link, evidence),
        "ambiguous": _is_ambiguous(figures, link),
        "english": _is_doubtful_in_english(figures, link, evidence),
        "pasted_table": _is_of_a_pasted_table(figures, link, evidence),
    }
    return tuple(code for code, holds in told.items() if holds)


def _is_of_a_pasted_table(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether a figure stands in a table that lost its heads when it was pasted, and its row doesn't tell it.

    A row whose name is the only one of its kind in both tables, with as many figures, is the same row of
    the same form, if no head told years that are lost.
    """
    ranks = list(zip((figures.prior, figures.current), link, strict=True))
    if not any(side[rank].quantity.doubt == "pasted_table" for side, rank in ranks):
        return False
    rows = [_row_of(side, rank) for side, rank in ranks]
    same = rows[0] is not None and rows[0] == rows[1]
    return not (evidence.cell and same) or any(map(_told_years, figures.reports, ranks))


def _row_of(side: Sequence[Traits], rank: int) -> tuple[str, int] | None:
    """The name of a figure's row and how many figures it holds; None where another row has the name."""
    own = side[rank].quantity
    start, end = rank, rank
    while start and side[start - 1].quantity.table == own.table:
        start -= 1
    while end + 1 < len(side) and side[end + 1].quantity.table == own.table:
        end += 1
    named = [t.quantity for t in side[start : end + 1] if t.quantity.indicator == own.indicator]
    alone = own.indicator and all(q.row == own.row for q in named)
    return (own.indicator, len(named)) if alone else None


def _told_years(report: Report, rank: tuple[Sequence[Traits], int]) -> bool:
    """Whether lines above a table name years or periods: the order of its columns may have changed."""
    table = rank[0][rank[1]].quantity.table
    start = next((t.span.start for t in report.document.tables if t.id == table), 0)
    lines = [line for line in report.text[max(0, start - _ABOVE) : start].split("\n") if line.strip()]
    return any(len(line.strip()) <= _HEAD and _YEARS.search(line) for line in lines[-_HEAD_LINES:])


_ABOVE, _HEAD, _HEAD_LINES = 200, 20, 6
_YEARS = re.compile(r"^\W*(?:19|20)\d\d\W*(?:年度?)?\W*$|上年|本年|上期|本期|去年")


def _is_doubtful_in_english(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Of a target and its result the words are never much alike, so that this says nothing of them."""
    one, other = figures.prior[link[0]], figures.current[link[1]]
    if not figures.wording.is_latin or one.quantity.role != other.quantity.role:
        return False
    return _is_thin(evidence) or _is_of_other_cause(one, other)


def _is_unsure(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether a facet is told of one figure only, and neither place nor value backs the pair."""
    compared = decided(figures.compared(*link), evidence)
    if "role" in compared.differs:
        return figures.current[link[1]].quantity.doubt == "stock_or_flow"
    if not compared.unsure or compared.differs:
        return False
    if figures.prior[link[0]].quantity.kind == "rank" and "scope" in compared.unsure:
        return True  # a word more is another that is ranked
    if "period" in compared.unsure and figures.current[link[1]].amount < CUTS.telling:
        return True  # of small counts the size doesn't tell a sum from a level
    if max(evidence.name, evidence.near) < CUTS.half_name and evidence.place < CUTS.kept_place:
        return True  # a word more (新增, 农村) under names half unlike is another basis or scope
    kept = evidence.place >= CUTS.kept_place and evidence.passage >= CUTS.kept_place
    return not kept and bool(evidence.far)


def _is_passed_sometime(figures: Figures, link: Link) -> bool:
    """Whether a mark passed in a stretch of years (跨过3万亿元) lies below last year's value."""
    prior, current = figures.prior[link[0]], figures.current[link[1]]
    return current.is_passed and current.amount < prior.amount


def _is_half_known(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether only one is of a standard indicator, and little speaks for the other being of it."""
    concepts = [side.quantity.concept for side in (figures.prior[link[0]], figures.current[link[1]])]
    backed = evidence.place >= CUTS.kept_place or evidence.beside or evidence.implied or evidence.cell
    named = max(evidence.name, evidence.near) >= CUTS.half_name
    return (concepts[0] is None) != (concepts[1] is None) and not backed and not named


def _is_startling(evidence: Evidence) -> bool:
    """Whether values lie so far apart that words alone don't carry the pair: a person should look."""
    kept = evidence.place >= CUTS.kept_place and evidence.passage >= CUTS.kept_place
    return evidence.far >= CUTS.startling and not evidence.cell and not kept


def _is_disputed(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether the reports speak against a pair of other words: a person should look.

    The current report states another value for the year before (比例从75%提高到100% is no 100% of last
    year), or one is a range and the other a single value. Under the same name that is a finding.
    """
    named = max(evidence.name, evidence.near) >= CUTS.same_name
    if evidence.cell or named or evidence.place >= CUTS.unchanged_place:
        return False
    before, after = figures.prior[link[0]].quantity, figures.current[link[1]].quantity
    stated = figures.stated_before(after)
    told = stated is not None and stated.period == before.period and stated.value != before.value
    return told or (bool(evidence.ranged) and evidence.place < CUTS.kept_place)


def _is_ambiguous(figures: Figures, link: Link) -> bool:
    """Whether a figure could as well be the other of 新增1000处、累计8000处, to which it lies nearer."""
    return any(_nearer_sibling(figures, link, side) for side in (0, 1))


def _nearer_sibling(figures: Figures, link: Link, side: int) -> bool:
    sides = figures.prior, figures.current
    told, plain = sides[side][link[side]], sides[1 - side][link[1 - side]]
    if not told.contrast.scopes or plain.contrast.scopes:
        return False
    beside = [sides[side][rank] for rank in (told.rank - 1, told.rank + 1) if 0 <= rank < len(sides[side])]
    return any(
        other.quantity.passage == told.quantity.passage
        and other.quantity.unit == told.quantity.unit
        and other.contrast.scopes
        and not other.contrast.scopes & told.contrast.scopes
        and far_apart(plain, other) < far_apart(plain, told)
        for other in beside
    )


def _is_thin(evidence: Evidence) -> bool:
    """Whether only words speak for a pair of English figures, and they are not nearly the same.

    Half of such pairs are of two things: a subsidy of one scheme and of another.
    """
    kept = evidence.place and evidence.passage >= CUTS.kept_place
    backed = kept or evidence.beside or evidence.cell or evidence.implied
    return not backed and max(evidence.name, evidence.near) < CUTS.near_name


def _is_of_other_cause(one: Traits, other: Traits) -> bool:
    """Whether two English changes are put down to causes that share no word: to rates and to volume."""
    causes = [set(t.cause) for t in (one, other)]
    return all(causes) and not causes[0] & causes[1]
