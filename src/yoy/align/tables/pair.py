"""Tables of two reports → pairs, with the rows and columns that belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yoy.align.sections.features import title_likeness
from yoy.align.sections.order import in_reading_order
from yoy.align.solver.assignment import assign
from yoy.align.tables.comparatives import told_by_figures
from yoy.align.tables.faces import Face, Label, face_of
from yoy.model import TablePair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.align.tables.comparatives import Rows
    from yoy.model import Quantity, Report, SectionPair, Table

_ALIKE = 0.5
"""Likeness from which two tables, rows or columns are a pair."""
_SAME_SECTION = 0.25
"""What linked sections add to the likeness of two tables, and other ones take away."""
_IN_ORDER = 0.05
_COMPARED = 40_000
"""Pairs of labels without an equal one, beyond which they aren't compared with each other."""

Told = frozenset[tuple[str, int | None]]
Indices = tuple[tuple[int | None, int | None], ...]


def pair_tables(prior: Report, current: Report, sections: Sequence[SectionPair]) -> tuple[TablePair, ...]:
    """Pair the tables of two reports by section, caption, and the labels of rows and columns.

    Returns:
        every table of both reports in one entry, in the order of the current report, then the removed
        ones. `rows` and `columns` hold every index of both tables once, columns counted in the grid
        that spanning cells fill.
    """
    if prior.text > current.text:  # so that a tie falls the same way whichever report is the prior one
        turned = [replace(pair, prior=pair.current, current=pair.prior) for pair in sections]
        found = [_turned(pair) for pair in _pairs(current, prior, turned)]
    else:
        found = _pairs(prior, current, sections)
    ids = [[table.id for table in report.document.tables] for report in (prior, current)]
    return in_reading_order(found, *ids)


def _turned(pair: TablePair) -> TablePair:
    return replace(
        pair,
        prior=pair.current,
        current=pair.prior,
        rows=_by_current(tuple((i, j) for j, i in pair.rows)),
        columns=_by_current(tuple((i, j) for j, i in pair.columns)),
    )


def _by_current(indices: Indices) -> Indices:
    """Paired and new indices in the order of the current table, then those that are gone."""
    return tuple(sorted(indices, key=lambda pair: (pair[1] is None, pair[1] or 0, pair[0] or 0)))


def _pairs(prior: Report, current: Report, sections: Sequence[SectionPair]) -> list[TablePair]:
    linked = [pair for pair in sections if pair.prior and pair.current]
    there = _faces(prior, {i: number for number, pair in enumerate(linked) for i in pair.prior})
    here = _faces(current, {j: number for number, pair in enumerate(linked) for j in pair.current})
    scores = {
        (i, j): score
        for i, face in enumerate(there)
        for j, other in enumerate(here)
        if (score := _likeness(face, other, i / len(there), j / len(here))) >= _ALIKE
    }
    chosen = assign(scores)
    used, taken = {i for i, _ in chosen}, {j for _, j in chosen}
    return [
        *(_paired(there[i], here[j], scores[i, j]) for i, j in chosen),
        *(_alone(face, prior=True) for i, face in enumerate(there) if i not in used),
        *(_alone(face, prior=False) for j, face in enumerate(here) if j not in taken),
    ]


def _faces(report: Report, homes: dict[str, int]) -> list[Face]:
    held: dict[str | None, list[Quantity]] = defaultdict(list)
    for figure in report.figures.quantities:
        held[figure.table].append(figure)
    return [
        face_of(report, table, _home(report, table, homes), held[table.id])
        for table in report.document.tables
    ]


def _home(report: Report, table: Table, homes: dict[str, int]) -> int:
    """Number of the link that the table's section, or the nearest linked one above, belongs to."""
    parents = {section.id: section.parent for section in report.outline.sections}
    inside = [section for section in report.outline.sections if section.span.contains(table.span)]
    section = inside[-1].id if inside else None
    while section is not None and section not in homes:
        section = parents[section]
    return homes[section] if section is not None else -1


def _likeness(face: Face, other: Face, place: float, other_place: float) -> float:
    """How alike two tables are: their labels, their captions, where they stand."""
    labels = _overlap(face.labels, other.labels)
    if face.caption and other.caption:
        labels = max(labels, 0.7 * labels + 0.3 * title_likeness(face.caption, other.caption))
    if labels == 0 and not (face.home == other.home and _are_bare(face, other)):
        return 0.0
    labels = labels or _ALIKE - _SAME_SECTION + _IN_ORDER
    bonus = _SAME_SECTION if face.home == other.home else -_SAME_SECTION
    return labels + bonus - _IN_ORDER * abs(place - other_place)


def _are_bare(face: Face, other: Face) -> bool:
    """Whether two tables have lost all their words and are of one shape."""
    shapes = [(len(each.rows), len(each.columns)) for each in (face, other)]
    return face.home >= 0 and not face.labels and not other.labels and shapes[0] == shapes[1]


def _overlap(labels: Told, others: Told) -> float:
    """Share of labels that both have, 0–1; labels that say nothing are none."""
    return 2 * len(labels & others) / (len(labels) + len(others)) if labels and others else 0.0


def _paired(face: Face, other: Face, score: float) -> TablePair:
    return TablePair(
        prior=(face.table.id,),
        current=(other.table.id,),
        score=Decimal(round(min(1.0, score) * 100)).scaleb(-2),
        rows=_matched(face.rows, other.rows, (face.printed, other.printed)),
        columns=_counted_from_the_right(face, other) or _matched(face.columns, other.columns),
    )


def _counted_from_the_right(face: Face, other: Face) -> Indices:
    """The columns of two tables without heads and with as many figures; the columns of names may be more."""
    widths = len(face.columns), len(other.columns)
    names = face.table.header_columns, other.table.header_columns
    if face.table.header_rows or other.table.header_rows or widths[0] - names[0] != widths[1] - names[1]:
        return ()
    shift = widths[1] - widths[0]
    places = range(min(0, -shift), widths[0])
    return _by_current(tuple((i if i >= 0 else None, i + shift if i + shift >= 0 else None) for i in places))


def _alone(face: Face, *, prior: bool) -> TablePair:
    ids = (face.table.id,)
    return TablePair(prior=ids if prior else (), current=() if prior else ids, score=Decimal(0))


def _matched(
    labels: Sequence[Label], others: Sequence[Label], printed: tuple[Rows, Rows] | None = None
) -> Indices:
    """Indices paired by label: equal ones in order, then those that differ in numerals alone, then like ones.

    What rows print for the same years has the last word.
    A label whose numerals are left open must be the only one of its kind on both sides: 3.2% Notes Due
    2026 is not 1.55% Notes Due 2028. Labels of different years are never paired.
    """
    chosen = _equal(labels, others)
    chosen += _numerals_aside(labels, others, chosen)
    rows, columns = _left(labels, others, chosen)
    if len(rows) * len(columns) <= _COMPARED:
        masks, other_masks = [label.masked for label in labels], [other.masked for other in others]
        scores = {
            (i, j): alike - _IN_ORDER * abs(i / len(labels) - j / len(others))
            for i in rows
            for j in columns
            if labels[i].offset == others[j].offset and masks[i] != other_masks[j]
            if (alike := title_likeness(masks[i], other_masks[j])) >= _ALIKE
        }
        chosen += assign(scores)
    if printed:
        chosen = told_by_figures(chosen, *printed)
    rows, columns = _left(labels, others, chosen)
    indices: list[tuple[int | None, int | None]] = list(chosen)
    indices += [(i, None) for i in rows]
    indices += [(None, j) for j in columns]
    return _by_current(tuple(indices))


def _left(
    labels: Sequence[Label], others: Sequence[Label], chosen: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    used, taken = {i for i, _ in chosen}, {j for _, j in chosen}
    return (
        [i for i in range(len(labels)) if i not in used],
        [j for j in range(len(others)) if j not in taken],
    )


def _equal(labels: Sequence[Label], others: Sequence[Label]) -> list[tuple[int, int]]:
    """Indices of equal labels, the first of one side with the first of the other, and so on."""
    spots: dict[Label, list[int]] = {}
    for j, other in enumerate(others):
        spots.setdefault(other, []).append(j)
    places = {label: iter(found) for label, found in spots.items()}
    pairs = [(i, next(places.get(label, iter(())), None)) for i, label in enumerate(labels)]
    return [(i, j) for i, j in pairs if j is not None]


def _numerals_aside(
    labels: Sequence[Label], others: Sequence[Label], chosen: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    rows, columns = _left(labels, others, chosen)
    here = Counter((label.masked, label.offset) for label in labels)
    there = Counter((label.masked, label.offset) for label in others)
    spots = {(others[j].masked, others[j].offset): j for j in columns}
    found = []
    for i in rows:
        kind = labels[i].masked, labels[i].offset
        if kind in spots and here[kind] == there[kind] == 1:
            found.append((i, spots[kind]))
    return found
