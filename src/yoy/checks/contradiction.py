"""One indicator with two values in one report, and “1+16” beside “1+14” for the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.patterns import pattern
from yoy.checks.view import counted
from yoy.language.similarity import dice, grams
from yoy.language.tokens import masked
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_ALIKE = 0.8
_SHORTEST = 5
_FILLER = re.compile(
    r"全年|全[区县市省]|本[区县市]|我[区县市]|共计|累计|共|已|完成|达到|达|为|了|的|有|年内|今年|目前|实际|[0-9]|工作|数量|总数|户数|件数"
)
_DEEDS = re.compile(
    r"新增|累计|取消|减少|完成|改造|新建|其中|每|人均|平均|月|季度|首批|第.批|计划|目标|分别|另|还|又|再|部分|以上|左右|余"
)


def check_contradiction(view: View, _options: Options) -> Iterator[Finding]:
    """Schemes (“1+16”) and levels that name the same thing and differ."""
    yield from _schemes(view)
    yield from _levels(view)


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
    named: list[tuple[str, Quantity]] = []
    for figure in view.figures:
        name = _name(view, figure)
        if name is None:
            continue
        for other_name, other in named:
            if _contradict(view, (name, figure), (other_name, other)):
                yield _finding(view, figure, other)
                break
        named.append((name, figure))


def _name(view: View, figure: Quantity) -> str | None:
    """What a result is called, without filler; None for what can have many values."""
    if figure.kind != "level" or figure.role != "result" or figure.table is not None or figure.partial:
        return None
    if not counted(figure) or figure.value < 10 or view.roles.of(figure.passage) != "results":  # noqa: PLR2004 - small counts recur
        return None
    name = masked(_FILLER.sub("", figure.indicator))
    return name if len(name) >= _SHORTEST and not _DEEDS.search(view.label(figure)) else None


def _contradict(view: View, one: tuple[str, Quantity], two: tuple[str, Quantity]) -> bool:
    (name, figure), (other_name, other) = one, two
    if figure.unit != other.unit or figure.value == other.value or figure.passage == other.passage:
        return False
    if figure.period != other.period or figure.baseline == other.id or other.baseline == figure.id:
        return False
    del view
    return name == other_name or dice(grams(name), grams(other_name)) >= _ALIKE


def _finding(view: View, figure: Quantity, other: Quantity) -> Finding:
    return make_finding(
        view,
        "contradiction",
        "suspect",
        "two_values",
        claimed=figure,
        operands=[(view, other)],
        formula=f"{plain(figure.value)} = {plain(other.value)}",
        recomputed=other.value,
        stated=figure.value,
        args={"other": other.surface},
    )
