"""A whole with the parts that a text gives of it, and the finding that says whether they make it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import judged, plain
from yoy.checks.patterns import pattern, words
from yoy.checks.view import counted
from yoy.lexicon import data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from yoy.checks.view import View
    from yoy.language.tolerance import Range
    from yoy.model import Finding, Quantity


_ATTRIBUTE = re.compile(r"[类型式性级](?P<noun>[\u4e00-\u9fff]{0,4})$")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_MANY = 3


class Parts(NamedTuple):
    """A whole with the parts that a sentence gives of it.

    Attributes:
        complete: whether the words say that nothing is left out; `selected`: that something is;
            `loose`: that what is named may overlap (包括).
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    complete: bool
    selected: bool = False
    loose: bool = False


def are_opposites(view: View, parts: Sequence[Quantity]) -> bool:
    """Two parts of which one is the other's denial: 受理 and 不予受理."""
    if len(parts) != 2:  # noqa: PLR2004 - a pair
        return False
    first, second = (specific(view.lead(part) or view.tail(part)).strip("、,， ") for part in parts)
    return opposite(first, second) or opposite(second, first)


def specific(lead: str) -> str:
    """The words around a count without those that say nothing of what is counted."""
    return pattern("sum", "unspecific").sub("", lead)


def opposite(plain_words: str, denied: str) -> bool:
    """Whether `denied` is `plain_words` with a negation: 不予受理 of 受理, 没有期限 of 具有期限."""
    for negative in words("sum", "negative"):
        at = denied.find(negative)
        if at < 0:
            continue
        bare = denied[at + len(negative) :]
        for positive in ("", *words("sum", "positive")):
            if len(bare) > 1 and plain_words.endswith(positive + bare) and negative not in plain_words:
                return True
    return False


def sum_formula(parts: Sequence[Quantity]) -> str:
    """The parts as a sum."""
    return " + ".join(plain(part.value) for part in parts)


def sum_finding(
    view: View, found: Parts, result: Decimal, possible: Range, *, doubt: bool = False
) -> Finding:
    """The finding on a whole and the sum of its parts; with `doubt` a difference is only suspect."""
    return judged(
        view,
        "sum",
        "sum",
        claimed=found.whole,
        operands=[(view, part) for part in found.parts],
        formula=sum_formula(found.parts),
        stated=found.whole.value,
        quantum=found.whole.quantum,
        recomputed=result,
        possible=possible,
        doubt=doubt,
        args={
            "whole": found.whole.surface,
            "difference": plain(abs(found.whole.value - result)),
            "parts": "、".join(part.surface for part in found.parts),
        },
    )


def are_kinds(view: View, parts: Sequence[Quantity]) -> bool:
    """Whether each part is a kind (信息公开类12件、行政不作为类2件): kinds leave nothing out."""
    return len(parts) >= _MANY and all(
        view.lead(part).rstrip().endswith(words("sum", "kind_ends")) for part in parts
    )


def is_whole_set(view: View, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are the kinds that make up their whole by rule, each once: the three 三公 items."""
    names = [_clause_name(view, part) for part in parts]
    return any(
        len(kinds) == len(names)
        and all(sum(any(word in name for word in kind) for name in names) == 1 for kind in kinds)
        for kinds in data("checks")["sum"]["whole_sets"]
    )


def _clause_name(view: View, part: Quantity) -> str:
    """The words before a part up to the comma, brackets within its name included."""
    start = view.sentence(part).start
    before = _BRACKET.sub(lambda found: "〇" * len(found[0]), view.text[start : part.span.start])
    cut = max((found.end() for found in re.finditer(r"[，,；;。：:、]", before)), default=0)
    return view.text[start + cut : part.span.start]


def are_attributes(view: View, parts: Sequence[Quantity]) -> bool:
    """Whether counts of one noun are told apart by an attribute: 预期性指标19项、约束性指标9项."""
    names = [re.sub(r"[、，,和与\s]", "", view.lead(part) or view.tail(part)) for part in parts]
    found = [_ATTRIBUTE.search(name) for name in names]
    nouns = {match["noun"] for match in found if match}
    return all(found) and len(nouns) == 1 and all(map(counted, parts))
