"""Text of a report as markup."""

from __future__ import annotations

import pytest

from yoy.writers.html.markup import shown, visible


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>', "a & b", "&lt;"])
def test_nothing_in_a_text_becomes_an_element(text: str) -> None:
    made = shown(text)
    assert "<" not in made
    assert visible(text) == made


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\x00", "\ufeff", "\U000e0041", "\u3164"])
def test_what_cannot_be_seen_is_named(sign: str) -> None:
    assert f"U+{ord(sign):04X}" in shown(f"公{sign}开")


def test_a_line_end_between_hanzi_is_none() -> None:
    assert shown("推进政务\n公开") == "推进政务公开"
    assert shown("two\nwords") == "two\nwords"
