"""What a person must decide: one row an item, with both years' words, why it stands here and what to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from yoy.writers.html.rows.figures import change_of, remarks_of
from yoy.writers.html.rows.quotes import figure_said, passages_said, said_in, titles_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Finding, OpenItem, OpenKind, Promise, QuantityPair, SectionPair
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.rows.quotes import Said
    from yoy.writers.html.words import Words

_QUOTES = 2
"""Sentences of one report that an item shows; the rest are a click away."""
_SHORT = 16
"""Characters of a sentence that why an item is here repeats: the sentence stands beside it."""


class _Told(NamedTuple):
    """What is particular to the kind of thing that an item is about.

    Attributes:
        home: the section it stands in; target: where it is told in full; change: difference and growth.
    """

    name: str
    target: str
    home: tuple[SideFacts, str] | None
    prior: tuple[Said, ...]
    current: tuple[Said, ...]
    why: tuple[str, ...]
    todo: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One open item; `number` is its place in the list, from 1, `place` anchor and title of its section.

    Attributes:
        todo: what to do about it, where that isn't what its group says.
        same: whether both reports say the very same words, which then stand once.
    """

    anchor: str
    number: int
    kind: OpenKind
    name: str
    target: str
    place: tuple[str, str] | None
    prior: tuple[Said, ...]
    current: tuple[Said, ...]
    change: str
    why: tuple[str, ...]
    todo: str
    same: bool


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """The items of one kind, in the order in which to take them; `todo` is what to do about most of them."""

    kind: OpenKind
    todo: str
    rows: tuple[OpenRow, ...]


def open_groups(facts: PairFacts, words: Words) -> tuple[OpenGroup, ...]:
    """The open items of a pair by kind, kinds and items in the order of the comparison's own list."""
    teller = _Teller(facts, words)
    rows = [_row(facts, number, item, teller.told(item)) for number, item in enumerate(facts.pair.open, 1)]
    kinds = dict.fromkeys(row.kind for row in rows)
    return tuple(_group(kind, [row for row in rows if row.kind == kind]) for kind in kinds)


def _group(kind: OpenKind, rows: Sequence[OpenRow]) -> OpenGroup:
    ((todo, _),) = Counter(row.todo for row in rows).most_common(1)
    return OpenGroup(kind, todo, tuple(replace(row, todo="") if row.todo == todo else row for row in rows))


def _row(facts: PairFacts, number: int, item: OpenItem, told: _Told) -> OpenRow:
    home = told.home
    return OpenRow(
        anchor=facts.row_of_open(number),
        number=number,
        kind=item.kind,
        name=told.name,
        target=told.target,
        place=(home[0].anchor(home[1]), home[0].section_title(home[1])) if home else None,
        prior=told.prior,
        current=told.current,
        change=told.change,
        why=told.why,
        todo=told.todo,
        same=bool(told.prior) and _words_of(told.prior) == _words_of(told.current),
    )


def _words_of(said: Sequence[Said]) -> list[str]:
    return ["".join((one.before + one.mark + one.after).split()) for one in said]


class _Teller(NamedTuple):
    facts: PairFacts
    words: Words

    def told(self, item: OpenItem) -> _Told:
        """What an item is about, looked up by what it names."""
        facts = self.facts
        if item.finding is not None:
            return self._finding(*facts.finding_of_item(item))
        if item.number is not None:
            return self._figure(facts.numbers[item.number], item.kind)
        promise = next((one for one in facts.pair.promises if one.key == item.link), None)
        if item.kind == "promise" and promise is not None:
            return self._promise(promise)
        return self._link(next(link for link in facts.pair.sections if link.key == item.link))

    def _finding(self, anchor: str, finding: Finding) -> _Told:
        facts, words = self.facts, self.words
        prior, current = (said_in(side, finding, _QUOTES) for side in (facts.prior, facts.current))
        return _Told(
            name=words.term("check", finding.check),
            target=anchor,
            home=_home_of(facts, finding),
            prior=prior,
            current=current,
            why=(words.finding(finding, longest=_SHORT),),
            todo=words.to_do(f"check_{finding.check}", finding.verdict),
        )

    def _figure(self, number: QuantityPair, kind: OpenKind) -> _Told:
        facts, words = self.facts, self.words
        side = facts.current if number.current else facts.prior
        quantity = side.quantities[number.current or number.prior or ""]
        return _Told(
            name=number.indicator or quantity.indicator or quantity.surface,
            target=facts.row_of(number),
            home=(side, quantity.section),
            prior=(figure_said(facts.prior, number.prior),) if number.prior else (),
            current=(figure_said(facts.current, number.current),) if number.current else (),
            why=remarks_of(facts, number, words),
            todo=words.to_do(kind),
            change=words.join(change_of(facts, number, words)),
        )

    def _promise(self, promise: Promise) -> _Told:
        facts, words = self.facts, self.words
        first = promise.prior[0] if promise.prior else None
        return _Told(
            name=words.term("promise", promise.status),
            target=facts.promise_anchor(promise),
            home=(facts.prior, facts.prior.passages[first].section) if first else None,
            prior=passages_said(facts.prior, promise.prior[:_QUOTES]),
            current=passages_said(facts.current, promise.current[:_QUOTES]),
            why=(),
            todo=words.to_do(f"promise_{promise.status}", "promise"),
        )

    def _link(self, link: SectionPair) -> _Told:
        facts, words = self.facts, self.words
        home = (facts.current, link.current[0]) if link.current else (facts.prior, link.prior[0])
        return _Told(
            name=words.t("link_of_sections"),
            target=home[0].anchor(home[1]),
            home=None,
            prior=titles_said(facts.prior, link.prior),
            current=titles_said(facts.current, link.current),
            why=(words.why(link.reason),),
            todo=words.to_do("link"),
        )


def _home_of(facts: PairFacts, finding: Finding) -> tuple[SideFacts, str] | None:
    """The section that the finding's first sentence stands in."""
    for where in finding.spans:
        side = facts.side(where.report)
        passage = side.passage_at(where.span.start) if side else None
        if side and passage:
            return side, side.passages[passage].section
    return None
