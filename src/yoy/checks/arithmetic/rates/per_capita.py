"""Amounts for each head: 人均地区生产总值 is the product over the people who live there.

What is told per head is mostly reckoned on the mean of the year's two ends, while the text gives
the people at its end: a small difference is rounding, and only what no growth explains is wrong.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import in_one_unit, is_level, is_stretch, range_of, vague
from yoy.language.tolerance import Range, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity, Span
    from yoy.options import Options

_MEAN = Decimal("0.03")
"""How far the people at a year's end may be from the mean of the year."""
_PEOPLE = 10_000
"""Fewer are no population of a place."""
_FAR = 20
"""A quotient this many times off is of other things."""
_SCALES = (Decimal(10_000), Decimal(100_000_000))


class _Told(NamedTuple):
    claim: Quantity
    whole: Quantity
    people: Quantity

    @property
    def result(self) -> Decimal:
        return self.whole.value / self.people.value

    def possible(self) -> Range:
        """What the printed figures allow, the people counted at the year's end or on average."""
        quotient = range_of(self.whole) / range_of(self.people)
        return Range(quotient.low * (1 - _MEAN), quotient.high * (1 + _MEAN))

    def fits(self) -> bool:
        return agreement(self.claim.value, self.claim.quantum, self.result, self.possible()) != "differs"


def check_per_capita(view: View, _options: Options) -> Iterator[Finding]:
    """常住人口120万人，地区生产总值1032亿元，人均地区生产总值8.6万元: the total over the people."""
    people = [figure for figure in view.figures if is_population(view, figure)]
    if not people:
        return
    for claim in view.figures:
        name = _named(view, claim)
        if name is None:
            continue
        line = view.paragraph(claim.span.start)
        told = [told for told in _told(view, claim, name, people) if told.whole.period == claim.period]
        near = [each for each in told if all(_is_in(figure, line) for figure in each)]
        yield from _judge(view, name, near or told, near=bool(near))


def is_population(view: View, figure: Quantity) -> bool:
    """Whether a figure counts the people of a place: 常住人口120万人, a population of 1.2 million."""
    if not is_level(figure) or figure.table is not None or figure.value < _PEOPLE or is_stretch(figure):
        return False
    language = view.report.document.language
    name = "english_population" if language == "en" else "population"
    return bool(pattern("per_capita", name).search(view.lead(figure)))


def _named(view: View, claim: Quantity) -> str | None:
    """What a figure gives for each head: 生产总值 of 人均生产总值, empty for bare 人均, else None."""
    if claim.kind != "level" or claim.table is not None or claim.role != "result" or is_stretch(claim):
        return None
    name = "english_claim" if view.report.document.language == "en" else "claim"
    found = pattern("per_capita", name).search(view.lead(claim))
    return next((text for text in found.groups() if text), "") if found else None


def _told(view: View, claim: Quantity, name: str, people: list[Quantity]) -> Iterator[_Told]:
    """The claim with each total of its name and each population of its year."""
    for figure in view.figures:
        named = _is_total(view, figure, name) if name else figure in view.mates_before(claim)[-1:]
        if figure.id == claim.id or not named:
            continue
        terms = in_one_unit(claim, figure)
        narrowed = {frozenset(each.qualifiers) for each in (claim, figure) if each.qualifiers}
        if terms is None or len(narrowed) > 1:
            continue
        for each in people:
            if each.period == claim.period and each.partial == figure.partial == claim.partial:
                yield _Told(terms[0], terms[1], each)


def _is_total(view: View, figure: Quantity, name: str) -> bool:
    """Whether a level is called as the claim is, without 人均."""
    if not is_level(figure) or figure.table is not None or is_stretch(figure) or figure.role != "result":
        return False
    lead = view.lead(figure).casefold()
    if pattern("per_capita", "each").search(lead):
        return False
    core = pattern("per_capita", "measure").sub("", name.casefold()).strip()
    return bool(core) and core in lead


def _is_in(figure: Quantity, line: Span) -> bool:
    return line.start <= figure.span.start < line.end


def _judge(view: View, name: str, told: list[_Told], *, near: bool) -> Iterator[Finding]:
    """A total and a population that give the claim; wrong only where its own line has just one of each."""
    fitting = next((each for each in told if each.fits()), None)
    if fitting is None:
        values = {(each.whole.value, each.people.value) for each in told}
        if not (near and name) or len(values) != 1 or not _may_be_denied(view, told[0]):
            return
    chosen = fitting or told[0]
    yield judged(
        view,
        "per_capita",
        "per_capita",
        claimed=chosen.claim,
        operands=[(view, chosen.whole), (view, chosen.people)],
        formula=f"{plain(chosen.whole.value)} / {plain(chosen.people.value)}",
        stated=chosen.claim.value,
        quantum=chosen.claim.quantum,
        recomputed=chosen.result,
        possible=chosen.possible(),
        args={"total": chosen.whole.surface, "people": chosen.people.surface},
    )


def _may_be_denied(view: View, told: _Told) -> bool:
    """Whether a claim that doesn't follow must be wrong: no estimate, people who live there, of like size."""
    if any(map(vague, told)) or told.people.concept == "registered_population":
        return False
    leads = f"{view.lead(told.people)}{view.lead(told.claim)}"
    if pattern("per_capita", "other_base").search(leads):
        return False
    times = told.claim.value / told.result
    slips = any(abs(ratio / scale - 1) < 2 * _MEAN for scale in _SCALES for ratio in (times, 1 / times))
    return slips or 1 / Decimal(_FAR) < times < _FAR
