"""Sentences taken over from last year word for word, and problems that are still the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy import lexicon
from yoy.checks.finding import make_finding
from yoy.checks.patterns import pattern
from yoy.checks.text.general_statements import is_of_earlier, is_reference, is_standing
from yoy.checks.years.reuse import is_sentence
from yoy.language.similarity import ratio
from yoy.language.tokens import masked, sentence_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.checks.view import View
    from yoy.checks.years.pair_view import PairView
    from yoy.model import Finding, Passage
    from yoy.options import Options

# Masked characters from which a sentence is more than a form of address.
_SHORTEST = 18
_SAME_PROBLEM = 0.9
_SHORT_REST = 10
_UPDATED = 0.9


def check_reused_text(both: PairView, _options: Options) -> Iterator[Finding]:
    """Sentences on results and problems that last year's report has too, figures and all: by section."""
    known = _by_text(both.prior)
    kept: dict[tuple[str, bool], list[tuple[Passage, Passage]]] = {}
    for passage in both.current.passages:
        source = known.get(sentence_key(passage.span.of(both.current.text)))
        if source is not None and _counts(both.current, passage):
            expected = (
                is_standing(both.current, passage)
                or is_of_earlier(both.current, passage)
                or _is_course(both.current, passage)
                or _tells_no_event(both.current, passage)
                or "/" in (passage.period or "")  # a review of several years tells last year's results again
            )
            kept.setdefault((passage.section, expected), []).append((passage, source))
    for (section, expected), found in kept.items():
        yield _kept_finding(both, both.current.section_title(section), found, expected=expected)


def check_updated_text(both: PairView, _options: Options) -> Iterator[Finding]:
    """Sentences that are last year's but for figures, years or a word: shown, not accused."""
    known = _by_text(both.prior)
    for link in both.pair.passages:
        if link.relation != "edited" or len(link.prior) != 1 or len(link.current) != 1:
            continue
        passage, source = both.current.passage[link.current[0]], both.prior.passage[link.prior[0]]
        if not _counts(both.current, passage) or sentence_key(passage.span.of(both.current.text)) in known:
            continue
        old, new = source.span.of(both.prior.text), passage.span.of(both.current.text)
        if ratio(masked(old), masked(new)) >= _UPDATED:
            yield make_finding(
                both.current,
                "reused_text",
                "cannot_check",
                "reused_near",
                subject=masked(new),
                spans=[(both.current, passage.span), (both.prior, source.span)],
                args={"text": new.strip()[:60], "prior": both.prior.id},
            )


def _counts(view: View, passage: Passage) -> bool:
    """Whether a sentence reports something: no plan, and no address, thanks or creed, which come back."""
    if not is_sentence(passage) or passage.part == "plan":
        return False
    text = passage.span.of(view.text)
    return (
        len(masked(text)) >= _SHORTEST
        and not lexicon.pattern("promises.ritual").search(text)
        and not is_reference(view, passage)
    )


def _is_course(view: View, passage: Passage) -> bool:
    """Whether a sentence without a figure may be said each year: it names a course, or explains accounts."""
    if view.of_passage.get(passage.id):
        return False
    text = passage.span.of(view.text)
    return any(pattern("reuse", name).search(text) for name in ("course", "explains"))


def _tells_no_event(view: View, passage: Passage) -> bool:
    """Whether an English sentence has neither a figure nor a form of the past: a title, a description."""
    if view.report.document.language != "en" or view.of_passage.get(passage.id):
        return False
    return not pattern("standing", "past").search(passage.span.of(view.text))


def _by_text(view: View) -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    for passage in view.passages:
        if is_sentence(passage):
            found.setdefault(sentence_key(passage.span.of(view.text)), passage)
    return found


def _kept_finding(
    both: PairView, title: str, kept: list[tuple[Passage, Passage]], *, expected: bool
) -> Finding:
    """Shown, and accused unless such sentences are expected to come back."""
    first = kept[0][0].span.of(both.current.text).strip()
    return make_finding(
        both.current,
        "reused_text",
        "cannot_check" if expected else "suspect",
        "reused_text",
        subject=masked(first),
        spans=[
            *((both.current, passage.span) for passage, _ in kept),
            *((both.prior, source.span) for _, source in kept),
        ],
        args={"count": len(kept), "text": first[:60], "prior": both.prior.id, "section": title},
    )


def check_repeated_problem(both: PairView, _options: Options) -> Iterator[Finding]:
    """Shortcomings that both years name in the same words."""
    known = [(text, passage) for passage, text in _problems(both.prior)]
    for passage, text in _problems(both.current):
        best = max(known, key=lambda item: ratio(item[0], text), default=None)
        if best is None or ratio(best[0], text) < _SAME_PROBLEM:
            continue
        yield make_finding(
            both.current,
            "repeated_problem",
            "suspect",
            "repeated_problem",
            subject=text,
            spans=[
                (both.current, passage.span),
                (both.prior, best[1].span),
            ],
            args={"text": passage.span.of(both.current.text).strip()[:60], "prior": both.prior.id},
        )


def _problems(view: View) -> Iterator[tuple[Passage, str]]:
    for passage in view.passages:
        if is_sentence(passage) and passage.part == "problems":
            surface = passage.span.of(view.text).strip()
            text = masked(surface)
            if (
                len(text) >= _SHORTEST
                and not _opens(surface)
                and not pattern("reuse", "remedy").search(surface)
            ):
                yield passage, text


def _opens(surface: str) -> bool:
    """Whether a sentence only announces the problems that follow it."""
    opening = lexicon.pattern("parts.zh.openings.problems").search(surface)
    return surface.endswith(("：", ":")) or (
        opening is not None and len(surface) - opening.end() <= _SHORT_REST
    )
