"""Ends of paragraphs as Word wants them, and the ranges of moves.

A paragraph that was deleted or inserted takes its end along, and joins the next one when the change is
accepted or rejected. Before a table and at the end of the document there is no next one: an empty paragraph
would be left. So the end before it is taken instead, as it is when a person types there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yoy.writers.docx.items import SIDE_OF, Break, Grid, Range, Text
from yoy.writers.docx.sides import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.writers.docx.items import Item

_EMPTY = Break("both", BODY, BODY)


def settled(items: Sequence[Item]) -> list[Item]:
    """The items with the last end of each run of paragraphs standing in both texts, and ranges of moves."""
    made: list[Item] = []
    run: list[Item] = []
    for item in items:
        if isinstance(item, Grid):
            made += _kept_end(run)
            made += [_EMPTY] if made and isinstance(made[-1], Grid) else []
            made.append(item)
            run = []
        else:
            run.append(item)
    made += _kept_end(run)
    if not made or isinstance(made[-1], Grid):
        made.append(_EMPTY)
    return _ranged(made)


def _kept_end(run: list[Item]) -> list[Item]:
    """A run of paragraphs whose last end stands in both texts."""
    ends = [index for index, item in enumerate(run) if isinstance(item, Break)]
    if not ends:
        return run
    last = _at(run, ends[-1])
    if last.mark == "both":
        return run
    side = SIDE_OF[last.mark]
    for index in reversed(ends[:-1]):
        one = _at(run, index)
        if one.mark == "both":
            return _shifted(run, index, ends[-1], side)
        if SIDE_OF[one.mark] != side:
            return _merged(run, index, ends[-1], side)
    return [*run[: ends[-1]], replace(last, mark="both", move=None), *run[ends[-1] + 1 :]]


def _at(run: Sequence[Item], index: int) -> Break:
    item = run[index]
    assert isinstance(item, Break)
    return item


def _shifted(run: list[Item], index: int, last: int, side: str) -> list[Item]:
    """An end that both texts had goes to the one, and its last end stands for both."""
    one, other = _at(run, index), _at(run, last)
    made = list(run)
    if side == "prior":
        made[index] = Break("del", one.was, one.was)
        made[last] = Break("both", one.style, other.was)
    else:
        made[index] = Break("ins", one.style, one.style)
        made[last] = Break("both", other.style, one.was)
    return made


def _merged(run: list[Item], index: int, last: int, side: str) -> list[Item]:
    """An end of one text and the last end of the other become one."""
    one, other = _at(run, index), _at(run, last)
    styles = (other.style, one.was) if side == "current" else (one.style, other.was)
    return [*run[:index], *run[index + 1 : last], Break("both", *styles), *run[last + 1 :]]


def _ranged(items: Sequence[Item]) -> list[Item]:
    """The items with the ends of the ranges of moves set around what was moved."""
    first: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    for index, item in enumerate(items):
        if isinstance(item, Text | Break) and item.move is not None:
            end = _end_of(item)
            first.setdefault((item.move, end), index)
            last[item.move, end] = index
    opens = {index: Range(name, end, opens=True) for (name, end), index in first.items()}  # type: ignore[arg-type]
    closes = {index: Range(name, end, opens=False) for (name, end), index in last.items()}  # type: ignore[arg-type]
    return list(_with_ranges(items, opens, closes))


def _end_of(item: Text | Break) -> str:
    return "from" if item.mark in ("from", "del") else "to"


def _with_ranges(items: Sequence[Item], opens: dict[int, Range], closes: dict[int, Range]) -> Iterator[Item]:
    for index, item in enumerate(items):
        if index in opens:
            yield opens[index]
        yield item
        if index in closes:
            yield closes[index]
