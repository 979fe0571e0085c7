"""What a person must decide: one row an item, with both years' words, why it stands here and what to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yoy.writers.html.facts import ALARMS
from yoy.writers.items.agenda import Agenda

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Comparison, Decision, OpenItem, OpenKind
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.words import Words
    from yoy.writers.items.agenda import Entry
    from yoy.writers.items.sides import Excerpt

_ROOM, _BESIDE = 76, 50
"""Characters of a sentence that are shown, alone and beside the other year's; Latin words get twice those."""

_QUOTED = 16


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says: the figure that is meant and what stands around it, with its place on the page."""

    anchor: str
    before: str
    mark: str
    after: str


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One open item; `number` is its place in the list, from 1, `place` anchor and title of its section.

    Attributes:
        target: where it is told in full.
        same: whether both reports say the very same words, which then stand once.
        todo: what to do about it, where that isn't what its group says.
        subject: what a decision on it is about.
    """

    anchor: str
    number: int
    kind: OpenKind
    name: str
    target: str
    place: tuple[str, str] | None
    prior: Said | None
    current: Said | None
    same: bool
    change: str
    why: str
    todo: str
    subject: Decision


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """The items of one kind, in the order in which to take them; `todo` is what to do about most of them."""

    kind: OpenKind
    todo: str
    rows: tuple[OpenRow, ...]


def open_groups(comparison: Comparison, facts: PairFacts, words: Words) -> tuple[OpenGroup, ...]:
    """The open items of a pair by kind, kinds and items in the order of the comparison's own list."""
    entries = Agenda(comparison, facts.pair, words.lang).entries()
    rows = [_row(facts, number, entry, words) for number, entry in enumerate(entries, 1)]
    kinds = dict.fromkeys(row.kind for row in rows)
    return tuple(_group(kind, [row for row in rows if row.kind == kind]) for kind in kinds)


def _group(kind: OpenKind, rows: Sequence[OpenRow]) -> OpenGroup:
    ((todo, _),) = Counter(row.todo for row in rows).most_common(1)
    return OpenGroup(kind, todo, tuple(replace(row, todo="") if row.todo == todo else row for row in rows))


def _row(facts: PairFacts, number: int, entry: Entry, words: Words) -> OpenRow:
    """The row of an item; of what was promised the title is what became of it, for its words stand beside."""
    same = bool(entry.prior and entry.current) and _solid(entry.prior) == _solid(entry.current)
    room = _BESIDE if entry.prior and entry.current and not same else _ROOM
    promised = entry.item.kind == "promise"
    return OpenRow(
        anchor=facts.row_of_open(number),
        number=number,
        kind=entry.item.kind,
        name=entry.why if promised else entry.title,
        target=_target(facts, entry.item),
        place=_place(facts, entry),
        prior=_said(facts.prior, entry.prior, room),
        current=_said(facts.current, entry.current, room),
        same=same,
        change="" if entry.item.kind in ALARMS else entry.change,
        why=_why(facts, entry, words),
        todo=entry.todo,
        subject=entry.subject,
    )


def _why(facts: PairFacts, entry: Entry, words: Words) -> str:
    """Why an item stands here, where its group doesn't say it; what a finding quotes is cut short."""
    if entry.item.finding is not None:
        return words.finding(facts.finding_of_item(entry.item)[1], longest=_QUOTED)
    return entry.sentence if entry.item.kind == "confirm" else ""


def _solid(excerpt: Excerpt | None) -> str:
    return "".join(excerpt.whole.split()) if excerpt else ""


def _said(side: SideFacts, excerpt: Excerpt | None, room: int) -> Said | None:
    if excerpt is None:
        return None
    wide = room if side.report.document.language == "zh" else 2 * room
    before, mark, after = excerpt.around(wide)
    if not before and not after.strip("。.…"):  # the whole sentence is meant, not something in it
        before, mark, after = mark + after, "", ""
    return Said(side.anchor(side.passage_at(excerpt.span.start) or "p0"), before, mark, after)


def _place(facts: PairFacts, entry: Entry) -> tuple[str, str] | None:
    """Anchor and title of the section; a link of sections is its own place."""
    where = entry.place
    if where is None or not where.section or entry.subject.kind == "section_link":
        return None
    side = facts.side(where.report)
    passage = side.passage_at(where.span.start) if side else None
    if side is None or passage is None:
        return None
    section = side.passages[passage].section
    return side.anchor(section), side.section_title(section)


def _target(facts: PairFacts, item: OpenItem) -> str:
    """Where an item is told in full: the row of the figure, the finding, the promise, the section."""
    if item.finding is not None:
        return facts.finding_of_item(item)[0]
    if item.number is not None:
        return facts.row_of(facts.numbers[item.number])
    if item.kind == "promise":
        return facts.promise_anchor(item.key)
    link = next(link for link in facts.pair.sections if link.key == item.link)
    return facts.current.anchor(link.current[0]) if link.current else facts.prior.anchor(link.prior[0])
