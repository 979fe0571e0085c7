"""Reports, outlines, figures and findings as plain values: what the JSON document is made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from yoy.model import OpenKind

if TYPE_CHECKING:
    from decimal import Decimal

    from yoy.model import (
        Figures,
        Finding,
        Note,
        Outline,
        Quantity,
        Report,
        ReportPair,
        Span,
        Table,
        TableLine,
    )


@lru_cache(maxsize=1 << 14)
def plain_decimal(value: Decimal | None) -> str | None:
    """A number as a string of plain decimals without trailing zeros: "558", "-0.0396"."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


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
            {
                "start": p.span.start,
                "end": p.span.end,
                "page": p.page,
                "paragraph": p.paragraph,
                "sheet": p.sheet,
                "cell": p.cell,
            }
            for p in document.places
        ],
        **outline_of(report.outline),
        **figures_of(report.figures),
        "findings": [finding_of(finding) for finding in report.findings],
        "notes": [
            note_of(note)
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
            {
                "id": p.id,
                "section": p.section,
                "kind": p.kind,
                "start": p.span.start,
                "end": p.span.end,
                "part": p.part,
                "period": p.period,
                "scope": p.scope,
            }
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
        "title": table.title,
        "caption": table.caption,
        "unit": table.unit,
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "lines": [_line(line) for line in table.lines],
        "rows": [
            [
                {
                    "text": cell.text,
                    "start": cell.span.start,
                    "end": cell.span.end,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                    "state": cell.state,
                }
                for cell in row
            ]
            for row in table.rows
        ],
    }


def _line(line: TableLine) -> dict[str, Any]:
    """A row or column with what is known of it; what is not known is left out."""
    known = {
        "row": line.row,
        "column": line.column,
        "unit": line.unit,
        "period": line.period,
        "use": line.use,
    }
    return {name: value for name, value in known.items() if value is not None}


def figures_of(figures: Figures) -> dict[str, Any]:
    """Quantities, numbers set aside and implied values as plain values."""
    return {
        "quantities": [_quantity(quantity) for quantity in figures.quantities],
        "set_aside": [
            {
                "start": x.span.start,
                "end": x.span.end,
                "surface": x.surface,
                "reason": x.reason,
                "doubt": x.doubt,
            }
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
        "concept": quantity.concept,
        "subjects": list(quantity.subjects),
        "qualifiers": list(quantity.qualifiers),
        "basis": quantity.basis,
        "rule": quantity.rule,
        "named_by": quantity.named_by,
        "doubt": quantity.doubt,
        "mark": quantity.mark,
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


def note_of(note: Note) -> dict[str, Any]:
    """One note as plain values."""
    return {
        "stage": note.stage,
        "code": note.code,
        "args": dict(note.args),
        "span": [note.span.start, note.span.end] if note.span else None,
    }


def counts_of(pair: ReportPair) -> dict[str, int]:
    """How many open items there are of each kind, and in all: the counts that every output shows."""
    kinds = [item.kind for item in pair.open]
    return {**{kind: kinds.count(kind) for kind in get_args(OpenKind)}, "open": len(kinds)}
