"""Comparison to the JSON document of the contract (docs/output.md): the machine-readable face."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from yoy.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yoy.model import (
        Comparison,
        Edit,
        Figures,
        Finding,
        Lineage,
        Note,
        Outline,
        PassagePair,
        Promise,
        Quantity,
        QuantityPair,
        Report,
        ReportPair,
        Reuse,
        SectionPair,
        Series,
        Span,
        Table,
        TablePair,
    )
    from yoy.writers.options import WriteOptions

FORMAT_VERSION = 1


def write_json(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:  # noqa: ARG001 - every writer takes the options; this one's bytes depend on none
    """Writes the document as UTF-8; its bytes depend on the inputs and settings alone."""
    text = json.dumps(document_of(comparison), ensure_ascii=False, indent=1, default=_plain)
    stream.write(text.encode("utf-8", "backslashreplace"))
    stream.write(b"\n")


def document_of(comparison: Comparison) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "format_version": FORMAT_VERSION,
        "generator": {"name": "yoy", "version": __version__},
        "settings": dict(comparison.settings),
        "reports": [report_of(report) for report in comparison.reports],
        "comparisons": [_pair(pair) for pair in comparison.pairs],
        "series": [_series(series) for series in comparison.series],
        "lineages": [_lineage(lineage) for lineage in comparison.lineages],
    }


def plain_decimal(value: Decimal | None) -> str | None:
    """A number as a string of plain decimals without trailing zeros: "558", "-0.0396"."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return plain_decimal(value)
    raise TypeError(type(value).__name__)


def report_of(report: Report) -> dict[str, Any]:
    """One report as plain values."""
    document = report.document
    source = document.source
    return {
        "id": report.id,
        "period": document.period,
        "delivered": document.delivered,
        "title": document.title,
        "issuer": document.issuer,
        "language": document.language,
        "metadata": dict(document.metadata),
        "source": {
            "name": source.name,
            "format": source.format,
            "encoding": source.encoding,
            "size": source.size,
            "sha256": source.sha256,
        },
        "text": document.text,
        "places": [
            {"start": p.span.start, "end": p.span.end, "page": p.page, "paragraph": p.paragraph}
            for p in document.places
        ],
        **outline_of(report.outline),
        **figures_of(report.figures),
        "findings": [finding_of(finding) for finding in report.findings],
        "notes": [
            _note(note)
            for note in (*document.notes, *report.outline.notes, *report.figures.notes, *report.notes)
        ],
    }


def outline_of(outline: Outline) -> dict[str, Any]:
    """Sections, passages and tables of an outline as plain values."""
    return {
        "sections": [
            {
                "id": s.id,
                "parent": s.parent,
                "level": s.level,
                "number": s.number,
                "title": s.title,
                "heading": [s.heading.start, s.heading.end],
                "start": s.span.start,
                "end": s.span.end,
            }
            for s in outline.sections
        ],
        "passages": [
            {"id": p.id, "section": p.section, "kind": p.kind, "start": p.span.start, "end": p.span.end}
            for p in outline.passages
        ],
        "tables": [_table(table, _section_at(outline, table.span)) for table in outline.document.tables],
    }


def _section_at(outline: Outline, span: Span) -> str:
    """The deepest section that holds `span`; sections come in reading order."""
    return [s.id for s in outline.sections if s.span.start <= span.start < s.span.end or s.level == 0][-1]


def _table(table: Table, section: str) -> dict[str, Any]:
    return {
        "id": table.id,
        "section": section,
        "start": table.span.start,
        "end": table.span.end,
        "caption": table.caption,
        "unit": table.unit,
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "rows": [
            [
                {
                    "text": cell.text,
                    "start": cell.span.start,
                    "end": cell.span.end,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                }
                for cell in row
            ]
            for row in table.rows
        ],
    }


def figures_of(figures: Figures) -> dict[str, Any]:
    """Quantities, numbers set aside and implied values as plain values."""
    return {
        "quantities": [_quantity(quantity) for quantity in figures.quantities],
        "set_aside": [
            {"start": x.span.start, "end": x.span.end, "surface": x.surface, "reason": x.reason}
            for x in figures.set_aside
        ],
        "implied": [
            {
                "quantity": x.quantity,
                "from": list(x.sources),
                "period": x.period,
                "low": plain_decimal(x.low),
                "high": plain_decimal(x.high),
                "stated": x.stated,
            }
            for x in figures.implied
        ],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        "key": quantity.key,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "surface": quantity.surface,
        "value": plain_decimal(quantity.value),
        "value_max": plain_decimal(quantity.value_max),
        "quantum": plain_decimal(quantity.quantum),
        "unit": quantity.unit,
        "kind": quantity.kind,
        "direction": quantity.direction,
        "role": quantity.role,
        "approx": quantity.approx,
        "indicator": quantity.indicator,
        "baseline": quantity.baseline,
        "of": quantity.of,
        "period": quantity.period,
        "base_period": quantity.base_period,
        "partial": quantity.partial,
        "section": quantity.section,
        "passage": quantity.passage,
        "table": quantity.table,
        "row": quantity.row,
        "column": quantity.column,
    }


def finding_of(finding: Finding) -> dict[str, Any]:
    """One finding as plain values."""
    return {
        "id": finding.id,
        "key": finding.key,
        "check": finding.check,
        "verdict": finding.verdict,
        "rounding": finding.rounding,
        "report": finding.report,
        "claimed": finding.claimed,
        "operands": [{"report": o.report, "id": o.quantity} for o in finding.operands],
        "formula": finding.formula,
        "recomputed": plain_decimal(finding.recomputed),
        "stated": plain_decimal(finding.stated),
        "spans": [[s.report, s.span.start, s.span.end] for s in finding.spans],
        "code": finding.code,
        "args": dict(finding.args),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "stage": note.stage,
        "code": note.code,
        "args": dict(note.args),
        "span": [note.span.start, note.span.end] if note.span else None,
    }


def _pair(pair: ReportPair) -> dict[str, Any]:
    return {
        "prior": pair.prior,
        "current": pair.current,
        "sections": [section_pair_of(section) for section in pair.sections],
        "passages": [passage_pair_of(passage) for passage in pair.passages],
        "tables": [_table_pair(table) for table in pair.tables],
        "numbers": [_number(number) for number in pair.numbers],
        "promises": [_promise(promise) for promise in pair.promises],
        "reuse": _reuse(pair.reuse),
        "findings": [finding_of(finding) for finding in pair.findings],
        "notes": [_note(note) for note in pair.notes],
    }


def section_pair_of(pair: SectionPair) -> dict[str, Any]:
    """One link of sections as plain values."""
    return {
        "prior": list(pair.prior),
        "current": list(pair.current),
        "relation": pair.relation,
        "moved": pair.moved,
        "score": plain_decimal(pair.score),
        "reason": _reason(pair.reason),
        "pinned": pair.pinned,
        "confirm": pair.confirm,
        "reuse": _reuse(pair.reuse),
    }


def passage_pair_of(pair: PassagePair) -> dict[str, Any]:
    """One link of passages with its edits as plain values."""
    return {
        "prior": list(pair.prior),
        "current": list(pair.current),
        "relation": pair.relation,
        "moved": pair.moved,
        "score": plain_decimal(pair.score),
        "edits": [_edit(edit) for edit in pair.edits],
    }


def _edit(edit: Edit) -> list[str | int | None]:
    return [
        edit.tag,
        edit.prior.start,
        edit.prior.end,
        edit.current.start,
        edit.current.end,
        edit.edit_class,
    ]


def _table_pair(pair: TablePair) -> dict[str, Any]:
    return {
        "prior": list(pair.prior),
        "current": list(pair.current),
        "score": plain_decimal(pair.score),
        "rows": [list(row) for row in pair.rows],
        "columns": [list(column) for column in pair.columns],
    }


def _number(pair: QuantityPair) -> dict[str, Any]:
    return {
        "id": pair.id,
        "key": pair.key,
        "prior": pair.prior,
        "current": pair.current,
        "indicator": pair.indicator,
        "unit": pair.unit,
        "relation": pair.relation,
        "difference": plain_decimal(pair.difference),
        "growth": plain_decimal(pair.growth),
        "conversion": pair.conversion,
        "score": plain_decimal(pair.score),
        "confirm": pair.confirm,
        "reason": _reason(pair.reason),
        "runner_up": pair.runner_up,
        "incomparable": pair.incomparable,
    }


def _promise(promise: Promise) -> dict[str, Any]:
    return {
        "key": promise.key,
        "prior": list(promise.prior),
        "current": list(promise.current),
        "status": promise.status,
        "numbers": list(promise.numbers),
    }


def _reuse(reuse: Reuse | None) -> dict[str, str | None] | None:
    if reuse is None:
        return None
    return {
        name: plain_decimal(getattr(reuse, name))
        for name in ("identical", "near", "cosine", "jaccard", "edit", "simple")
    }


def _reason(reason: Mapping[str, Decimal | str] | Mapping[str, Decimal]) -> dict[str, str | None]:
    return {
        code: plain_decimal(value) if isinstance(value, Decimal) else value for code, value in reason.items()
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "key": series.key,
        "indicator": series.indicator,
        "unit": series.unit,
        "points": dict(series.points),
    }


def _lineage(lineage: Lineage) -> dict[str, Any]:
    return {
        "key": lineage.key,
        "title": lineage.title,
        "sections": {report: list(ids) for report, ids in lineage.sections.items()},
    }
