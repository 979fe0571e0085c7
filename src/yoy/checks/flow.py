"""Stocks and flows of one report: brought forward and received against finished and carried over."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import is_level, range_of, vague

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
        if len(openings) != 1:
            continue
        others = [f for f in near if f.id not in (closing.id, openings[0].id)]
        received = [f for f in others if _is(view, f, "received")]
        finished = [f for f in others if _is(view, f, "finished")]
        yield from _judge(view, closing, openings[0], received, finished)


def _is(view: View, figure: Quantity, name: str) -> bool:
    if not is_level(figure) or figure.table is not None:
        return False
    return bool(pattern("carry", name).search(view.lead(figure)))


def _near(view: View, closing: Quantity) -> list[Quantity]:
    paragraph = view.paragraph(closing.span.start)
    return [
        figure
        for figure in view.figures
        if paragraph.start <= figure.span.start < paragraph.end
        and is_level(figure)
        and figure.unit == closing.unit
        and not vague(figure)
    ]


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
