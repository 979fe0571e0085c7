"""The words of lexicon/{qualifiers,bases}.toml by which facets of figures in Chinese text are found."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yoy import lexicon

_BASES = (
    "new",
    "total",
    "year_total",
    "average",
    "share",
    "streak",
    "kept",
    "opens_list",
    "of_each",
    "of_whole",
)


class FacetWords(NamedTuple):
    """Qualifiers and bases, compiled once.

    Attributes:
        qualifier: any word or pattern that narrows; modifier: also those that do so only before the words
            of an indicator; canonical: their canonical forms.
        own_area, country: words for the issuer's own area.
        fillers: what may stand between; joints: what parts the items of a list.
        tails: ends of a name that say how the thing is told; share_tails: those of a share.
    """

    qualifier: re.Pattern[str]
    modifier: re.Pattern[str]
    canonical: dict[str, str]
    own_area: tuple[str, ...]
    country: tuple[str, ...]
    national_issuers: tuple[str, ...]
    fillers: tuple[str, ...]
    longest: int
    joints: frozenset[str]
    tails: tuple[str, ...]
    share_tails: tuple[str, ...]
    scope: re.Pattern[str]
    time: re.Pattern[str]
    time_tail: re.Pattern[str]
    drives: re.Pattern[str]
    new: re.Pattern[str]
    total: re.Pattern[str]
    year_total: re.Pattern[str]
    average: re.Pattern[str]
    share: re.Pattern[str]
    streak: re.Pattern[str]
    kept: re.Pattern[str]
    opens_list: re.Pattern[str]
    of_each: re.Pattern[str]
    of_whole: re.Pattern[str]


@cache
def facet_words() -> FacetWords:
    """The words and patterns."""
    qualifiers = lexicon.data("qualifiers")["zh"]
    groups: list[list[str]] = qualifiers["words"]
    patterns = [qualifiers[name]["pattern"] for name in ("size", "rank", "owned", "class")]
    more: list[list[str]] = qualifiers["modifiers"]
    return FacetWords(
        qualifier=re.compile("|".join([*patterns, *_words_of(groups)])),
        modifier=re.compile("|".join([*patterns, *_words_of([*groups, *more])])),
        canonical={word: group[0] for group in (*groups, *more) for word in group},
        own_area=_longest_first(qualifiers["own_area"]),
        country=tuple(qualifiers["country"]),
        national_issuers=tuple(qualifiers["national_issuers"]),
        fillers=_longest_first(qualifiers["fillers"]),
        scope=lexicon.pattern("qualifiers.zh.scope"),
        time_tail=lexicon.pattern("qualifiers.zh.time_tail"),
        time=lexicon.pattern("qualifiers.zh.time"),
        drives=lexicon.pattern("qualifiers.zh.drives"),
        longest=qualifiers["longest"],
        joints=frozenset(qualifiers["joints"]),
        tails=_longest_first(qualifiers["tails"]),
        share_tails=_longest_first(qualifiers["share_tails"]),
        **{name: lexicon.pattern(f"bases.zh.{name}") for name in _BASES},
    )


def _words_of(groups: list[list[str]]) -> tuple[str, ...]:
    return tuple(map(re.escape, _longest_first([word for group in groups for word in group])))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
