"""Pairs of passages → edits: what changed within them, cut where a reader would cut it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from yoy.diff.noise import ignorable
from yoy.diff.steps import find_steps
from yoy.diff.writing import Writer
from yoy.language.tokens import Figure, tokenise
from yoy.model import Edit, EditTag, PassagePair, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yoy.language.tokens import Token
    from yoy.model import Report
    from yoy.options import DiffOptions


def diff_passages(
    prior: Report, current: Report, pairs: Sequence[PassagePair], options: DiffOptions
) -> tuple[PassagePair, ...]:
    """The pairs with their edits, and `relation` `same` where nothing that counts has changed.

    The edits of a pair cover its passages on both sides in order. Passages of one report only have
    none: they are new or gone as a whole.
    """
    sides = (_Side(prior), _Side(current))
    apart = _years_apart(prior, current)
    return tuple(
        _with_edits(pair, sides, apart, options) if pair.prior and pair.current else pair for pair in pairs
    )


def _years_apart(prior: Report, current: Report) -> int | None:
    first, second = prior.document.period, current.document.period
    return second - first if first is not None and second is not None and first != second else None


class _Side:
    """One report with what the diff asks of it."""

    def __init__(self, report: Report) -> None:
        self.text = report.text
        self.passages = {passage.id: passage for passage in report.outline.passages}
        self._figures = [
            Figure(quantity.span.start, quantity.span.end, quantity.unit or "")
            for quantity in sorted(report.figures.quantities, key=lambda quantity: quantity.span)
        ]
        self._starts = [figure.start for figure in self._figures]
        self._set_aside = sorted(number.span for number in report.figures.set_aside)

    def spans(self, ids: Sequence[str]) -> list[Span]:
        """Where the passages of a pair stand, in order."""
        return [self.passages[passage].span for passage in ids]

    def tokens(self, spans: Sequence[Span]) -> list[Token]:
        """Tokens of the passages."""
        return [token for span in spans for token in self._tokens(span)]

    def _tokens(self, span: Span) -> list[Token]:
        low = bisect_left(self._starts, span.start)
        high = bisect_left(self._starts, span.end)
        inside = [figure for figure in self._figures[low:high] if figure.end <= span.end]
        return [self._judged(token) for token in tokenise(self.text, span.start, span.end, inside)]

    def _judged(self, token: Token) -> Token:
        """A number that nobody has set aside is taken for a figure: rather one too many to look at."""
        if token.kind != "number":
            return token
        place = bisect_right(self._set_aside, Span(token.start, len(self.text)))
        aside = place > 0 and self._set_aside[place - 1].end >= token.end
        return token if aside else token._replace(kind="figure")


def _with_edits(
    pair: PassagePair, sides: tuple[_Side, _Side], years_apart: int | None, options: DiffOptions
) -> PassagePair:
    edits = _edits(pair, sides, years_apart)
    if any(
        side.passages[i].kind == "shell"
        for side, ids in zip(sides, (pair.prior, pair.current), strict=True)
        for i in ids
    ):
        edits = [edit if edit.tag == "equal" else replace(edit, edit_class="shell") for edit in edits]
    texts = (sides[0].text, sides[1].text)
    same = all(edit.tag == "equal" or ignorable(edit, texts) in options.ignore for edit in edits)
    return PassagePair(
        prior=pair.prior,
        current=pair.current,
        relation="same" if same else "edited",
        score=pair.score,
        moved=pair.moved,
        edits=tuple(edits),
    )


def _edits(pair: PassagePair, sides: tuple[_Side, _Side], years_apart: int | None) -> list[Edit]:
    """Edits from prior to current; worked out in one direction only, since difflib isn't symmetric."""
    prior, current = sides[0].spans(pair.prior), sides[1].spans(pair.current)
    if len(prior) == len(current) == 1 and prior[0].of(sides[0].text) == current[0].of(sides[1].text):
        return [Edit(tag="equal", prior=prior[0], current=current[0], edit_class=None)]
    first, second = sides[0].tokens(prior), sides[1].tokens(current)
    if [token.key for token in first] <= [token.key for token in second]:
        writer = Writer((sides[0].text, sides[1].text), (prior, current), years_apart)
        writer.write(find_steps(first, second), first, second)
        return writer.edits
    back = Writer(
        (sides[1].text, sides[0].text), (current, prior), None if years_apart is None else -years_apart
    )
    back.write(find_steps(second, first), second, first)
    return [_turned(edit) for edit in back.edits]


_TURNED: Mapping[EditTag, EditTag] = MappingProxyType({"insert": "delete", "delete": "insert"})


def _turned(edit: Edit) -> Edit:
    return Edit(
        tag=_TURNED.get(edit.tag, edit.tag),
        prior=edit.current,
        current=edit.prior,
        edit_class=edit.edit_class,
    )
