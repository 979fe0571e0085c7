"""What is known of a figure when its partner in the other year is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.align.figures.evidence.periods import distance_of, months_of, years_from
from yoy.language.indicators import vocabulary
from yoy.language.units import find_unit
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from decimal import Decimal

    from yoy.align.figures.evidence.periods import Years
    from yoy.align.figures.evidence.wording import Contrast, Wording
    from yoy.language.indicators import Indicator
    from yoy.model import Quantity, Report

_STOP = re.compile(r"[，。；：！？,;:!?\n\t（）()]|\.\s")
_PAUSE = re.compile(r"[，。；：！？、,;:!?\n\t（）()]|\.\s")
_LAST_STOP, _LAST_PAUSE = (re.compile(rf"(?s:.*)(?:{stops.pattern})") for stops in (_STOP, _PAUSE))
_WINDOW = 60
_REACH = 30


class Traits(NamedTuple):
    """A figure with the words that name it, nearest first.

    Attributes:
        name: pieces of its indicator. near: of the words between its neighbours and stops.
        clause: of its whole clause. sentence: of its passage.
        contrast: what in its name excludes other figures.
        sections: ids of its section and the sections around that, innermost first.
        rank: its place among the figures of the report.
        years, months: when it speaks of, counted from the year reported on.
        distance: years that a change spans. qualifiers: words that narrow its concept.
        is_kept: a bound that was kept in each of several years. is_net: what was added less what went.
        is_running: summed up since some start (累计).
        is_flow: whether its standard indicator is summed over a period.
        is_explained: told in the notes behind the report.
        is_passed: a mark that was passed at some time in a stretch of years.
        is_stock: whether it is what there is at the end of its time, by its indicator or its words.
        amount: the value in the base unit of its family (公顷 → 平方米), so that units don't matter.
        fact: amount and unit; figures of one report that share it are mentions of one fact.
        cause: pieces of what a change is put down to.
        shared: one figure for several indicators (入园率和普惠率均达到93%).
    """

    quantity: Quantity
    rank: int
    name: tuple[str, ...]
    near: tuple[str, ...]
    clause: tuple[str, ...]
    sentence: tuple[str, ...]
    contrast: Contrast
    sections: tuple[str, ...]
    years: Years
    months: str | None
    distance: int | None
    is_stock: bool
    is_passed: bool
    is_explained: bool
    is_kept: bool
    is_net: bool
    is_running: bool
    is_flow: bool
    qualifiers: frozenset[str]
    amount: Decimal
    fact: tuple[Decimal, str | None]
    cause: tuple[str, ...]
    shared: bool


def traits_of(report: Report, wording: Wording) -> tuple[Traits, ...]:
    """The traits of every figure of a report, in its order."""
    quantities = report.figures.quantities
    around = _ancestry(report)
    passages = {passage.id: passage.span for passage in report.outline.passages}
    respectively: str = data("names")["zh"]["respectively"]
    stretches = frozenset(p.id for p in report.outline.passages if "/" in (p.period or ""))
    notes = frozenset(p.id for p in report.outline.passages if p.part == "notes")
    known = vocabulary(wording.indicators).by_id
    made = []
    for rank, quantity in enumerate(quantities):
        low = quantities[rank - 1].span.end if rank else 0
        high = quantities[rank + 1].span.start if rank + 1 < len(quantities) else len(report.text)
        near = _near(report.text, quantity, low, high)
        is_change = quantity.kind.startswith("change")
        clause = _clause(report.text, quantity)
        if respectively in clause:  # names all subjects, the figure's own name only its own
            near = clause = quantity.indicator
        made.append(
            Traits(
                quantity=quantity,
                rank=rank,
                name=wording.pieces(quantity.indicator),
                near=wording.pieces(near),
                clause=wording.pieces(clause),
                sentence=wording.pieces(passages.get(quantity.passage, quantity.span).of(report.text)),
                contrast=wording.contrast(near, quantity.indicator, is_change=is_change),
                sections=around.get(quantity.section, (quantity.section,)),
                years=years_from(report, quantity),
                months=months_of(quantity),
                distance=distance_of(quantity),
                is_stock=is_stock(report.text, quantity, low, known.get(quantity.concept or "")),
                is_explained=quantity.passage in notes,
                is_passed=_is_told(report.text, quantity, low, stretches, "passed"),
                is_kept=_is_told(report.text, quantity, low, stretches, "kept"),
                is_net=_is_net(report.text, quantity),
                is_running=bool(pattern("pairing.zh.running").search(near)),
                is_flow=_is_flow(known.get(quantity.concept or "")),
                qualifiers=frozenset(quantity.qualifiers),
                amount=in_base(quantity.value, quantity.unit),
                fact=(quantity.value, quantity.unit),
                cause=wording.pieces(wording.cause_of(quantity.indicator)) if is_change else (),
                shared=_is_shared(report.text, quantity, low, high),
            )
        )
    return tuple(made)


def in_base(value: Decimal, unit: str | None) -> Decimal:
    """A value in the base unit of its unit's family; unknown units are their own."""
    known = find_unit(unit)
    return value if known is None or known.factor == 1 else value * known.factor


def _is_told(text: str, quantity: Quantity, low: int, stretches: Container[str], rule: str) -> bool:
    """Whether a level told of several years is told as the rule says (跨过3万亿元, 控制在5.5%以内)."""
    if quantity.passage not in stretches or quantity.kind not in ("level", "ratio"):
        return False
    start = quantity.span.start
    return bool(pattern(f"pairing.zh.{rule}").search(text, max(low, start - _REACH), start))


def _is_net(text: str, quantity: Quantity) -> bool:
    """Whether the last word of adding before it is 净增, which the items of a list share."""
    start = quantity.span.start
    left = text[_last_cut(_LAST_STOP, text, max(0, start - _WINDOW), start) : start]
    added = list(pattern("pairing.zh.added").finditer(left))
    return bool(added and added[-1]["net"])


def _is_flow(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.nature == "flow"


def is_stock(text: str, quantity: Quantity, low: int, indicator: Indicator | None) -> bool:
    """Whether a level is what there is at the end of its time, not what its time has added.

    Args:
        low: where the words of the figure begin at the earliest. indicator: the standard indicator it is of.
    """
    if quantity.kind not in ("level", "ratio") or _is_flow(indicator):
        return False
    start = quantity.span.start
    left = text[_last_cut(_LAST_PAUSE, text, max(low, start - _REACH), start) : start]
    return bool(pattern("pairing.zh.stock").search(left))


def _is_shared(text: str, quantity: Quantity, low: int, high: int) -> bool:
    start, end = quantity.span.start, quantity.span.end
    near = max(low, start - _REACH)
    if pattern("names.zh.shared_value").search(text, near, start):
        return True
    if not pattern("names.zh.value_of_each").search(text, near, start):
        return False
    stop = _STOP.search(text, end, min(high + 1, len(text)))
    return stop is not None and not any(sign.isdecimal() for sign in text[end : stop.start()])


def _ancestry(report: Report) -> Mapping[str, tuple[str, ...]]:
    chains: dict[str, tuple[str, ...]] = {}
    for section in report.outline.sections:
        above = chains.get(section.parent, ()) if section.parent else ()
        chains[section.id] = (section.id, *above)
    return chains


def _near(text: str, quantity: Quantity, low: int, high: int) -> str:
    """The words between the neighbouring figures or stops, the figure itself left out."""
    start, end = quantity.span.start, quantity.span.end
    left = _last_cut(_LAST_PAUSE, text, max(low, start - _WINDOW), start)
    right = _first_cut(_PAUSE, text, end, min(high, end + _WINDOW))
    return f"{text[left:start]} {_noun(quantity)} {text[end:right]}"


def _noun(quantity: Quantity) -> str:
    """The counted noun inside the surface, which in English says what is counted (180 new homes)."""
    return quantity.surface if quantity.surface[-1:].isascii() else ""


def _clause(text: str, quantity: Quantity) -> str:
    start, end = quantity.span.start, quantity.span.end
    left = _last_cut(_LAST_STOP, text, max(0, start - _WINDOW), start)
    right = _first_cut(_STOP, text, end, min(len(text), end + _WINDOW))
    return f"{text[left:start]} {_noun(quantity)} {text[end:right]}"


def _last_cut(stops: re.Pattern[str], text: str, low: int, high: int) -> int:
    match = stops.match(text, low, high)
    return match.end() if match else low


def _first_cut(stops: re.Pattern[str], text: str, low: int, high: int) -> int:
    match = stops.search(text, low, high)
    return match.start() if match else high
