"""Totals of running text: parts behind a whole (其中, 分别为) and a total behind its parts (合计)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.opposites import opposites_apart, opposites_in_a_row
from yoy.checks.arithmetic.parts import Parts, are_opposites, specific, sum_finding, sum_formula
from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import counted, is_level, range_of, vague
from yoy.language.tolerance import agreement, total
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_SEGMENT = re.compile(r"[；;]")
# How far a list of three parts or more may fall short of its whole before it is taken for a selection.
_SHORT = Decimal("0.10")
_SHORT_COUNTED = Decimal("0.34")
_OVER = Decimal("0.15")
_CLEARLY = Decimal("1.1")
_MANY = 3
_REACH = 24
_NEAR = 60
_FITS = ("equal", "rounded", "within")


def check_sum(view: View, _options: Options) -> Iterator[Finding]:
    """Wholes with their parts, totals with theirs, and stocks with their flows."""
    claimed: set[str] = set()
    for find in (_totals, _lists, opposites_in_a_row, opposites_apart):
        for found in find(view):
            if found.claimed not in claimed:
                claimed.add(found.claimed or "")
                yield found


def _totals(view: View) -> Iterator[Finding]:
    """…79项、…147项、…8项，合计236项; 建议75件、提案183件，258件建议和提案均已办复."""
    for figure in view.figures:
        if not is_level(figure) or figure.table is not None or figure.role == "baseline":
            continue
        lead = view.lead(figure)
        strong = bool(pattern("sum", "strong_total").search(lead))
        parts = _run_before(view, figure)
        if len(parts) < 2:  # noqa: PLR2004 - a sum has two terms
            continue
        if strong or pattern("sum", "total").search(lead) or _names_all(view, figure, parts):
            yield from _judged_total(view, Parts(figure, parts, complete=strong))


def _names_all(view: View, figure: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the words behind a figure repeat the names of all the parts before it."""
    tail = view.tail(figure)
    names = [view.lead(part)[-2:] for part in parts]
    return all(len(name) > 1 and name in tail for name in names)


def _judged_total(view: View, found: Parts) -> Iterator[Finding]:
    """A total behind its parts; without 合计 only a near miss is doubted."""
    result = sum((part.value for part in found.parts), Decimal(0))
    possible = total(range_of(part) for part in found.parts)
    whole = found.whole
    if agreement(whole.value, whole.quantum, result, possible) in _FITS:
        yield sum_finding(view, found, result, possible)
        return
    if vague(whole) or any(map(vague, found.parts)) or max(p.value for p in found.parts) > whole.value:
        return
    if found.complete or abs(whole.value - result) <= _OVER * whole.value:
        yield sum_finding(view, found, result, possible, doubt=not found.complete)


def _run_before(view: View, figure: Quantity) -> tuple[Quantity, ...]:
    """The levels of one unit right before a total, in the same sentence, without stops between."""
    parts: list[Quantity] = []
    following = figure
    for other in reversed(view.mates(figure)):
        if other.span.end > figure.span.start:
            continue
        between = view.text[other.span.end : following.span.start]
        if not parts and len(between) <= _MANY and other.unit != figure.unit:
            continue
        if not is_level(other) or other.unit != figure.unit or re.search(r"[。；;]", between):
            break
        if other.role == "baseline" or (parts and len(re.findall(r"[，,、]", between)) > 1):
            break
        parts.insert(0, other)
        following = other
    return tuple(parts)


def _lists(view: View) -> Iterator[Finding]:
    """…154件。其中受理134件、不予受理20件."""
    for index, first in enumerate(view.figures):
        if index and _is_part(first):
            found = _list_from(view, index)
            if found is not None:
                yield from _judged_list(view, found)


def _is_part(figure: Quantity) -> bool:
    """A level of running text, planned ones among them; not the earlier figure of a comparison."""
    return figure.kind == "level" and figure.table is None and figure.role != "baseline"


def _list_from(view: View, index: int) -> Parts | None:
    """The list that a figure opens, when 其中, 包括, 分别为 and the like stand before it."""
    first = view.figures[index]
    before = view.text[view.figures[index - 1].span.end : first.span.start]
    cue = pattern("sum", "among").search(before)
    if cue is None or "\n" in before or not _opens_list(before, cue):
        return None
    whole = _whole_before(view, index, before[: cue.start()], cue[0])
    if whole is None or whole.unit is None or not same_family(whole.unit, first.unit):
        return None
    if whole.period != first.period:
        return None
    complete = bool(pattern("sum", "complete").search(before)) or before.strip() in ("：", ":")
    found = _cut(view, whole, view.figures[index : index + 14], complete=complete)
    if found is None:
        return None
    selected = bool(pattern("sum", "selected").search(before))
    complete = found.complete or (not selected and _are_kinds(view, found.parts))
    return found._replace(complete=complete, selected=selected)


def _opens_list(before: str, cue: re.Match[str]) -> bool:
    """Whether what stands between two figures opens a list of parts with the second.

    A bracket that closes again opens none (110家分行（含香港分行），合计1149家), nor does a colon
    behind a date (760百万元(2023年度：4289百万元)).
    """
    behind = before[cue.end() :]
    if re.search(r"[)）]", behind) or pattern("sum", "strong_total").search(behind):
        return False
    return cue[0] not in "：:" or len(before[: cue.start()].strip()) <= _MANY


def _are_kinds(view: View, parts: Sequence[Quantity]) -> bool:
    """Whether each part is a kind (信息公开类12件、行政不作为类2件): kinds leave nothing out."""
    return len(parts) >= _MANY and all(
        view.lead(part).rstrip().endswith(words("sum", "kind_ends")) for part in parts
    )


def _whole_before(view: View, index: int, words_between: str, cue: str) -> Quantity | None:
    """The nearest level before the cue: in the sentence, or before 其中 in the one before."""
    stops = words_between.count("。")
    if stops > (1 if cue == "其中" else 0) or len(words_between) > _REACH:
        return None
    for other in reversed(view.figures[max(0, index - 4) : index]):
        between = view.text[other.span.end : view.figures[index].span.start]
        if between.count("。") > 1 or "\n" in between:
            return None
        if _is_part(other):
            return (
                other if other.value > 0 and not pattern("sum", "per_head").search(view.lead(other)) else None
            )
        if cue != "其中":
            return None
    return None


def _cut(view: View, whole: Quantity, following: Sequence[Quantity], *, complete: bool) -> Parts | None:
    """Parts up to the stop behind them, or up to where they add up to the whole."""
    sentence = following[0].passage
    parts: list[Quantity] = []
    running = Decimal(0)
    previous = whole
    for figure in following:
        between = view.text[previous.span.end : figure.span.start]
        if figure.passage != sentence or (parts and "。" in between):
            break
        if parts and _SEGMENT.search(between) and not _same_deed(view, whole, figure):
            break
        if parts and pattern("ratio", "inner").search(between):
            break
        previous = figure
        if figure.kind != "level":
            continue
        if not same_family(figure.unit, whole.unit):
            if parts:
                break
            return None
        parts.append(figure)
        running += figure.value
        if running == whole.value and len(parts) > 1:
            break
    return Parts(whole, tuple(parts), complete) if parts else None


def _same_deed(view: View, whole: Quantity, part: Quantity) -> bool:
    """Whether a clause behind a semicolon still counts what the whole counts: 已化解15件 … 已化解12件."""
    deed = specific(view.lead(whole))[-2:]
    return len(deed) > 1 and specific(view.lead(part)).endswith(deed)


def _judged_list(view: View, found: Parts) -> Iterator[Finding]:
    """Parts that make up their whole, that exceed it, or that leave a little of it unnamed."""
    whole, parts = found.whole, found.parts
    if len(parts) == 1:
        yield from _single(view, _holder(view, whole, parts[0]), parts[0])
        return
    result = sum((part.value for part in parts), Decimal(0))
    possible = total(range_of(part) for part in parts)
    if agreement(whole.value, whole.quantum, result, possible) in _FITS:
        yield sum_finding(view, found, result, possible)
        return
    excess = [part for part in parts if part.value > whole.value and not vague(part)]
    if excess and not vague(whole):
        yield from _single(view, _holder(view, whole, excess[0]), excess[0])
        return
    if vague(whole) or any(map(vague, parts)):
        return
    complete = found.complete or are_opposites(view, parts)
    if complete or (not found.selected and _is_near_miss(view, found, whole.value - result)):
        yield sum_finding(view, found, result, possible, doubt=not complete)
    elif result < whole.value:
        yield _contained(view, found, result)


def _is_near_miss(view: View, found: Parts, missing: Decimal) -> bool:
    """Whether parts that should exclude each other come close to their whole without making it up.

    Parts told by different verbs may overlap (聘请律师22件, 提起复核13件), and a list may be a
    selection; so only a list of nouns, or of three parts and more, is doubted.
    """
    parts = found.parts
    alike = len(parts) >= _MANY or all(_same_deed(view, found.whole, part) for part in parts)
    if missing < 0:
        return alike and -missing <= _OVER * found.whole.value
    short = _SHORT_COUNTED if all(map(counted, (found.whole, *parts))) else _SHORT
    return len(parts) >= _MANY and missing <= short * found.whole.value


def _holder(view: View, whole: Quantity, part: Quantity) -> Quantity:
    """The whole of a part: when the nearest is too small, one before it that counts the same thing.

    在职员工41,011人，离职职工79人；其中，本行在职员工40,617人.
    """
    name = view.lead(part).strip()[-2:]
    if part.value <= whole.value or len(name) < 2 or name in view.lead(whole):  # noqa: PLR2004 - two hanzi
        return whole
    paragraph = view.paragraph(whole.span.start)
    earlier = (f for f in view.before(whole, paragraph) if _is_part(f) and same_family(f.unit, part.unit))
    return next((f for f in earlier if f.value >= part.value and name in view.lead(f)), whole)


def _single(view: View, whole: Quantity, part: Quantity) -> Iterator[Finding]:
    """One part behind 其中: it must not exceed its whole."""
    if vague(whole) and vague(part):
        agrees = part.value <= whole.value
    else:
        agrees = range_of(part).low <= range_of(whole).high
    unsure = vague(whole) or vague(part)
    if not agrees and unsure and part.value <= whole.value * _CLEARLY:
        return
    yield make_finding(
        view,
        "containment",
        "consistent" if agrees else "suspect" if unsure else "inconsistent",
        "part_within_whole" if agrees else "part_exceeds_whole",
        claimed=whole if agrees else part,
        operands=[(view, part if agrees else whole)],
        formula=f"{plain(part.value)} <= {plain(whole.value)}",
        recomputed=part.value if agrees else whole.value,
        stated=whole.value if agrees else part.value,
        args={"part": part.surface, "whole": whole.surface},
    )


def _contained(view: View, found: Parts, result: Decimal) -> Finding:
    return make_finding(
        view,
        "containment",
        "consistent",
        "parts_within_whole",
        claimed=found.whole,
        operands=[(view, part) for part in found.parts],
        formula=f"{sum_formula(found.parts)} <= {plain(found.whole.value)}",
        recomputed=result,
        stated=found.whole.value,
        args={"whole": found.whole.surface, "rest": plain(found.whole.value - result)},
    )
