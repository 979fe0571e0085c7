"""The values that flow between the stages. They hold facts and codes, never words for a reader.

Offsets are half-open code points into the text of their report. What a report says is `Decimal`,
never float. The shapes follow the JSON contract (docs/output.md) one to one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

Scalar = str | int | bool | None
Language = Literal["zh", "en"]
PassageKind = Literal["heading", "sentence", "item", "table_row", "shell"]
QuantityKind = Literal["level", "ratio", "rank", "change_abs", "change_rel"]
Direction = Literal["up", "down"]
Role = Literal["result", "target", "baseline"]
SectionRelation = Literal["same", "renamed", "split", "merged", "added", "removed"]
PassageRelation = Literal["same", "edited", "added", "removed"]
NumberRelation = Literal["up", "down", "unchanged", "added", "removed", "incomparable", "target_result"]
EditTag = Literal["equal", "replace", "delete", "insert"]
EditClass = Literal["figure", "wording", "year", "numbering", "punctuation", "shell"]
Verdict = Literal["consistent", "rounding", "inconsistent", "suspect", "cannot_check"]
PromiseStatus = Literal["done", "progress", "behind", "not_mentioned"]
Part = Literal["review", "plan", "problems", "notes"]
Basis = Literal["level", "new", "cumulative", "average", "share", "rank", "threshold"]
Doubt = Literal[
    "goes_on", "unread", "joined", "sign", "comma", "line_end", "pasted_table", "stock_or_flow", "list_count"
]
Mark = Literal["verified", "rounded", "contradicted", "restated", "unchecked"]
CellState = Literal["text", "value", "zero", "blank", "not_applicable"]
LineUse = Literal["name", "code", "note", "current", "prior", "other", "growth"]
Incomparable = Literal["scope", "period", "unit", "basis", "base", "role", "concept"]
OpenKind = Literal["inconsistent", "suspect", "confirm", "flagged", "dropped", "promise"]
DecisionKind = Literal["pair", "section_link", "passage_link", "finding", "open_item"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt or a remark of a stage, as a code that the writers put into words."""

    stage: str
    code: str
    args: Mapping[str, Scalar] = field(default_factory=dict)
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a report was read from: what it was and what proves it unchanged."""

    name: str
    format: str
    encoding: str | None
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stretch of text stood in its file: page and paragraph from 1; sheet and cell of a workbook."""

    span: Span
    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table; `span` is where its text stands in the report."""

    text: str
    span: Span
    row_span: int = 1
    column_span: int = 1
    state: CellState = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """What is known of a whole row or column, `row` or `column` being its index from 0.

    Attributes:
        unit, period: where they differ from the table's or are said for this line.
        use: what a column is for.
    """

    row: int | None = None
    column: int | None = None
    unit: str | None = None
    period: str | None = None
    use: LineUse | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: `rows` hold a cell once, at its first row and column; spans say how far it reaches.

    In the report's text a row is one line and its cells are separated by tabs; `span` covers the
    lines, without the caption.
    """

    id: str
    span: Span
    caption: str | None = None
    unit: str | None = None
    header_rows: int = 1
    header_columns: int = 1
    rows: tuple[tuple[Cell, ...], ...] = ()
    title: str = ""
    lines: tuple[TableLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingHint:
    """A line that the file format itself calls a heading; `level` counts from 1."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader makes of a file.

    Attributes:
        label: id given by the user (`2018=FILE`), which orders and names the report.
        period: the year reported on; delivered: the year of delivery, where known.
        shell: stretches that are page furniture or portal chrome, not report.
        hints: headings that the format marks as such.
    """

    source: Source
    text: str
    language: Language
    period: int | None
    delivered: int | None = None
    label: str | None = None
    title: str = ""
    title_span: Span | None = None
    issuer: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()
    shell: tuple[Span, ...] = ()
    hints: tuple[HeadingHint, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the outline.

    `span` covers heading, own text and subsections. The first section of every outline is its
    root: level 0, no parent, the whole text, titled as the report.
    """

    id: str
    parent: str | None
    level: int
    number: str | None
    title: str
    heading: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A leaf of the text: sentence, item, heading, table row or shell. Passages tile the text.

    Attributes:
        part: what the passage does in the report: looks back, plans, names problems, or stands behind the
            report as notes and glossary; None where nothing tells.
        period: the year ("2018") or the years ("2021/2025") that it speaks of unless a figure says otherwise.
        scope: whose figures these are, where not the issuer's own (a district, the country).
    """

    id: str
    section: str
    kind: PassageKind
    span: Span
    part: Part | None = None
    period: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Sections and passages of a document, both in reading order."""

    document: Document
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure of the report (docs/output.md, "What a quantity is").

    Attributes:
        value: in the base unit with 万/亿/million applied; percentages as written.
        quantum: one unit in the last printed digit, in the base unit (5292.8万元 → 1000): the
            precision that tolerances follow.
        of: id of the level that a change belongs to. baseline: id of the earlier figure of the
            same sentence.
        concept: id of the standard indicator (lexicon/indicators*.toml) that is measured, or None.
        subjects: names of those that one figure stands for together (均, 分别).
        qualifiers: words that narrow the concept (高价值, 规上, 农村), in reading order.
        basis: how it is measured; rule: the rule that read it; named_by: the rule that named it.
        doubt: code of what makes the reading itself uncertain, or None.
        mark: what the checks made of it.
    """

    id: str
    key: str
    span: Span
    surface: str
    value: Decimal
    unit: str | None
    kind: QuantityKind
    quantum: Decimal
    value_max: Decimal | None = None
    direction: Direction | None = None
    role: Role = "result"
    approx: str | None = None
    indicator: str = ""
    baseline: str | None = None
    of: str | None = None
    period: str | None = None
    base_period: str | None = None
    partial: str | None = None
    concept: str | None = None
    subjects: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    basis: Basis = "level"
    rule: str | None = None
    named_by: str | None = None
    doubt: Doubt | None = None
    mark: Mark = "unchecked"
    section: str = "s0"
    passage: str = "p0"
    table: str | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A number that is not a quantity, with the reason; `doubt` is a code where it may be one."""

    span: Span
    surface: str
    reason: str
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """Last year's value as this report states it or as it follows from level and change."""

    quantity: str
    sources: tuple[str, ...]
    period: str | None
    low: Decimal
    high: Decimal
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the quantity stage finds in one report."""

    quantities: tuple[Quantity, ...]
    set_aside: tuple[SetAside, ...]
    implied: tuple[Implied, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """A quantity of a report that a finding computes with."""

    report: str
    quantity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSpan:
    """A stretch of one of the reports."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The judgement of a check on one claim: what was claimed, what it comes to, and where."""

    id: str
    key: str
    check: str
    verdict: Verdict
    report: str
    code: str
    args: Mapping[str, Scalar] = field(default_factory=dict)
    rounding: Literal["rounded", "truncated"] | None = None
    claimed: str | None = None
    operands: tuple[Operand, ...] = ()
    formula: str | None = None
    recomputed: Decimal | None = None
    stated: Decimal | None = None
    spans: tuple[ReportSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report with everything found in it."""

    id: str
    outline: Outline
    figures: Figures
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def document(self) -> Document:
        """The document that the outline was found in."""
        return self.outline.document

    @property
    def text(self) -> str:
        """The report's text."""
        return self.outline.document.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """How much of the current text is the prior's, 0–1.

    `identical` and `near` are shares of sentences, numbers masked; the other four are the
    measures of Cohen, Malloy and Nguyen, "Lazy Prices" (2020).
    """

    identical: Decimal
    near: Decimal
    cosine: Decimal
    jaccard: Decimal
    edit: Decimal
    simple: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPair:
    """Sections of the two reports that belong together, or stand alone."""

    prior: tuple[str, ...]
    current: tuple[str, ...]
    relation: SectionRelation
    score: Decimal
    key: str = ""
    moved: bool = False
    reason: Mapping[str, Decimal] = field(default_factory=dict)
    pinned: bool = False
    confirm: bool = False
    reuse: Reuse | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One step of a text diff; the tags are difflib's. `edit_class` is None for equal text."""

    tag: EditTag
    prior: Span
    current: Span
    edit_class: EditClass | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePair:
    """Passages of the two reports that belong together, or stand alone."""

    prior: tuple[str, ...]
    current: tuple[str, ...]
    relation: PassageRelation
    score: Decimal
    key: str = ""
    moved: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePair:
    """Tables of the two reports; `rows` and `columns` pair indices from 0, None for none."""

    prior: tuple[str, ...]
    current: tuple[str, ...]
    score: Decimal
    rows: tuple[tuple[int | None, int | None], ...] = ()
    columns: tuple[tuple[int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityPair:
    """A figure of each report, or of one of them, with what became of it.

    Attributes:
        difference: current − prior, in the base unit (points for percentages).
        growth: difference as a fraction of prior.
        conversion: codes such as "万元→亿元" of the printed units, where they differ.
        flagged: whether the change passes the double threshold and asks for an explanation.
        runner_up: id of the next best partner (in the prior report) where the margin is small.
        subject: whose figure it is, where one figure stands for several subjects.
        incomparable: what differs, so that the two stand side by side and are not subtracted.
    """

    id: str
    key: str
    prior: str | None
    current: str | None
    indicator: str
    unit: str | None
    relation: NumberRelation
    score: Decimal
    difference: Decimal | None = None
    growth: Decimal | None = None
    conversion: str | None = None
    confirm: bool = False
    flagged: bool = False
    reason: Mapping[str, Decimal | str] = field(default_factory=dict)
    runner_up: str | None = None
    subject: str | None = None
    incomparable: Incomparable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment of the prior report and what the current one says of it."""

    key: str
    prior: tuple[str, ...]
    current: tuple[str, ...]
    status: PromiseStatus
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """What a person must decide: one of `number`, `finding` and `link` says about what, by id or key."""

    key: str
    kind: OpenKind
    number: str | None = None
    finding: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPair:
    """Everything found between two reports; `prior` and `current` are report ids.

    Attributes:
        headline: ids of the changes that every output puts in front, most important first.
        open: what a person must decide, in the order in which to take it.
    """

    prior: str
    current: str
    sections: tuple[SectionPair, ...]
    passages: tuple[PassagePair, ...]
    tables: tuple[TablePair, ...]
    numbers: tuple[QuantityPair, ...]
    promises: tuple[Promise, ...] = ()
    reuse: Reuse | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    headline: tuple[str, ...] = ()
    open: tuple[OpenItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One indicator through all reports: report id → quantity id or None."""

    key: str
    indicator: str
    unit: str | None
    points: Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One section through all reports: report id → section ids."""

    key: str
    title: str
    sections: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole result: the one thing that writers see."""

    settings: Mapping[str, object]
    reports: tuple[Report, ...]
    pairs: tuple[ReportPair, ...]
    series: tuple[Series, ...] = ()
    lineages: tuple[Lineage, ...] = ()

    def report(self, report_id: str) -> Report:
        """The report of that id.

        Raises:
            KeyError: no such report.
        """
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)


@dataclass(frozen=True, slots=True)
class RowFormula:
    """A formula over cells of its own row: `{name}` stands for the cell of that column."""

    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person wrote in one row of a workbook.

    Attributes:
        sheet: name of the kind of row ("figures", "passages", …), not the words on the tab.
        comparison: the years that the row compares, as shown; key: what the row is about.
        fingerprint: digest of the figures that the person saw; another one now means "look again".
        written: what was written, by column: the name of one of our columns for reviewers, or the
            heading of a column that the person added.
        shown: what the row's own cells showed, by column, for the day the row is gone.
        comments: notes hung on cells, by column.
        before: what newer words of another file replaced, by column, each with when (`until`).
        prior, current: what stood on each side of a link, as `Decision` has it, a line each.
        withdrawn: the row already stood on the sheet of rows that are gone.
    """

    sheet: str
    comparison: str = ""
    key: str = ""
    fingerprint: str = ""
    written: Mapping[str, object] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    before: tuple[Mapping[str, object], ...] = ()
    prior: str | None = None
    current: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of one thing (docs/output.md, "Decisions").

    Attributes:
        key, kind: what it is about; comparison: "2017→2018", or the id of the one report concerned.
        ruling: accepted or rejected of a link, else the status of a row; None where there is a remark alone.
        when: ISO 8601; fingerprint: digest of what was seen, another one now means "look again".
        prior, current: what stood on each side: keys of figures, titles of sections, digests of passages.
        file: where it was read; no part of the record.
    """

    key: str
    kind: DecisionKind
    comparison: str = ""
    ruling: str | None = None
    remark: str = ""
    who: str = ""
    when: str = ""
    fingerprint: str = ""
    prior: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What people wrote in a workbook or decided on the page, by stable key, for the next outputs to carry.

    Attributes:
        name: file name; sha256: its digest; saved: when it was saved, by its own account, ISO 8601.
        decisions: the same as `remarks`, each as a value of its own.
        contradicted: decisions that a newer one of another ruling has overruled.
        cover: fields of the cover that were filled in.
        columns: headings of the columns people added, by sheet.
        indices: index of every open item, by comparison and key: it stays.
        sheets: names of the sheets people added; `content` is the file that holds them.
        further: other files that were read together with this one, for the sheets that they hold.
    """

    name: str
    sha256: str
    saved: str = ""
    remarks: tuple[Remark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    contradicted: tuple[Decision, ...] = ()
    cover: Mapping[str, object] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indices: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    content: bytes = b""
    further: tuple[Review, ...] = ()
