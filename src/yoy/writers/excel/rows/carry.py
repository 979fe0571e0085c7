"""Carries what people wrote into the rows of a new workbook, by stable key; nothing is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from yoy.writers.excel.rows.columns import RULINGS, STATUSES
from yoy.writers.excel.rows.layout import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yoy.model import Remark, Review
    from yoy.writers.excel.rows.layout import Row, Sheet, SheetName
    from yoy.writers.excel.rows.words import Words

_FIGURES = "figures"
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
    """The sheets with every remark in its row, and the remarks whose rows are gone."""
    carrier = Carrier(review, words)
    return [carrier.carry(sheet) for sheet in sheets], carrier.gone()


class Carrier:
    """Hands out the remarks of a review, sheet by sheet.

    A remark is in exactly one place afterwards. Where the figures of its row changed, it stands
    there still, its status says so, and what the status was is kept beside it.
    """

    def __init__(
        self, review: Review, words: Words, homes: Mapping[tuple[str, str], SheetName] | None = None
    ) -> None:
        self._columns, self._words = review.columns, words
        at_home = (_at_home(remark, homes or {}) for remark in review.remarks)
        self._order = sorted(at_home, key=lambda remark: remark.withdrawn)
        self._reasons: dict[int, str | None] = {}
        self._again = 0

    def carry(self, sheet: Sheet) -> Sheet:
        """The sheet with the remarks that belong to its rows."""
        seats = _Seats(replace(sheet, rows=tuple(sheet.rows)), {})
        for number, remark in enumerate(self._order):
            if remark.key and remark.sheet == sheet.name:
                self._reasons[number] = _take_seat(seats, remark)
        renamed = [n for n, r in enumerate(self._order) if self._is_of(sheet, n, r)]
        for number, at in _by_values(seats, {n: self._order[n] for n in renamed}).items():
            seats.taken[at] = self._order[number]
            self._reasons[number] = None
        self._again += sum(
            _is_changed(remark, seats.sheet.rows[at]) or remark.written.get("status") == "again"
            for at, remark in seats.taken.items()
        )
        return _filled(seats, self._columns.get(sheet.name, ()), self._words)

    def _is_of(self, sheet: Sheet, number: int, remark: Remark) -> bool:
        """Whether a remark on figures of this sheet has lost its row, though nobody rejected the pair."""
        return remark.sheet == sheet.name == _FIGURES and self._reasons.get(number) == "vanished"

    def count(self) -> tuple[int, int, int]:
        """How many remarks were kept as they were, must be verified again, and have no row any more."""
        gone = len(self.gone())
        return len(self._order) - gone - self._again, self._again, gone

    def gone(self) -> list[Gone]:
        """Remarks that no sheet so far could take, each with the reason."""
        reasons = (
            (remark, self._reasons.get(number, _no_sheet(remark)))
            for number, remark in enumerate(self._order)
        )
        return [Gone(remark, reason) for remark, reason in reasons if reason]


def _at_home(remark: Remark, homes: Mapping[tuple[str, str], SheetName]) -> Remark:
    """A remark on an open item that is settled stands in the row of what it was about."""
    home = homes.get((remark.comparison, remark.key)) if remark.sheet == "open" else None
    return replace(remark, sheet=home, withdrawn=False) if home else remark


def _by_values(seats: _Seats, remarks: Mapping[int, Remark]) -> dict[int, int]:
    """Remarks whose figures stand there still under another name: one row and one remark of their values."""
    rows: dict[tuple[str, ...], list[int]] = {}
    for at, row in enumerate(seats.sheet.rows):
        if at not in seats.taken:
            rows.setdefault(_values(row.comparison, row.cells), []).append(at)
    seekers: dict[tuple[str, ...], list[int]] = {}
    for number, remark in remarks.items():
        seekers.setdefault(_values(remark.comparison, remark.shown), []).append(number)
    return {
        numbers[0]: rows[values][0]
        for values, numbers in seekers.items()
        if len(numbers) == 1 and len(rows.get(values, ())) == 1 and any(values[1:])
    }


def _values(comparison: str, cells: Mapping[str, object]) -> tuple[str, ...]:
    """The values and the unit that a row of figures shows, however they are formatted."""
    shown = {name: cells[name] for name in sorted(cells) if name.startswith("value_") or name == "unit"}
    return (
        comparison,
        *(f"{name}={_plain(value)}" for name, value in shown.items() if value not in (None, "")),
    )


def _plain(value: object) -> str:
    try:
        return f"{Decimal(str(value).replace(',', '')).normalize():f}"
    except InvalidOperation:
        return str(value).strip()


def _no_sheet(remark: Remark) -> str:
    """Why a remark stays where its sheet isn't there."""
    if not remark.key:
        return "loose"
    return "rejected" if remark.written.get("pairing") == "rejected" else "vanished"


def _take_seat(table: _Seats, remark: Remark) -> str | None:
    """Seat a remark; the reason why not, where it can't be."""
    at = table.find(remark)
    if at is None:
        return _no_sheet(remark)
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
    known = frozenset(column.name for column in (*sheet.columns, *columns))
    rows = tuple(
        _with_remark(row, seats.taken[at], words, known) if at in seats.taken else row
        for at, row in enumerate(sheet.rows)
    )
    told = any(row.written.get("since") for row in rows)
    shown = (
        replace(column, hidden=False) if told and column.name == "since" else column
        for column in sheet.columns
    )
    return replace(sheet, columns=(*shown, *columns), rows=rows)


def _with_remark(row: Row, remark: Remark, words: Words, known: frozenset[str]) -> Row:
    written = spoken({name: value for name, value in remark.written.items() if name in known}, words)
    homeless = {name: value for name, value in remark.written.items() if name not in known}
    if homeless:
        lines = (str(written.get("since") or ""), listed(homeless, words))
        written["since"] = "\n".join(filter(None, lines))
    if _is_changed(remark, row):
        before = str(written.get("status") or words.say("no_status"))
        earlier = str(written.get("since") or "")
        saw = words.say("list_comma").join(f"{name} {text}" for name, text in _seen(remark))
        note = words.say("changed_since", status=before, saw=saw)
        written["since"] = "\n".join(filter(None, (note, earlier)))
        written["status"] = words.say("status_again")
    if remark.sheet == "open" and "status" not in written:
        written |= {"status": written.pop("pairing", "")}
    if remark.before:
        told = [said_before(entry, words) for entry in remark.before]
        written["since"] = "\n".join([*filter(None, [str(written.get("since") or "")]), *told])
    comments = {
        name: text for name, text in remark.comments.items() if name in row.cells or name in remark.written
    }
    lost = {name: text for name, text in remark.comments.items() if name not in comments}
    if lost:
        comments["index"] = "\n".join([*filter(None, [comments.get("index")]), *lost.values()])
    return replace(row, written={**row.written, **written}, comments=comments)


def _is_changed(remark: Remark, row: Row) -> bool:
    """Whether what is there now is not what the person saw."""
    return bool(remark.fingerprint) and remark.fingerprint != row.fingerprint


def said_before(entry: Mapping[str, object], words: Words) -> str:
    """What newer words of another file have replaced."""
    said = listed({name: value for name, value in entry.items() if name != "until"}, words)
    until = str(entry.get("until") or "")[:10]
    return words.say("said_before", until=until, said=said)


def listed(written: Mapping[str, object], words: Words) -> str:
    """What was written in some columns, each with its heading."""
    return words.say("list_comma").join(
        f"{words.say(f'column_{name}') if not name.startswith(OWN) else name.removeprefix(OWN)} {value}"
        for name, value in spoken(written, words).items()
    )


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
    for name, prefix, codes in (("status", "status", STATUSES), ("pairing", "ruling", RULINGS)):
        value = said.get(name)
        if value in codes:
            said[name] = words.say(f"{prefix}_{value}")
    return said
