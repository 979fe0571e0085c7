"""Percentages that follow from two levels of the text: 379项 of 441项 is 85.94 %.

The part is the level that the rate is named after or that stands right before 占; the base is found
by meaning and arithmetic together: among the levels that can be its whole, the one that gives the
stated figure. Only a rate whose part is certain and that no base gives is called wrong.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.arithmetic.rates.quotients import is_completion
from yoy.checks.finding import judged, percent, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import in_one_unit, is_level, range_of, stops, vague
from yoy.language.hanzi import is_hanzi
from yoy.language.similarity import containment, grams
from yoy.language.tolerance import Range, agreement
from yoy.lexicon import data
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_HUNDRED = Decimal(100)
# Share of the characters of a rate's name that its part must have: 结案率 of 审结110件.
_NAMED = 0.5
_BASE_NAMED = 0.6
# A result this many times off is of other things: 票面金额100元 of 200亿元 against 4.10 %.
_LEAST_LIKE = Decimal("0.05")
_NEAR = 12  # figures looked back for a base


class _Claim(NamedTuple):
    """A percentage with the words that say what it is of.

    Attributes:
        stem: what the rate is named after, for 结案率.
        base: the base that 占…的 names, empty where it only says "all"; None for a rate.
    """

    figure: Quantity
    stem: str
    base: str | None


def check_ratio(view: View, _options: Options) -> Iterator[Finding]:
    """Rates and shares of running text, each with the base that gives it."""
    for figure in view.figures:
        told = _told_whole(view, figure)
        if told is not None:
            yield _finding(view, _Claim(figure, "", None), *told)
            continue
        claim = _claim(view, figure)
        if claim is None:
            continue
        part = _part(view, claim)
        if part is None:
            continue
        finding = _judge(view, claim, part)
        if finding is not None:
            yield finding


def _told_whole(view: View, figure: Quantity) -> tuple[Quantity, Quantity] | None:
    """民生支出396.5亿元，占支出495.0亿元的80.1%: part and whole of a share that prints its whole itself."""
    before = view.mates_before(figure)
    share = figure.unit == "%" and figure.kind == "ratio" and figure.role != "target" and figure.table is None
    if not share or len(before) < 2 or view.lead(figure) != "的" or is_completion(view, figure):  # noqa: PLR2004 - part and whole
        return None
    whole, part = before[-1], before[-2]
    if not pattern("ratio", "whole_told").search(view.lead(whole)) or not _same_breath(view, part, whole):
        return None
    both = in_one_unit(part, whole) if is_level(part) and is_level(whole) else None
    certain = both is not None and not any(map(vague, (*both, figure)))
    return (both[0], both[1]) if both and certain and both[1].value >= both[0].value > 0 else None


def _claim(view: View, figure: Quantity) -> _Claim | None:
    if figure.unit != "%" or figure.kind != "ratio" or figure.role == "target" or figure.table is not None:
        return None
    if not 0 < figure.value < 2 * _HUNDRED or figure.value == _HUNDRED or is_completion(view, figure):
        return None
    if view.report.document.language == "en":
        return _english_claim(view, figure)
    lead = view.lead(figure)
    begins = figure.role == "baseline" or lead.rstrip().endswith(words("restated", "origin"))
    begins = begins or pattern("ratio", "aimed").search(lead) is not None
    share = pattern("ratio", "share").search(lead)
    if share and not begins:
        base = "" if pattern("ratio", "whole").match(share["base"]) else share["base"]
        return _Claim(figure, "", base)
    rate = pattern("ratio", "rate").search(lead)
    if begins or pattern("ratio", "no_share").search(lead):
        return None
    stem = core_of(rate["stem"]) if rate else ""
    return _Claim(figure, stem, None) if stem else None


def _english_claim(view: View, figure: Quantity) -> _Claim | None:
    """251, or 29.1%; (27.1%); a rate of 43.5%; 38.9% of the programme: a share of what stands before."""
    before = view.mates_before(figure)
    if not before or before[-1].kind != "level":
        return None
    between = view.text[before[-1].span.end : figure.span.start]
    behind = view.text[figure.span.end : figure.span.end + 12]
    if pattern("ratio", "english_share").search(between) and pattern("ratio", "english_base").match(behind):
        return _Claim(figure, "", "")
    return None


def core_of(text: str) -> str:
    """The characters of a rate's name that say what it is of."""
    generic = pattern_characters()
    return "".join(char for char in text if is_hanzi(char) and char not in generic)


def pattern_characters() -> str:
    """Characters that say nothing of what a rate is of."""
    found: str = data("checks")["ratio"]["generic"]
    return found


def _part(view: View, claim: _Claim) -> Quantity | None:
    """The level that the percentage is a share of."""
    mates = view.mates(claim.figure)
    before = [f for f in mates if f.span.end <= claim.figure.span.start and is_level(f) and f.table is None]
    if claim.base is not None:
        nearest = before[-1] if before else None
        return nearest if nearest and _same_breath(view, nearest, claim.figure) else None
    return next((f for f in reversed(before[-4:]) if _named(view, f, claim.stem)), None)


def _same_breath(view: View, part: Quantity, figure: Quantity) -> bool:
    """Whether no sentence or 其中 comes between a part and its share."""
    between = view.text[part.span.end : figure.span.start]
    return not stops(between) and not pattern("ratio", "inner").search(between)


def _named(view: View, figure: Quantity, stem: str) -> bool:
    around = view.lead(figure) + view.tail(figure)
    if re.match(r"(?:以)?[内上下]", view.tail(figure)):
        return False
    return sum(char in around for char in set(stem)) >= _NAMED * len(set(stem))


def _bases(view: View, claim: _Claim, part: Quantity) -> list[Quantity]:
    """Levels that can be the whole of `part`, nearest first."""
    paragraph = view.paragraph(part.span.start)
    start = max(paragraph.start, _own_ground(view, claim, part))
    found = []
    for index, other in enumerate(view.before(part, Span(start, paragraph.end))):
        if index >= _NEAR:
            break
        if _can_hold(other, part) or _holds_unnamed(view, other, part):
            found.append(other)
    return found


def _can_hold(whole: Quantity, part: Quantity) -> bool:
    return (
        is_level(whole)
        and whole.role != "baseline"
        and whole.table is None
        and whole.unit == part.unit
        and whole.period == part.period
        and whole.value >= part.value > 0
    )


def _holds_unnamed(view: View, whole: Quantity, part: Quantity) -> bool:
    """902 files, of which 244 were incomplete: a part that is told without its noun."""
    between = view.text[whole.span.end : part.span.start]
    unnamed = part.unit is None and whole.unit is not None and "of which" in between
    return unnamed and is_level(whole) and whole.table is None and whole.value >= part.value > 0


def _own_ground(view: View, claim: _Claim, part: Quantity) -> int:
    """Where the part's own subject begins: behind the last mention of the same rate in the sentence.

    Two rates of one name in a sentence are of two groups: 化解率100%; …已化解12件,化解率60%.
    """
    sentence = view.sentence(part)
    if claim.base is not None:
        return 0
    for mate in reversed(view.mates(part)):
        if mate.span.end > part.span.start or mate.unit != "%":
            continue
        rate = pattern("ratio", "rate").search(view.lead(mate))
        if rate and core_of(rate["stem"]) == claim.stem and mate.span.start >= sentence.start:
            return mate.span.end
    return 0


def _judge(view: View, claim: _Claim, part: Quantity) -> Finding | None:
    bases = _bases(view, claim, part)
    named = _named_bases(view, claim, part)
    candidates = list(dict.fromkeys([*named, *bases] if claim.base else bases))
    fits = [base for base in candidates if _agreement(claim.figure, part, base) != "differs"]
    if claim.base:
        fits = [base for base in fits if base in named or _sure(claim.figure)]
    if fits:
        best = min(fits, key=lambda base: _distance(claim.figure, part, base))
        return _finding(view, claim, part, best)
    certain = named[:1] if claim.base else _wholes(view, part, _certain(view, part, bases))
    if not certain or vague(part) or vague(certain[0]) or vague(claim.figure):
        return None
    if not _LEAST_LIKE < _fraction(part, certain[0]) * _HUNDRED / claim.figure.value < 1 / _LEAST_LIKE:
        return None
    return _finding(view, claim, part, certain[0])


def _sure(figure: Quantity) -> bool:
    """Whether a figure has decimals enough that a fit is no coincidence."""
    return figure.quantum < 1


def _certain(view: View, part: Quantity, bases: Sequence[Quantity]) -> list[Quantity]:
    """Bases of the part's own sentence or the one before it."""
    reach = view.sentence(part).start
    previous = view.passage_at(reach - 2)
    start = previous.span.start if previous and previous.section == part.section else reach
    return [base for base in bases if base.span.start >= start]


def _wholes(view: View, part: Quantity, bases: Sequence[Quantity]) -> list[Quantity]:
    """The same without the parts told before this one: with a share of their own, or behind the same 其中."""
    inner = pattern("ratio", "inner")
    listed = [
        base
        for base in bases
        if not inner.search(view.text[base.span.end : part.span.start])
        and any(inner.search(view.text[other.span.end : base.span.start]) for other in bases)
    ]
    return [base for base in bases if base not in listed and not _has_share(view, base)]


def _has_share(view: View, figure: Quantity) -> bool:
    behind = [mate for mate in view.mates(figure) if mate.span.start >= figure.span.end]
    told = bool(behind) and behind[0].unit == "%" and behind[0].kind == "ratio"
    return told and bool(pattern("ratio", "share").search(view.lead(behind[0])))


def _named_bases(view: View, claim: _Claim, part: Quantity) -> list[Quantity]:
    """Levels anywhere in the report that the words after 占 name."""
    words = core_of(claim.base or "")
    if len(words) < 2:  # noqa: PLR2004 - one character names nothing
        return []
    wanted = grams(words)
    return [
        other
        for other in view.figures
        if other.id != part.id
        and _can_hold(other, part)
        and containment(wanted, grams(core_of(view.label(other)))) >= _BASE_NAMED
    ]


def _fraction(part: Quantity, base: Quantity) -> Decimal:
    return part.value / base.value


def _possible(part: Quantity, base: Quantity) -> Range:
    return range_of(part) / range_of(base)


def _agreement(figure: Quantity, part: Quantity, base: Quantity) -> str:
    if range_of(base).low <= 0:
        return "differs"
    return agreement(
        figure.value / _HUNDRED, figure.quantum / _HUNDRED, _fraction(part, base), _possible(part, base)
    )


def _distance(figure: Quantity, part: Quantity, base: Quantity) -> tuple[bool, Decimal]:
    truncated = _agreement(figure, part, base) == "truncated"
    return truncated, abs(_fraction(part, base) - figure.value / _HUNDRED)


def _finding(view: View, claim: _Claim, part: Quantity, base: Quantity) -> Finding:
    fraction = _fraction(part, base)
    return judged(
        view,
        "ratio",
        "ratio",
        claimed=claim.figure,
        operands=[(view, part), (view, base)],
        formula=f"{plain(part.value)} / {plain(base.value)}",
        stated=claim.figure.value / _HUNDRED,
        quantum=claim.figure.quantum / _HUNDRED,
        recomputed=fraction,
        possible=_possible(part, base),
        args={"part": part.surface, "base": base.surface, "share": percent(fraction)},
    )
