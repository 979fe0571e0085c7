"""Three and more reports beside each other, sentence by sentence: each marks what the one before had not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from yoy.writers.html.rows.text.order import place
from yoy.writers.html.rows.text.pieces import Cutter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yoy.model import PassagePair
    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.rows.text.pieces import Run
    from yoy.writers.html.words import Words

_FOLDED = 3
"""Rows in a run that no year changed, from which on they are folded."""


@dataclass(frozen=True, slots=True)
class YearCell:
    """What one report says; `anchor` is the place of its text on the page, empty where it says nothing."""

    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """What all reports say to one thing, the oldest first."""

    cells: tuple[YearCell, ...]
    heading: bool
    same: bool
    shell: bool


@dataclass(frozen=True, slots=True)
class YearRun:
    """Rows that are shown, or folded because no year changed them."""

    rows: tuple[YearRow, ...]
    folded: bool


def year_runs(facts: Sequence[PairFacts], words: Words) -> tuple[YearRun, ...]:
    """All reports in the order of the newest; none for a single pair."""
    if len(facts) < 2:  # noqa: PLR2004  # one pair stands side by side already
        return ()
    maker = _Maker(facts, tuple(Cutter(pair, words.lang, anchored=False) for pair in facts))
    rows = [row for ids in _chains(facts) if not (row := maker.row(ids)).shell]
    return tuple(_runs(rows))


def _runs(rows: Sequence[YearRow]) -> Iterator[YearRun]:
    for quiet, group in groupby(rows, key=lambda row: row.same and not row.heading):
        run = tuple(group)
        yield YearRun(run, quiet and len(run) >= _FOLDED)


Chain = tuple[tuple[str, ...], ...]
"""Ids of passages, one tuple for each report."""


def _chains(facts: Sequence[PairFacts]) -> Iterator[Chain]:
    """The rows of the newest pair, each followed back through the years; older passages in their places."""
    rows: list[Chain] = [(entry.prior, entry.current) for entry in _entries(facts[-1])]
    for pair in reversed(facts[:-1]):
        before = {name: entry for entry in pair.pair.passages for name in entry.current}
        found = [_back(ids[0], before) for ids in rows]
        rows = _with_gone(pair, [(ids, *row) for ids, row in zip(found, rows, strict=True)])
    yield from rows


def _entries(pair: PairFacts) -> Iterator[PassagePair]:
    """Entries in the order of the page, moved ones where the newer report has them."""
    return (placed.entry for placed in place(pair) if placed.standing != "prior" or not placed.entry.current)


def _back(ids: tuple[str, ...], before: Mapping[str, PassagePair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in ids if one in before for name in before[one].prior))


def _with_gone(pair: PairFacts, rows: list[Chain]) -> list[Chain]:
    """The rows with those passages of the older report that no row has, behind what they followed."""
    order = pair.prior.order
    behind: dict[int, list[Chain]] = {}
    homes = sorted((order[name], index) for index, row in enumerate(rows) for name in row[0])
    taken = {at for at, _ in homes}
    last, position = -1, 0
    for name, at in order.items():
        while position < len(homes) and homes[position][0] <= at:
            last, position = homes[position][1], position + 1
        if at not in taken:
            behind.setdefault(last, []).append(((name,), *((),) * (len(rows[0]) - 1)))
    made = list(behind.get(-1, []))
    for index, row in enumerate(rows):
        made += [row, *behind.get(index, [])]
    return made


@dataclass(frozen=True, slots=True)
class _Maker:
    facts: Sequence[PairFacts]
    cutters: Sequence[Cutter]

    def row(self, chain: Chain) -> YearRow:
        """The row of a chain: the oldest year plain, every other with what is new in it."""
        sides = (self.facts[0].prior, *(pair.current for pair in self.facts))
        kinds = {side.passages[name].kind for side, ids in zip(sides, chain, strict=True) for name in ids}
        cells = tuple(
            self._cell(at, side, ids) for at, (side, ids) in enumerate(zip(sides, chain, strict=True))
        )
        texts = {"".join(_text(side, ids).split()) for side, ids in zip(sides, chain, strict=True)}
        return YearRow(cells, kinds == {"heading"}, len(texts) == 1, kinds == {"shell"})

    def _cell(self, at: int, side: SideFacts, ids: tuple[str, ...]) -> YearCell:
        if not ids:
            return YearCell("", ())
        if at == 0:
            return YearCell(side.anchor(ids[0]), self.cutters[0].whole(side, ids))
        pair, cutter = self.facts[at - 1], self.cutters[at - 1]
        entry = pair.entry_of(ids[0])
        if entry is None or entry.current != ids or not entry.prior:
            return YearCell(
                side.anchor(ids[0]), cutter.whole(side, ids, "" if entry and entry.prior else "ins")
            )
        return YearCell(side.anchor(ids[0]), tuple(run for run in cutter.current(entry) if run.tag != "del"))


def _text(side: SideFacts, ids: Sequence[str]) -> str:
    return "".join(side.passages[name].span.of(side.report.text) for name in ids)
