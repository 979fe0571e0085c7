"""The unit of each cell and how many of what is printed makes one of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from yoy.language.hanzi import HANZI
from yoy.language.tables.grid import text_of
from yoy.language.tables.heads import corner_of, wide_of
from yoy.language.tables.words import any_says, counts, found, rules, says
from yoy.language.units import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.language.tables.frame import Frame
    from yoy.language.tables.heads import Heads
    from yoy.language.units import UnitTable

Measure = Literal["money", "per_share", "shares", "percent", "years", "count"]

SHARES = Unit(name="shares", family="shares")
_SCALES = {"t": Decimal(1000), "m": Decimal(1_000_000), "b": Decimal(1_000_000_000)}
_ONE = Decimal(1)
_GROUPED = re.compile(r"\d[,，]\d{3}")
_CENTS = re.compile(r"\d{1,3}\.\d{2}")
_ASIDE = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What is said of the whole table.

    Attributes:
        money, shares: how many of what is printed makes one; None where nothing is said.
        only_shares: the table counts shares and nothing else.
        currency: the sign that some cell of the table prints.
        has_share_column: a column counts shares, so that row heads say nothing of the others.
    """

    money: Decimal | None
    shares: Decimal | None
    only_shares: bool
    currency: str | None
    has_share_column: bool


def scales_of(
    frame: Frame, lead: Sequence[str], everywhere: Decimal | None, before: Scales | None = None
) -> Scales:
    """What heads and the words above say of a table.

    Args:
        everywhere: the scale stated for all tables.
        before: of the table that this one goes on from, where it states nothing itself.
    """
    said = [*corner_of(frame), *wide_of(frame), *_first_rows(frame)]
    above = [match[0] for text in reversed(lead) if (match := found("said_apart", (text,)))]
    stated = [text for text in said if found("scale", (text,))] or above
    texts = stated or ([f"in {frame.table.unit}"] if frame.table.unit else [])
    money = _scale(found("scale", [_without_shares(text) for text in texts]))
    shares = _scale(found("scale_of_shares", texts))
    if shares is None and any_says("shares_excepted", texts):
        shares = _ONE
    only = any_says("only_shares", texts)
    if not texts and before is not None:
        money, shares = before.money, before.shares
    return Scales(
        money=money if texts or before else everywhere,
        shares=shares if shares is not None else money,
        only_shares=only or _leads_to_shares(frame, lead),
        currency=next((sign for sign in frame.signs if sign), None),
        has_share_column=any(
            _column_measure(frame.heads(at)) == "shares"
            for at in range(frame.width)
            if frame.uses[at] == "figure"
        ),
    )


def _without_shares(text: str) -> str:
    for rule in rules("scale_of_shares"):
        text = rule.sub("", text)
    return text


def _first_rows(frame: Frame) -> list[str]:
    """Rows right below the heads that hold one text and no figure."""
    found_texts: list[str] = []
    for row in range(frame.table.header_rows, min(frame.height, frame.table.header_rows + 2)):
        texts = {text for at in range(frame.width) if (text := text_of(frame.grid.get((row, at))))}
        if len(texts) == 1:
            found_texts.extend(texts)
    return found_texts


def _leads_to_shares(frame: Frame, lead: Sequence[str]) -> bool:
    return not any(frame.signs) and bool(lead) and says("some_shares", lead[-1])


def _scale(match: re.Match[str] | None) -> Decimal | None:
    return _SCALES[match["scale"].lower()[0]] if match else None


def scale_everywhere(text: str) -> Decimal | None:
    """The scale that one sentence of an English report states for all its tables."""
    return _scale(found("scale_of_all", (text,)))


class Asked(NamedTuple):
    """A cell whose unit is asked for: its heads, its column, its digits, and its own printed unit."""

    heads: Heads
    column: int
    digits: str
    own: Unit | None


def measure_of(asked: Asked, frame: Frame, scales: Scales) -> Measure | None:
    """What a figure of an English table measures; the first of these that holds."""
    heads, column, digits = asked.heads, asked.column, asked.digits
    by_column, by_row = _column_measure(heads.column), _measure_of_row(heads, digits)
    row = heads.row[-1] if heads.row else ""
    priced = "per_share" in (by_column, by_row) and not _GROUPED.search(digits)
    cents = _is_small(digits, frame) and by_row != "percent" and (asked.own or scales.currency)
    summed = by_column == "money" or (scales.has_share_column and frame.signs[column])
    counted = scales.only_shares or (says("some_shares", row) and not scales.currency)
    steps: tuple[tuple[object, Measure | None], ...] = (
        (priced or cents, "per_share"),
        (asked.own, "money"),
        (by_column not in (None, "money", "per_share"), by_column),
        (by_row in ("percent", "years", "count"), by_row),
        (summed, "money"),
        (by_row == "shares" and not scales.has_share_column, "shares"),
        (frame.percents[column], "percent"),
        (counted, "shares"),
        (scales.currency or scales.money, "money"),
    )
    return next((measure for holds, measure in steps if holds), None)


def _measure_of_row(heads: Heads, digits: str) -> Measure | None:
    """What the row's head says, else the group it stands in; of small figures also the block above."""
    row = heads.row[-1] if heads.row else ""
    above = (heads.group, *reversed(heads.blocks)) if "." in digits else (heads.group,)
    return next((said for text in (row, *above) if text and (said := _row_measure(text))), None)


def _is_small(digits: str, frame: Frame) -> bool:
    """Two decimals in a table of whole numbers: an amount per share among millions."""
    return bool(_CENTS.fullmatch(digits)) and frame.whole


def _column_measure(texts: Sequence[str]) -> Measure | None:
    for text in reversed(texts):
        if says("mere_unit", text):
            continue
        measure = _measure(text)
        if measure:
            return measure
        if says("money", text):
            return "money"
    return None


def _row_measure(text: str) -> Measure | None:
    """What a row head says; figures in brackets ($0.16 per share) are an aside."""
    return _measure(_ASIDE.sub("", text))


def _measure(text: str) -> Measure | None:
    """What a head says of the figures, None where it doesn't."""
    computed = says("in_computation", text)
    if says("shares", text) and not (says("money", text) and not computed) and not _priced(text):
        return "shares"
    if says("per_share", text) and not computed:
        return "per_share"
    if says("years", text):
        return "years"
    if says("counted", text):
        return "count"
    return "percent" if says("percent", text) else None


def _priced(text: str) -> bool:
    return says("per_share", text) and not says("in_computation", text)


def english_unit(asked: Asked, frame: Frame, scales: Scales, units: UnitTable) -> Unit | None:
    """The unit of a cell of an English table, with the scale that its column, its row or the table states."""
    own = asked.own
    if own is not None and not own.family.startswith("money"):
        return own
    measure = measure_of(asked, frame, scales)
    money = own or units.find(frame.signs[asked.column] or scales.currency or "$")
    nearer = _nearer_scale(asked.heads)
    if measure == "money" and money is not None:
        return replace(money, scale=nearer or scales.money or _ONE)
    made: dict[Measure | None, Unit | None] = {
        "per_share": money,
        "shares": replace(SHARES, scale=nearer or scales.shares or _ONE),
        "percent": units.find("%"),
        "years": units.find("years"),
    }
    return made.get(measure, Unit(name="", family="", scale=nearer) if nearer else own)


def _nearer_scale(heads: Heads) -> Decimal | None:
    """A scale that the head of a row or column states for itself: Customer transactions (in millions)."""
    near = [*heads.column[-1:], *heads.row[-1:], heads.group]
    return _scale(next((m for text in near if text and (m := found("scale", (text,)))), None))


def chinese_unit(own: Unit | None, heads: Heads, column: int, frame: Frame, units: UnitTable) -> Unit | None:
    """The unit of a cell: its own, else what its column's head says, then its row's, then the table's."""
    if own is not None and own.scale != 1:
        return own
    if own is not None and not own.family.startswith("money"):
        return own
    said = _named(heads, column, frame, units)
    if own is not None:
        return said if said is not None and said.family == own.family else own
    return said


def _named(heads: Heads, column: int, frame: Frame, units: UnitTable) -> Unit | None:
    for head in (*reversed(heads.column), *reversed(heads.row)):
        for pattern in rules("unit"):
            match = pattern.search(head)
            unit = units.find(match["unit"]) if match else None
            if unit:
                return unit
        counted = next((unit for ending, unit in counts().items() if head.endswith(ending)), None)
        if counted:
            return units.find(counted)
        if says("percent", head):
            return units.find("%")
    if frame.percents[column]:
        return units.find("%")
    return units.find(frame.table.unit) if frame.table.unit else None


def is_chinese(frame: Frame, lead: Sequence[str]) -> bool:
    """Whether the words of a table are Chinese."""
    words = [cell.text for row in frame.table.rows for cell in row if any(map(str.isalpha, cell.text))]
    hanzi = sum(bool(HANZI.search(text)) for text in (words or list(lead)))
    return hanzi * 2 >= max(1, len(words or list(lead)))
