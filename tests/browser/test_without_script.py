"""Without JavaScript, on a phone, zoomed, by axe: the page serves everyone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.pages import save
from builder import build_comparison
from conftest import ON_CI
from html_reading import solid

if TYPE_CHECKING:
    from collections.abc import Callable

    import yoy

VIEWS = ("open", "summary", "side", "merged", "figures", "checks", "sections", "tables", "asides")


def test_without_javascript_everything_is_readable_in_order(
    visit: Callable[..., Any], page_file: Path, comparison: yoy.Comparison
) -> None:
    page = visit(page_file, java_script_enabled=False)
    text = solid(page.locator(".view.text").first.text_content())
    position = tried = met = 0
    for passage in comparison.report("2018").outline.passages:
        words = solid(passage.span.of(comparison.report("2018").text))
        if len(words) < 12 or any(mark in words for mark in "0123456789()（）"):
            continue
        tried += 1
        found = text.find(words[:12], position)
        if found >= 0:
            met += 1
            position = found
    assert tried > 20
    assert met >= 0.9 * tried
    assert position > len(text) * 0.2
    views = page.locator(".view").all()
    assert {view.get_attribute("data-view") for view in views} == {"text", *VIEWS} - {"side", "merged"}
    assert all(view.is_visible() for view in views)
    assert not page.locator(".tools").is_visible()
    rows = page.locator(".fold .r").all()[:20]
    assert rows
    assert all(row.is_visible() for row in rows)


@pytest.mark.parametrize("width", [320, 390, 720, 820, 1440])
def test_no_view_is_wider_than_the_window(visit: Callable[..., Any], page_file: Path, width: int) -> None:
    page = visit(page_file, width=width)
    for view in VIEWS:
        page.evaluate("view => document.querySelector(`.views a[data-view=${view}]`).click()", view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


@pytest.fixture(scope="module")
def axe() -> str:
    path = Path(os.environ.get("YOY_AXE", ""))
    if not path.is_file():
        if ON_CI:
            pytest.fail("axe-core is required in CI: YOY_AXE names no file")
        pytest.skip("axe-core is not installed (YOY_AXE names its axe.min.js)")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_violation(
    visit: Callable[..., Any], scratch: Path, axe: str, scheme: str, width: int
) -> None:
    small = save(build_comparison((2016, 2017, 2018)), scratch / "axe.html")
    # bypass_csp: axe is not ours; the page's own policy lets it in no other way.
    page = visit(small, width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate(axe)
    for view in (*VIEWS, "series", "beside"):
        page.evaluate("view => document.querySelector(`.views a[data-view=${view}]`).click()", view)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found = [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]]
        assert found == [], view


def test_the_keyboard_alone_reaches_the_text(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
