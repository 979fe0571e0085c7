"""The sheet of sections: both outlines side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yoy.writers.anchors import anchor_in_pair
from yoy.writers.excel.rows.columns import (
    column,
    folded,
    identity_cells,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
    side_columns,
)
from yoy.writers.excel.rows.layout import Row, Sheet, Target
from yoy.writers.items.grounds import grounds_words
from yoy.writers.subjects import INDENT, of_sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import SectionPair
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Facing

SIGNS = {"same": "＝", "renamed": "✎", "split": "⑂", "merged": "⑃", "added": "＋", "removed": "－"}


def count_changes(facing: Facing) -> Counter[tuple[str, str, str]]:
    """How many figures and passages changed, by side, section and kind of thing."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for number in facing.pair.numbers:
        if number.relation == "unchanged":
            continue
        current, prior = facing.current.quantities.get(number.current or ""), None
        if current is None:
            prior = facing.prior.quantities.get(number.prior or "")
        for side, figure in (("current", current), ("prior", prior)):
            if figure is not None:
                counts[side, figure.section, "figures"] += 1
    for pair in facing.pair.passages:
        if pair.relation == "same" and not pair.moved:
            continue
        if pair.current:
            counts["current", facing.current.passages[pair.current[0]].section, "passages"] += 1
        elif pair.prior:
            counts["prior", facing.prior.passages[pair.prior[0]].section, "passages"] += 1
    return counts


def changes_of(counts: Counter[tuple[str, str, str]], pair: SectionPair, kind: str) -> int:
    """Changes counted for the sections of a pair; what is gone counts on the prior side."""
    return sum(counts["current", name, kind] for name in pair.current) + sum(
        counts["prior", name, kind] for name in pair.prior
    )


def relation_words(book: Book, pair: SectionPair) -> str:
    """What became of a section, with a sign, and whether it moved."""
    words = f"{SIGNS[pair.relation]} {book.words.term('section', pair.relation)}"
    return (
        f"{words}{book.words.say('and_sign')}{book.words.term('section', 'moved')}" if pair.moved else words
    )


def _titles(facing: Facing, side: str, names: tuple[str, ...]) -> str:
    source = facing.prior if side == "prior" else facing.current
    lines = []
    for name in names:
        level = max(0, source.sections[name].level - 1)
        lines.append(INDENT * level + source.heading(name))
    return "\n".join(lines)


def _grounds(book: Book, pair: SectionPair) -> str:
    grounds = grounds_words(pair.reason, book.words.lang)
    if pair.pinned:
        return book.words.say("list_joint").join(filter(None, (book.words.say("pinned"), grounds)))
    return grounds


def _row(
    book: Book,
    facing: Facing,
    pair: SectionPair,
    number: int,
    changes: tuple[int, int],
    first: Mapping[str, Target | None],
) -> Row:
    both = bool(pair.prior and pair.current)
    reuse = pair.reuse
    cells: dict[str, Value] = {
        "index": index_of("sections", number),
        "comparison": facing.label,
        "section_prior": _titles(facing, "prior", pair.prior),
        "section_current": _titles(facing, "current", pair.current),
        "relation": relation_words(book, pair),
        "confidence": pair.score if both else None,
        "confirm": book.words.say("please_confirm") if pair.confirm else "",
        "grounds": _grounds(book, pair) if both else "",
        "identical": reuse.identical if reuse else None,
        "near": reuse.near if reuse else None,
        "figure_changes": changes[0],
        "text_changes": changes[1],
        **identity_cells(of_sections(facing.pair, pair, facing.prior.sections, facing.current.sections)),
    }
    links = {name: target for name, target in first.items() if target}
    side, name = ("current", pair.current[0]) if pair.current else ("prior", pair.prior[0])
    anchor = anchor_in_pair(facing.pair.prior, facing.pair.current, side, name)  # type: ignore[arg-type]
    return Row(
        key=pair.key,
        comparison=facing.label,
        fingerprint=str(cells["fingerprint"]),
        cells=cells,
        links={**links, **page_link(book, anchor)},
    )


def _first_figures(facing: Facing) -> dict[tuple[str, str], tuple[int, str]]:
    """Place and key of the first changed figure of each section; what is gone counts on the prior side."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for at, number in enumerate(facing.pair.numbers):
        if number.relation == "unchanged":
            continue
        current = facing.current.quantities.get(number.current or "")
        prior = facing.prior.quantities.get(number.prior or "")
        if current:
            found.setdefault(("current", current.section), (at, number.key))
        elif prior:
            found.setdefault(("prior", prior.section), (at, number.key))
    return found


def _first_figure(
    facing: Facing, pair: SectionPair, firsts: Mapping[tuple[str, str], tuple[int, str]]
) -> Target | None:
    """The first row of the sheet of figures that belongs to a section."""
    sides = [("current", name) for name in pair.current] + [("prior", name) for name in pair.prior]
    here = [firsts[side] for side in sides if side in firsts]
    return Target(row=("figures", facing.label, min(here)[1])) if here else None


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        *index_columns(book),
        column(words, "section_prior", 34, "prose"),
        column(words, "section_current", 34, "prose"),
        column(words, "relation", 14, "center"),
        column(words, "confirm", 9, "center"),
        column(words, "identical", 10, "share"),
        column(words, "near", 10, "share"),
        column(words, "figure_changes", 9, "count"),
        column(words, "text_changes", 9, "count"),
        *(one for one in reviewer_columns(words, pairing=True) if one.name != "since"),
        *folded(
            column(words, "grounds", 20, "small"),
            column(words, "confidence", 8, "score"),
            *(one for one in reviewer_columns(words) if one.name == "since"),
        ),
        *identity_columns(book),
        *side_columns(words),
    )


def sections_sheet(book: Book) -> Sheet:
    """Every pair of sections and every section that stands alone, in the order of the report."""
    rows: list[Row] = []
    for facing in reversed(book.facings):
        counts, firsts = count_changes(facing), _first_figures(facing)
        for pair in facing.pair.sections:
            changes = changes_of(counts, pair, "figures"), changes_of(counts, pair, "passages")
            first = {"figure_changes": _first_figure(facing, pair, firsts)}
            rows.append(_row(book, facing, pair, len(rows) + 1, changes, first))
    term = book.words.term
    tones = {f"{SIGNS[code]} {term('section', code)}": tone for code, tone in _TONES.items()}
    return Sheet(
        name="sections",
        title=book.words.say("sheet_sections"),
        intro=book.words.say("intro_sections", count=len(rows)),
        columns=_columns(book),
        rows=tuple(rows),
        frozen=2 if book.many else 1,
        tones={"relation": tones, "confirm": {book.words.say("please_confirm"): "doubt"}},
    )


_TONES = {
    "same": "quiet",
    "renamed": "edited",
    "split": "moved",
    "merged": "moved",
    "added": "added",
    "removed": "removed",
}
