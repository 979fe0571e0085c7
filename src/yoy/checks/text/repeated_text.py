"""A sentence that stands in one report twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern
from yoy.checks.text.general_statements import is_standing
from yoy.language.tokens import masked, sentence_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.model import Finding, Passage
    from yoy.options import Options

# Shorter sentences are slogans and forms of address, which may come back.
_SHORTEST = 18

_SHORTEST_ENGLISH = 48
_SENTENCE = re.compile(r"[。！？；.!?;][”\"’）)]*$")


def check_repeated_text(view: View, _options: Options) -> Iterator[Finding]:
    """Sentences with the same words, figures included, each pointed out once with all its places."""
    for key, passages in _repeats(view).items():
        first = passages[0].span.of(view.text).strip()
        yield make_finding(
            view,
            "repeated_text",
            "cannot_check" if is_standing(view, passages[0]) or _is_told_apart(view, passages) else "suspect",
            "repeated_text",
            subject=key,
            spans=[(view, passage.span) for passage in passages],
            args={"count": len(passages), "text": first},
        )


def _is_told_apart(view: View, passages: list[Passage]) -> bool:
    """Whether an English sentence stands in chapters of its own: business and results tell the same event."""
    english = view.report.document.language == "en"
    return english and len({passage.section for passage in passages}) == len(passages)


def _shortest(view: View) -> int:
    return _SHORTEST_ENGLISH if view.report.document.language == "en" else _SHORTEST


def _repeats(view: View) -> dict[str, list[Passage]]:
    groups: dict[str, list[Passage]] = {}
    reference = pattern("repeated_text", "reference")
    for passage in view.passages:
        if passage.kind not in ("sentence", "item"):
            continue
        surface = passage.span.of(view.text).strip()
        long = len(masked(surface)) >= _shortest(view)
        if long and _SENTENCE.search(surface) and not reference.search(surface):
            groups.setdefault(sentence_key(surface), []).append(passage)
    return {key: found for key, found in groups.items() if len(found) > 1}
