"""Carries what people wrote into the rows of a new workbook, by stable key; nothing is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.layout import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Remark, Review
    from yoy.writers.excel.rows.layout import Row, Sheet
    from yoy.writers.excel.rows.words import Words

OWN = "own:"
"""Begins the name of a column that a person added; the heading follows."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A remark that no row of the new workbook can carry, with the reason."""

    remark: Remark
    reason: str


@dataclass
class _Seats:
    """The rows of one sheet by what names them, and which are taken."""

    sheet: Sheet
    taken: dict[int, Remark]

    def __post_init__(self) -> None:
        self._exact: dict[tuple[str, str], int] = {}
        self._by_key: dict[str, list[int]] = {}
        for at, row in enumerate(self.sheet.rows):
            self._exact.setdefault((row.comparison, row.key), at)
            self._by_key.setdefault(row.key, []).append(at)

    def find(self, remark: Remark) -> int | None:
        """The row that a remark belongs to: same comparison and key, else the only one of that key."""
        if not remark.key:
            return None
        at = self._exact.get((remark.comparison, remark.key))
        if at is None and not remark.comparison:
            same = self._by_key.get(remark.key, [])
            at = same[0] if len(same) == 1 else None
        return at


def merge(sheets: Sequence[Sheet], review: Review, words: Words) -> tuple[list[Sheet], list[Gone]]:
    """The sheets with every remark in its row, and the remarks whose rows are gone.

    A remark is in exactly one place afterwards. Where the figures of its row changed, it stands
    there still, its status says so, and what the status was is kept beside it.
    """
    seats: dict[str, _Seats] = {sheet.name: _Seats(sheet, {}) for sheet in sheets}
    gone = []
    for remark in sorted(review.remarks, key=lambda remark: remark.withdrawn):
        reason = _take_seat(seats, remark)
        if reason:
            gone.append(Gone(remark, reason))
    merged = [_filled(seats[sheet.name], review.columns.get(sheet.name, ()), words) for sheet in sheets]
    return merged, gone


def _take_seat(seats: Mapping[str, _Seats], remark: Remark) -> str | None:
    """Seat a remark; the reason why not, where it can't be."""
    if not remark.key:
        return "loose"
    table = seats.get(remark.sheet)
    at = table.find(remark) if table else None
    if table is None or at is None:
        return "rejected" if remark.written.get("pairing") == "rejected" else "vanished"
    row = table.sheet.rows[at]
    if remark.written.get("pairing") == "rejected" and not _same_pair(remark, row):
        return "rejected"
    if at in table.taken:
        return "twice"
    table.taken[at] = remark
    return None


def _same_pair(remark: Remark, row: Row) -> bool:
    shown = row.cells.get("prior_key") or None, row.cells.get("current_key") or None
    return shown == (remark.prior, remark.current)


def _filled(seats: _Seats, own: Iterable[str], words: Words) -> Sheet:
    sheet = seats.sheet
    columns = tuple(
        Column(name=OWN + heading, heading=heading, width=18, look="review", reviewer=True, page=None)
        for heading in own
    )
    rows = tuple(
        _with_remark(row, seats.taken[at], words) if at in seats.taken else row
        for at, row in enumerate(sheet.rows)
    )
    return replace(sheet, columns=(*sheet.columns, *columns), rows=rows)


def _with_remark(row: Row, remark: Remark, words: Words) -> Row:
    written = spoken(remark.written, words)
    if remark.fingerprint and remark.fingerprint != row.fingerprint:
        before = str(written.get("status") or words.say("no_status"))
        earlier = str(written.get("since") or "")
        saw = words.say("list_comma").join(f"{name} {text}" for name, text in _seen(remark))
        note = words.say("changed_since", status=before, saw=saw)
        written["since"] = "\n".join(filter(None, (note, earlier)))
        written["status"] = words.say("status_again")
    comments = {
        name: text for name, text in remark.comments.items() if name in row.cells or name in remark.written
    }
    lost = {name: text for name, text in remark.comments.items() if name not in comments}
    if lost:
        comments["index"] = "\n".join([*filter(None, [comments.get("index")]), *lost.values()])
    return replace(row, written={**row.written, **written}, comments=comments)


def _seen(remark: Remark) -> Iterable[tuple[str, str]]:
    """The few cells that tell what the row said when the remark was made."""
    for name, text in remark.shown.items():
        if name in _TELLING and text:
            yield "", text.strip()
        elif name.startswith("value_") and text:
            yield name.removeprefix("value_"), text


_TELLING = frozenset(
    {"verdict", "stated", "recomputed", "promise_status", "cell_prior", "cell_current", "why"}
)


def spoken(written: Mapping[str, object], words: Words) -> dict[str, object]:
    """What was written, with statuses and verdicts in the language of the new workbook."""
    said = dict(written)
    for name in ("status", "pairing"):
        prefix = "status" if name == "status" else "ruling"
        value = said.get(name)
        if isinstance(value, str) and f"{prefix}_{value}" in _CODES:
            said[name] = words.say(f"{prefix}_{value}")
    return said


_CODES = frozenset(
    {
        "status_open",
        "status_agreed",
        "status_differs",
        "status_explain",
        "status_not_applicable",
        "status_again",
        "ruling_accepted",
        "ruling_rejected",
    }
)
