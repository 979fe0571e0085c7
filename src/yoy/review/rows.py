"""Reads what people wrote in the rows of one sheet, wherever they moved, hid or sorted them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from yoy.model import Remark, RowFormula
from yoy.review.formulas import portable
from yoy.review.headings import (
    OWN,
    REVIEWER_COLUMNS,
    column_named,
    ruling_code,
    sheet_named,
    status_code,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yoy.review.cells import Cell, Cells

DEEPEST_HEADER = 60
"""People put rows above the headings, but not more than these."""
FEWEST_KNOWN = 5
"""Headings of ours that a row must hold to be the row of headings."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The row of headings of a sheet: names of columns by position."""

    row: int
    names: dict[int, str]

    @property
    def own(self) -> tuple[str, ...]:
        """Headings of the columns that people added."""
        return tuple(name.removeprefix(OWN) for name in self.names.values() if name.startswith(OWN))


@dataclass
class Found:
    """What one sheet holds of people's writing."""

    remarks: list[Remark] = field(default_factory=list)
    own: tuple[str, ...] = ()
    indices: dict[tuple[str, str], str] = field(default_factory=dict)


def find_heads(rows: Mapping[int, Cells]) -> Heads | None:
    """The row of headings, or None where the sheet is not one of ours."""
    for number, cells in rows.items():
        if number > DEEPEST_HEADER:
            break
        texts = {at: str(cell.text) for at, cell in cells.items() if cell.text is not None}
        names = {at: column_named(text) for at, text in texts.items()}
        known = [name for name in names.values() if name]
        if "key" in known and len(known) >= FEWEST_KNOWN:
            return Heads(number, _named(rows, number, texts, names))
    return None


def _named(
    rows: Mapping[int, Cells], header: int, texts: Mapping[int, str], names: Mapping[int, str | None]
) -> dict[int, str]:
    """Every column with writing in it gets a name; one without a heading is called by its letter."""
    found: dict[int, str] = {}
    used: set[str] = set()
    written = {at for number, cells in rows.items() if number > header for at in cells}
    for at in sorted(written | set(texts)):
        name = names.get(at)
        if name is None or name in used:
            name = _free(OWN + " ".join(texts.get(at, f"({get_column_letter(at)})").split()), used)
        used.add(name)
        found[at] = name
    return found


def _free(name: str, used: set[str]) -> str:
    count, free = 2, name
    while free in used:
        free, count = f"{name} {count}", count + 1
    return free


def read_rows(rows: Mapping[int, Cells], sheet: str, heads: Heads) -> Found:
    """Remarks and added columns of a sheet of rows.

    Args:
        rows: its cells.
        sheet: which sheet it is.
        heads: its headings.
    """
    found = Found(own=heads.own)
    found.remarks.extend(_above(rows, sheet, heads))
    ours = _our_notes(rows, heads)
    for number, cells in rows.items():
        if number <= heads.row:
            continue
        values = {
            heads.names[at]: _own_formula(cell, heads.names) or _value(cell)
            for at, cell in cells.items()
            if at in heads.names
        }
        comments = {
            heads.names.get(at, "index"): note
            for at, cell in cells.items()
            if cell.note is not None and (note := _their_note(cell.note.strip(), ours))
        }
        if not comments and all(value in {None, ""} for value in values.values()):
            continue
        name = _text(values.get("comparison")), _text(values.get("key"))
        found.indices.setdefault(name, _text(values.get("index")))
        remark = _remark(sheet, values, comments)
        if remark is not None:
            found.remarks.append(remark)
    return found


def _our_notes(rows: Mapping[int, Cells], heads: Heads) -> frozenset[str]:
    """Notes that yoy wrote: they say the whole of what a cell has in short."""
    told = {at for at, name in heads.names.items() if name in _WHOLE}
    return frozenset(
        _spaceless(str(cell.value)) for cells in rows.values() for at, cell in cells.items() if at in told
    ) - {""}


_WHOLE = ("text_prior", "text_current", "whole_what", "whole_cause")
"""Columns that hold the whole of what other cells have in short."""


def _spaceless(text: str) -> str:
    return "".join(text.replace("_x005F_", "_").split())


def _their_note(note: str, ours: frozenset[str]) -> str:
    """What a person wrote into a note: all of it, or what stands behind ours."""
    if not ours or _spaceless(note) in ours:
        return "" if ours else note
    lines = note.split("\n")
    for count in range(len(lines) - 1, 0, -1):
        if _spaceless("\n".join(lines[:count])) in ours:
            return "\n".join(lines[count:]).strip()
    return note


def _above(rows: Mapping[int, Cells], sheet: str, heads: Heads) -> Iterator[Remark]:
    """Writing beside the title, above the headings: ours stands in the first column alone."""
    values = [
        _value(cell)
        for number, cells in rows.items()
        for at, cell in cells.items()
        if number < heads.row and at > 1
    ]
    lines = [str(value) for value in values if value is not None]
    if lines:
        yield Remark(sheet=sheet, written={"other": "\n".join(lines)})


def _own_formula(cell: Cell, names: Mapping[int, str]) -> RowFormula | None:
    """The formula of a cell in a column that a person added, where it can move with its row."""
    if cell.formula is None or not names[cell.column].startswith(OWN):
        return None
    return portable(cell.formula, cell.row, names)


def _value(cell: Cell) -> object:
    """A cell's value; for a formula what it last came to, else its text."""
    if cell.formula is not None:
        return cell.value if cell.value is not None else cell.formula
    if isinstance(cell.value, str):
        return cell.value.replace("_x005F_", "_")  # how a workbook writes the sign that begins a code
    return cell.value


def _remark(sheet: str, values: dict[str, object], comments: dict[str, str]) -> Remark | None:
    """What a person wrote in a row, None where the row is as we made it."""
    written = {
        name: _coded(name, value)
        for name, value in values.items()
        if (name in REVIEWER_COLUMNS or name.startswith(OWN)) and value not in {None, ""}
    }
    if sheet == "open":
        _read_ruling(written)
    key = _text(values.get("key"))
    origin = sheet
    shown = {
        name: _text(value) for name, value in values.items() if name not in written and value is not None
    }
    if sheet == "withdrawn":
        origin = sheet_named(_text(values.get("sheet"))) or ""
        shown = {"subject": _text(values.get("subject"))}
    elif not key:
        rest = [text for name, text in shown.items() if text and name not in REVIEWER_COLUMNS]
        written["other"] = " · ".join(rest)
    if not written and not comments:
        return None
    return Remark(
        sheet=origin,
        comparison=_text(values.get("comparison")),
        key=key,
        fingerprint=_text(values.get("fingerprint")),
        written=written,
        shown=shown,
        comments=comments,
        prior=_text(values.get("prior_key")) or None,
        current=_text(values.get("current_key")) or None,
        withdrawn=sheet == "withdrawn",
    )


def _read_ruling(written: dict[str, object]) -> None:
    """On the sheet of open items a pair is accepted or rejected under its status."""
    ruling = ruling_code(str(written.get("status") or ""))
    if ruling in _RULINGS:
        written["pairing"] = ruling
        del written["status"]


_RULINGS = ("accepted", "rejected")


def _coded(name: str, value: object) -> object:
    if name == "status":
        return status_code(str(value).strip())
    if name == "pairing":
        return ruling_code(str(value).strip())
    return value


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value).strip()


__all__ = ["Found", "Heads", "find_heads", "read_rows"]
