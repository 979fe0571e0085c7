"""Beside the text: a list of its changes, a ruler that tells where one is, marks that can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HERE = "parseFloat(document.querySelector('.view.on .ruler .here').style.top)"


def open_text(page: Any) -> None:
    page.locator(".views a[data-view=side]").click()


def test_the_list_names_every_change_and_leads_there(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_text(page)
    links = page.locator(".view.on .changes a")
    assert links.count() == page.locator(".r.g.fc").count()
    assert "" not in [text.strip() for text in links.all_text_contents()]
    links.nth(20).click()
    assert page.locator(".at").get_attribute("id") == links.nth(20).get_attribute("href")[1:]
    page.wait_for_timeout(100)
    assert page.locator(".view.on .changes a[aria-current]").count() == 1


def test_the_list_follows_the_filter(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_text(page)
    page.locator(".view.on .filters input[value=fa]").check()
    page.wait_for_timeout(100)
    assert page.locator(".view.on .changes a").count() == page.locator(".r.g.fa").count()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_ruler_tells_where_one_is_and_leads_elsewhere(
    visit: Callable[..., Any], page_file: Path, width: int
) -> None:
    page = visit(page_file, width=width)
    open_text(page)
    ruler = page.locator(".view.on .ruler")
    painted = "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v)"
    assert ruler.locator("canvas").evaluate(painted)
    box = ruler.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8)
    page.wait_for_timeout(300)
    assert 60 < page.evaluate(HERE) < 95
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)
    assert page.evaluate(HERE) < 20


def test_marks_and_notes_can_be_switched_off(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file)
    open_text(page)
    marks = """() => [...document.querySelectorAll('.view.on .q')].flatMap(q => ['::before', '::after'].map(
        side => getComputedStyle(q, side).content)).filter(c => c !== 'none' && c !== 'normal').length"""
    assert page.evaluate(marks) > 50
    assert page.locator(".view.on .x").first.is_visible()
    page.locator(".view.on .filters input[value=fb]").uncheck()
    assert page.evaluate(marks) == 0
    assert not page.locator(".view.on .x").first.is_visible()


def test_what_the_search_finds_is_inside_a_phone(visit: Callable[..., Any], page_file: Path) -> None:
    page = visit(page_file, width=390)
    page.locator("#find").fill("审批")
    page.wait_for_selector("#hits a")
    box = page.locator("#hits").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_outline_is_read_on_a_phone_without_scrolling_sideways(
    visit: Callable[..., Any], page_file: Path
) -> None:
    page = visit(page_file, width=390)
    page.locator(".views a[data-view=sections]").click()
    wide = "[...document.querySelectorAll('.sections tr td')].filter(e => e.getBoundingClientRect().right > 390).length"
    assert page.evaluate(wide) == 0


def test_three_years_stand_side_by_side(visit: Callable[..., Any], three_file: Path) -> None:
    page = visit(three_file)
    page.locator(".views a[data-view=beside]").click()
    row = page.locator(".beside .y:has(ins)").first
    tops = [cell.bounding_box() for cell in row.locator("> div").all()]
    assert len(tops) == 3
    assert len({round(box["y"]) for box in tops}) == 1
    assert tops[0]["x"] < tops[1]["x"] < tops[2]["x"]
    row.locator(".see").last.click()
    assert page.locator(".at").count() == 1
