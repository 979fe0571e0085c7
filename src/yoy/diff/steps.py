"""Two runs of tokens → the steps that lead from one to the other, tidied for a reader."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yoy.language.tokens import Token

_COMPARED = 1_000_000
"""Product of two lengths from which runs are compared by clauses first: difflib grows with it."""
_TRIED_WHOLE = 20_000
"""The same, up to which a pair is compared a second time, from clause to clause."""
_REPEATED = 20_000
"""Pairs of equal elements from which two runs say the same few things over and over: real ones had 1,201."""
_PORTION = 64
"""Elements of a portion into which such runs are cut."""
_CLAUSE_ENDS = frozenset(".;!?,:、")
_ISLAND = 2
"""Characters that may not stand unchanged between two changes: a reader takes them for noise."""


class Step(NamedTuple):
    """Tokens `i1:i2` of one side against `j1:j2` of the other.

    `equal` tokens have the same keys one to one; `exchange` is one figure, year or ordinal for
    another; `change` is anything else and may be empty on one side.
    """

    tag: Literal["equal", "exchange", "change"]
    i1: int
    i2: int
    j1: int
    j2: int


def find_steps(first: Sequence[Token], second: Sequence[Token]) -> list[Step]:
    """Steps that cover both runs in order.

    The common beginning and end are set apart first. Where they end within a clause they may have taken
    what reads better elsewhere (强化审|计监督 → 加强审计监督、统|计监督), so those clauses are tried whole
    too, and the way that keeps more is taken.
    """
    keys, others = [token.key for token in first], [token.key for token in second]
    head = _common(keys, others)
    tail = _common(keys[head:][::-1], others[head:][::-1])
    steps = _around(first, second, head, tail)
    whole_head, whole_tail = _to_clause(keys[:head]), _to_clause(keys[len(keys) - tail :][::-1])
    size = (len(keys) - whole_head - whole_tail) * (len(others) - whole_head - whole_tail)
    if (
        (whole_head, whole_tail) == (head, tail)
        or size > _TRIED_WHOLE
        or min(len(keys), len(others)) == head + tail
    ):
        return steps
    return max(steps, _around(first, second, whole_head, whole_tail), key=lambda way: _kept(way, first))


def _around(first: Sequence[Token], second: Sequence[Token], head: int, tail: int) -> list[Step]:
    """Steps with `head` and `tail` tokens taken as equal at both ends."""
    i, j = len(first) - tail, len(second) - tail
    steps = [Step("equal", 0, head, 0, head), *_middle(first, second, head, i, head, j)]
    steps.append(Step("equal", i, len(first), j, len(second)))
    kept = [step for step in steps if step.i1 < step.i2 or step.j1 < step.j2]
    return _joined(_without_islands(_joined(kept), first))


def _kept(steps: Sequence[Step], first: Sequence[Token]) -> tuple[int, int]:
    """How much text stays, and how few steps it takes."""
    same = sum(len(token.key) for step in steps if step.tag == "equal" for token in first[step.i1 : step.i2])
    return same, -len(steps)


def _to_clause(keys: Sequence[str]) -> int:
    """Length of a common run up to its last clause end."""
    count = len(keys)
    while count and keys[count - 1] not in _CLAUSE_ENDS:
        count -= 1
    return count


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the common beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _middle(
    first: Sequence[Token], second: Sequence[Token], i1: int, i2: int, j1: int, j2: int
) -> Iterator[Step]:
    """Steps of the part between."""
    if i1 == i2 or j1 == j2 or (i2 - i1) * (j2 - j1) <= _COMPARED:
        yield from _by_tokens(first, second, i1, i2, j1, j2)
        return
    clauses, others = _clauses(first, i1, i2), _clauses(second, j1, j2)
    for tag, c1, c2, d1, d2 in _opcodes([key for _, key in clauses[:-1]], [key for _, key in others[:-1]]):
        a1, a2, b1, b2 = clauses[c1][0], clauses[c2][0], others[d1][0], others[d2][0]
        if tag == "equal":
            yield Step("equal", a1, a2, b1, b2)
        elif (a2 - a1) * (b2 - b1) <= _COMPARED:
            yield from _by_tokens(first, second, a1, a2, b1, b2)
        else:
            yield Step("change", a1, a2, b1, b2)


def _clauses(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, str]]:
    """First token and text of each clause; the last entry is the end."""
    found = []
    since = start
    for position in range(start, end):
        if tokens[position].key in _CLAUSE_ENDS or position + 1 == end:
            found.append((since, "\x1f".join(token.key for token in tokens[since : position + 1])))
            since = position + 1
    return [*found, (end, "")]


def _opcodes(
    first: Sequence[str], second: Sequence[str], at: tuple[int, int] = (0, 0)
) -> Iterator[tuple[str, int, int, int, int]]:
    """What difflib says of two runs, counted from `at`.

    Where the same few elements come again and again its time grows with the square of the length and more:
    such runs are cut into portions, and each is compared with what stands about as far along.
    """
    i, j = at
    portions = -(-max(len(first), len(second)) // _PORTION)
    if len(first) * len(second) > _REPEATED and portions > 1 and _repeats(first, second) > _REPEATED:
        for n in range(portions):
            (a1, a2), (b1, b2) = _portion(len(first), n, portions), _portion(len(second), n, portions)
            yield from _opcodes(first[a1:a2], second[b1:b2], (i + a1, j + b1))
        return
    # autojunk drops frequent elements from 200 elements on, which for single characters is most text
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        yield tag, i + a1, i + a2, j + b1, j + b2


def _portion(length: int, number: int, portions: int) -> tuple[int, int]:
    return length * number // portions, length * (number + 1) // portions


def _repeats(first: Sequence[str], second: Sequence[str]) -> int:
    """How many pairs of equal elements two runs have."""
    counts = Counter(second)
    return sum(count * counts[key] for key, count in Counter(first).items())


def _by_tokens(
    first: Sequence[Token], second: Sequence[Token], i1: int, i2: int, j1: int, j2: int
) -> Iterator[Step]:
    keys, others = [token.key for token in first[i1:i2]], [token.key for token in second[j1:j2]]
    for tag, a1, a2, b1, b2 in _opcodes(keys, others):
        if tag == "equal":
            yield Step("equal", i1 + a1, i1 + a2, j1 + b1, j1 + b2)
        else:
            yield from _exchanges(first, second, i1 + a1, i1 + a2, j1 + b1, j1 + b2)


def _exchanges(
    first: Sequence[Token], second: Sequence[Token], i1: int, i2: int, j1: int, j2: int
) -> Iterator[Step]:
    """A change with the figures, years and ordinals that stand for each other taken out of it."""
    masks, others = [token.mask for token in first[i1:i2]], [token.mask for token in second[j1:j2]]
    if not {mask for mask in masks if mask[:1] == "#"} & set(others):
        alone = i2 - i1 == j2 - j1 == 1 and first[i1].kind == second[j1].kind == "figure"
        yield Step("exchange" if alone else "change", i1, i2, j1, j2)
        return
    for tag, a1, a2, b1, b2 in _opcodes(masks, others):
        if tag != "equal":
            yield Step("change", i1 + a1, i1 + a2, j1 + b1, j1 + b2)
            continue
        for offset in range(a2 - a1):
            i, j = i1 + a1 + offset, j1 + b1 + offset
            same = first[i].key == second[j].key
            yield Step("equal" if same else "exchange", i, i + 1, j, j + 1)


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Neighbouring equal steps, and neighbouring changes, as one each."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and last.tag == step.tag and step.tag != "exchange":
            joined[-1] = Step(step.tag, last.i1, step.i2, last.j1, step.j2)
        else:
            joined.append(step)
    return joined


def _without_islands(steps: list[Step], first: Sequence[Token]) -> list[Step]:
    """Small equal runs between changes taken into the change.

    Punctuation ends a clause, so a run that holds or touches it stays. Beside an exchange only a single
    character goes, to the change on its other side: a changed figure stays alone.
    """
    tidy: list[Step] = []
    for position, step in enumerate(steps):
        around = steps[max(0, position - 1) : position] + steps[position + 1 : position + 2]
        tags = {neighbour.tag for neighbour in around}
        reach = _ISLAND if tags == {"change"} else 1
        between = len(around) == 2 and "change" in tags and "equal" not in tags  # noqa: PLR2004 - one on each side
        if step.tag == "equal" and between and _is_island(first[step.i1 : step.i2], reach):
            tidy.append(Step("change", step.i1, step.i2, step.j1, step.j2))
        else:
            tidy.append(step)
    return tidy


def _is_island(tokens: Sequence[Token], reach: int) -> bool:
    """Whether a run is too short to be seen as unchanged: `reach` characters, or one short Latin word."""
    if any(token.kind in ("mark", "space", "figure", "year") for token in tokens):
        return False
    return sum(len(token.key) for token in tokens) <= reach or (
        len(tokens) == 1 and tokens[0].key.isascii() and len(tokens[0].key) <= reach + 1
    )
