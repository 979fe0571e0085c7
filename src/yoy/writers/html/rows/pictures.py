"""Geometry of the small pictures; templates draw them, so sizes are attributes and never styles."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.writers.html.facts import PairFacts, SideFacts
    from yoy.writers.html.rows.outline import SectionRow
    from yoy.writers.html.rows.text.passages import Block, Row

STRIP_WIDTH = 1000
_THINNEST = 1.2
_POINTS = 300
_BARS = 14
BAR_WIDTH = 300
MAP_STEP = 26
_KINDS = ("edited", "added", "removed", "moved")


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a bar or a strip, in tenths of a unit where that matters."""

    x: float
    width: float
    kind: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One section's share of change."""

    title: str
    level: int
    anchor: str
    slices: tuple[Slice, ...]
    changed: int
    percent: int


@dataclass(frozen=True, slots=True)
class Strip:
    """One report from its first character to its last."""

    report: str
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Bow:
    """A line from an old place to a new one."""

    start: float
    end: float
    kind: str


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A section's line in the map."""

    anchor: str
    title: str
    level: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class SectionMap:
    """Both outlines with lines between them."""

    height: int
    prior: tuple[MapPoint, ...]
    current: tuple[MapPoint, ...]
    lines: tuple[Bow, ...]


def kind_of(row: Row) -> str:
    """The colour of a row: same, edited, added, removed, moved."""
    return "moved" if row.shape.startswith("moved") else row.shape


def bars(blocks: Sequence[Block]) -> tuple[Bar, ...]:
    """Changed characters of the uppermost parts of the report, subsections counted in."""
    groups = _groups(blocks)
    most = max((sum(sizes.values()) for _, sizes, _ in groups), default=0)
    return tuple(_bar(block, sizes, changed, most) for block, sizes, changed in groups[: _BARS + 1] if most)


def _groups(blocks: Sequence[Block]) -> list[tuple[Block, dict[str, int], int]]:
    cut = _level_to_draw(blocks)
    groups: list[tuple[Block, dict[str, int], int]] = []
    for block in blocks:
        if not groups or (0 < block.level <= cut):
            groups.append((block, dict.fromkeys(("same", *_KINDS), 0), 0))
        head, sizes, changed = groups[-1]
        for row in block.rows:
            sizes[kind_of(row) if row.kind != "shell" else "same"] += row.characters
        groups[-1] = (head, sizes, changed + block.count("fc"))
    return [group for group in groups if group[0].level or group[2]]


def _level_to_draw(blocks: Sequence[Block]) -> int:
    """The deepest level of which all sections fit in the picture."""
    levels = sorted(block.level for block in blocks if block.level)
    return max((level for level in set(levels) if bisect_right(levels, level) <= _BARS), default=1)


def _bar(block: Block, sizes: dict[str, int], changed: int, most: int) -> Bar:
    x, slices = 0.0, []
    total = sum(sizes.values())
    for kind in (*_KINDS, "same"):
        width = round(sizes[kind] / most * BAR_WIDTH, 1)
        if width:
            slices.append(Slice(round(x, 1), width, kind))
            x += width
    percent = round(100 * (total - sizes["same"]) / total) if total else 0
    return Bar(block.title, block.level, block.anchor, tuple(slices), changed, percent)


def strips(facts: PairFacts, blocks: Sequence[Block]) -> tuple[Strip, ...]:
    """Where in each report the changes lie; neighbours of one kind are drawn as one."""
    found = []
    for side in (facts.prior, facts.current):
        length = max(len(side.report.text), 1)
        found.append(Strip(side.report.id, tuple(_slices(_stretches(side, blocks), length))))
    return tuple(found)


def _stretches(side: SideFacts, blocks: Sequence[Block]) -> list[tuple[int, int, str, str]]:
    found = []
    for block in blocks:
        for row in block.rows:
            kind = kind_of(row)
            if kind == "same" or not row.flags or "fc" not in row.flags:
                continue
            span = row.place(side.side)
            if span is not None:
                found.append((span.start, span.end, kind, row.anchor))
    return sorted(found)


def _slices(spans: Sequence[tuple[int, int, str, str]], length: int) -> list[Slice]:
    """Slices of the strip; where changes stand closer than a line is wide, the first gives its kind."""
    slices: list[Slice] = []
    for start, end, kind, anchor in spans:
        x = round(start / length * STRIP_WIDTH, 1)
        reach = round(max(x + _THINNEST, end / length * STRIP_WIDTH), 1)
        last = slices[-1] if slices else None
        if last is None or x >= last.x + last.width + (1 if kind == last.kind else 0):
            slices.append(Slice(x, round(reach - x, 1), kind, anchor))
        elif reach > last.x + last.width:
            if kind == last.kind or reach - (last.x + last.width) < _THINNEST:
                slices[-1] = Slice(last.x, round(reach - last.x, 1), last.kind, last.anchor)
            else:
                edge = round(last.x + last.width, 1)
                slices.append(Slice(edge, round(reach - edge, 1), kind, anchor))
    return slices


def section_map(facts: PairFacts, rows: Sequence[SectionRow]) -> SectionMap:
    """Both outlines in order, with a line for each link."""
    kinds = {}
    for row in rows:
        kind = "moved" if row.moved else row.relation
        kinds.update({anchor: kind for anchor, _ in (*row.prior, *row.current)})
    prior = _points(facts.prior, kinds)
    current = _points(facts.current, kinds)
    left = {point.anchor: point.y for point in prior}
    right = {point.anchor: point.y for point in current}
    lines = tuple(
        Bow(left[one], right[two], kinds[two])
        for row in rows
        for one, _ in row.prior
        for two, _ in row.current
        if one in left and two in right
    )
    return SectionMap(max(len(prior), len(current)) * MAP_STEP + 8, prior, current, lines)


def _points(side: SideFacts, kinds: dict[str, str]) -> tuple[MapPoint, ...]:
    """The sections as points; of a very long outline its upper levels, which the table completes."""
    levels = sorted(section.level for section in side.report.outline.sections if section.level)
    cut = max((level for level in set(levels) if bisect_right(levels, level) <= _POINTS), default=0)
    sections = [section for section in side.report.outline.sections if 0 < section.level <= cut]
    return tuple(
        MapPoint(
            side.anchor(section.id),
            side.section_title(section.id),
            section.level,
            (index + 1) * MAP_STEP - 8,
            kinds.get(side.anchor(section.id), "same"),
        )
        for index, section in enumerate(sections)
    )
