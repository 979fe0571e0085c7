"""The sheet that one works on and signs: every open item with both years' words, and room to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.writers.anchors import anchor_of_finding, anchor_of_number
from yoy.writers.excel.book.cells import line_width
from yoy.writers.excel.rows.columns import (
    RULINGS,
    STATUSES,
    column,
    identity_cells,
    page_link,
    side_columns,
)
from yoy.writers.excel.rows.layout import FreshRows, Rich, Row, Run, Sheet, Target
from yoy.writers.items.agenda import Agenda

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book, Facing
    from yoy.writers.items.agenda import Entry
    from yoy.writers.items.sides import Excerpt

TONES = {
    "inconsistent": "bad",
    "suspect": "doubt",
    "confirm": "moved",
    "flagged": "flag",
    "dropped": "removed",
    "promise": "quiet",
}
ROOM = {"zh": 28, "en": 33}
"""Characters of a sentence that are shown around a figure: two lines of its column."""
SHORT = {"zh": 22, "en": 22}
"""Columns of other words that are shown, two lines; the rest stands in a note."""
WIDTHS = {"zh": (13, 29.5, 8.5, 10, 14), "en": (14, 20.5, 10, 12, 13)}
"""Widths of what, of each year's words and figure, of the difference, and of the reason."""
_PREFIX = "A-"
"""Begins the index of an open item in the working papers."""


def indices(book: Book, names: list[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """An index for every item: the one it had before, else the next that none has had."""
    review = book.options.review
    known = dict(review.indices) if review else {}
    last = max((int(text.removeprefix(_PREFIX)) for text in known.values() if _is_index(text)), default=0)
    found: dict[tuple[str, str], str] = {}
    for name in names:
        if name not in known and name not in found:
            last += 1
        found.setdefault(name, known.get(name) or f"{_PREFIX}{last}")
    return found


def _is_index(text: str) -> bool:
    return text.startswith(_PREFIX) and text.removeprefix(_PREFIX).isdecimal()


def kind_words(book: Book, kind: str) -> str:
    """A kind of open item with its sign."""
    say = book.agenda_words
    return f"{say(f'sign_{kind}')} {say(f'kind_{kind}')}"


def _row(book: Book, facing: Facing, entry: Entry, index: str) -> Row:
    lang, subject = book.words.lang, entry.subject
    comments: dict[str, str] = {}
    title, why = (
        _cut(text, SHORT[lang], comments, name)
        for name, text in (("what", entry.title), ("cause", entry.why))
    )
    if "cause" in comments or entry.sentence != entry.why:
        comments["cause"] = entry.sentence
    for name, excerpt in (("words_prior", entry.prior), ("words_current", entry.current)):
        if excerpt and len(excerpt.whole) > ROOM[lang]:
            comments[name] = excerpt.whole
    place = entry.place
    cells: dict[str, Value] = {
        "index": index,
        "open_kind": kind_words(book, entry.item.kind),
        "comparison": subject.comparison,
        "what": title,
        "words_prior": _around(entry.prior, lang),
        "words_current": _around(entry.current, lang),
        "surface_prior": entry.values[0],
        "surface_current": entry.values[1],
        "change": entry.change,
        "cause": why,
        "todo": entry.todo,
        "section": place.section if place else "",
        "places": facing.places(entry.prior and entry.prior.span, entry.current and entry.current.span),
        "text_prior": entry.prior.whole if entry.prior else "",
        "text_current": entry.current.whole if entry.current else "",
        "whole_what": entry.title,
        "whole_cause": entry.sentence,
        **identity_cells(subject),
    }
    return Row(
        key=subject.key,
        comparison=subject.comparison,
        fingerprint=subject.fingerprint,
        cells=cells,
        notes=comments,
        links=_links(book, facing, entry),
    )


def _cut(text: str, most: int, comments: dict[str, str], name: str) -> str:
    """What fits two lines of a narrow column; the whole goes into a note."""
    flat = " ".join(text.split())
    if line_width(flat) <= most:
        return flat
    comments[name] = text
    while line_width(flat) > most - 2:
        flat = flat[:-1]
    return flat + "…"


def _around(excerpt: Excerpt | None, lang: str) -> Rich | None:
    if excerpt is None:
        return None
    before, figure, after = (" ".join(part.split("\n")) for part in excerpt.around(ROOM[lang]))
    return Rich((Run(before), Run(figure, "figure"), Run(after)))


def _links(book: Book, facing: Facing, entry: Entry) -> dict[str, Target]:
    """To the row of the full sheet, and to the page."""
    item, subject = entry.item, entry.subject
    if item.number:
        sheet, anchor = "figures", anchor_of_number(facing.pair.current, item.number)
    elif item.finding:
        owner = tuple(subject.comparison.split("→"))
        sheet, anchor = "findings", anchor_of_finding(owner, item.finding)
    else:
        sheet, anchor = ("promises" if item.kind == "promise" else "sections"), ""
    row = Target(row=(sheet, subject.comparison, subject.key))
    return {"full_row": row, **page_link(book, anchor or None)}


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    what, sentence, figure, change, cause = WIDTHS[words.lang]
    choices = tuple(words.say(f"status_{one}") for one in STATUSES)
    rulings = tuple(words.say(f"ruling_{one}") for one in RULINGS)
    many = (column(words, "comparison", 10, "open center"),) if book.many else ()
    return (
        column(words, "index", 5.5, "open small"),
        *many,
        column(words, "open_kind", 9, "open center"),
        column(words, "what", what, "open strong"),
        column(words, "words_prior", sentence, "open"),
        column(words, "words_current", sentence, "open"),
        column(words, "surface_prior", figure, "open center"),
        column(words, "surface_current", figure, "open center"),
        column(words, "change", change, "open center"),
        column(words, "cause", cause, "open"),
        column(words, "status", 7, "review", reviewer=True, choices=(*choices, *rulings)),
        column(words, "remark", 12 if words.lang == "zh" and not many else 9, "review", reviewer=True),
        column(words, "owner", 6, "review", reviewer=True),
        column(words, "evidence_index", 5.5, "review", reviewer=True),
        column(words, "reviewer", 5, "review", reviewer=True),
        *_folded(book),
    )


def _folded(book: Book) -> Iterator[Column]:
    """What is looked up now and then, in a group that is closed."""
    words = book.words
    for name, width, look in (
        ("todo", 30, "bare"),
        ("section", 18, "bare small"),
        ("places", 16, "bare small"),
        ("full_row", 8, "link"),
        ("page_link", 7, "link"),
    ):
        yield column(words, name, width, look, hidden=True, page=None)
    for name, look in (("pairing", "review"), ("preparer", "review"), ("review_date", "review_date")):
        yield column(words, name, 9, look, reviewer=True, hidden=True, page=None)
    yield column(words, "since", 20, "review_note", reviewer=True, hidden=True, page=None)
    yield column(words, "text_prior", 30, "bare", hidden=True, page=None)
    yield column(words, "text_current", 30, "bare", hidden=True, page=None)
    yield column(words, "whole_what", 30, "bare", hidden=True, page=None)
    yield column(words, "whole_cause", 30, "bare", hidden=True, page=None)
    if not book.many:
        yield column(words, "comparison", 10, "key", hidden=True, page=None)
    yield column(words, "key", 12, "key", hidden=True, page=None)
    yield column(words, "fingerprint", 10, "key", hidden=True, page=None)
    yield from side_columns(words)


def open_sheet(book: Book) -> Sheet:
    """Every open item, newest comparison first, in the order in which to take them."""
    entries = [
        (facing, entry)
        for facing in reversed(book.facings)
        for entry in Agenda(book.comparison, facing.pair, book.words.lang).entries()
    ]
    numbers = indices(book, [(entry.subject.comparison, entry.subject.key) for _, entry in entries])

    def rows() -> Iterator[Row]:
        for facing, entry in entries:
            subject = entry.subject
            yield _row(book, facing, entry, numbers[subject.comparison, subject.key])

    counts = {kind: sum(entry.item.kind == kind for _, entry in entries) for kind in TONES}
    listed = book.words.say("list_comma").join(
        f"{kind_words(book, kind)} {count}" for kind, count in counts.items() if count
    )
    return Sheet(
        name="open",
        title=book.words.say("sheet_open"),
        intro=book.words.say("intro_open", count=len(entries), listed=listed),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=3 if book.many else 2,
        tones={"open_kind": {kind_words(book, kind): tone for kind, tone in TONES.items()}},
        lines=2,
    )
