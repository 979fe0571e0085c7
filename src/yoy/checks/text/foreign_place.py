"""A county, district or city that isn't the issuer's own, where the sentence speaks of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from yoy.checks.finding import make_finding
from yoy.lexicon import data, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.checks.view import View
    from yoy.model import Document, Finding, Passage
    from yoy.options import Options

_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """Names without 省, 市, 区, 县: what each lies in."""

    above: Mapping[str, frozenset[str]]

    def known(self, name: str) -> bool:
        return name in self.above

    def family(self, name: str) -> frozenset[str]:
        """The names above and below `name`, itself among them."""
        below = {place for place, over in self.above.items() if name in over}
        return frozenset({name, *self.above.get(name, ()), *below})


@dataclass(frozen=True, slots=True)
class _Home:
    """The issuer's own names and those of its superiors and parts."""

    names: frozenset[str]
    county: bool


@cache
def _gazetteer() -> _Gazetteer:
    above: dict[str, set[str]] = {}
    for province, prefectures in data("places")["china"].items():
        above.setdefault(province, set())
        for prefecture, counties in prefectures.items():
            over = {province} if prefecture == "_" else {province, prefecture}
            if prefecture != "_":
                above.setdefault(prefecture, set()).add(province)
            for county in counties.split():
                above.setdefault(county, set()).update(over)
    return _Gazetteer({name: frozenset(over) for name, over in above.items()})


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile("|".join(data("places")["kinds"]))


def check_foreign_place(view: View, options: Options) -> Iterator[Finding]:
    """Sentences that speak of another place as if it were the issuer's own.

    Places that the report works with, helps, learns from or lists are none; nor are the names that
    the user adds, nor any place where the issuer is unknown.
    """
    home = _home(view.report.document, options.lexicon.places)
    if home is None:
        return
    for passage in view.passages:
        if passage.kind != "shell":
            yield from _in_passage(view, passage, home)


def _in_passage(view: View, passage: Passage, home: _Home) -> Iterator[Finding]:
    text = passage.span.of(view.text)
    for name, kind, start, end in _named(text):
        if name in home.names or not _speaks_of_itself(text, name, start, end, home):
            continue
        yield make_finding(
            view,
            "foreign_place",
            "suspect",
            "foreign_place",
            subject=name,
            spans=[(view, passage.span)],
            args={"place": name + kind, "issuer": view.report.document.issuer},
        )


def _named(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Places named in a sentence, outside titles and quotations: name, kind, start, end."""
    bare = _QUOTED.sub(lambda found: "〇" * len(found[0]), text)
    for kind in _kinds().finditer(bare):
        name = _name_before(bare, kind.start())
        if name and kind[0] not in data("places")["no_counties"]:
            yield name, kind[0], kind.start() - len(name), kind.end()


def _name_before(text: str, end: int) -> str | None:
    """The longest known name that ends at `end`, else two characters that can be a name."""
    places = _gazetteer()
    for size in range(min(_LONGEST, end), 1, -1):
        if places.known(text[end - size : end]):
            return text[end - size : end]
    name = text[max(0, end - 2) : end]
    return name if len(name) == 2 and pattern("places.words.name").fullmatch(name) else None  # noqa: PLR2004 - two hanzi


def _speaks_of_itself(text: str, name: str, start: int, end: int, home: _Home) -> bool:
    """Whether the place acts in the sentence as the reporting body does."""
    clause = _clause_around(text, start, end)
    if any(word in clause for word in data("places")["with_others"]):
        return False
    if text[start - 1 : start] == "、" or text[end : end + 1] == "、":
        return False
    if pattern("places.words.acts").match(text, end):
        return _gazetteer().known(name) or home.county
    return _gazetteer().known(name) and _works(text[end:])


def _works(behind: str) -> bool:
    """Whether what stands behind a place tells of its work."""
    return behind.startswith(tuple(data("places")["works"])) or bool(
        pattern("places.words.works").search(behind)
    )


def _clause_around(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, 0, start) for mark in "。；;，,：:") + 1
    right = min((at for at in (text.find(mark, end) for mark in "。；;，,：:") if at >= 0), default=len(text))
    return text[left:right]


def _home(document: Document, own: tuple[str, ...]) -> _Home | None:
    """What counts as at home, or None where the report doesn't say whose it is."""
    source = f"{document.issuer} {document.title}"
    named = list(pattern("places.words.end_of_a_name").finditer(source))
    if not document.issuer or not named:
        return None
    places = _gazetteer()
    names = {pattern("places.words.end_left_off").sub("", place) for place in own}
    for match in named:
        for size in range(2, _LONGEST + 1):
            name = source[max(0, match.start() - size) : match.start()]
            if places.known(name):
                names |= places.family(name)
            names.add(name)
    county = bool(pattern("places.words.county_body").search(document.issuer))
    return _Home(frozenset(names), county)
