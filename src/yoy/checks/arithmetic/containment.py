"""A rest that nobody accounts for: 258件, of which 满意的250件 and 无不满意件."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yoy.checks.finding import judged, make_finding, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import counted, is_level, stops
from yoy.language.tolerance import Range
from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_REACH = 40


def check_remainder(view: View, _options: Options) -> Iterator[Finding]:
    """A part that is said to leave nothing of its opposite, and yet is less than its whole."""
    for part in view.figures:
        if not is_level(part) or part.table is not None or not counted(part):
            continue
        sentence = view.sentence(part)
        behind = view.text[part.span.end : min(sentence.end, part.span.end + _REACH)]
        found = pattern("containment", "none_left").search(behind)
        if found is None or found["what"][:2] not in view.lead(part) + view.tail(part):
            continue
        whole = _whole(view, part)
        if whole is not None and whole.value > part.value:
            yield _finding(view, part, whole, found[0].rstrip("，,。；;"))


def check_steps(view: View, _options: Options) -> Iterator[Finding]:
    """受理29件 of 收到70件; 16个断面中有11个达标: a later step or a part against its whole."""
    for part in view.figures:
        if not is_level(part) or part.table is not None or not counted(part):
            continue
        whole = _step_before(view, part)
        if whole is not None:
            yield _contained(view, part, whole)


def _step_before(view: View, part: Quantity) -> Quantity | None:
    """The level right before `part` in its sentence that counts an earlier step of the same things."""
    paragraph = view.paragraph(part.span.start)
    before = (m for m in view.before(part, paragraph) if is_level(m) and m.unit == part.unit)
    whole = next((m for m in before if not pattern("containment", "undone").search(view.lead(m))), None)
    if whole is None or whole.unit is None or not counted(whole) or whole.role == "baseline":
        return None
    between = view.text[whole.span.end : part.span.start]
    if pattern("containment", "within").search(between):
        return whole
    around = f"{view.sentence(whole).of(view.text)}{view.sentence(part).of(view.text)}"
    if len(between) > _REACH or pattern("containment", "carried").search(around):
        return None
    earlier, later = view.lead(whole), view.lead(part) + view.tail(part)
    return (
        whole
        if any(first in earlier and second in later and first not in later for first, second in _steps())
        else None
    )


@cache
def _steps() -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in data("checks")["containment"]["steps"])


def _contained(view: View, part: Quantity, whole: Quantity) -> Finding:
    agrees = part.value <= whole.value
    return make_finding(
        view,
        "containment",
        "consistent" if agrees else "suspect",
        "part_within_whole" if agrees else "part_exceeds_whole",
        claimed=part,
        operands=[(view, whole)],
        formula=f"{plain(part.value)} <= {plain(whole.value)}",
        recomputed=whole.value,
        stated=part.value,
        args={"part": part.surface, "whole": whole.surface},
    )


def check_rest(view: View, _options: Options) -> Iterator[Finding]:
    """报送16件，除《…》外，其余15件: the rest is the whole less the titles that are named."""
    named_rest = pattern("containment", "rest")
    for rest in view.figures:
        if not is_level(rest) or not counted(rest) or not named_rest.search(view.lead(rest)):
            continue
        before = [m for m in view.mates(rest) if m.span.end <= rest.span.start and m.unit == rest.unit]
        if not before or not is_level(before[-1]) or not counted(before[-1]):
            continue
        between = view.text[before[-1].span.end : rest.span.start]
        if not _names_titles(between):
            yield from _plain_rest(view, rest, before)
            continue
        named = between.count("《")
        if re.search(r"\d", re.sub(r"《[^》]*》", "", between)):
            continue
        result = before[-1].value - named
        agrees = result == rest.value
        yield make_finding(
            view,
            "difference",
            "consistent" if agrees else "suspect",
            "rest_agrees" if agrees else "rest_differs",
            claimed=rest,
            operands=[(view, before[-1])],
            formula=f"{plain(before[-1].value)} - {named}",
            recomputed=result,
            stated=rest.value,
            args={"whole": before[-1].surface, "named": named},
        )


def _names_titles(between: str) -> bool:
    """Whether titles are taken out between a whole and its rest."""
    return "《" in between and bool(pattern("containment", "excepting").search(between))


def _plain_rest(view: View, rest: Quantity, before: Sequence[Quantity]) -> Iterator[Finding]:
    """发现隐患356处，已整改342处，剩余14处: the rest of a whole and its one part."""
    if len(before) != 2 or not all(is_level(each) and counted(each) for each in before):  # noqa: PLR2004
        return
    whole, part = before
    between = view.text[whole.span.end : rest.span.start]
    done = pattern("containment", "done").search(view.lead(part) + view.tail(part))
    if not done or part.value > whole.value or stops(between):
        return
    result = whole.value - part.value
    yield judged(
        view,
        "difference",
        "flow",
        claimed=rest,
        operands=[(view, whole), (view, part)],
        formula=f"{plain(whole.value)} - {plain(part.value)}",
        stated=rest.value,
        quantum=rest.quantum,
        recomputed=result,
        possible=Range.exact(result),
    )


def _whole(view: View, part: Quantity) -> Quantity | None:
    """The nearest larger level of the same unit before a part: what both opposites are counted of."""
    paragraph = view.paragraph(part.span.start)
    levels = (f for f in view.before(part, paragraph) if is_level(f) and f.unit == part.unit)
    return next((f for f in levels if counted(f) and f.value >= part.value), None)


def _finding(view: View, part: Quantity, whole: Quantity, denial: str) -> Finding:
    return make_finding(
        view,
        "containment",
        "suspect",
        "rest_unaccounted",
        claimed=part,
        operands=[(view, whole)],
        formula=f"{plain(whole.value)} - {plain(part.value)} - 0",
        recomputed=whole.value - part.value,
        stated=part.value - part.value,
        args={"whole": whole.surface, "denial": denial, "rest": plain(whole.value - part.value)},
    )
