"""A rest that nobody accounts for: 258件, of which 满意的250件 and 无不满意件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding, plain
from yoy.checks.view import counted, is_level
from yoy.language.units import same_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Quantity
    from yoy.options import Options

_NONE_LEFT = re.compile(
    r"(?:无|没有|未有|未出现|未发生)(?:不|未|非)(?P<what>[\u4e00-\u9fff]{2,4}?)(?:件|的|情况|案件|现象|意见)?[，,。；;]"
)
_REACH = 40


def check_remainder(view: View, _options: Options) -> Iterator[Finding]:
    """A part that is said to leave nothing of its opposite, and yet is less than its whole."""
    for part in view.figures:
        if not is_level(part) or part.table is not None or not counted(part):
            continue
        sentence = view.sentence(part)
        behind = view.text[part.span.end : min(sentence.end, part.span.end + _REACH)]
        found = _NONE_LEFT.search(behind)
        if found is None or found["what"][:2] not in view.lead(part) + view.tail(part):
            continue
        whole = _whole(view, part)
        if whole is not None and whole.value > part.value:
            yield _finding(view, part, whole, found[0].rstrip("，,。；;"))


def _whole(view: View, part: Quantity) -> Quantity | None:
    """The nearest larger level of the same unit before a part: what both opposites are counted of."""
    paragraph = view.paragraph(part.span.start)
    candidates = [
        other
        for other in view.before(part, paragraph)
        if is_level(other)
        and same_family(other.unit, part.unit)
        and counted(other)
        and other.value >= part.value
    ]
    return candidates[0] if candidates else None


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
