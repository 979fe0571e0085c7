"""Claims that were softened or hardened since last year: 全部 to 基本, 完成 to 推进, 确保 to 力争."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yoy.checks.finding import make_finding
from yoy.language.similarity import containment, grams
from yoy.language.tokens import masked
from yoy.lexicon import data
from yoy.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, PassagePair
    from yoy.options import Options

# Characters behind or before a word that two years must share for the word to speak of the same thing.
_REACH = 10
_SHARED = 0.6
_LIKE = 0.5


class _Step(NamedTuple):
    """One word for another on a ladder; `softer` says which way."""

    before: str
    after: str
    softer: bool


@cache
def _steps(language: str) -> tuple[_Step, ...]:
    steps: dict[tuple[str, str], _Step] = {}
    for ladder in data("wording")[language]:
        for high, firm in enumerate(ladder):
            for weak in ladder[high + 1 :]:
                steps[firm, weak] = _Step(firm, weak, softer=True)
                steps[weak, firm] = _Step(weak, firm, softer=False)
    return tuple(steps.values())


@cache
def _words(language: str) -> tuple[str, ...]:
    return tuple({word: None for ladder in data("wording")[language] for word in ladder})


@cache
def _places(word: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b" if language == "en" else re.escape(word), re.IGNORECASE)


def check_wording(both: PairView, _options: Options) -> Iterator[Finding]:
    """Sentences of both years that are the same but for a word on a ladder.

    A softened claim is suspect; a hardened one can't be checked from the text and is only shown.
    """
    for link in both.pair.passages:
        if link.relation != "edited" or link.score < _LIKE:
            continue
        prior, current = _stretch(both.prior, link.prior), _stretch(both.current, link.current)
        if prior is None or current is None or not _same_part(both, link):
            continue
        yield from _compared(both, prior, current)
    for promise in both.pair.promises:
        kept = _stretch(both.prior, promise.prior), _stretch(both.current, promise.current)
        if kept[0] is not None and kept[1] is not None:
            yield from _compared(both, kept[0], kept[1], only_softer=True)


def _same_part(both: PairView, link: PassagePair) -> bool:
    """Whether both years report or both plan: a promise and what came of it are worded apart."""
    return both.prior.part(link.prior[0]) == both.current.part(link.current[0])


def _stretch(view: View, ids: Sequence[str]) -> Span | None:
    """From the first to the last passage of a pair, when they follow each other."""
    spans = [view.passage[each].span for each in ids if each in view.passage]
    if not spans or any(view.passage[each].kind in ("shell", "table_row") for each in ids):
        return None
    stretch = Span(spans[0].start, spans[-1].end)
    return stretch if len(stretch) <= sum(map(len, spans)) + 4 * len(spans) else None


def _compared(both: PairView, prior: Span, current: Span, *, only_softer: bool = False) -> Iterator[Finding]:
    language = both.current.report.document.language
    first, second = prior.of(both.prior.text), current.of(both.current.text)
    before, after = _occurring(first, language), _occurring(second, language)
    gone, come = before - after, after - before
    seen: list[tuple[int, int]] = []
    for step in _steps(language):
        if step.before not in gone or step.after not in come or (only_softer and not step.softer):
            continue
        found = _same_place(step, first, second, language)
        if found is None or any(found[0] < end and start < found[1] for start, end in seen):
            continue
        seen.append(found)
        at = Span(current.start + found[0], current.start + found[1])
        yield _finding(both, step, at, prior, current)


def _occurring(text: str, language: str) -> frozenset[str]:
    """The words of the ladders that a text has."""
    folded = text.casefold()
    return frozenset(
        word
        for word in _words(language)
        if word.casefold() in folded and _places(word, language).search(text)
    )


def _same_place(step: _Step, first: str, second: str, language: str) -> tuple[int, int] | None:
    """Where the new word stands in `second`, when what surrounds it surrounded the old one in `first`.

    A word of degree may change sides: 全部街镇聘请法律顾问, 街镇基本聘请法律顾问.
    """
    for old in _places(step.before, language).finditer(first):
        left, right = first[max(0, old.start() - _REACH) : old.start()], first[old.end() : old.end() + _REACH]
        for new in _places(step.after, language).finditer(second):
            before = second[max(0, new.start() - _REACH) : new.start()]
            behind = second[new.end() : new.end() + _REACH]
            if max(_alike(left, before), _alike(right, behind), _alike(right, before)) >= _SHARED:
                return new.span()
    return None


def _alike(one: str, other: str) -> float:
    first, second = grams(masked(one)), grams(masked(other))
    if sum(first.values()) < 3 or sum(second.values()) < 3:  # noqa: PLR2004 - too little to compare
        return 0.0
    return max(containment(first, second), containment(second, first))


def _finding(both: PairView, step: _Step, at: Span, prior: Span, current: Span) -> Finding:
    return make_finding(
        both.current,
        "wording",
        "suspect" if step.softer else "cannot_check",
        "wording_softened" if step.softer else "wording_hardened",
        subject=masked(current.of(both.current.text))[:40],
        spans=[(both.current, current), (both.prior, prior)],
        args={"before": step.before, "after": at.of(both.current.text)},
    )
