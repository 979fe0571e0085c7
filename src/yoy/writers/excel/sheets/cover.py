"""The cover: what the paper is about, who made and checked it, from what, and how to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from openpyxl.utils import get_column_letter

from yoy.version import __version__
from yoy.writers.decided import decided
from yoy.writers.excel.book.grid import Page
from yoy.writers.excel.rows.tally import tallies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.writers.excel.book.pen import Pen
    from yoy.writers.excel.rows.layout import SheetName
    from yoy.writers.excel.rows.source import Book

WIDTHS = (1, 19, 23, 17, 19, 16, 15, 15, 30, 2, 20, 20)
WIDE = (2, 9)
DEFAULTS_FROM = 11
"""First of two hidden columns that hold what a field said when it was written: what differs is a person's."""
FIELDS = (
    ("auditee", "matter"),
    ("period", "index_number"),
    ("prepared_by", "prepared_on"),
    ("checked_by", "checked_on"),
    ("evidence_date", "project"),
)
"""Fields of a working paper, two to a line; `field_<name>` is the label."""
MARKS = (
    "agreed",
    "footed",
    "differs",
    "doubt",
    "rounding",
    "flagged",
    "alone",
    "incomparable",
    "uncheckable",
)


def field_values(book: Book) -> dict[str, object]:
    """What is known of the fields without asking anyone."""
    document = book.comparison.reports[-1].document
    return {
        "auditee": document.issuer,
        "matter": book.words.say("matter", title=document.title) if document.title else "",
        "period": " / ".join(book.years),
        "evidence_date": book.options.date or "",
    }


def write_cover(pen: Pen, book: Book, counts: Mapping[SheetName, int], titles: Mapping[str, str]) -> None:
    """Fill the cover; `counts` are the rows of each sheet."""
    page, say = Page(pen, WIDTHS, printed=9), book.words.say
    page.next()
    page.put(*WIDE, say("cover_title"), "cover title")
    page.height(42)
    page.next(2)
    _write_fields(page, book)
    _write_statement(page, book)
    _write_sources(page, book)
    _write_warnings(page, book)
    _write_contents(page, book, counts, titles)
    _write_legend(page, book)
    _write_settings(page, book)
    page.next()
    page.put(*WIDE, say("made_by", version=__version__), "intro")
    page.finish(book, "I")
    for at in (DEFAULTS_FROM, DEFAULTS_FROM + 1):
        pen.worksheet.column_dimensions[get_column_letter(at)].hidden = True


def _write_fields(page: Page, book: Book) -> None:
    say = book.words.say
    known = field_values(book)
    values = known | dict(book.options.review.cover if book.options.review else {})
    for left, right in FIELDS:
        for at, name in enumerate((left, right), DEFAULTS_FROM):
            page.put(at, at, known.get(name, ""), "plain small", grows=False)
        page.put(2, 2, say(f"field_{left}"), "label")
        page.put(3, 4, values.get(left, ""), "field")
        page.put(5, 5, say(f"field_{right}"), "label")
        page.put(6, 9, values.get(right, ""), "field")
        page.height(21)
        page.next()
    page.put(2, 2, say("field_conclusion"), "label")
    page.put(3, 9, values.get("conclusion", ""), "field")
    page.height(48)
    page.next()


def _write_statement(page: Page, book: Book) -> None:
    say = book.words.say
    page.heading(say("block_statement"), *WIDE)
    rows = list(tallies(book))
    sentences = [
        say(
            "statement",
            report=r.report,
            comparison=r.comparison,
            total=r.total,
            compared=r.compared,
            quoted=r.quoted,
            unpaired=r.unpaired,
            aside=r.aside,
        )
        for r in rows
    ]
    page.put(*WIDE, "\n".join([*sentences, say("statement_end")]), "statement")
    page.height(20 * len(sentences) + 26)
    page.next(2)
    spans = ((2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8), (9, 9))
    names = ("comparison", "report", "total", "compared", "quoted", "unpaired", "aside", "adds_up")
    page.line(spans, tuple(say(f"tally_{name}") for name in names), "head")
    looks = ("plain", "plain", *("plain number",) * 5, "plain center")
    for row in rows:
        numbers = (row.compared, row.quoted, row.unpaired, row.aside)
        sign = "√" if row.adds_up else "×"
        proof = f"{sign} {' + '.join(map(str, numbers))} {'=' if row.adds_up else '≠'} {row.total}"
        page.line(spans, (row.comparison, row.report, row.total, *numbers, proof), looks)


def _write_sources(page: Page, book: Book) -> None:
    say = book.words.say
    page.heading(say("block_sources"), *WIDE)
    spans = ((2, 2), (3, 4), (5, 5), (6, 6), (7, 9))
    names = ("report", "title", "file", "read_as", "sha256")
    page.line(spans, tuple(say(f"source_{name}") for name in names), "head")
    for report in book.comparison.reports:
        document, source = report.document, report.document.source
        published = document.metadata.get("publish_date", "")
        delivered = (
            document.delivered if document.delivered and document.delivered != document.period else None
        )
        years = [report.id]
        if delivered:
            years.append(say("delivered", year=delivered))
        if published:
            years.append(say("published", date=published))
        read_as = say(
            "read_as", format=source.format, encoding=source.encoding or "—", size=f"{source.size:,}"
        )
        values = ("\n".join(years), document.title, source.name, read_as, source.sha256)
        page.line(spans, values, ("plain", "plain", "plain", "plain small", "plain small"))


def warnings(book: Book) -> Iterator[tuple[str, str]]:
    """Every doubt that no row shows: where it belongs, and what it is; repeats are counted."""
    counted: Counter[tuple[str, str]] = Counter()
    for facing in reversed(book.facings):
        counted.update((facing.label, book.words.note(note)) for note in facing.pair.notes)
    for report in reversed(book.comparison.reports):
        notes = (*report.document.notes, *report.outline.notes, *report.figures.notes, *report.notes)
        counted.update((report.id, book.words.note(note)) for note in notes)
    for (where, words), count in counted.items():
        yield where, words if count == 1 else book.words.say("times", words=words, count=count)


def _write_warnings(page: Page, book: Book) -> None:
    found = list(warnings(book))
    page.heading(book.words.say("block_warnings"), *WIDE)
    if not found:
        page.line((WIDE,), (book.words.say("no_warnings"),), "plain")
    for where, words in found:
        page.line(((2, 2), (3, 9)), (where, words), "warning")


def _write_contents(
    page: Page, book: Book, counts: Mapping[SheetName, int], titles: Mapping[str, str]
) -> None:
    say = book.words.say
    page.heading(say("block_contents"), *WIDE, needs=22 * (len(counts) + 3))
    spans = ((2, 2), (3, 8), (9, 9))
    page.line(spans, (say("contents_sheet"), say("contents_holds"), say("contents_rows")), "head")
    entries: list[tuple[str, str, int | str]] = [("summary", say("holds_summary"), "")]
    ordered = sorted(counts, key=lambda name: name != "open")
    entries += [(name, say(f"holds_{name}"), counts[name]) for name in ordered]
    for name, holds, rows in entries:
        cell = page.put(2, 2, titles[name], "jump")
        page.pen.jump(cell, titles[name])
        page.put(3, 8, holds, "plain")
        page.put(9, 9, rows, "plain number")
        page.next()


def _write_legend(page: Page, book: Book) -> None:
    say = book.words.say
    page.heading(say("block_legend"), *WIDE, needs=60)
    pairs = (f"{say(f'mark_{mark}')} {say(f'legend_{mark}')}" for mark in MARKS)
    page.put(*WIDE, "\u3000".join(pairs), "plain")
    page.next()


def _write_settings(page: Page, book: Book) -> None:
    say = book.words.say
    page.heading(say("block_settings"), *WIDE)
    if book.options.settings_file:
        row = (say("setting_file"), book.options.settings_file)
        page.line(((2, 2), (3, 9)), row, ("label", "warning"))
    changed = decided(book.comparison.settings)
    if changed:
        listed = "\n".join(f"{name} = {value}" for name, value in changed)
        page.line(((2, 2), (3, 9)), (say("setting_changed"), listed), ("label", "warning"))
    threshold = _threshold(book, cast("Mapping[str, Any]", book.comparison.settings["flags"]))
    page.line(((2, 2), (3, 9)), (say("setting_flags"), threshold), ("label", "plain"))
    for name, value in _flatten(book.comparison.settings):
        if not name.startswith(("flags", "decisions")) and value != "—":
            label = say(f"setting_{name.replace('.', '_')}")
            page.line(((2, 2), (3, 9)), (label, _in_words(book, name, value)), ("label", "plain"))


def _threshold(book: Book, flags: Mapping[str, Any]) -> str:
    """The double threshold in words; the settings hold it as plain decimals."""
    say = book.words.say
    amounts = [
        say("flag_amount", unit=unit, amount=f"{Decimal(amount):,}")
        for unit, amount in flags["amounts"].items()
    ]
    return say(
        "flag_rule",
        growth=f"{Decimal(flags['growth']) * 100:.12f}".rstrip("0").rstrip("."),
        amount=f"{Decimal(flags['amount']):,}",
        points=f"{Decimal(flags['points']):,}",
        amounts=say("list_comma").join(amounts),
    )


def _in_words(book: Book, name: str, value: str) -> str:
    """Differences that are ignored have names; all other values stand as they were set."""
    if name != "diff.ignore" or value == "—":
        return value
    return book.words.say("list_comma").join(book.words.say(f"ignore_{one}") for one in value.split(", "))


def _flatten(settings: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{name}.")
        elif isinstance(value, str):
            yield prefix + name, value
        elif isinstance(value, list | tuple | set | frozenset):
            items = [str(item) for item in value]
            yield (
                prefix + name,
                ", ".join(sorted(items) if isinstance(value, set | frozenset) else items) or "—",
            )
        else:
            yield prefix + name, str(value)
