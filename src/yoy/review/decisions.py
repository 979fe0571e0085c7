"""Reads the decisions that the page exports (decisions.schema.json); decisions as remarks and back.

A decision and a remark are two faces of one thing: what a person said of one row. Remarks are what the
workbook carries, decisions what the stages obey and what is merged, exported and written down.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast, get_args

from yoy.errors import WriteError
from yoy.lexicon import fail
from yoy.model import Decision, DecisionKind, Remark, Review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FORMAT, VERSION = "yoy-decisions", 1
LARGEST = 50_000_000
"""Bytes of a file of decisions: a hundred thousand of them have less."""
LINKS = ("accepted", "rejected")
"""Rulings of links: the comparison obeys them. All others are the status of a row."""
SHEET_OF: Mapping[str, str] = MappingProxyType(
    {
        "pair": "figures",
        "section_link": "sections",
        "passage_link": "passages",
        "finding": "findings",
        "open_item": "open",
    }
)
"""The sheet of the workbook whose rows a kind of decision is about."""
KIND_OF = MappingProxyType({sheet: cast("DecisionKind", kind) for kind, sheet in SHEET_OF.items()})
_TEXTS = ("comparison", "remark", "who", "when", "fingerprint")


def parse_decisions(content: bytes, name: str) -> Review:
    """What a file of decisions holds; `name` is for messages.

    Raises:
        WriteError: it is no such file, or an entry of it is not as the schema says.
    """
    if len(content) > LARGEST:
        raise fail(WriteError, "review_too_large", file=name, limit=LARGEST // 1_000_000)
    whole = _loaded(content, name)
    saved = str(whole.get("exported") or "")
    if saved and moment(saved) is None:
        raise fail(WriteError, "decision_not_read", file=name, number=0, field="exported")
    decisions = tuple(_decision(entry, number, name) for number, entry in enumerate(whole["decisions"], 1))
    return Review(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        saved=saved,
        remarks=tuple(remark_of(decision) for decision in decisions),
        decisions=decisions,
    )


def _loaded(content: bytes, name: str) -> dict[str, Any]:
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise fail(WriteError, "not_decisions", file=name) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise fail(WriteError, "not_decisions", file=name)
    if whole.get("format_version") != VERSION or not isinstance(whole.get("decisions"), list):
        raise fail(WriteError, "not_decisions", file=name)
    return whole


def _decision(entry: object, number: int, name: str) -> Decision:
    wrong = _wrong(entry)
    if wrong:
        raise fail(WriteError, "decision_not_read", file=name, number=number, field=wrong)
    given = cast("dict[str, Any]", entry)
    return Decision(
        key=given["key"],
        kind=given["kind"],
        ruling=given["ruling"],
        prior=tuple(given.get("prior", ())),
        current=tuple(given.get("current", ())),
        file=name,
        **{field: given.get(field, "") for field in _TEXTS},
    )


def _wrong(entry: object) -> str | None:
    """The first field of an entry that is not as the schema has it."""
    if not isinstance(entry, dict):
        return "decision"
    when = entry.get("when")
    right = {
        "key": isinstance(entry.get("key"), str) and bool(entry["key"]),
        "kind": entry.get("kind") in get_args(DecisionKind),
        "ruling": "ruling" in entry and isinstance(entry["ruling"], str | None),
        **{field: isinstance(entry.get(field, ""), str) for field in _TEXTS},
        **{side: _is_texts(entry.get(side, [])) for side in ("prior", "current")},
    }
    right["when"] = right["when"] and (not when or moment(when) is not None)
    return next((field for field, is_right in right.items() if not is_right), None)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def moment(text: str) -> dt.datetime | None:
    """A day or a time as a point in time; one without a zone is taken as it stands."""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def remark_of(decision: Decision) -> Remark:
    """What the workbook shows of a decision."""
    face = "pairing" if decision.ruling in LINKS else "status"
    said: dict[str, object] = {
        face: decision.ruling,
        "remark": decision.remark,
        "preparer": decision.who,
        "review_date": _as_written(decision.when),
    }
    return Remark(
        sheet=SHEET_OF[decision.kind],
        comparison=decision.comparison,
        key=decision.key,
        fingerprint=decision.fingerprint,
        written={name: value for name, value in said.items() if value not in (None, "")},
        prior="\n".join(decision.prior) or None,
        current="\n".join(decision.current) or None,
    )


def _as_written(when: str) -> dt.datetime | str:
    """The time as a cell holds it: by the clock of whoever decided."""
    found = moment(when)
    return found.replace(tzinfo=None) if found else when


def decisions_of(remarks: tuple[Remark, ...], file: str, saved: str) -> Iterator[Decision]:
    """The decisions that remarks hold; those on sheets that nobody decides on are remarks alone."""
    for remark in remarks:
        kind = KIND_OF.get(remark.sheet)
        if kind is None or not remark.key:
            continue
        rulings = [remark.written[name] for name in ("pairing", "status") if name in remark.written]
        for place, ruling in enumerate(rulings or [None]):
            yield Decision(
                key=remark.key,
                kind=kind,
                comparison=remark.comparison,
                ruling=None if ruling is None else str(ruling),
                remark="" if place else str(remark.written.get("remark") or ""),
                who=str(remark.written.get("preparer") or remark.written.get("reviewer") or ""),
                when=_told(remark.written.get("review_date"), saved),
                fingerprint=remark.fingerprint,
                prior=tuple((remark.prior or "").split("\n")) if remark.prior else (),
                current=tuple((remark.current or "").split("\n")) if remark.current else (),
                file=file,
            )


def _told(day: object, saved: str) -> str:
    """When a row was decided: the date in it, on that day the time the file was saved, else that time."""
    if isinstance(day, dt.datetime):
        written = day.isoformat() if day.time() != dt.time() else day.date().isoformat()
    elif isinstance(day, dt.date):
        written = day.isoformat()
    else:
        written = str(day) if day and moment(str(day)) else ""
    return saved if not written or saved.startswith(written) else written
