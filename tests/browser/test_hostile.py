"""Hostile text, opened by a browser: shown as text, nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from browser.pages import save
from hostile_text import HOSTILE, comparison_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def ascii_of(text: str) -> str:
    text = re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", text)
    return "".join(c for c in text if c.isascii() and c.isprintable() and not c.isspace())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(visit: Callable[..., Any], scratch: Path, text: str) -> None:
    page = visit(save(comparison_of(text), scratch / "hostile.html"))
    assert ascii_of(text) in ascii_of(page.locator("h1").inner_text())
    assert page.locator("img, iframe, main script, main style").count() == 0
    assert page.locator(".sheet a:not([href^='#'])").count() == 0
    page.locator(".views a[data-view=side]").click()
    page.locator(".sheet .q").first.click()
    assert page.locator("#tip").is_visible()
    page.keyboard.press("/")
    page.keyboard.type(text[:4].strip() or "。")
    page.wait_for_timeout(300)


def test_characters_that_print_nothing_are_seen(visit: Callable[..., Any], scratch: Path) -> None:
    page = visit(save(comparison_of("正\u202e倒写\u202c常\u200b的"), scratch / "unseen.html"))
    page.locator(".views a[data-view=side]").click()
    labels = page.locator(".w .unseen").all_inner_texts()
    assert list(dict.fromkeys(labels)) == ["U+202E", "U+202C", "U+200B"]
