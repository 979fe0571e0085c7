"""The sheet of checks: what each claim comes to when it is worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yoy.language.tables.agreed import told_once
from yoy.writers.anchors import anchor_of_finding
from yoy.writers.excel.rows.columns import (
    column,
    folded,
    identity_cells,
    identity_columns,
    index_columns,
    index_of,
    page_link,
    reviewer_columns,
)
from yoy.writers.excel.rows.figure import in_sentence
from yoy.writers.excel.rows.layout import FreshRows, Rich, Row, Run, Sheet, Target
from yoy.writers.numerals import related
from yoy.writers.subjects import of_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yoy.model import Finding, ReportSpan
    from yoy.writers.excel.rows.layout import Column, Value
    from yoy.writers.excel.rows.source import Book

VERDICTS = ("inconsistent", "suspect", "rounding", "cannot_check", "consistent")
"""What asks for attention stands first."""
MARKS = {"inconsistent": "×", "suspect": "？", "rounding": "≈", "cannot_check": "／", "consistent": "√"}
FOOTED = "∧"
TONES = {
    "inconsistent": "bad",
    "suspect": "doubt",
    "rounding": "quiet",
    "cannot_check": "quiet",
    "consistent": "good",
}


def owned_findings(book: Book) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Every finding with the report or the two reports that it belongs to, newest first."""
    for facing in reversed(book.facings):
        for finding in facing.pair.findings:
            yield (facing.pair.prior, facing.pair.current), finding
    for report in reversed(book.comparison.reports):
        for finding in report.findings:
            yield (report.id,), finding


def listed_findings(book: Book) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """The findings of the sheet: what agrees in a table is one row."""
    reports = {report.id: report for report in book.comparison.reports}
    by_owner: dict[tuple[str, ...], list[Finding]] = {}
    for owner, finding in owned_findings(book):
        by_owner.setdefault(owner, []).append(finding)
    for owner, findings in by_owner.items():
        yield from ((owner, finding) for finding in told_once(findings, reports).listed)


def formula_of(finding: Finding) -> str:
    """The formula with the signs a person writes, and ≠ or > where what it says doesn't hold."""
    return related(finding.formula, holds=finding.verdict in ("consistent", "rounding"))


def verdict_words(book: Book, verdict: str, check: str = "") -> str:
    """A verdict with its tickmark; sums that were footed have one of their own."""
    mark = FOOTED if verdict == "consistent" and check == "sum" else MARKS[verdict]
    return f"{mark} {book.words.term('verdict', verdict)}"


def evidence(book: Book, finding: Finding) -> Rich | None:
    """The words concerned, each sentence on its own line, with its year and the claim marked."""
    claimed = book.sources[finding.report].quantities.get(finding.claimed or "")
    if claimed is not None and not finding.spans:
        return in_sentence(book.sources[finding.report], claimed)
    runs: list[Run] = []
    for item in finding.spans:
        lead = "\n" if runs else ""
        runs.append(Run(f"{lead}[{item.report}] "))
        runs.extend(_marked(book, item, claimed.span if claimed and item.report == finding.report else None))
    return Rich(tuple(runs)) if runs else None


def _marked(book: Book, item: ReportSpan, claim: object) -> Iterator[Run]:
    text, span = book.sources[item.report].report.text, item.span
    if claim is None or not span.contains(claim):  # type: ignore[arg-type]
        yield Run(span.of(text).strip())
        return
    yield Run(text[span.start : claim.start].lstrip())  # type: ignore[attr-defined]
    yield Run(claim.of(text), "figure")  # type: ignore[attr-defined]
    yield Run(text[claim.end : span.end].rstrip())  # type: ignore[attr-defined]


def _operands(book: Book, finding: Finding) -> str:
    parts = []
    for operand in finding.operands:
        figure = book.sources[operand.report].quantities.get(operand.quantity)
        if figure:
            parts.append(
                book.words.say(
                    "operand", indicator=figure.indicator, surface=figure.surface, report=operand.report
                )
            )
    return "\n".join(dict.fromkeys(parts))


def _figure_row(book: Book, finding: Finding) -> Target | None:
    if finding.claimed is None:
        return None
    for facing in reversed(book.facings):
        pair = facing.pair_of.get((finding.report, finding.claimed))
        if pair:
            return Target(row=("figures", facing.label, pair.key))
    return None


def _verdict(book: Book, finding: Finding) -> str:
    words = verdict_words(book, finding.verdict, finding.check)
    if finding.rounding:
        return f"{words}{book.words.say('in_brackets', text=book.words.term('rounding', finding.rounding))}"
    return words


def _row(book: Book, owner: tuple[str, ...], finding: Finding, number: int) -> Row:
    source = book.sources[finding.report]
    claimed = source.quantities.get(finding.claimed or "")
    span = (
        claimed.span
        if claimed
        else next((s.span for s in finding.spans if s.report == source.report.id), None)
    )
    passage = source.passage_at(span.start) if span else None
    comparison = "→".join(owner)
    target = _figure_row(book, finding)
    cells: dict[str, Value] = {
        "index": index_of("findings", number),
        "comparison": comparison,
        "report": "→".join(owner),
        "check": book.words.term("check", finding.check),
        "verdict": _verdict(book, finding),
        "finding": book.words.finding(finding),
        "claim": claimed.surface if claimed else "",
        "formula": formula_of(finding),
        "recomputed": finding.recomputed,
        "stated": finding.stated,
        "operands": _operands(book, finding),
        "evidence": evidence(book, finding),
        "section": source.short_path(passage.section) if passage else "",
        "place_current": source.place(span) if span else "",
        **identity_cells(of_finding(owner, finding, claimed)),
    }
    links = page_link(book, anchor_of_finding(owner, finding.id))
    if target:
        links["figure_row"] = target
    return Row(
        key=finding.key,
        comparison=comparison,
        fingerprint=str(cells["fingerprint"]),
        cells=cells,
        links=links,
    )


def _columns(book: Book) -> tuple[Column, ...]:
    words = book.words
    index = index_columns(book)[:1]
    return (
        *index,
        column(words, "report", 11, "center"),
        column(words, "check", 13, "center"),
        column(words, "verdict", 13, "center"),
        column(words, "finding", 36, "prose"),
        column(words, "claim", 13, "center"),
        column(words, "formula", 20, "mono"),
        column(words, "recomputed", 11, "precise"),
        column(words, "stated", 11, "precise"),
        column(words, "evidence", 40),
        *(one for one in reviewer_columns(words, page=None) if one.name != "since"),
        *folded(
            column(words, "operands", 34, "small"),
            column(words, "section", 20, "small"),
            column(words, "place_current", 10, "small"),
            column(words, "figure_row", 9, "link"),
            *(one for one in reviewer_columns(words) if one.name == "since"),
        ),
        *identity_columns(book)[:2],
        column(words, "comparison", 11, "key", hidden=True, page=None),
        identity_columns(book)[-1],
    )


def findings_sheet(book: Book) -> Sheet:
    """Every finding, what does not agree first."""
    ordered = sorted(listed_findings(book), key=lambda item: VERDICTS.index(item[1].verdict))

    def rows() -> Iterator[Row]:
        return (_row(book, owner, finding, number) for number, (owner, finding) in enumerate(ordered, 1))

    return Sheet(
        name="findings",
        title=book.words.say("sheet_findings"),
        intro=book.words.say("intro_findings", count=len(ordered)),
        columns=_columns(book),
        rows=FreshRows(rows),
        frozen=4,
        tones={
            "verdict": {
                verdict_words(book, verdict, check): tone
                for verdict, tone in TONES.items()
                for check in ("", "sum")
            }
        },
    )
