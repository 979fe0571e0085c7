"""Passages as alignment looks at them, and which of them can meet."""

from __future__ import annotations

import pytest

from yoy.align.passage_texts import PassageText, may_meet
from yoy.language.tokens import grams, masked
from yoy.model import Passage, PassageKind, Span


def text_of(kind: PassageKind, text: str) -> PassageText:
    bare = masked(text)
    return PassageText(
        0, Passage(id="p0", section="s0", kind=kind, span=Span(0, len(text))), text, bare, grams(bare)
    )


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("sentence", "推进政务公开。"), ("item", "推进信息公开。"), True),
        (("heading", "推进政务公开"), ("sentence", "推进政务信息公开。"), True),
        (
            ("heading", "推进政务公开"),
            ("sentence", "推进政务公开，完善公开目录，及时回应社会关切，办理依申请公开。"),
            False,
        ),
        (("shell", "打印本页"), ("sentence", "打印机采购完成。"), False),
        (("shell", "打印本页"), ("sentence", "打印本页"), True),
        (("shell", "打印本页"), ("shell", "关闭窗口"), True),
    ],
)
def test_kinds_that_meet(one: tuple[PassageKind, str], other: tuple[PassageKind, str], *, meet: bool) -> None:
    assert may_meet(text_of(*one), text_of(*other)) is meet
    assert may_meet(text_of(*other), text_of(*one)) is meet
