"""Comparison to the JSON document of the contract (docs/output.md): the machine-readable face."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from yoy.language.numerals import trim
from yoy.version import __version__
from yoy.writers.numerals import WIDE
from yoy.writers.plain import counts_of, finding_of, note_of, plain_decimal, report_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.model import (
        Comparison,
        Edit,
        Lineage,
        OpenItem,
        PassagePair,
        Promise,
        QuantityPair,
        ReportPair,
        Reuse,
        SectionPair,
        Series,
        TablePair,
    )
    from yoy.writers.options import WriteOptions

FORMAT_VERSION = 1
# Objects and lists down to this depth stand on lines of their own; what lies below, a section, a passage,
# a figure, is one line: a program reads it fast and a line diff of two results shows what changed.
_DEPTH_OF_RECORDS = 4
_GROWTH_PLACES = Decimal("0.0001")


def write_json(comparison: Comparison, stream: BinaryIO, options: WriteOptions) -> None:  # noqa: ARG001 - every writer takes the options; this one's bytes depend on none
    """Writes the document as UTF-8; its bytes depend on the inputs and settings alone."""
    stream.writelines(
        piece.encode("utf-8", "backslashreplace") for piece in _pieces(document_of(comparison), 0)
    )
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


def _pieces(value: object, depth: int) -> Iterator[str]:
    """`value` as JSON text, one record a line."""
    if depth == _DEPTH_OF_RECORDS or not value or not isinstance(value, dict | list):
        yield _RECORDS.encode(value)
        return
    margin = "\n" + " " * (depth + 1)
    if isinstance(value, dict):
        for index, (name, item) in enumerate(value.items()):
            yield f"{',' if index else '{'}{margin}{_RECORDS.encode(name)}: "
            yield from _pieces(item, depth + 1)
        yield f"\n{' ' * depth}}}"
    elif depth == _DEPTH_OF_RECORDS - 1:
        yield f"[{margin}"
        yield f",{margin}".join(map(_RECORDS.encode, value))
        yield f"\n{' ' * depth}]"
    else:
        for index, item in enumerate(value):
            yield f"{',' if index else '['}{margin}"
            yield from _pieces(item, depth + 1)
        yield f"\n{' ' * depth}]"


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return plain_decimal(value)
    raise TypeError(type(value).__name__)


_RECORDS = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_plain)


def _pair(pair: ReportPair) -> dict[str, Any]:
    return {
        "prior": pair.prior,
        "current": pair.current,
        "sections": [section_pair_of(section) for section in pair.sections],
        "passages": [passage_pair_of(passage) for passage in pair.passages],
        "tables": [_table_pair(table) for table in pair.tables],
        "numbers": [_number(number) for number in pair.numbers],
        "headline": list(pair.headline),
        "open": [_open(item) for item in pair.open],
        "counts": counts_of(pair),
        "promises": [_promise(promise) for promise in pair.promises],
        "reuse": _reuse(pair.reuse),
        "findings": [finding_of(finding) for finding in pair.findings],
        "notes": [note_of(note) for note in pair.notes],
    }


def section_pair_of(pair: SectionPair) -> dict[str, Any]:
    """One link of sections as plain values."""
    return {
        "key": pair.key,
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
        "key": pair.key,
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


def _growth(value: Decimal | None) -> Decimal | None:
    """To four places, as the contract has it; what people read is rounded once, from more."""
    return None if value is None else trim(value.quantize(_GROWTH_PLACES, ROUND_HALF_UP, WIDE))


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
        "growth": plain_decimal(_growth(pair.growth)),
        "conversion": pair.conversion,
        "score": plain_decimal(pair.score),
        "confirm": pair.confirm,
        "flagged": pair.flagged,
        "reason": _reason(pair.reason),
        "runner_up": pair.runner_up,
        "subject": pair.subject,
        "incomparable": pair.incomparable,
    }


def _open(item: OpenItem) -> dict[str, str | None]:
    return {
        "key": item.key,
        "kind": item.kind,
        "number": item.number,
        "finding": item.finding,
        "link": item.link,
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
