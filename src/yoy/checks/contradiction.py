"""One indicator with two values in one report, and “1+16” beside “1+14” for the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import counted
from yoy.language.similarity import containment, dice, grams
from yoy.language.tokens import masked
from yoy.model import Span

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_ALIKE = 0.8
_LOCAL = 0.6
# Share of the shorter clause that the longer one has, where the names are the same words in any order.
_INSIDE = 0.9
_LARGE = 1000
_MANY = 4
_LIKE_NAMES = 0.5
_SHORTEST = 5
_FILLER = re.compile(
    r"全年|全[区县市省]|本[区县市]|我[区县市]|共计|累计|共|已|完成|达到|达|为|了|的|有|年内|今年|目前|实际|[0-9]|工作|数量|总数|户数|件数"
)
_DEEDS = re.compile(
    r"新增|累计|取消|减少|完成|改造|新建|其中|每|人均|平均|月|季度|首批|第.批|计划|目标|分别|另|还|又|再|部分|以上|左右|余"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A figure with the terms of its name, bare of filler, and of its clause."""

    figure: Quantity
    letters: list[str]
    name: Counter[str]
    local: Counter[str]


def check_contradiction(view: View, _options: Options) -> Iterator[Finding]:
    """Schemes (“1+16”) and levels that name the same thing and differ."""
    yield from _schemes(view)
    swapped = list(_swapped(view))
    yield from swapped
    if view.report.document.language == "en":
        return
    told = {found.claimed for found in swapped}
    yield from (found for found in _levels(view) if found.claimed not in told)


def _schemes(view: View) -> Iterator[Finding]:
    """“1+16”考核断面 and “1+14”考核断面."""
    seen: list[tuple[str, str, Span]] = []
    for match in pattern("contradiction", "scheme").finditer(view.text):
        noun, numbers = match["noun"], f"{match['first']}+{match['second']}{match['rest']}"
        span = Span(match.start(), match.end("noun"))
        earlier = next((known for known in seen if known[0][:4] == noun[:4] and len(noun) > 3), None)  # noqa: PLR2004 - four hanzi name a thing
        if earlier is not None and earlier[1] != numbers:
            yield make_finding(
                view,
                "contradiction",
                "suspect",
                "scheme_differs",
                subject=noun[:4],
                spans=[(view, span), (view, earlier[2])],
                args={"first": earlier[1], "second": numbers, "noun": noun[:4]},
            )
        elif earlier is None:
            seen.append((noun, numbers, span))


def _levels(view: View) -> Iterator[Finding]:
    """Counts of running text whose names are the same, in two sentences, with two values."""
    earlier: dict[tuple[str | None, str | None], list[_Named]] = {}
    for figure in view.figures:
        name = _name(view, figure)
        if name is None:
            continue
        one = _named(view, name, figure)
        others = earlier.setdefault((figure.unit, figure.period), [])
        other = next((each for each in others if _contradict(one, each)), None)
        if other is not None:
            yield _finding(view, figure, other.figure)
        others.append(one)


def _named(view: View, name: str, figure: Quantity) -> _Named:
    local = grams(masked(_FILLER.sub("", view.lead(figure) + view.tail(figure))))
    return _Named(figure=figure, letters=sorted(name), name=grams(name), local=local)


def _name(view: View, figure: Quantity) -> str | None:
    """What a result is called, without filler; None for what can have many values."""
    if figure.kind != "level" or figure.role != "result" or figure.table is not None or figure.partial:
        return None
    if not counted(figure) or figure.value < 10 or view.roles.of(figure.passage) != "results":  # noqa: PLR2004 - small counts recur
        return None
    local = view.lead(figure) + view.tail(figure)
    name = masked(_FILLER.sub("", figure.indicator))
    if pattern("restated", "last_year").search(view.text[view.sentence(figure).start : figure.span.start]):
        return None
    moving = _DEEDS.search(view.label(figure)) or any(
        pattern("carry", kind).search(local) for kind in ("opening", "closing")
    )
    return name if len(name) >= _SHORTEST and not moving else None


def _contradict(one: _Named, two: _Named) -> bool:
    """Whether two figures of one unit and period are of one name and differ."""
    figure, other = one.figure, two.figure
    if figure.value == other.value or figure.passage == other.passage:
        return False
    if figure.baseline == other.id or other.baseline == figure.id:
        return False
    if one.letters == two.letters:
        inside = max(containment(one.local, two.local), containment(two.local, one.local))
        return inside >= _INSIDE
    shorter, longer = sorted((len(one.letters), len(two.letters)))
    if 2 * shorter < _ALIKE * (shorter + longer):  # their pairs of characters cannot reach it
        return False
    return dice(one.name, two.name) >= _ALIKE and dice(one.local, two.local) >= _LOCAL


def _swapped(view: View) -> Iterator[Finding]:
    """30848户 and 30484户: the same digits in another order, of things of one name."""
    by_unit: dict[str | None, list[Quantity]] = {}
    for figure in view.figures:
        if (
            figure.kind != "level"
            or figure.role != "result"
            or not counted(figure)
            or figure.table is not None
        ):
            continue
        if figure.value < _LARGE or view.roles.of(figure.passage) != "results":
            continue
        group = by_unit.setdefault(figure.unit, [])
        for other in group:
            if _nearly(figure, other) and _same_noun(view, figure, other):
                yield _finding(view, other, figure, "digits_swapped")
        group.append(figure)


def _nearly(figure: Quantity, other: Quantity) -> bool:
    """Whether two large counts of one year differ by little, or only in the order of their digits."""
    if figure.value == other.value or figure.passage == other.passage or figure.period != other.period:
        return False
    same_digits = sorted(f"{figure.value:f}") == sorted(f"{other.value:f}")
    return same_digits or abs(figure.value - other.value) * 50 <= figure.value


def _same_noun(view: View, figure: Quantity, other: Quantity) -> bool:
    """Whether the last words before two figures are the same: 新增注册企业, 新登记企业."""
    names = [_FILLER.sub("", view.lead(each)).strip() for each in (figure, other)]
    if any(pattern("ratio", "inner").search(name) or len(name) < _MANY for name in names):
        return False
    shared = len(set(names[0]) & set(names[1]))
    return names[0][-2:] == names[1][-2:] and 2 * shared >= _LIKE_NAMES * (
        len(set(names[0])) + len(set(names[1]))
    )


def _finding(view: View, figure: Quantity, other: Quantity, code: str = "two_values") -> Finding:
    return make_finding(
        view,
        "contradiction",
        "suspect",
        code,
        claimed=figure,
        operands=[(view, other)],
        formula=f"{plain(figure.value)} = {plain(other.value)}",
        recomputed=other.value,
        stated=figure.value,
        args={"other": other.surface},
    )
