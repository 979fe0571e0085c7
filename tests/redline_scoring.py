"""Reads a Word redline back and scores it against the truth of a pair with recorded edits (make_pair.py)."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES = {f"{W}del": "del", f"{W}ins": "ins", f"{W}moveFrom": "from", f"{W}moveTo": "to"}
_READ_BY = {
    "": (True, True),
    "del": (True, False),
    "from": (True, False),
    "ins": (False, True),
    "to": (False, True),
}
_YEAR = re.compile(r"20\d\d年?度?")
_SLACK = 6
_MOST = 0.9


class Stretch(NamedTuple):
    """Text of one kind, with its place among the characters of each report that are not blank."""

    mark: str
    text: str
    prior: tuple[int, int]
    current: tuple[int, int]


def stretches(path: Path) -> list[list[tuple[str, str]]]:
    """The paragraphs of a document, each as pieces of text with what became of them."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [list(_pieces(paragraph)) for paragraph in root.iter(f"{W}p")]


def _pieces(paragraph: _Element) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for element in paragraph.iter(f"{W}t", f"{W}delText"):
        marks = [_CHANGES[parent.tag] for parent in element.iterancestors() if parent.tag in _CHANGES]
        if len(marks) > 1 and {"ins", "del"} <= set(marks):
            continue  # deleted again where it was inserted: neither side reads it
        text = "".join((element.text or "").split())
        if text:
            pieces.append((marks[0] if marks else "", text))
    return pieces


def placed(paragraphs: list[list[tuple[str, str]]], texts: tuple[str, str]) -> tuple[list[Stretch], bool]:
    """The pieces with their places; whether every paragraph was found in its report."""
    made: list[Stretch] = []
    at, found = [0, 0], True
    for pieces in paragraphs:
        for side in (0, 1):
            read = "".join(text for mark, text in pieces if _READ_BY[mark][side])
            place = texts[side].find(read, at[side]) if read else at[side]
            found = found and place >= 0
            at[side] = place if place >= 0 else at[side]
        for mark, text in pieces:
            spans = []
            for side in (0, 1):
                spans.append((at[side], at[side] + len(text) * _READ_BY[mark][side]))
                at[side] = spans[-1][1]
            made.append(Stretch(mark, text, spans[0], spans[1]))
    return made, found


def joined(made: list[Stretch]) -> list[Stretch]:
    """Stretches of one kind that follow each other as one, as a reader sees them."""
    one: list[Stretch] = []
    for stretch in made:
        last = one[-1] if one else None
        if (
            last
            and last.mark == stretch.mark
            and (last.prior[1], last.current[1])
            == (
                stretch.prior[0],
                stretch.current[0],
            )
        ):
            one[-1] = Stretch(
                last.mark,
                last.text + stretch.text,
                (last.prior[0], stretch.prior[1]),
                (last.current[0], stretch.current[1]),
            )
        else:
            one.append(stretch)
    return one


def without_years(made: list[Stretch]) -> list[Stretch]:
    """The changes without years that shifted by one."""
    kept: list[Stretch] = []
    for stretch in made:
        last = kept[-1] if kept else None
        if last and {last.mark, stretch.mark} == {"del", "ins"} and _shifts(last.text, stretch.text):
            kept.pop()
        elif stretch.mark in ("del", "ins"):
            kept.append(stretch)
    return kept


def _shifts(one: str, other: str) -> bool:
    if not (_YEAR.fullmatch(one) and _YEAR.fullmatch(other)):
        return (
            len(one) == len(other) == 1
            and one.isdecimal()
            and other.isdecimal()
            and abs(int(one) - int(other)) == 1
        )
    return abs(int(one[:4]) - int(other[:4])) == 1


def score(path: Path, folder: Path) -> dict[str, object]:
    """How a redline of the pair in `folder` does."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["edits"]
    texts = ["".join((folder / f"{year}.txt").read_text(encoding="utf-8").split()) for year in (2017, 2018)]
    made, found = placed(stretches(path), (texts[0], texts[1]))
    changes = joined(made)
    numbers = [edit for edit in truth if edit["kind"] == "number"]
    moves = [edit for edit in truth if edit["kind"] == "move"]
    kinds = ("number", "heading", "reword", "insert", "delete", "renumber")
    true = sum(
        edit[side][1] - edit[side][0]
        for edit in truth
        if edit["kind"] in kinds
        for side in "ab"
        if side in edit
    )
    shown = sum(len(stretch.text) for stretch in without_years(changes))
    return {
        "readable": found,
        "figures": f"{sum(_alone(edit, changes) for edit in numbers)}/{len(numbers)}",
        "moves": f"{sum(_moved(edit, changes) for edit in moves)}/{len(moves)}",
        "noise": round(shown / max(1, true), 3),
        "revisions": sum(stretch.mark != "" for stretch in made),
        "bytes": path.stat().st_size,
    }


def _alone(edit: dict[str, list[int]], changes: list[Stretch]) -> bool:
    """Whether a changed figure is one stretch on each side, with no more than its unit."""
    room = _SLACK + len(str(edit.get("unit") or ""))
    return all(
        any(
            stretch.mark == mark and here[0] <= edit[key][0] and edit[key][1] <= here[1]
            and here[1] - here[0] <= edit[key][1] - edit[key][0] + room
            for stretch in changes
            for here in (stretch.prior if mark == "del" else stretch.current,)
        )
        for key, mark in (("a", "del"), ("b", "ins"))
    )  # fmt: skip


def _moved(edit: dict[str, list[int]], changes: list[Stretch]) -> bool:
    start, end = edit["b"]
    within = sum(
        max(0, min(end, stretch.current[1]) - max(start, stretch.current[0]))
        for stretch in changes
        if stretch.mark == "to"
    )
    return within >= _MOST * (end - start)
