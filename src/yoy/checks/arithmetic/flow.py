"""Stocks and flows of one report: brought forward and received against finished and carried over."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import is_level, range_of, vague
from yoy.language.tolerance import FITS, agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options


def check_flow(view: View, _options: Options) -> Iterator[Finding]:
    """上年结转29件,新收938件,答复942件,结转下年度25件: 29 + 938 - 942 is 25."""
    for closing in view.figures:
        if not _is(view, closing, "closing"):
            continue
        near = _near(view, closing)
        openings = [f for f in near if _is(view, f, "opening")]
        if not openings:
            yield from _without_opening(view, closing, near)
        if len(openings) != 1:
            continue
        others = [f for f in near if f.id not in (closing.id, openings[0].id)]
        received = [f for f in others if _is(view, f, "received")]
        finished = [f for f in others if _is(view, f, "finished")]
        yield from _judge(view, closing, openings[0], received, finished)


def _is(view: View, figure: Quantity, name: str) -> bool:
    moves = name in ("received", "finished") and figure.kind == "change_abs"
    if not (is_level(figure) or moves) or figure.table is not None:
        return False
    return bool(pattern("carry", name).search(view.lead(figure)))


def _near(view: View, closing: Quantity) -> list[Quantity]:
    paragraph = view.paragraph(closing.span.start)
    return [
        figure
        for figure in view.figures
        if paragraph.start <= figure.span.start < paragraph.end
        and (is_level(figure) or figure.kind == "change_abs")
        and figure.unit == closing.unit
        and not vague(figure)
    ]


def _without_opening(view: View, closing: Quantity, near: Sequence[Quantity]) -> Iterator[Finding]:
    """案件86件，审结74件；结转下年度12件, nothing brought forward: only confirmed."""
    before = [f for f in near if f.span.end <= closing.span.start]
    for come, gone in product(before, before):
        fits = come.value - gone.value == closing.value and come.span.start < gone.span.start
        if fits and _is(view, gone, "finished") and _is(view, come, "received"):
            yield _finding(view, closing, [come, gone], f"{plain(come.value)} - {plain(gone.value)}")
            return


def check_balance(view: View, _options: Options) -> Iterator[Finding]:
    """Net spending was $188.9 million, leaving a surplus of $3.5 million of a revenue of $192.4 million."""
    for rest in view.figures:
        if not is_level(rest) or not pattern("balance", "rest").search(view.lead(rest)):
            continue
        if _is(view, rest, "opening") or _is(view, rest, "closing"):
            continue
        terms = _income_and_spending(view, rest)
        if terms is None:
            continue
        income, spent = terms
        possible = range_of(income) - range_of(spent)
        result = abs(income.value - spent.value)
        fits = agreement(rest.value, rest.quantum, result, possible) in FITS
        if fits or spent.passage == rest.passage:
            formula = f"{plain(income.value)} - {plain(spent.value)}"
            yield _finding(view, rest, [income, spent], formula, doubt=True)


def _income_and_spending(view: View, rest: Quantity) -> tuple[Quantity, Quantity] | None:
    """The nearest spending before a balance, and the largest income that its paragraph names."""
    paragraph = view.paragraph(rest.span.start)
    before = [f for f in view.before(rest, paragraph) if is_level(f) and f.unit == rest.unit]
    spent = next((f for f in before if pattern("balance", "spending").search(view.lead(f))), None)
    income = [f for f in before if f is not spent and pattern("balance", "income").search(view.label(f))]
    return (max(income, key=lambda f: f.value), spent) if spent is not None and income else None


def _finding(
    view: View, closing: Quantity, operands: Sequence[Quantity], formula: str, *, doubt: bool = False
) -> Finding:
    possible = range_of(operands[0]) - range_of(operands[1])
    return judged(
        view,
        "sum" if len(operands) > 2 else "difference",  # noqa: PLR2004 - a difference has two terms
        "flow",
        claimed=closing,
        operands=[(view, operand) for operand in operands],
        formula=formula,
        stated=closing.value,
        quantum=closing.quantum,
        recomputed=abs(operands[0].value - operands[1].value),
        possible=possible,
        doubt=doubt,
    )


def _judge(
    view: View,
    closing: Quantity,
    opening: Quantity,
    received: Sequence[Quantity],
    finished: Sequence[Quantity],
) -> Iterator[Finding]:
    """The flows that give the stock; wrong only where there is one of each to choose from."""
    choices = [(come, gone) for come, gone in product(received, finished) if come.id != gone.id]
    fits = [
        (come, gone) for come, gone in choices if opening.value + come.value - gone.value == closing.value
    ]
    if not fits and (len(choices) != 1 or vague(closing)):
        return
    come, gone = (fits or choices)[0]
    yield judged(
        view,
        "sum",
        "flow",
        claimed=closing,
        operands=[(view, opening), (view, come), (view, gone)],
        formula=f"{plain(opening.value)} + {plain(come.value)} - {plain(gone.value)}",
        stated=closing.value,
        quantum=closing.quantum,
        recomputed=opening.value + come.value - gone.value,
        possible=range_of(opening) + range_of(come) - range_of(gone),
    )
