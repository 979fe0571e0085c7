"""Lays the text of a pair of reports out: which rows there are, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from yoy.model import Span
from yoy.writers.html.rows.text.order import Placed, place
from yoy.writers.html.rows.text.passages import Alarm, Block, Row, Shape
from yoy.writers.html.rows.text.pieces import Cutter, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.model import Finding, PassageKind, PassagePair
    from yoy.writers.anchors import Side
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.words import Words

_QUOTED = 16
"""Characters of a sentence that a note repeats: the sentence stands above it."""
NOISE = {"year": "fy", "numbering": "fn", "punctuation": "fp", "shell": "fs"}
_FLAGS: dict[Shape, str] = {"added": "fa", "removed": "fd", "moved_here": "fm", "moved_away": "fm"}


def lay_out(facts: PairFacts, words: Words) -> tuple[Block, ...]:
    """The text of a pair of reports as blocks in reading order."""
    maker = _Maker(facts, Cutter(facts, words.lang), Cutter(facts, words.lang, anchored=False), words, set())
    blocks: list[Block] = []
    rows: list[Row] = []
    head: tuple[str, str, int, str | None] | None = None
    for placed in place(facts):
        opened = maker.section_opened(placed)
        if opened is not None or head is None:
            if head is not None and rows:
                blocks.append(Block(*head[:3], tuple(rows), head[3]))
            rows = []
            head = opened or maker.root()
        rows.append(_once(maker.row(placed), rows))
    if head is not None:
        blocks.append(Block(*head[:3], tuple(rows), head[3]))
    return tuple(blocks)


def _once(row: Row, before: Sequence[Row]) -> Row:
    """The row without its pointer where the row before it points to the same section."""
    last = before[-1] if before else None
    if row.partner is None or last is None or last.shape != row.shape or last.led_to != row.led_to:
        return row
    return replace(row, partner=None, follows=True)


@dataclass(frozen=True)
class _Maker:
    """Makes rows; `told` holds the findings whose sentence stands on the page already."""

    facts: PairFacts
    cutter: Cutter
    copies: Cutter
    words: Words
    told: set[str]

    def root(self) -> tuple[str, str, int, str | None]:
        """The block of what stands before the first heading."""
        side = self.facts.current
        root = side.report.outline.sections[0]
        return (side.anchor(root.id), root.title, 0, root.id)

    def section_opened(self, placed: Placed) -> tuple[str, str, int, str | None] | None:
        """Anchor, title, level and id of the section that begins here."""
        side = self._own(placed)
        ids = placed.entry.current if side.side == "current" else placed.entry.prior
        section = side.opened.get(ids[0])
        if section is None:
            return None
        own = section if side.side == "current" else None
        return (side.anchor(section), side.section_title(section), side.sections[section].level, own)

    def row(self, placed: Placed) -> Row:
        """The row of an entry at its place."""
        entry, side = placed.entry, self._own(placed)
        ids = entry.current if side.side == "current" else entry.prior
        first = side.passages[ids[0]]
        shape = _shape(placed)
        prior, current = self._cells(placed, shape)
        alarms, partner = self._alarms(placed), self._partner(placed)
        return Row(
            shape=shape,
            kind=first.kind,
            anchor=side.anchor(ids[0]),
            prior_anchor=self.facts.prior.anchor(entry.prior[0]) if placed.standing == "together" else None,
            prior=prior,
            current=current,
            ghost=placed.standing == "current" and bool(entry.prior),
            flags=self._flags(placed, shape, alarms),
            partner=partner,
            led_to=partner[1] if partner else "",
            alarms=alarms,
            level=_level(first.kind, side, first.section, ids[0]),
            opens=_opens(side, ids[0]),
            characters=sum(len(side.passages[name].span) for name in ids),
            extra_anchor=self._prior_section(placed),
            prior_span=self._span(placed, "prior"),
            current_span=self._span(placed, "current"),
        )

    def _span(self, placed: Placed, name: Side) -> Span | None:
        side = self.facts.prior if name == "prior" else self.facts.current
        ids = placed.entry.prior if name == "prior" else placed.entry.current
        if placed.standing not in {"together", name} or not ids:
            return None
        return Span(side.passages[ids[0]].span.start, side.passages[ids[-1]].span.end)

    def _own(self, placed: Placed) -> SideFacts:
        return self.facts.prior if placed.standing == "prior" else self.facts.current

    def _prior_section(self, placed: Placed) -> str | None:
        """Anchor of a prior section whose heading stands in this row's prior side."""
        if placed.standing != "together":
            return None
        section = self.facts.prior.opened.get(placed.entry.prior[0])
        return self.facts.prior.anchor(section) if section else None

    def _cells(self, placed: Placed, shape: Shape) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        entry, cutter = placed.entry, self.cutter
        if placed.standing == "together":
            return cutter.prior(entry), cutter.current(entry)
        if placed.standing == "prior":
            tag: Literal["", "del"] = "del" if shape == "removed" else ""
            return cutter.whole(self.facts.prior, entry.prior, tag), ()
        if not entry.prior:
            return (), cutter.whole(self.facts.current, entry.current, "ins")
        return self.copies.prior(entry), cutter.current(entry)

    def _partner(self, placed: Placed) -> tuple[str, str] | None:
        entry = placed.entry
        if placed.standing == "together" or not (entry.prior and entry.current):
            return None
        other = self.facts.prior if placed.standing == "current" else self.facts.current
        name = (entry.prior if placed.standing == "current" else entry.current)[0]
        return other.anchor(name), other.section_title(other.passages[name].section)

    def _alarms(self, placed: Placed) -> tuple[Alarm, ...]:
        sides = {"together": ("prior", "current"), "prior": ("prior",), "current": ("current",)}[
            placed.standing
        ]
        found: dict[str, Alarm] = {}
        for name in sides:
            side = self.facts.prior if name == "prior" else self.facts.current
            for passage in placed.entry.prior if name == "prior" else placed.entry.current:
                for anchor, finding in self.facts.alarms_by_passage.get((side.report.id, passage), ()):
                    if anchor not in found:
                        found[anchor] = self._alarm(anchor, finding)
        return tuple(found.values())

    def _alarm(self, anchor: str, finding: Finding) -> Alarm:
        sentence = "" if anchor in self.told else self.words.finding(finding, longest=_QUOTED)
        self.told.add(anchor)
        return Alarm(anchor, finding.check, finding.verdict, sentence)

    def _flags(self, placed: Placed, shape: Shape, alarms: Sequence[Alarm]) -> tuple[str, ...]:
        if shape != "same" and self._is_furniture(placed):
            return ("fs",)
        flags: list[str] = []
        noise = _noise(placed.entry) if placed.standing == "together" else ()
        if shape != "same" or noise:
            flags += noise or ["fc"]
        figures = self._relations(placed)
        if not figures <= {"unchanged"} or any(e.edit_class == "figure" for e in placed.entry.edits):
            flags.append("ff")
        if shape in _FLAGS or placed.entry.moved:
            flags.append(_FLAGS.get(shape, "fm"))
        if any(alarm.verdict == "inconsistent" for alarm in alarms):
            flags.append("fi")
        if "ask" in figures:
            flags.append("fq")
        return tuple(flags)

    def _is_furniture(self, placed: Placed) -> bool:
        """Whether all of the row is what a portal prints around a report."""
        kinds = {self.facts.prior.passages[name].kind for name in placed.entry.prior}
        kinds |= {self.facts.current.passages[name].kind for name in placed.entry.current}
        return kinds == {"shell"}

    def _relations(self, placed: Placed) -> set[str]:
        """What became of the figures in the row, and `ask` where one is to be confirmed."""
        found: set[str] = set()
        entry = placed.entry
        for side, ids in ((self.facts.prior, entry.prior), (self.facts.current, entry.current)):
            for name in ids:
                for quantity in side.quantities_in(side.passages[name].span):
                    number = self.facts.number_of(side, quantity.id)
                    if number is not None:
                        found.add(number.relation)
                        found |= {"ask"} if number.confirm else set()
        return found


def _shape(placed: Placed) -> Shape:
    entry = placed.entry
    if placed.standing == "together":
        return "same" if entry.relation == "same" else "edited"
    if placed.standing == "prior":
        return "moved_away" if entry.current else "removed"
    return "moved_here" if entry.prior else "added"


def _noise(entry: PassagePair) -> tuple[str, ...]:
    """Flags of the classes when the entry holds no edit of substance; () when it does or has none."""
    classes = {edit.edit_class for edit in entry.edits if edit.tag != "equal"}
    if entry.relation == "same" or not classes or not all(edit_class in NOISE for edit_class in classes):
        return ()
    return tuple(sorted(NOISE[edit_class] for edit_class in classes if edit_class in NOISE))


def _level(kind: PassageKind, side: SideFacts, section: str, passage: str) -> int:
    if kind != "heading":
        return 0
    found = side.sections[section]
    own = found.heading.overlaps(side.passages[passage].span)
    return min(6, max(1, found.level)) if own or found.level == 0 else 6


def _opens(side: SideFacts, passage: str) -> bool:
    """Whether a new line begins between this passage and the one before it."""
    index = side.order[passage]
    if index == 0:
        return True
    before = side.report.outline.passages[index - 1].span.end
    start = side.passages[passage].span.start
    text = side.report.text
    return "\n" in text[max(before - 1, 0) : start + 1].rstrip() or "\n" in text[before:start]
