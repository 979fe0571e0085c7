"""Nothing in a report steers a terminal or turns its text round."""

from __future__ import annotations

import pytest

from yoy.writers.unseen import labelled


@pytest.mark.parametrize(
    "code", [0x1B, 0x9B, 0x7F, 0x00, 0x0D, 0x202E, 0x2066, 0x200B, 0xFEFF, 0xDC80, 0xE0041]
)
def test_what_cannot_be_seen_is_named(code: int) -> None:
    assert labelled(f"甲{chr(code)}乙") == f"甲[U+{code:04X}]乙"


@pytest.mark.parametrize("text", ["全区审批事项558项", "a\tb\nc", "é ñ 〇 ℃", ""])
def test_other_text_stays(text: str) -> None:
    assert labelled(text) == text
