"""Where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from yoy.language.sentences import sentences
from yoy.model import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进公开。加强监督。", ["推进公开。", "加强监督。"]),
        ("怎么办？要改！", ["怎么办？", "要改！"]),
        ("一批；另一批。", ["一批；另一批。"]),
        ("做好工作：一是公开；二是监督。", ["做好工作：", "一是公开；", "二是监督。"]),
        ("增长6.5%。下降0.3个百分点。", ["增长6.5%。", "下降0.3个百分点。"]),
        ("It rose by 6.5%. Mr. Smith left. We moved.", ["It rose by 6.5%.", "Mr. Smith left.", "We moved."]),
        (
            "Sales fell, e.g. in the U.S. market. Costs rose.",
            ["Sales fell, e.g. in the U.S. market.", "Costs rose."],
        ),
        ("  两端有空白。  ", ["两端有空白。"]),
        ("没有句号", ["没有句号"]),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "前句。中句。后句。"
    assert [span.of(text) for span in sentences(text, Span(3, 6))] == ["中句。"]
