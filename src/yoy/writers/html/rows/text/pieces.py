"""The two sides of a row, cut where an edit or a figure begins or ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yoy.model import Edit, EditClass, Span
from yoy.writers import numerals
from yoy.writers.items.changes import scale_of, unit_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import PassagePair, Quantity, QuantityPair
    from yoy.writers.html.facts import PairFacts, SideFacts

Tag = Literal["", "ins", "del"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the text: where its row is, how it is dressed, and its change in short."""

    row: str
    classes: str
    delta: str


@dataclass(frozen=True, slots=True)
class Part:
    """Text in one dress; `anchor` names its place where something links to it."""

    text: str
    mark: Mark | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Parts that are kept, inserted or deleted together."""

    tag: Tag
    edit_class: EditClass | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts text of one pair of reports into parts.

    Attributes:
        anchored: whether parts bear anchors; copies of a text elsewhere on the page don't.
    """

    facts: PairFacts
    lang: str
    anchored: bool = True

    def whole(self, side: SideFacts, ids: Sequence[str], tag: Tag = "") -> tuple[Run, ...]:
        """The passages of one side, undivided by edits."""
        runs = (Run(tag, None, self._parts(side, side.passages[name].span, ids)) for name in ids)
        return tuple(run for run in runs if run.parts)

    def prior(self, entry: PassagePair) -> tuple[Run, ...]:
        """The prior side: what stayed, and what was deleted."""
        edits = self._edits(entry)
        side = self.facts.prior
        return tuple(
            Run(
                "" if edit.tag == "equal" else "del",
                edit.edit_class,
                self._parts(side, edit.prior, entry.prior),
            )
            for edit in edits
            if len(edit.prior)
        )

    def current(self, entry: PassagePair) -> tuple[Run, ...]:
        """The current side: what stayed, what was inserted, and the deleted text before it."""
        return tuple(run for edit in self._edits(entry) for run in self._redline(edit, entry))

    def _redline(self, edit: Edit, entry: PassagePair) -> Iterator[Run]:
        if edit.tag != "equal" and len(edit.prior):
            copies = Cutter(self.facts, self.lang, anchored=False)
            yield Run("del", edit.edit_class, copies._parts(self.facts.prior, edit.prior, ()))
        if len(edit.current):
            tag: Tag = "" if edit.tag == "equal" else "ins"
            yield Run(tag, edit.edit_class, self._parts(self.facts.current, edit.current, entry.current))

    def _edits(self, entry: PassagePair) -> Sequence[Edit]:
        """The entry's edits where they cover both texts; else one edit that replaces the whole.

        A page that must show every character can't rely on edits that leave some out.
        """
        prior = _extent(self.facts.prior, entry.prior)
        current = _extent(self.facts.current, entry.current)
        covered = _cover([e.prior for e in entry.edits], prior, self.facts.prior) and _cover(
            [e.current for e in entry.edits], current, self.facts.current
        )
        if covered and entry.edits:
            return entry.edits
        same = prior.of(self.facts.prior.report.text) == current.of(self.facts.current.report.text)
        tag: Literal["equal", "replace"] = "equal" if same else "replace"
        return (Edit(tag=tag, prior=prior, current=current, edit_class=None if same else "wording"),)

    def _parts(self, side: SideFacts, span: Span, ids: Sequence[str]) -> tuple[Part, ...]:
        """`span` cut at its figures and, where a row holds several passages, at their starts."""
        text = side.report.text
        later = [(side.passages[name].span.start, side.anchor(name)) for name in ids[1:]]
        anchors = {start: name for start, name in later if span.start <= start < span.end}
        parts: list[Part] = []
        position = span.start
        for start, end, quantity in self._stops(side, span, sorted(anchors)):
            if start > position:
                parts.append(Part(text[position:start], None, self._anchor(anchors, position)))
            if quantity is not None:
                parts.append(self._figure(side, quantity, Span(start, end), self._anchor(anchors, start)))
            position = end
        if position < span.end:
            parts.append(Part(text[position : span.end], None, self._anchor(anchors, position)))
        return tuple(parts)

    def _anchor(self, anchors: dict[int, str], at: int) -> str | None:
        return anchors.get(at) if self.anchored else None

    def _stops(
        self, side: SideFacts, span: Span, starts: Sequence[int]
    ) -> list[tuple[int, int, Quantity | None]]:
        figures = [(q.span.start, min(q.span.end, span.end), q) for q in side.quantities_in(span)]
        return sorted([*figures, *((at, at, None) for at in starts)], key=lambda stop: (stop[0], stop[1]))

    def _figure(self, side: SideFacts, quantity: Quantity, span: Span, passage: str | None) -> Part:
        number = self.facts.number_of(side, quantity.id)
        text = span.of(side.report.text)
        anchor = passage or (side.anchor(quantity.id) if self.anchored else None)
        if number is None:
            return Part(text, None, anchor)
        classes = f"q {number.relation}" + (" ask" if number.confirm else "")
        judged = self.facts.finding_of_claim.get((side.report.id, quantity.id))
        if judged is not None:
            classes += f" {judged[1].verdict}"
        delta = "" if side.side == "prior" else delta_of(number, quantity, self.lang)
        return Part(text, Mark(self.facts.row_of(number), classes, delta), anchor)


def delta_of(number: QuantityPair, current: Quantity, lang: str) -> str:
    """The change of a figure in a few characters, scaled as it is printed; nothing when it didn't change."""
    if number.relation not in {"up", "down"} or number.difference is None:
        return ""
    scale = scale_of(current)
    word = unit_words(None, scale, lang)
    by = numerals.grouped(abs(number.difference) / scale)
    return ("↑" if number.relation == "up" else "↓") + by + (" " if word.isascii() and word else "") + word


def _extent(side: SideFacts, ids: Sequence[str]) -> Span:
    return Span(side.passages[ids[0]].span.start, side.passages[ids[-1]].span.end)


def _cover(spans: Sequence[Span], extent: Span, side: SideFacts) -> bool:
    """Whether the spans run through the extent in order and leave out nothing but blanks."""
    position = extent.start
    text = side.report.text
    for span in spans:
        if span.start < position or text[position : span.start].strip():
            return False
        position = span.end
    return position <= extent.end and not text[position : extent.end].strip()
