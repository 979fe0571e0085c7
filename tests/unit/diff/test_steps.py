"""How two runs of tokens become steps that a reader can follow."""

from __future__ import annotations

import pytest

from yoy.diff.steps import Step, find_steps
from yoy.language.tokens import Figure, Token, tokenise


def tokens(text: str, *figures: str) -> list[Token]:
    marks = [Figure(text.index(f), text.index(f) + len(f), f"#{f[-1]}") for f in figures]
    return tokenise(text, 0, len(text), marks)


def shown(one: str, other: str, figures: tuple[str, ...] = ()) -> str:
    first = tokens(one, *(f for f in figures if f in one))
    second = tokens(other, *(f for f in figures if f in other))
    return "".join(_said(step, first, second, one, other) for step in find_steps(first, second))


def _said(step: Step, first: list[Token], second: list[Token], one: str, other: str) -> str:
    was = one[first[step.i1].start : first[step.i2 - 1].end] if step.i1 < step.i2 else ""
    now = other[second[step.j1].start : second[step.j2 - 1].end] if step.j1 < step.j2 else ""
    return now if step.tag == "equal" else f"[{was}→{now}]"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("推进公开。", "推进公开。", "推进公开。"),
        ("推进公开。", "持续推进公开。", "[→持续]推进公开。"),
        ("推进公开，加强监督。", "加强监督。", "[推进公开，→]加强监督。"),
        ("", "新增一句。", "[→新增一句。]"),
    ],
)
def test_what_was_added_and_taken_away(one: str, other: str, expected: str) -> None:
    assert shown(one, other) == expected


def test_a_figure_changes_as_a_whole() -> None:
    assert shown("共581项。", "共558项。", ("581项", "558项")) == "共[581项→558项]。"


def test_a_single_character_between_two_changes_is_no_island() -> None:
    assert shown("健全的制度", "完善的机制") in ("[健全的制度→完善的机制]", "[健全的制→完善的机制]度")


def test_steps_cover_both_sides_in_order() -> None:
    first, second = tokens("优化服务，压缩时限，方便群众。"), tokens("压缩办理时限，优化服务，方便企业。")
    steps = find_steps(first, second)
    assert [i for step in steps for i in range(step.i1, step.i2)] == list(range(len(first)))
    assert [j for step in steps for j in range(step.j1, step.j2)] == list(range(len(second)))
