"""Keys of links: what a pair of sections or passages is about, whatever its position and score.

A reviewer's remark finds its row again by them when a corrected report is compared.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.language.identity import Occurrences, bare_title, bare_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import PassagePair, Report, SectionPair


def with_section_keys(
    prior: Report, current: Report, pairs: Sequence[SectionPair]
) -> tuple[SectionPair, ...]:
    """The links of sections, each with a key made of its titles: last year's where there are any."""
    seen = Occurrences()
    titles = _titles(prior), _titles(current)
    return tuple(replace(pair, key=_section_key(seen, pair, titles)) for pair in pairs)


def _section_key(seen: Occurrences, pair: SectionPair, titles: tuple[dict[str, str], dict[str, str]]) -> str:
    side, ids = (0, pair.prior) if pair.prior else (1, pair.current)
    return seen.key("section", ("prior", "current")[side], *(titles[side][name] for name in ids))


def with_passage_keys(
    prior: Report, current: Report, pairs: Sequence[PassagePair]
) -> tuple[PassagePair, ...]:
    """The links of passages, each with a key made of section and words: last year's where there are any."""
    seen = Occurrences()
    sides = _Side(prior), _Side(current)
    return tuple(replace(pair, key=_passage_key(seen, pair, sides)) for pair in pairs)


def _passage_key(seen: Occurrences, pair: PassagePair, sides: tuple[_Side, _Side]) -> str:
    at, ids = (0, pair.prior) if pair.prior else (1, pair.current)
    title, words = sides[at].identity(ids)
    return seen.key("passage", ("prior", "current")[at], title, words)


def _titles(report: Report) -> dict[str, str]:
    return {section.id: bare_title(section.title) for section in report.outline.sections}


class _Side:
    def __init__(self, report: Report) -> None:
        self._text = report.text
        self._titles = _titles(report)
        self._passages = {passage.id: passage for passage in report.outline.passages}

    def identity(self, ids: Sequence[str]) -> tuple[str, str]:
        """Title of the section that passages begin in, and what they say without figures and years."""
        if not ids:
            return "", ""
        passages = [self._passages[name] for name in ids]
        words = "".join(passage.span.of(self._text) for passage in passages).strip()
        return self._titles[passages[0].section], bare_words(words)
