"""Parts that a text lists behind their whole: 其中, 分别为, of which."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.checks.arithmetic.parts import (
    Parts,
    are_attributes,
    are_kinds,
    are_opposites,
    is_whole_set,
    specific,
    sum_finding,
    sum_formula,
)
from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import basis_of, counted, in_one_unit, in_unit, range_of, unlike, vague
from yoy.language.hanzi import is_hanzi
from yoy.language.tolerance import FITS, agreement, total
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity

_SEGMENT = re.compile(r"[；;]")
_COMMA = re.compile(r"[，,](?!\d{3})")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
# How far a list of three parts or more may fall short of its whole before it is taken for a selection.
_SHORT = Decimal("0.10")
_SHORT_COUNTED = Decimal("0.34")
_OVER = Decimal("0.15")
_CLEARLY = Decimal("1.1")
_MANY = 3
_REACH = 24


def listed_parts(view: View) -> Iterator[Finding]:
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
    if cue[0] in words("sum", "loose") and _has_subject(before[: cue.start()]):
        return None
    whole = _whole_before(view, index, before[: cue.start()], cue[0])
    if whole is None or whole.unit is None or not same_family(whole.unit, first.unit):
        return None
    if whole.period != first.period:
        return None
    complete = bool(pattern("sum", "complete").search(before)) or before.strip() in ("：", ":")
    found = _cut(
        view,
        whole,
        view.figures[index : index + 14],
        complete=complete,
        narrow=_is_narrow(before[: cue.start()], cue[0]),
    )
    if found is None:
        return None
    selected = bool(pattern("sum", "selected").search(before))
    complete = found.complete or (
        not selected and (are_kinds(view, found.parts) or is_whole_set(view, found.parts))
    )
    return found._replace(complete=complete, selected=selected, loose=cue[0] in words("sum", "loose"))


def _has_subject(before: str) -> bool:
    """Whether 包括 has a subject of its own behind a comma: 专项3个项目，常规项目包括…."""
    _, comma, subject = before.replace(",", "，").rpartition("，")
    return bool(comma and subject.strip()) and not pattern("sum", "complete").search(subject)


def _is_narrow(before: str, cue: str) -> bool:
    """Whether 其中 speaks to its own clause alone: 铁路639公里、其中高铁370公里，公路… ends at the comma."""
    return cue == "其中" and not re.search(r"[，,；;。]", before)


def _opens_list(before: str, cue: re.Match[str]) -> bool:
    """Whether what stands between two figures opens a list of parts with the second.

    A bracket that closes again opens none (110家分行（含香港分行），合计1149家), nor does a colon
    behind a date (760百万元(2023年度：4289百万元)).
    """
    behind = before[cue.end() :]
    if re.search(r"[)）]", _BRACKET.sub("", behind)) or pattern("sum", "strong_total").search(behind):
        return False
    return cue[0] not in "：:" or len(before[: cue.start()].strip()) <= _MANY


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


def _cut(
    view: View, whole: Quantity, following: Sequence[Quantity], *, complete: bool, narrow: bool
) -> Parts | None:
    """Parts up to the stop behind them, or up to where they add up to the whole."""
    sentence = following[0].passage
    parts: list[Quantity] = []
    running = Decimal(0)
    previous = whole
    for figure in following:
        between = view.text[previous.span.end : figure.span.start]
        if figure.passage != sentence or (parts and "。" in between):
            break
        if parts and _ends_list(view, whole, figure, between, narrow=narrow):
            break
        if parts and pattern("ratio", "inner").search(between):
            break
        previous = figure
        if figure.kind != "level":
            continue
        part = in_unit(figure, whole.unit)
        if part is None:
            if parts:
                break
            return None
        if running == whole.value and len(parts) > 1 and part.value:
            break
        parts.append(figure)
        running += part.value
    told = in_one_unit(whole, *parts) if parts else None
    return Parts(told[0], told[1:], complete) if told else None


def _ends_list(view: View, whole: Quantity, figure: Quantity, between: str, *, narrow: bool) -> bool:
    """Whether what stands before a figure closes the list before it."""
    if _SEGMENT.search(between) and not _same_deed(view, whole, figure) and not _is_share_told(between):
        return True
    if not _COMMA.search(between):
        return False
    return narrow or bool(pattern("sum", "fresh").search(view.lead(figure)))


def _is_share_told(between: str) -> bool:
    """Whether a semicolon closes the share of a part, so that the next part follows: 占67.8%；."""
    return bool(re.search(r"[%％][^；;]{0,4}[；;]", between)) and "占" in between


def _same_deed(view: View, whole: Quantity, part: Quantity) -> bool:
    """Whether a clause behind a semicolon still counts what the whole counts: 已化解15件 … 已化解12件."""
    deed = specific(view.lead(whole))[-2:]
    return len(deed) > 1 and specific(view.lead(part)).endswith(deed)


def _judged_list(view: View, found: Parts) -> Iterator[Finding]:
    """Parts that make up their whole, that exceed it, or that leave a little of it unnamed."""
    whole, parts = found.whole, found.parts
    if len(parts) == 1:
        yield from _single(view, _holder(view, whole, parts[0]), parts[0], loose=found.loose)
        return
    result = sum((part.value for part in parts), Decimal(0))
    possible = total(range_of(part) for part in parts)
    if agreement(whole.value, whole.quantum, result, possible) in FITS:
        yield sum_finding(view, found, result, possible)
        return
    excess = [part for part in parts if part.value > whole.value and not vague(part)]
    if excess and not vague(whole):
        yield from _single(
            view, _holder(view, whole, excess[0]), excess[0], loose=found.loose or excess[0] is not parts[0]
        )
        return
    if vague(whole) or any(map(vague, parts)):
        return
    complete = found.complete or are_opposites(view, parts)
    complete = complete or (result > whole.value and are_attributes(view, parts))
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
    if are_attributes(view, parts):
        return True
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
    earlier = (in_unit(f, part.unit) for f in view.before(whole, paragraph) if _is_part(f))
    larger = (f for f in earlier if f is not None and f.value >= part.value)
    return next((f for f in larger if name in view.lead(f)), whole)


def _single(view: View, whole: Quantity, part: Quantity, *, loose: bool) -> Iterator[Finding]:
    """One part behind 其中: it must not exceed its whole; with `loose` one that does is only suspect."""
    if part.value > whole.value and _of_other_things(view, whole, part):
        return
    if vague(whole) and vague(part):
        agrees = part.value <= whole.value
    else:
        agrees = range_of(part).low <= range_of(whole).high
    unsure = vague(whole) or vague(part) or loose
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


def _of_other_things(view: View, whole: Quantity, part: Quantity) -> bool:
    """Whether the nouns behind two counts differ (3个类别, 9个项目), their years or how they are measured."""
    first, second = (view.text[f.span.end : f.span.end + 2] for f in (whole, part))
    named = all(len(noun) > 1 and all(map(is_hanzi, noun)) for noun in (first, second))
    differ = named and not set(first) & set(second)
    own_basis = basis_of(view, part) not in ("level", basis_of(view, whole))
    return differ or own_basis or unlike((view, whole), (view, part)) == "period"


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
