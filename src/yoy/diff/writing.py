"""Steps between tokens → edits of the text, each with its class."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from yoy.language.tokens import year_of
from yoy.model import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yoy.diff.steps import Step
    from yoy.language.tokens import Token
    from yoy.model import EditClass, EditTag


class Writer:
    """Writes the edits of one pair, keeping the place in both texts.

    The pieces of a side are the passages of the pair; what stands between two pieces belongs to
    neither, so an edit that reaches over such a gap is cut there.
    """

    def __init__(
        self, texts: tuple[str, str], pieces: tuple[Sequence[Span], Sequence[Span]], years_apart: int | None
    ) -> None:
        self._texts = texts
        self._pieces = (_merged(pieces[0]), _merged(pieces[1]))
        self._at = [pieces[0][0].start, pieces[1][0].start]
        self._years_apart = years_apart
        self.edits: list[Edit] = []

    def write(self, steps: Sequence[Step], first: Sequence[Token], second: Sequence[Token]) -> None:
        """Write all steps."""
        for step in steps:
            if step.tag == "equal" and self._is_verbatim(first[step.i2 - 1], second[step.j2 - 1]):
                self._write_stretch(first[step.i2 - 1].end, second[step.j2 - 1].end, None)
            elif step.tag == "equal":
                for i, j in zip(range(step.i1, step.i2), range(step.j1, step.j2), strict=True):
                    self._write_equal(first[i], second[j])
            else:
                self._write_change(first[step.i1 : step.i2], second[step.j1 : step.j2])

    def _is_verbatim(self, first: Token, second: Token) -> bool:
        """Whether the texts up to the ends of these tokens are the same, character by character."""
        start, other = self._at
        return (
            all(len(pieces) == 1 for pieces in self._pieces)
            and self._texts[0][start : first.end] == self._texts[1][other : second.end]
        )

    def _write_equal(self, first: Token, second: Token) -> None:
        """A token that both have, which may differ in width, and the blanks before it."""
        self._write_stretch(first.start, second.start, None)
        self._write_stretch(first.end, second.end, None)

    def _write_change(self, first: Sequence[Token], second: Sequence[Token]) -> None:
        """Tokens that changed; the blanks before them stay out of it if both sides have the same."""
        if first and second and self._gap(0, first[0].start) == self._gap(1, second[0].start):
            self._write_stretch(first[0].start, second[0].start, None)
        ends = (first[-1].end if first else self._at[0], second[-1].end if second else self._at[1])
        self._write_stretch(*ends, self._class(first, second))

    def _gap(self, side: int, end: int) -> str:
        return self._texts[side][self._at[side] : end]

    def _write_stretch(self, prior_end: int, current_end: int, edit_class: EditClass | None) -> None:
        """The text up to these ends as one edit, or as many as there are gaps on the way."""
        prior = self._parts(0, prior_end)
        current = self._parts(1, current_end)
        texts = self._texts
        here = [prior[0].start if prior else self._at[0], current[0].start if current else self._at[1]]
        for one, other in zip_longest(prior, current):
            span, counter = one or Span(here[0], here[0]), other or Span(here[1], here[1])
            here = [span.end, counter.end]
            if span.of(texts[0]) == counter.of(texts[1]):
                self._add("equal", span, counter, None)
            else:
                tag: EditTag = (
                    "replace" if len(span) and len(counter) else "delete" if len(span) else "insert"
                )
                self._add(tag, span, counter, edit_class or "punctuation")
        self._at = [max(self._at[0], prior_end), max(self._at[1], current_end)]

    def _parts(self, side: int, end: int) -> list[Span]:
        """The stretch from the present place to `end`, gaps between pieces left out."""
        start = self._at[side]
        return [
            Span(max(start, piece.start), min(end, piece.end))
            for piece in self._pieces[side]
            if max(start, piece.start) < min(end, piece.end)
        ]

    def _add(self, tag: EditTag, prior: Span, current: Span, edit_class: EditClass | None) -> None:
        """Append an edit; what carries on the one before, and is not to stand alone, is joined to it."""
        last = self.edits[-1] if self.edits else None
        alike = last is not None and (last.tag, last.edit_class) == (tag, edit_class)
        if (
            last is not None
            and alike
            and edit_class in (None, "punctuation")
            and _adjoin(last, prior, current)
        ):
            prior, current = Span(last.prior.start, prior.end), Span(last.current.start, current.end)
            self.edits.pop()
        if len(prior) or len(current):
            self.edits.append(Edit(tag=tag, prior=prior, current=current, edit_class=edit_class))

    def _class(self, first: Sequence[Token], second: Sequence[Token]) -> EditClass:
        """What kind of change this is, the weightiest first."""
        kinds = {token.kind for token in (*first, *second)}
        if "figure" in kinds:
            return "figure"
        if kinds <= {"mark", "space"}:
            return "punctuation"
        if kinds == {"numbering"}:
            return "numbering"
        if kinds == {"year"} and len(first) == len(second) == 1:
            return "year" if self._shifts(first[0], second[0]) else "wording"
        return "wording"

    def _shifts(self, first: Token, second: Token) -> bool:
        """Whether two years lie as far apart as the reports."""
        distance = year_of(second.key) - year_of(first.key)
        return distance == self._years_apart if self._years_apart is not None else abs(distance) == 1


def _adjoin(edit: Edit, prior: Span, current: Span) -> bool:
    return edit.prior.end == prior.start and edit.current.end == current.start


def _merged(pieces: Sequence[Span]) -> list[Span]:
    """Pieces that touch made one."""
    merged: list[Span] = []
    for piece in pieces:
        if merged and merged[-1].end == piece.start:
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return merged
