"""Why a chosen pair of figures is not asserted but given to a person to confirm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from yoy.align.figures.choose import is_sure
from yoy.align.figures.evidence.features import far_apart, logistic
from yoy.align.figures.facets import decided
from yoy.align.figures.weights import CUTS
from yoy.language.indicators import vocabulary
from yoy.lexicon import data, pattern

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
    "words_alone",
    "passed_sometime",
    "new_beside_all",
    "explained",
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
        "words_alone": _is_of_words_alone(figures, found, evidence),
        "passed_sometime": _is_passed_sometime(figures, link),
        "new_beside_all": _is_new_beside_all(figures, link, evidence),
        "explained": _is_explained(figures, link),
        "startling": _is_startling(figures, link, evidence),
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
        summed = figures.current[link[1]].quantity.doubt == "stock_or_flow"
        return summed or (bool(evidence.concept) and "scope" in compared.unsure)
    if not compared.unsure or compared.differs:
        return False
    kept = _is_kept(evidence)
    ranked = figures.prior[link[0]].quantity.kind == "rank"
    half_named = max(evidence.name, evidence.near) < CUTS.half_name and evidence.place < CUTS.kept_place
    reasons = (
        ranked and "scope" in compared.unsure,  # a word more is another that is ranked
        len(compared.unsure) > 1 and not kept,  # 新开工亿元以上项目 beside 开工项目 may differ twice over
        "period" in compared.unsure and _is_untold_small_count(figures, link),
        half_named,  # a word more (新增, 农村) under names half unlike is another basis or scope
        not kept and (bool(evidence.far) or _is_of_a_part(figures, link, evidence)),
        _leaves_out(figures, link),
    )
    return any(reasons)


def _is_of_a_part(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether only one is of a part: the growth of part and whole are of one size, so that none tells.

    规上企业研发投入增长14% beside 研发投入增长10%; 双城经济圈经济总量 beside 经济总量.
    """
    one, other = figures.prior[link[0]], figures.current[link[1]]
    if not evidence.narrowed or not evidence.concept:
        return False
    words = one.qualifiers ^ other.qualifiers
    told = any(pattern("qualifiers.zh.part_of_area").search(word) for word in words)
    return told or one.quantity.kind == "change_rel"


def _leaves_out(figures: Figures, link: Link) -> bool:
    """Whether only one says what it leaves out (扣除自然因素影响后)."""
    one, other = figures.prior[link[0]], figures.current[link[1]]
    return any(
        word.startswith(data("qualifiers")["zh"]["left_out"]) for word in one.qualifiers ^ other.qualifiers
    )


def _is_untold_small_count(figures: Figures, link: Link) -> bool:
    """Whether a small count of a stretch of years may be their sum: its size doesn't tell."""
    return figures.current[link[1]].amount < CUTS.telling and not _are_stocks(figures, link)


def _is_passed_sometime(figures: Figures, link: Link) -> bool:
    """Whether a mark passed in a stretch of years (跨过3万亿元) lies below last year's value."""
    prior, current = figures.prior[link[0]], figures.current[link[1]]
    return current.is_passed and current.amount < prior.amount


def _is_explained(figures: Figures, link: Link) -> bool:
    """Whether both stand in notes behind the reports and differ: these tell what a term is."""
    prior, current = figures.prior[link[0]], figures.current[link[1]]
    return prior.is_explained and current.is_explained and prior.fact != current.fact


def _is_new_beside_all(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """新增113家 beside 810家: what a year has added, and far more than that, which is all there are."""
    if not evidence.far:
        return False
    low, high = sorted((figures.prior[link[0]], figures.current[link[1]]), key=lambda t: abs(t.amount))
    return low.quantity.basis == "new" and high.quantity.basis in ("level", "cumulative")


def _is_half_known(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether only one is of a standard indicator, and little speaks for the other being of it."""
    concepts = [side.quantity.concept for side in (figures.prior[link[0]], figures.current[link[1]])]
    named = max(evidence.name, evidence.near) >= CUTS.half_name
    return (concepts[0] is None) != (concepts[1] is None) and not _is_backed(evidence) and not named


def _is_of_words_alone(figures: Figures, found: Match, evidence: Evidence) -> bool:
    """Whether only words carry the pair, and not quite: no place, neighbour, cell or standard indicator.

    Of a target and its result nothing but words can speak: their cut is another.
    """
    sides = figures.prior[found.link[0]].quantity, figures.current[found.link[1]].quantity
    if sides[0].role != sides[1].role:
        return False
    return not (_is_backed(evidence) or evidence.concept) and logistic(found.balance) < CUTS.unbacked


def _is_kept(evidence: Evidence) -> bool:
    """Whether both stand in the same place of a sentence that was kept."""
    return evidence.place >= CUTS.kept_place and evidence.passage >= CUTS.kept_place


def _is_backed(evidence: Evidence) -> bool:
    """Whether something other than words speaks for the pair."""
    return bool(evidence.place >= CUTS.kept_place or evidence.beside or evidence.implied or evidence.cell)


def _is_startling(figures: Figures, link: Link, evidence: Evidence) -> bool:
    """Whether values lie so far apart that words alone don't carry the pair: a person should look."""
    kept = _is_kept(evidence)
    if evidence.cell or kept:
        return False
    return evidence.far >= (CUTS.stray if _are_stocks(figures, link) else CUTS.startling)


def _are_stocks(figures: Figures, link: Link) -> bool:
    """Whether both are what there is of one standard indicator, which a year doesn't multiply."""
    known = vocabulary(figures.wording.indicators).by_id
    sides = figures.prior[link[0]].quantity, figures.current[link[1]].quantity
    standard = known.get(sides[0].concept or "") if sides[0].concept == sides[1].concept else None
    return standard is not None and standard.nature == "stock" and all(q.kind == "level" for q in sides)


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
