"""The sheet of texts: every passage that changed, with the change drawn into the cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yoy.writers.excel.book.cells import line_width
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
from yoy.writers.excel.rows.layout import Column, FreshRows, Rich, Row, Run, Sheet
from yoy.writers.subjects import of_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yoy.model import PassagePair, Section, Span
    from yoy.writers.excel.rows.layout import Value
    from yoy.writers.excel.rows.source import Book, Facing, Source

REDLINE_WIDTH = 147
"""Width of the column that holds the redline."""
LINES_A_CELL = 24
"""A longer text goes on in the next row: Excel shows no row higher than 409 points."""
SIGNS = {"edited": "✎", "added": "＋", "removed": "－", "same": "＝"}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NOISE = re.compile(r"[\W_]+")


def redline(facing: Facing, pair: PassagePair) -> tuple[Run, ...]:
    """What the current report says, with what the prior one said struck out."""
    prior, current = facing.prior.report.text, facing.current.report.text
    if not pair.prior:
        return (Run(facing.current.text_of(pair.current), "inserted"),)
    if not pair.current:
        return (Run(facing.prior.text_of(pair.prior), "deleted"),)
    if not pair.edits:
        return (Run(facing.current.text_of(pair.current)),)
    runs: list[Run] = []
    for edit in pair.edits:
        if edit.tag == "equal":
            runs.append(Run(edit.current.of(current)))
            continue
        runs.append(Run(edit.prior.of(prior), "deleted"))
        runs.append(Run(edit.current.of(current), "inserted"))
    return _trimmed([run for run in runs if run.text])


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without the blanks that begin and end a line in the source."""
    if runs and runs[0].mark == "plain":
        runs[0] = Run(runs[0].text.lstrip("\n \u3000"))
    if runs and runs[-1].mark == "plain":
        runs[-1] = Run(runs[-1].text.rstrip("\n \u3000"))
    return tuple(run for run in runs if run.text)


def split_runs(runs: Iterable[Run], width: int, lines: int) -> list[tuple[Run, ...]]:
    """The runs in portions that fit a cell `width` wide and `lines` high; nothing is left out."""
    portions: list[list[Run]] = [[]]
    room = width * lines
    for piece in _pieces(runs, width):
        cost = _cost(piece.text, width)
        if cost > room and portions[-1]:
            portions.append([])
            room = width * lines
        portions[-1].append(piece)
        room -= cost
    return [_joined(portion) for portion in portions]


def _pieces(runs: Iterable[Run], width: int) -> Iterator[Run]:
    """Runs cut after sentences, or, where a sentence is very long, anywhere."""
    for run in runs:
        for sentence in re.findall(r"[^。；;\n]*[。；;\n]|[^。；;\n]+", run.text):
            for start in range(0, len(sentence), width * 4):
                yield Run(sentence[start : start + width * 4], run.mark)


def _cost(text: str, width: int) -> int:
    return line_width(text) + text.count("\n") * width


def _joined(portion: list[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in portion:
        if joined and joined[-1].mark == run.mark:
            joined[-1] = Run(joined[-1].text + run.text, run.mark)
        else:
            joined.append(run)
    return tuple(joined)


def _section(source: Source, passage_ids: tuple[str, ...]) -> Section | None:
    if not passage_ids:
        return None
    return source.sections.get(source.passages[passage_ids[0]].section)


def relation_words(book: Book, pair: PassagePair) -> str:
    """What became of a passage, with a sign, and whether it moved."""
    words = f"{SIGNS[pair.relation]} {book.words.term('passage', pair.relation)}"
    if not pair.moved:
        return words
    moved = book.words.term("passage", "moved")
    if pair.relation == "same":
        return f"⇅ {moved}"
    return f"{words}{book.words.say('and_sign')}{moved}"


def _is_shell(facing: Facing, pair: PassagePair) -> bool:
    """Whether a pair is furniture of the page around the report alone."""
    prior, current = facing.prior.passages, facing.current.passages
    kinds = {prior[name].kind for name in pair.prior} | {current[name].kind for name in pair.current}
    return kinds == {"shell"}


def _classes(book: Book, facing: Facing, pair: PassagePair) -> str:
    found = dict.fromkeys(edit.edit_class for edit in pair.edits if edit.edit_class)
    if not found and _is_shell(facing, pair):
        found = {"shell": None}
    return book.words.say("list_comma").join(book.words.term("edit", name) for name in found)


def _span(source: Source, ids: tuple[str, ...]) -> Span | None:
    return source.passages[ids[0]].span if ids else None


def _rows_of(book: Book, facing: Facing, pair: PassagePair, number: int) -> Iterator[Row]:
    one, two = _section(facing.prior, pair.prior), _section(facing.current, pair.current)
    before, after = one.id if one else None, two.id if two else None
    target = facing.section_link(before, after)
    anchor = facing.passage_anchor(pair.prior, pair.current)
    links = page_link(book, anchor.anchor if anchor else None)
    if target:
        links["section_index"] = target
    runs = redline(facing, pair)
    subject = of_passages(
        facing.pair, pair, facing.prior.text_of(pair.prior), facing.current.text_of(pair.current)
    )
    portions = split_runs(runs, REDLINE_WIDTH, LINES_A_CELL)
    for part, portion in enumerate(portions):
        index = index_of("passages", number)
        cells: dict[str, Value] = {
            "index": index if part == 0 else book.words.say("continued", index=index, part=part),
            "comparison": facing.label,
            "relation": relation_words(book, pair),
            "classes": _classes(book, facing, pair),
            "section": facing.path(before, after),
            "section_number": facing.numbers_path(before, after),
            "redline": Rich(portion),
            "places": facing.places(_span(facing.prior, pair.prior), _span(facing.current, pair.current)),
            "moved_from": facing.prior.short_path(one.id) if pair.moved and one else "",
            "moved_to": facing.current.short_path(two.id) if pair.moved and two else "",
            "confidence": pair.score if pair.prior and pair.current else None,
            "text_prior": "".join(run.text for run in portion if run.mark != "inserted"),
            "text_current": "".join(run.text for run in portion if run.mark != "deleted"),
            **identity_cells(subject),
            "key": pair.key if part == 0 else f"{pair.key}+{part}",
        }
        yield Row(
            key=str(cells["key"]),
            comparison=facing.label,
            fingerprint=subject.fingerprint,
            cells=cells,
            links=links,
        )


def _changed(pair: PassagePair) -> bool:
    return pair.relation != "same" or pair.moved


def _ordered(facing: Facing) -> list[PassagePair]:
    """The passages that changed, furniture last."""
    changed = [pair for pair in facing.pair.passages if _changed(pair)]
    return sorted(changed, key=lambda pair: _is_shell(facing, pair))


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    return (
        *index_columns(book),
        column(words, "relation", 9, "center"),
        column(words, "section_number", 8, "open"),
        column(words, "redline", REDLINE_WIDTH, "prose"),
        *(one for one in reviewer_columns(words, page=None) if one.name != "since"),
        *folded(
            column(words, "section", 20, "small_dark"),
            column(words, "classes", 12, "small"),
            column(words, "places", 17, "small"),
            column(words, "section_index", 8, "link"),
            column(words, "moved_from", 22, "small"),
            column(words, "moved_to", 22, "small"),
            column(words, "confidence", 8, "score"),
            column(words, "text_prior", 40, "bare"),
            column(words, "text_current", 40, "bare"),
            *(one for one in reviewer_columns(words, pairing=True) if one.name in ("pairing", "since")),
        ),
        *identity_columns(book),
        *side_columns(words),
    )


def passages_sheet(book: Book) -> Sheet:
    """Every passage that is not the same in both years, or that moved; what is furniture comes last."""
    changed = [(facing, pair) for facing in reversed(book.facings) for pair in _ordered(facing)]
    total = sum(len(facing.pair.passages) for facing in book.facings)

    def rows() -> Iterator[Row]:
        for number, (facing, pair) in enumerate(changed, 1):
            yield from _rows_of(book, facing, pair, number)

    term = book.words.term
    tones = {f"{SIGNS[code]} {term('passage', code)}": code for code in ("edited", "added", "removed")}
    tones[f"⇅ {term('passage', 'moved')}"] = "moved"
    tones[
        f"{SIGNS['edited']} {term('passage', 'edited')}{book.words.say('and_sign')}{term('passage', 'moved')}"
    ] = "moved"
    return Sheet(
        name="passages",
        title=book.words.say("sheet_passages"),
        intro=book.words.say("intro_passages", changed=len(changed), unchanged=total - len(changed)),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=3 if book.many else 2,
        tones={"relation": tones},
        tight=True,
    )
