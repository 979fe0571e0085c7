"""Both texts as one: what stands in both, what was deleted, inserted and moved, in order.

Who leaves out what is this year's alone reads last year's report, and the other way round. Between two
links that stand in place comes what only last year had, then what only this year has; ends of paragraphs
that both have are one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from yoy.writers.docx.items import Break, Edge, Key, Text, is_noise
from yoy.writers.docx.sides import BODY
from yoy.writers.docx.tables import whole_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.model import Edit
    from yoy.writers.docx.items import Item, Mark
    from yoy.writers.docx.links import Link, Links, Move
    from yoy.writers.docx.sides import Side

_Token = int | str
"""What stands in one text between two links: the number of a unit, a blank, or the end of a paragraph."""
_BLANK, _BREAK = " ", "break"


def both_texts(prior: Side, current: Side, links: Links) -> list[Item]:
    """The items of the redline."""
    flow = _Flow(prior, current, links)
    i = j = 0
    for link in links.placed:
        flow.gap(_tokens(prior, i, link.prior[0]), _tokens(current, j, link.current[0]), (i, j))
        flow.link(link)
        i, j = link.prior[1], link.current[1]
    flow.gap(_tokens(prior, i, len(prior.units)), _tokens(current, j, len(current.units)), (i, j))
    return flow.items


def _tokens(side: Side, start: int, end: int) -> list[_Token]:
    """What stands between two links, or behind the last."""
    tokens: list[_Token] = []
    for index in range(start, end):
        before = side.units[index].before
        tokens += [before, index] if before in (_BLANK, _BREAK) else [index]
    if end < len(side.units):
        before = side.units[end].before
        return [*tokens, before] if before in (_BLANK, _BREAK) else tokens
    return [*tokens, _BREAK] if side.units and side.units[-1].table is None else tokens


class _Flow:
    """Collects the items; `_open` tells that a paragraph of both texts has begun and not ended."""

    def __init__(self, prior: Side, current: Side, links: Links) -> None:
        self._prior, self._current, self._moves = prior, current, links.moves
        self._open = False
        self.items: list[Item] = []

    def gap(self, before: list[_Token], after: list[_Token], since: tuple[int, int]) -> None:
        """What stands between two links; `since` are the numbers of the first units behind the last one."""
        i, j = since
        shared = bool(before and after and before[-1] == after[-1] == _BLANK)
        if shared:
            before, after = before[:-1], after[:-1]
        if self._open and _BREAK in before and _BREAK in after:
            one, other = before.index(_BREAK), after.index(_BREAK)
            i = self._alone(self._prior, before[:one], i)
            j = self._alone(self._current, after[:other], j)
            styles = self._style(self._current, j), self._style(self._prior, i)
            self.items.append(Break("both", *styles))
            before, after = before[one + 1 :], after[other + 1 :]
        elif self._open:
            i, j = self._alone(self._prior, before, i), self._alone(self._current, after, j)
            before, after = [], []
        one, other = self._whole(self._prior, before), self._whole(self._current, after)
        i, j = self._alone(self._prior, before[:one], i), self._alone(self._current, after[:other], j)
        self._alone(self._prior, before[one:], i)
        self._alone(self._current, after[other:], j)
        if shared:
            self.items.append(Text(" ", "both"))

    @staticmethod
    def _style(side: Side, following: int) -> str:
        """The style of the paragraph that ends before a unit."""
        return side.units[following - 1].style if following else BODY

    @staticmethod
    def _whole(side: Side, tokens: Sequence[_Token]) -> int:
        """How many tokens make up whole paragraphs and tables."""
        for count in range(len(tokens), 0, -1):
            token = tokens[count - 1]
            if token == _BREAK or (isinstance(token, int) and side.units[token].table is not None):
                return count
        return 0

    def _alone(self, side: Side, tokens: Sequence[_Token], following: int) -> int:
        """What one text alone has; returns the number of the unit that follows."""
        mark: Literal["del", "ins"] = "del" if side is self._prior else "ins"
        for token in tokens:
            if isinstance(token, int):
                self._unit(side, token, mark)
                following = token + 1
            elif token == _BLANK:
                self.items.append(Text(" ", mark))
            else:
                self.items.append(self._end(side, following - 1, mark))
        return following

    def _unit(self, side: Side, index: int, mark: Mark) -> None:
        unit = side.units[index]
        if unit.table is not None:
            self.items.append(whole_table(unit.table, side, index, mark))
            return
        move = self._moves[side.name].get(index)
        texts = self._moved(side, index, move) if move else [Text(side.shown(unit.start, unit.end), mark)]
        own = texts[-1].mark if texts else mark
        key = Key(side.name, index)
        self.items += [Edge(key, opens=True, mark=own), *texts, Edge(key, opens=False, mark=own)]

    def _moved(self, side: Side, index: int, move: Move) -> list[Text]:
        """A moved unit: where it left, last year's words; where it came to, this year's."""
        unit = side.units[index]
        texts = list(
            self._left(unit.start, unit.end, move)
            if side is self._prior
            else self._came(unit.start, unit.end, move)
        )
        return [text for text in texts if text.text]

    def _left(self, start: int, end: int, move: Move) -> Iterator[Text]:
        for edit in move.edits:
            here = max(start, edit.prior.start), min(end, edit.prior.end)
            if here[0] < here[1]:
                mark: Mark = "from" if self._same(edit) else "del"
                yield Text(self._prior.shown(*here), mark, mark == "del" and is_noise(edit), move.name)

    def _came(self, start: int, end: int, move: Move) -> Iterator[Text]:
        for edit in move.edits:
            here = max(start, edit.current.start), min(end, edit.current.end)
            if here[0] < here[1]:
                mark: Mark = "to" if self._same(edit) else "ins"
                yield Text(self._current.shown(*here), mark, mark == "ins" and is_noise(edit), move.name)

    def _same(self, edit: Edit) -> bool:
        before, after = edit.prior, edit.current
        return edit.tag == "equal" or self._prior.shown(before.start, before.end) == self._current.shown(
            after.start, after.end
        )

    def _end(self, side: Side, index: int, mark: Literal["del", "ins"]) -> Break:
        """The end of a paragraph of one text; it belongs to the move that took all of the paragraph."""
        style = self._style(side, index + 1)
        names = {
            move.name if (move := self._moves[side.name].get(unit)) else None
            for unit in (side.paragraph(index) if index >= 0 else ())
        }
        return Break(mark, style, style, names.pop() if len(names) == 1 else None)

    def link(self, link: Link) -> None:
        """What stands in place in both texts."""
        if link.grid is not None:
            self.items.append(link.grid)
            self._open = False
            return
        keys = [Key("prior", index) for index in range(*link.prior)]
        keys += [Key("current", index) for index in range(*link.current)]
        self.items += [Edge(key, opens=True, mark="both") for key in keys]
        ends = (_Ends(self._prior, link.prior), _Ends(self._current, link.current))
        for edit in link.edits:
            self._between(ends[0].due(edit.prior.start), ends[1].due(edit.current.start))
            self._edit(edit)
        self.items += [Edge(key, opens=False, mark="both") for key in keys]
        self._open = True

    def _between(self, before: list[tuple[_Token, int]], after: list[tuple[_Token, int]]) -> None:
        """What stands between the units of one link."""
        if [token for token, _ in before] == [token for token, _ in after]:
            for (token, i), (_, j) in zip(before, after, strict=True):
                styles = self._style(self._current, j), self._style(self._prior, i)
                self.items.append(Text(" ", "both") if token == _BLANK else Break("both", *styles))
            return
        for tokens, side in ((before, self._prior), (after, self._current)):
            for token, index in tokens:
                self._alone(side, [token], index)

    def _edit(self, edit: Edit) -> None:
        old = self._prior.letters(edit.prior.start, edit.prior.end)
        new = self._current.letters(edit.current.start, edit.current.end)
        if old == new or "".join(old) == "".join(new):
            self.items += [Text("".join(old), "both")] if any(old) else []
        elif edit.tag == "equal":
            self._unlike(old, new)
        else:
            self._change("".join(old), "".join(new), noise=is_noise(edit))

    def _unlike(self, old: Sequence[str], new: Sequence[str]) -> None:
        """The same characters, which wrap or are spaced in other ways."""
        for same, run in groupby(zip(old, new, strict=True), key=lambda pair: pair[0] == pair[1]):
            pairs = list(run)
            before, after = "".join(one for one, _ in pairs), "".join(other for _, other in pairs)
            if same:
                self.items += [Text(before, "both")] if before else []
            else:
                self._change(before, after, noise=True)

    def _change(self, old: str, new: str, *, noise: bool) -> None:
        self.items += [Text(old, "del", noise)] if old else []
        self.items += [Text(new, "ins", noise)] if new else []


class _Ends:
    """What stands between the units of a link on one side, handed out as the text reaches it."""

    def __init__(self, side: Side, units: tuple[int, int]) -> None:
        self._waiting = [
            (side.units[index].start, unit_before, index)
            for index in range(units[0] + 1, units[1])
            if (unit_before := side.units[index].before) in (_BLANK, _BREAK)
        ]

    def due(self, offset: int) -> list[tuple[_Token, int]]:
        """The tokens before units that begin at `offset` or earlier, with the numbers of the units."""
        found: list[tuple[_Token, int]] = []
        while self._waiting and self._waiting[0][0] <= offset:
            _, token, index = self._waiting.pop(0)
            found.append((token, index))
        return found
